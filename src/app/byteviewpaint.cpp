// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing half of ByteView: rows in sight, gutter, caret, scroll bars.
#include "app/byteview.h"

#include "app/findbar.h"
#include "present/body/hextext.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

constexpr qint64 scrollBarsMs = 100; ///< Between two updates of the scroll bars while a body is read.
constexpr int padding = 8; ///< Between gutter, its edge and the text, in pixels.

} // namespace

QSize ByteView::sizeHint() const
{
    const QFontMetrics metrics(font());
    return QSize(metrics.horizontalAdvance(u'0') * 64, rowHeight() * 16);
}

int ByteView::rowHeight() const
{
    return std::max(QFontMetrics(font()).lineSpacing(), 1);
}

int ByteView::gutterWidth() const
{
    const qsizetype digits = form() == present::BodyForm::Hex
        ? present::hexOffset(body().size()).size()
        : std::max<qsizetype>(QString::number(m_reader.lines().lastLine()).size(), 3);
    return QFontMetrics(font()).horizontalAdvance(u'0') * int(digits) + 2 * padding;
}

/// Where the text of a row begins in the viewport.
int ByteView::textLeft() const
{
    return gutterWidth() + padding - horizontalScrollBar()->value();
}

qint64 ByteView::topRow() const
{
    return verticalScrollBar()->value();
}

qint64 ByteView::visibleRows() const
{
    return (viewport()->height() + rowHeight() - 1) / rowHeight();
}

/// The rows that fit into the height with nothing cut off.
qint64 ByteView::wholeRows() const
{
    return std::max(viewport()->height() / rowHeight(), 1);
}

qint64 ByteView::rowNumberAt(int y) const
{
    const auto down = qint64(std::floor(double(y) / rowHeight()));
    return std::clamp<qint64>(topRow() + down, 0, m_reader.lines().rowCount() - 1);
}

/// Lays out those of the rows that are not laid out yet, and forgets rows that are far away.
void ByteView::layOut(qint64 first, qint64 count) const
{
    const qint64 far = 2 * visibleRows() + 8;
    std::erase_if(m_rows, [&](const auto &entry) { return entry.first < first - far || entry.first > first + far; });
    while (count > 0 && m_rows.contains(first)) {
        ++first;
        --count;
    }
    const QList<present::BodyRow> rows = m_reader.lines().rows(first, count);
    for (const present::BodyRow &row : rows) {
        std::unique_ptr<ByteRow> &entry = m_rows[first++];
        if (entry)
            continue;
        entry = std::make_unique<ByteRow>(body(), row, m_reader.lines().form(), font());
        m_widestSeen = std::max(m_widestSeen, entry->width());
        ++m_rowsLaidOut;
    }
}

const ByteRow &ByteView::laidOut(qint64 number) const
{
    if (!m_rows.contains(number))
        layOut(number, 1);
    return *m_rows.at(number);
}

void ByteView::updateScrollBars()
{
    const int page = int(wholeRows());
    const qint64 rows = std::min<qint64>(m_reader.lines().rowCount(), std::numeric_limits<int>::max());
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, int(std::max<qint64>(rows - page, 0)));
    const int space = std::max(viewport()->width() - gutterWidth() - 2 * padding, 1);
    const int column = QFontMetrics(font()).horizontalAdvance(u'0');
    const double widest = std::max(double(m_reader.lines().widest() + 1) * column, double(m_widestSeen));
    horizontalScrollBar()->setPageStep(space);
    horizontalScrollBar()->setSingleStep(column * 4);
    horizontalScrollBar()->setRange(0, std::max(int(std::ceil(widest)) - space, 0));
}

/// More rows are known. Hundreds of steps read a large body: only what changes the picture draws it again.
void ByteView::growLines()
{
    const int gutter = gutterWidth();
    const bool isInSight = m_rowsShown < topRow() + visibleRows();
    m_rowsShown = m_reader.lines().rowCount();
    if (isInSight || m_reader.lines().isComplete() || !m_scrollBarsUpdated.isValid()
        || m_scrollBarsUpdated.elapsed() >= scrollBarsMs) {
        updateScrollBars(); // drawing them costs more than a step of reading
        m_scrollBarsUpdated.start();
    }
    goToPending();
    if (isInSight || gutter != m_gutterShown)
        viewport()->update();
    m_gutterShown = gutter;
}

/// More was searched, or there is another search, which begins at the first byte.
void ByteView::growSearch()
{
    const present::BodyLines &lines = m_reader.lines();
    const qint64 from = m_searchShown;
    m_searchShown = m_reader.search().searchedTo();
    const qint64 last = std::min(topRow() + visibleRows(), lines.rowCount()) - 1;
    const bool isOther = m_searchShown <= from || m_searchShown <= present::BodyReader::sliceBytes;
    if (isOther || (last >= 0 && from <= lines.row(last).next && m_searchShown >= m_topOffset))
        viewport()->update();
}

ByteRowLook ByteView::look() const
{
    ByteRowLook look;
    look.palette = palette();
    look.group = !isEnabled() ? QPalette::Disabled : hasFocus() ? QPalette::Active : QPalette::Inactive;
    look.selectionBegin = m_caret.begin();
    look.selectionEnd = m_caret.end();
    look.search = &m_reader.search();
    look.left = gutterWidth() - textLeft();
    look.right = viewport()->width() - textLeft();
    return look;
}

void ByteView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (body().isEmpty()) {
        painter.setPen(subdued(palette(), isEnabled() ? QPalette::Active : QPalette::Disabled));
        painter.setFont(parentWidget() ? parentWidget()->font() : font());
        const QRect space = viewport()->rect().adjusted(16, 16, -16, -16);
        painter.drawText(space, int(Qt::AlignCenter) | Qt::TextWordWrap, m_placeholder);
    } else {
        drawRows(painter);
        drawGutter(painter);
        drawCaret(painter);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void ByteView::drawRows(QPainter &painter)
{
    const qreal widestBefore = m_widestSeen;
    layOut(topRow(), visibleRows());
    const ByteRowLook rowLook = look();
    const qint64 end = std::min(topRow() + visibleRows(), m_reader.lines().rowCount());
    painter.setClipRect(viewport()->rect().adjusted(gutterWidth(), 0, 0, 0));
    for (qint64 number = topRow(); number < end; ++number) {
        const ByteRow &row = laidOut(number);
        row.draw(painter, QPointF(textLeft(), double(number - topRow()) * rowHeight()), rowLook);
        m_widestSeen = std::max(m_widestSeen, row.width());
    }
    painter.setClipping(false);
    if (m_widestSeen > widestBefore) // a row turned out wider than its bytes: not while painting
        QMetaObject::invokeMethod(this, &ByteView::updateScrollBars, Qt::QueuedConnection);
}

void ByteView::drawGutter(QPainter &painter) const
{
    const int width = gutterWidth();
    painter.fillRect(0, 0, width, viewport()->height(), palette().brush(QPalette::AlternateBase));
    painter.setPen(subdued(palette(), isEnabled() ? QPalette::Active : QPalette::Disabled));
    painter.setFont(font());
    const qint64 end = std::min(topRow() + visibleRows(), m_reader.lines().rowCount());
    for (qint64 number = topRow(); number < end; ++number) {
        const present::BodyRow &row = laidOut(number).row();
        const QRect space(0, int(number - topRow()) * rowHeight(), width - padding, rowHeight());
        const int flags = int(Qt::AlignRight) | Qt::AlignVCenter;
        if (form() == present::BodyForm::Hex)
            painter.drawText(space, flags, present::hexOffset(row.begin));
        else if (row.isContinuation)
            painter.drawText(space, flags, QString(u'…'));
        else if (row.startsLine)
            painter.drawText(space, flags, QString::number(row.line));
    }
}

void ByteView::drawCaret(QPainter &painter) const
{
    const QRect place = rectOf(m_caret.position());
    if (hasFocus() && place.isValid() && place.left() >= gutterWidth())
        painter.fillRect(place, palette().color(QPalette::Text));
}

QRect ByteView::rectOf(qint64 offset) const
{
    const present::BodyLines &lines = m_reader.lines();
    const qint64 number = offset == m_caret.position() ? m_caret.row(lines) : lines.rowAt(offset);
    if (number < topRow() || number >= topRow() + visibleRows())
        return QRect();
    const int x = textLeft() + int(std::lround(laidOut(number).xOf(offset)));
    return QRect(x, int(number - topRow()) * rowHeight(), 2, rowHeight());
}

qint64 ByteView::offsetAt(QPoint at) const
{
    return laidOut(rowNumberAt(at.y())).offsetAt(at.x() - textLeft());
}

/// Scrolls as little as needed; to the middle when the caret is far away.
void ByteView::ensureCaretVisible()
{
    const qint64 row = m_caret.row(m_reader.lines());
    const qint64 page = wholeRows();
    const bool isFar = row < topRow() - page || row >= topRow() + 2 * page;
    if (isFar)
        verticalScrollBar()->setValue(int(row - page / 2));
    else if (row < topRow())
        verticalScrollBar()->setValue(int(row));
    else if (row >= topRow() + page)
        verticalScrollBar()->setValue(int(row - page + 1));
    const int x = int(laidOut(row).xOf(m_caret.position()));
    const int space = std::max(viewport()->width() - gutterWidth() - 2 * padding, 1);
    const int around = std::min(QFontMetrics(font()).horizontalAdvance(u'0') * 4, space / 4);
    QScrollBar *bar = horizontalScrollBar();
    if (bar->maximum() < x + around - space)
        updateScrollBars();
    if (x - around < bar->value())
        bar->setValue(x - around);
    else if (x + around > bar->value() + space)
        bar->setValue(x + around - space);
    m_isCaretInSight = true;
}

void ByteView::scrollContentsBy(int, int)
{
    const present::BodyLines &lines = m_reader.lines();
    m_topOffset = topRow() < lines.rowCount() ? lines.row(topRow()).begin : 0;
    const qint64 row = m_caret.row(lines);
    m_isCaretInSight = row >= topRow() && row < topRow() + wholeRows();
    viewport()->update();
}

void ByteView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    placeFindBar();
    updateScrollBars();
}

void ByteView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_rows.clear();
        m_widestSeen = 0;
        updateScrollBars();
    }
}

/// The find bar stands below the text, above the horizontal scroll bar.
void ByteView::placeFindBar()
{
    if (!m_findBar)
        return;
    const int height = m_findBar->isHidden() ? 0 : m_findBar->sizeHint().height();
    if (viewportMargins().bottom() != height)
        setViewportMargins(0, 0, 0, height);
    const QRect text = viewport()->geometry();
    m_findBar->setGeometry(text.left(), text.bottom() + 1, text.width(), height);
}

} // namespace app

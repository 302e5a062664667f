// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/byterow.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace app {

namespace {

constexpr QChar cutSign = u'…';
constexpr int margin = 8; ///< Columns beside those in sight that are looked at all the same: a mark may reach in.
constexpr int pieceColumns = 128; ///< A piece is cut from here on where it tears nothing,
constexpr int longestPiece = 512; ///< and here in any case.

bool isPlainLetter(QChar letter)
{
    return letter >= u' ' && letter <= u'~';
}

QColor blended(const QColor &over, const QColor &under, qreal share)
{
    const auto mix = [share](float a, float b) { return float(a * share + b * (1 - share)); };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

} // namespace

QColor subdued(const QPalette &palette, QPalette::ColorGroup group)
{
    return blended(palette.color(group, QPalette::Text), palette.color(group, QPalette::Base), 0.64);
}

QColor foundGround(const QPalette &palette, QPalette::ColorGroup group)
{
    return blended(palette.color(group, QPalette::Highlight), palette.color(group, QPalette::Base), 0.30);
}

ByteRow::ByteRow(QByteArrayView body, const present::BodyRow &row, present::BodyForm form, const QFont &font)
    : m_row(row)
    , m_display(body, row, form)
    , m_font(font)
    , m_advance(QFontMetricsF(font).horizontalAdvance(u'0'))
{
    cutPieces();
}

/// Cuts between two ASCII characters, where no shape, word or mark depends on its neighbour.
void ByteRow::cutPieces()
{
    const QString &text = m_display.text();
    const QFontMetricsF metrics(m_font);
    const bool isFixed = metrics.horizontalAdvance(u'i') == m_advance && metrics.horizontalAdvance(u'M') == m_advance;
    int begin = 0;
    do {
        int end = int(std::min<qsizetype>(begin + pieceColumns, text.size()));
        const int last = int(std::min<qsizetype>(begin + longestPiece, text.size()));
        while (end < last && !(isPlainLetter(text[end]) && isPlainLetter(text[end - 1])))
            ++end;
        if (end < text.size() && text[end].isLowSurrogate())
            ++end;
        Piece piece;
        piece.column = begin;
        piece.length = end - begin;
        piece.isPlain = isFixed && std::all_of(text.cbegin() + begin, text.cbegin() + end, isPlainLetter);
        m_pieces.push_back(std::move(piece));
        begin = end;
    } while (begin < text.size());
}

const QTextLayout &ByteRow::layoutOf(Piece &piece) const
{
    if (piece.layout)
        return *piece.layout;
    piece.layout = std::make_unique<QTextLayout>(m_display.text().mid(piece.column, piece.length), m_font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(m_advance * 8);
    piece.layout->setTextOption(option);
    piece.layout->setCacheEnabled(true);
    piece.layout->beginLayout();
    QTextLine line = piece.layout->createLine();
    if (line.isValid())
        line.setLineWidth(1e7);
    piece.layout->endLayout();
    return *piece.layout;
}

/// The piece `number` with its place; that of the pieces before it has to be found first.
ByteRow::Piece &ByteRow::placed(size_t number) const
{
    for (; m_placed <= number; ++m_placed) {
        Piece &piece = m_pieces[m_placed];
        piece.x = m_placed == 0 ? 0 : m_pieces[m_placed - 1].x + m_pieces[m_placed - 1].width;
        piece.width = piece.isPlain || piece.length == 0 ? m_advance * piece.length
                                                         : layoutOf(piece).lineAt(0).cursorToX(piece.length);
    }
    return m_pieces[number];
}

ByteRow::Piece &ByteRow::pieceOfColumn(int column) const
{
    const auto after = std::upper_bound(m_pieces.cbegin(), m_pieces.cend(), column,
                                        [](int value, const Piece &piece) { return value < piece.column; });
    return placed(size_t(std::max<std::ptrdiff_t>(after - m_pieces.cbegin() - 1, 0)));
}

ByteRow::Piece &ByteRow::pieceAt(qreal x) const
{
    size_t number = 0;
    while (number + 1 < m_pieces.size() && x >= placed(number).x + placed(number).width)
        ++number;
    return placed(number);
}

qreal ByteRow::columnX(int column) const
{
    Piece &piece = pieceOfColumn(column);
    const int inside = std::min(column - piece.column, piece.length);
    return piece.x
        + (piece.isPlain || piece.length == 0 ? m_advance * inside : layoutOf(piece).lineAt(0).cursorToX(inside));
}

int ByteRow::columnAtX(qreal x, QTextLine::CursorPosition mode) const
{
    Piece &piece = pieceAt(x);
    if (!piece.isPlain)
        return piece.length == 0 ? piece.column : piece.column + layoutOf(piece).lineAt(0).xToCursor(x - piece.x, mode);
    const qreal columns = std::clamp((x - piece.x) / m_advance, 0.0, qreal(piece.length));
    return piece.column + int(mode == QTextLine::CursorOnCharacter ? columns : columns + 0.5);
}

qreal ByteRow::width() const
{
    const Piece &last = placed(std::max<size_t>(m_placed, 1) - 1);
    const auto unseen = m_display.text().size() - last.column - last.length;
    return last.x + last.width + m_advance * qreal(unseen) + QFontMetricsF(m_font).horizontalAdvance(cutSign) * 2;
}

qreal ByteRow::xOf(qint64 offset) const
{
    return columnX(m_display.columnAt(offset));
}

qint64 ByteRow::offsetAt(qreal x) const
{
    const int column = columnAtX(x, QTextLine::CursorBetweenCharacters);
    const qint64 offset = m_display.offsetAt(column);
    const bool isTwin = m_display.twinColumn() >= 0 && column >= m_display.twinColumn();
    if (isTwin || column <= m_display.columnAt(offset))
        return offset;
    // Within the columns of one mark: the nearer of its two edges.
    const qint64 next = m_display.offsetAfter(offset);
    return next >= 0 && x - xOf(offset) > xOf(next) - x ? next : offset;
}

qint64 ByteRow::characterAt(qreal x) const
{
    return m_display.offsetAt(columnAtX(x, QTextLine::CursorOnCharacter));
}

void ByteRow::addRange(Ranges &ranges, qint64 begin, qint64 end, const QTextCharFormat &format) const
{
    if (end <= m_row.begin || begin >= m_row.next || begin >= end)
        return;
    const int first = m_display.columnAt(std::max(begin, m_row.begin));
    const int last = m_display.columnAt(std::min(end, m_row.end));
    if (last <= first)
        return;
    ranges.append({first, last - first, format});
    if (const int twin = m_display.twinColumn(); twin >= 0) {
        const auto from = int(std::max(begin, m_row.begin) - m_row.begin);
        const auto to = int(std::min(end, m_row.end) - m_row.begin);
        ranges.append({twin + from, to - from, format});
    }
}

/// The marks that are in sight: a row can have a thousand.
QList<present::DisplaySpan> ByteRow::marksInSight(const ByteRowLook &look) const
{
    QList<present::DisplaySpan> marks;
    if (m_display.spans().isEmpty())
        return marks;
    const int first = columnAtX(look.left, QTextLine::CursorOnCharacter) - margin;
    const int last = columnAtX(look.right, QTextLine::CursorOnCharacter) + margin;
    for (const present::DisplaySpan &span : m_display.spans()) {
        if (span.kind == present::DisplaySpan::Kind::Mark && span.column >= first && span.column <= last)
            marks.append(span);
    }
    return marks;
}

void ByteRow::addMatches(Ranges &ranges, const ByteRowLook &look) const
{
    if (!look.search || look.search->count() == 0)
        return;
    QTextCharFormat format;
    format.setBackground(foundGround(look.palette, look.group));
    // Marks, too, are in the colour of the text there: subdued they could not be read on this ground.
    format.setForeground(look.palette.color(look.group, QPalette::Text));
    const bool isShort = m_display.twinColumn() >= 0;
    const qint64 first
        = isShort ? m_row.begin : m_display.offsetAt(columnAtX(look.left, QTextLine::CursorOnCharacter) - margin);
    const qint64 last
        = isShort ? m_row.end : m_display.offsetAt(columnAtX(look.right, QTextLine::CursorOnCharacter) + margin);
    qsizetype number = look.search->firstFrom(first);
    if (number > 0)
        --number; // it may reach into what is in sight
    for (; number < look.search->count(); ++number) {
        const present::ByteSearch::Match match = look.search->match(number);
        if (match.offset >= last)
            break;
        addRange(ranges, match.offset, match.offset + match.length, format);
    }
}

/// All formats, by columns of the row; later ones lie over earlier ones.
ByteRow::Ranges ByteRow::ranges(const ByteRowLook &look) const
{
    Ranges all;
    QTextCharFormat mark;
    mark.setForeground(subdued(look.palette, look.group));
    const QList<present::DisplaySpan> marks = marksInSight(look);
    all.reserve(marks.size() + 1);
    for (const present::DisplaySpan &span : marks)
        all.append({span.column, span.length, mark});
    addMatches(all, look);
    QTextCharFormat selected;
    selected.setBackground(look.palette.brush(look.group, QPalette::Highlight));
    selected.setForeground(look.palette.brush(look.group, QPalette::HighlightedText));
    addRange(all, look.selectionBegin, look.selectionEnd, selected);
    return all;
}

void ByteRow::draw(QPainter &painter, QPointF at, const ByteRowLook &look) const
{
    const Ranges all = ranges(look);
    painter.setPen(look.palette.color(look.group, QPalette::Text));
    for (size_t number = 0; number < m_pieces.size() && placed(number).x <= look.right; ++number) {
        Piece &piece = m_pieces[number];
        if (piece.length == 0 || piece.x + piece.width < look.left)
            continue;
        Ranges inside;
        inside.reserve(all.size());
        for (const QTextLayout::FormatRange &range : all) {
            const int first = std::max(range.start - piece.column, 0);
            const int last = std::min(range.start + range.length - piece.column, piece.length);
            if (last > first)
                inside.append({first, last - first, range.format});
        }
        layoutOf(piece).draw(&painter, at + QPointF(piece.x, 0), inside);
    }
    drawFrames(painter, at, look);
    drawRowEnd(painter, at, look);
}

/// The frames of the marks, which tell the mark NUL from the three letters, selected or not.
void ByteRow::drawFrames(QPainter &painter, QPointF at, const ByteRowLook &look) const
{
    const QList<present::DisplaySpan> marks = marksInSight(look);
    if (marks.isEmpty())
        return;
    const qreal height = QFontMetricsF(m_font).height();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const present::DisplaySpan &span : marks) {
        const qint64 offset = m_display.offsetAt(span.column);
        const bool isSelected = offset >= look.selectionBegin && offset < look.selectionEnd;
        painter.setPen(isSelected ? look.palette.color(look.group, QPalette::HighlightedText)
                                  : subdued(look.palette, look.group));
        const qreal left = columnX(span.column);
        const qreal right = columnX(span.column + span.length);
        painter.drawRoundedRect(QRectF(at.x() + left - 0.5, at.y() + 0.5, right - left + 1, height - 1), 3, 3);
    }
    painter.restore();
}

/// What stands behind the text: the sign for a cut, and a selected line end.
void ByteRow::drawRowEnd(QPainter &painter, QPointF at, const ByteRowLook &look) const
{
    if (m_placed < m_pieces.size())
        return; // not in sight yet
    const QFontMetricsF metrics(m_font);
    const qreal end = at.x() + xOf(m_row.end);
    if (m_row.isCut) {
        painter.setPen(subdued(look.palette, look.group));
        painter.setFont(m_font);
        painter.drawText(QPointF(end + metrics.horizontalAdvance(cutSign) / 2, at.y() + metrics.ascent()), cutSign);
    } else if (m_row.end < m_row.next && look.selectionBegin <= m_row.end && look.selectionEnd > m_row.end) {
        painter.fillRect(QRectF(end, at.y(), metrics.horizontalAdvance(u' '), metrics.height()),
                         look.palette.brush(look.group, QPalette::Highlight));
    }
}

} // namespace app

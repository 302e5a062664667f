// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/byterow.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace app {

namespace {

constexpr QChar cutSign = u'…';
constexpr int margin = 64; ///< Columns beside those in sight that are drawn all the same: some reach in.

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

ByteRow::ByteRow(QByteArrayView body, const present::BodyRow &row, present::BodyForm form, const QFont &font)
    : m_row(row)
    , m_display(body, row, form)
    , m_layout(m_display.text(), font)
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(QFontMetricsF(font).horizontalAdvance(u' ') * 8);
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true);
    m_layout.beginLayout();
    QTextLine line = m_layout.createLine();
    if (line.isValid()) {
        line.setLineWidth(1e7);
        line.setPosition(QPointF(0, 0));
    }
    m_layout.endLayout();
}

qreal ByteRow::width() const
{
    const qreal text = m_layout.lineCount() > 0 ? m_layout.lineAt(0).naturalTextWidth() : 0;
    return text + QFontMetricsF(m_layout.font()).horizontalAdvance(cutSign) * 2;
}

qreal ByteRow::xOf(qint64 offset) const
{
    return m_layout.lineCount() > 0 ? m_layout.lineAt(0).cursorToX(m_display.columnAt(offset)) : 0;
}

qint64 ByteRow::offsetAt(qreal x) const
{
    if (m_layout.lineCount() == 0)
        return m_row.begin;
    const int column = m_layout.lineAt(0).xToCursor(x);
    const qint64 offset = m_display.offsetAt(column);
    const int first = m_display.columnAt(offset);
    if (column <= first)
        return offset;
    // Within the columns of one mark: the nearer of its two edges.
    const qint64 next = m_display.offsetAfter(offset);
    return next >= 0 && x - xOf(offset) > xOf(next) - x ? next : offset;
}

qint64 ByteRow::characterAt(qreal x) const
{
    if (m_layout.lineCount() == 0)
        return m_row.begin;
    return m_display.offsetAt(m_layout.lineAt(0).xToCursor(x, QTextLine::CursorOnCharacter));
}

void ByteRow::addRange(QList<QTextLayout::FormatRange> &ranges, qint64 begin, qint64 end,
                       const QTextCharFormat &format) const
{
    if (end <= m_row.begin || begin >= m_row.next || begin >= end)
        return;
    const int first = m_display.columnAt(std::max(begin, m_row.begin));
    const int last = m_display.columnAt(std::min(end, m_row.end));
    if (last > first)
        ranges.append({first, last - first, format});
}

/// The marks that are in sight, and some beside them: a row can have a thousand.
QList<present::DisplaySpan> ByteRow::marksInSight(const ByteRowLook &look) const
{
    QList<present::DisplaySpan> marks;
    if (m_layout.lineCount() == 0)
        return marks;
    const int first = m_layout.lineAt(0).xToCursor(look.left) - margin;
    const int last = m_layout.lineAt(0).xToCursor(look.right) + margin;
    for (const present::DisplaySpan &span : m_display.spans()) {
        if (span.kind == present::DisplaySpan::Kind::Mark && span.column >= first && span.column <= last)
            marks.append(span);
    }
    return marks;
}

void ByteRow::addMatches(QList<QTextLayout::FormatRange> &ranges, const ByteRowLook &look) const
{
    if (!look.search || look.search->count() == 0 || m_layout.lineCount() == 0)
        return;
    QTextCharFormat format;
    format.setBackground(blended(look.palette.color(look.group, QPalette::Highlight),
                                 look.palette.color(look.group, QPalette::Base), 0.30));
    const qint64 first = m_display.offsetAt(m_layout.lineAt(0).xToCursor(look.left) - margin);
    const qint64 last = m_display.offsetAt(m_layout.lineAt(0).xToCursor(look.right) + margin);
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

void ByteRow::draw(QPainter &painter, QPointF at, const ByteRowLook &look) const
{
    QList<QTextLayout::FormatRange> ranges;
    QTextCharFormat mark;
    mark.setForeground(subdued(look.palette, look.group));
    for (const present::DisplaySpan &span : marksInSight(look))
        ranges.append({span.column, span.length, mark});
    addMatches(ranges, look);
    QTextCharFormat selected;
    selected.setBackground(look.palette.brush(look.group, QPalette::Highlight));
    selected.setForeground(look.palette.brush(look.group, QPalette::HighlightedText));
    addRange(ranges, look.selectionBegin, look.selectionEnd, selected);
    painter.setPen(look.palette.color(look.group, QPalette::Text));
    m_layout.draw(&painter, at, ranges);
    drawFrames(painter, at, look);
    drawRowEnd(painter, at, look);
}

/// The frames of the marks, which tell the mark NUL from the three letters, selected or not.
void ByteRow::drawFrames(QPainter &painter, QPointF at, const ByteRowLook &look) const
{
    const QList<present::DisplaySpan> marks = marksInSight(look);
    if (marks.isEmpty())
        return;
    const QTextLine line = m_layout.lineAt(0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const present::DisplaySpan &span : marks) {
        const qint64 offset = m_display.offsetAt(span.column);
        const bool isSelected = offset >= look.selectionBegin && offset < look.selectionEnd;
        painter.setPen(isSelected ? look.palette.color(look.group, QPalette::HighlightedText)
                                  : subdued(look.palette, look.group));
        const qreal left = line.cursorToX(span.column);
        const qreal right = line.cursorToX(span.column + span.length);
        painter.drawRoundedRect(QRectF(at.x() + left - 0.5, at.y() + 0.5, right - left + 1, line.height() - 1), 3, 3);
    }
    painter.restore();
}

/// What stands behind the text: the sign for a cut, and a selected line end.
void ByteRow::drawRowEnd(QPainter &painter, QPointF at, const ByteRowLook &look) const
{
    const QFontMetricsF metrics(m_layout.font());
    const qreal end = at.x() + xOf(m_row.end);
    if (m_row.isCut) {
        painter.setPen(subdued(look.palette, look.group));
        painter.setFont(m_layout.font());
        painter.drawText(QPointF(end + metrics.horizontalAdvance(cutSign) / 2, at.y() + metrics.ascent()), cutSign);
    } else if (m_row.end < m_row.next && look.selectionBegin <= m_row.end && look.selectionEnd > m_row.end) {
        painter.fillRect(QRectF(end, at.y(), metrics.horizontalAdvance(u' '), metrics.height()),
                         look.palette.brush(look.group, QPalette::Highlight));
    }
}

} // namespace app

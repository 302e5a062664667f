// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/bodycursor.h"

#include "present/body/displaytext.h"

#include <algorithm>

namespace present {

namespace {

DisplayText displayOf(const BodyLines &lines, const BodyRow &row)
{
    return DisplayText(lines.bytes(), row, lines.form());
}

qint64 after(const BodyLines &lines, qint64 number, qint64 offset)
{
    const BodyRow row = lines.row(number);
    const qint64 found = displayOf(lines, row).offsetAfter(offset);
    if (found < 0 || (found == row.end && row.isCut))
        return row.next;
    return found;
}

qint64 before(const BodyLines &lines, qint64 number, qint64 offset)
{
    const BodyRow row = lines.row(number);
    if (offset > row.end)
        return row.end;
    const qint64 found = displayOf(lines, row).offsetBefore(offset);
    if (found >= 0)
        return found;
    if (number == 0)
        return row.begin;
    const BodyRow above = lines.row(number - 1);
    if (above.end < above.next)
        return above.end; // over the line end or the blanks
    return std::max(displayOf(lines, above).offsetBefore(above.end), above.begin);
}

/// True when the character at `offset` belongs to a word; `offset` must be in the row `display` shows.
bool isInWord(const DisplayText &display, qint64 offset)
{
    if (display.twinColumn() >= 0)
        return false; // each byte stands for itself
    const int column = display.columnAt(offset);
    const QString &text = display.text();
    if (column >= text.size() || display.offsetAt(column) != offset)
        return false;
    for (const DisplaySpan &span : display.spans()) {
        if (column >= span.column && column < span.column + span.length)
            return false;
    }
    const QChar letter = text[column];
    return letter.isLetterOrNumber() || letter.isSurrogate() || letter.isMark() || letter == u'_' || letter == u'-';
}

} // namespace

qint64 BodyCursor::row(const BodyLines &lines) const
{
    const qint64 number = lines.rowAt(m_position);
    if (m_isAtRowEnd && number > 0 && lines.row(number).begin == m_position)
        return number - 1;
    return number;
}

void BodyCursor::move(const BodyLines &lines, Move move, Mode mode)
{
    const qint64 number = row(lines);
    switch (move) {
    case Move::Left:
        return moveTo(lines, before(lines, number, m_position), mode, false);
    case Move::Right:
        return moveTo(lines, after(lines, number, m_position), mode, false);
    case Move::WordLeft: {
        const DisplayText display = displayOf(lines, lines.row(number));
        qint64 at = before(lines, number, m_position);
        for (qint64 next = display.offsetBefore(at); next >= 0 && isInWord(display, next) && isInWord(display, at);
             next = display.offsetBefore(at))
            at = next;
        return moveTo(lines, at, mode, false);
    }
    case Move::WordRight: {
        const DisplayText display = displayOf(lines, lines.row(number));
        qint64 at = m_position;
        while (isInWord(display, at))
            at = display.offsetAfter(at);
        return moveTo(lines, at == m_position ? after(lines, number, at) : at, mode, false);
    }
    case Move::RowStart: {
        const DisplayText display = displayOf(lines, lines.row(number));
        return moveTo(lines, display.offsetAt(display.columnAt(lines.row(number).begin)), mode, false);
    }
    case Move::RowEnd:
        return moveTo(lines, lines.row(number).end, mode, true);
    case Move::BodyStart:
        return moveTo(lines, 0, mode, false);
    case Move::BodyEnd:
        return moveTo(lines, lines.bytes().size(), mode, false);
    }
}

void BodyCursor::moveTo(const BodyLines &lines, qint64 offset, Mode mode, bool atRowEnd)
{
    m_position = std::clamp<qint64>(offset, 0, lines.bytes().size());
    m_isAtRowEnd = atRowEnd;
    if (mode == Mode::Move)
        m_anchor = m_position;
}

void BodyCursor::select(qint64 begin, qint64 end)
{
    m_anchor = begin;
    m_position = end;
    m_isAtRowEnd = false;
}

void BodyCursor::selectWord(const BodyLines &lines, qint64 offset)
{
    const qint64 number = lines.rowAt(offset);
    const DisplayText display = displayOf(lines, lines.row(number));
    qint64 begin = offset;
    qint64 end = offset;
    while (isInWord(display, end))
        end = display.offsetAfter(end);
    if (end == offset)
        end = std::max(display.offsetAfter(offset), offset);
    else
        for (qint64 previous = display.offsetBefore(begin); previous >= 0 && isInWord(display, previous);
             previous = display.offsetBefore(begin))
            begin = previous;
    select(begin, end);
    m_isAtRowEnd = true;
}

} // namespace present

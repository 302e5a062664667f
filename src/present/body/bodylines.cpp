// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/bodylines.h"

#include "present/body/displaytext.h"
#include "json/utf8.h"

#include <algorithm>

namespace present {

namespace {

constexpr qint64 stride = 64; ///< One row in so many is remembered.

/// The first byte behind the line end at or after `at`, or the end of `text`.
qint64 nextLine(QByteArrayView text, qint64 at)
{
    while (at < text.size() && text[at] != '\n' && text[at] != '\r')
        ++at;
    if (at == text.size())
        return at;
    const bool isCrLf = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    return at + (isCrLf ? 2 : 1);
}

} // namespace

int indentColumns(int depth)
{
    return std::min(depth, 48) * 2;
}

BodyLines::BodyLines(QByteArray bytes, BodyForm form)
    : m_bytes(std::move(bytes))
    , m_form(form)
{ }

bool BodyLines::extend(qint64 most)
{
    const qint64 stop = m_state.at + most;
    while (!m_state.isDone && (m_state.at < stop || m_rowCount == 0)) {
        if (m_rowCount % stride == 0)
            m_remembered.append(m_state);
        const BodyRow row = readRow(m_bytes, m_form, m_state);
        const qint64 columns = m_form == BodyForm::Hex ? hexColumns(row.end - row.begin) : row.end - row.begin;
        m_widest = std::max(m_widest, indentColumns(row.depth) + std::min(columns, longestRow));
        ++m_rowCount;
    }
    return m_state.isDone;
}

QList<BodyRow> BodyLines::rows(qint64 first, qint64 count) const
{
    QList<BodyRow> found;
    if (first < 0 || first >= m_rowCount)
        return found;
    const qint64 last = std::min(first + count, m_rowCount);
    found.reserve(last - first);
    RowState state = m_remembered.at(first / stride);
    for (qint64 number = first / stride * stride; number < last; ++number) {
        const BodyRow row = readRow(m_bytes, m_form, state);
        if (number >= first)
            found.append(row);
    }
    return found;
}

BodyRow BodyLines::row(qint64 number) const
{
    Q_ASSERT(number >= 0 && number < m_rowCount);
    return rows(number, 1).constFirst();
}

qint64 BodyLines::rowAt(qint64 offset) const
{
    Q_ASSERT(m_rowCount > 0);
    const auto after = std::upper_bound(m_remembered.cbegin(), m_remembered.cend(), offset,
                                        [](qint64 value, const RowState &state) { return value < state.at; });
    const qint64 known = std::max<qint64>(after - m_remembered.cbegin() - 1, 0);
    RowState state = m_remembered.at(known);
    qint64 number = known * stride;
    for (; number < m_rowCount - 1; ++number) {
        if (readRow(m_bytes, m_form, state).next > offset)
            break;
    }
    return number;
}

std::optional<qint64> BodyLines::offsetOf(json::Position position) const
{
    if (!m_state.isDone && m_state.line <= position.line)
        return std::nullopt;
    // A remembered row may begin within its line: only one of an earlier line is sure to stand before the line's start.
    const auto after = std::lower_bound(m_remembered.cbegin(), m_remembered.cend(), position.line,
                                        [](const RowState &state, qint64 line) { return state.line < line; });
    const bool isFirst = after == m_remembered.cbegin();
    qint64 line = isFirst ? 1 : std::prev(after)->line;
    qint64 at = isFirst ? 0 : std::prev(after)->at;
    for (; line < position.line && at < m_bytes.size(); ++line)
        at = nextLine(m_bytes, at);
    for (qint64 column = 1; column < position.column && at < m_bytes.size(); ++column) {
        const bool isCrLf = m_bytes[at] == '\r' && at + 1 < m_bytes.size() && m_bytes[at + 1] == '\n';
        if (m_bytes[at] == '\n' || (m_bytes[at] == '\r' && !isCrLf))
            break; // the place between CR and LF still belongs to the line
        at += std::max(1, json::utf8Length(QByteArrayView(m_bytes).sliced(at)));
    }
    return at;
}

} // namespace present

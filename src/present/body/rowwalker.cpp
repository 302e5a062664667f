// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/rowwalker.h"

#include "json/utf8.h"

#include <algorithm>
#include <cstring>

namespace present {

namespace {

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/// `at`, or up to three bytes before it when a UTF-8 sequence would be torn there.
qint64 characterStart(QByteArrayView text, qint64 at)
{
    for (qint64 back = 1; back <= 3 && back <= at; ++back) {
        const uchar byte = static_cast<uchar>(text[at - back]);
        if ((byte & 0xC0) == 0x80)
            continue; // a tail; its head may stand before it
        return json::utf8Length(text.sliced(at - back)) > back ? at - back : at;
    }
    return at;
}

/// The first LF or CR in `text` from `from` up to `to`, or `to`.
qint64 findLineEnd(QByteArrayView text, qint64 from, qint64 to)
{
    const auto find = [&](int byte, qint64 end) {
        if (from == end)
            return end; // an empty text has no bytes to point at
        const void *found = std::memchr(text.data() + from, byte, size_t(end - from));
        return found ? qint64(static_cast<const char *>(found) - text.data()) : end;
    };
    return find('\r', find('\n', to));
}

BodyRow readRawRow(QByteArrayView text, RowState &state)
{
    BodyRow row;
    row.begin = state.at;
    row.line = state.line;
    row.isContinuation = state.isContinuation;
    row.startsLine = !state.isContinuation;
    const qint64 limit = std::min<qint64>(state.at + longestRow, text.size());
    const qint64 searched = std::min<qint64>(limit + 1, text.size()); // a line of just the longest length is not cut
    const qint64 found = findLineEnd(text, state.at, searched);
    state.isContinuation = false;
    if (found < searched) {
        const bool isCr = text[found] == '\r';
        const bool isCrLf = isCr && found + 1 < text.size() && text[found + 1] == '\n';
        row.end = isCr ? found + 1 : found;
        row.next = isCrLf ? found + 2 : found + 1;
        ++state.line;
    } else if (limit == text.size()) {
        row.end = row.next = limit;
        state.isDone = true;
    } else {
        row.end = row.next = characterStart(text, limit);
        row.isCut = true;
        state.isContinuation = true;
    }
    state.at = row.next;
    return row;
}

BodyRow readHexRow(QByteArrayView text, RowState &state)
{
    BodyRow row;
    row.begin = state.at;
    row.line = state.line;
    row.end = row.next = std::min<qint64>(state.at + hexRowBytes, text.size());
    const char following = row.next < text.size() ? text[row.next] : '\0';
    state.line += lineEnds(text.sliced(row.begin, row.next - row.begin), following);
    state.at = row.next;
    state.isDone = row.next == text.size();
    return row;
}

/// Reads one row of the indented form.
class IndentedRow
{
public:
    IndentedRow(QByteArrayView text, RowState &state)
        : m_text(text)
        , m_state(state)
        , m_at(state.at)
        , m_stop(std::min<qint64>(state.at + widestRow, text.size()))
    { }

    BodyRow read();

private:
    void skipBlanks();
    void readString();
    bool readToken();
    bool open();
    void take(qint64 bytes);
    bool isFull() const { return m_shown >= longestRow || m_at >= m_stop; }

    QByteArrayView m_text;
    RowState &m_state;
    BodyRow m_row;
    qint64 m_at;
    qint64 m_stop;
    qint64 m_shown = 0;
};

BodyRow IndentedRow::read()
{
    m_row.begin = m_row.end = m_at;
    m_row.isContinuation = m_state.isContinuation;
    m_row.startsInString = m_state.inString;
    if (!m_state.inString)
        skipBlanks();
    m_row.line = m_state.line + lineEnds(m_text.sliced(m_row.begin, m_at - m_row.begin), 0);
    m_row.startsLine = m_row.line != m_state.lastLine;
    const bool closes = !m_state.inString && m_at < m_text.size() && (m_text[m_at] == '}' || m_text[m_at] == ']');
    m_row.depth = m_state.depth - (closes ? 1 : 0);
    bool goesOn = true;
    while (goesOn && !isFull()) {
        if (m_state.inString)
            readString();
        else
            goesOn = readToken();
    }
    m_row.isCut = goesOn && m_at < m_text.size();
    if (!m_state.inString)
        skipBlanks();
    m_row.next = m_at;
    const char following = m_at < m_text.size() ? m_text[m_at] : '\0';
    m_state.line += lineEnds(m_text.sliced(m_row.begin, m_at - m_row.begin), following);
    m_state.lastLine = m_row.line;
    m_state.isContinuation = m_row.isCut;
    m_state.at = m_at;
    m_state.isDone = m_at == m_text.size();
    return m_row;
}

void IndentedRow::skipBlanks()
{
    while (m_at < m_stop && isBlank(m_text[m_at]))
        ++m_at;
}

void IndentedRow::take(qint64 bytes)
{
    m_at += bytes;
    m_shown += bytes;
    m_row.end = m_at;
}

/// Takes the rest of the string, or as much of it as the row holds, and tears neither a character nor an escape.
void IndentedRow::readString()
{
    const qint64 limit = std::min<qint64>(m_at + longestRow - m_shown, m_text.size());
    qint64 at = m_at;
    while (at < limit && m_text[at] != '"') {
        if (m_text[at] == '\\')
            at += m_text[at + 1] == 'u' ? 6 : 2;
        else
            ++at;
    }
    if (at < limit) {
        ++at;
        m_state.inString = false;
    } else {
        at = characterStart(m_text, at);
    }
    take(at - m_at);
    if (m_state.inString)
        m_shown = longestRow; // the next character may not fit whole
}

/// Takes one token that begins outside a string, or one byte of a number or word; false when the row ends with it.
bool IndentedRow::readToken()
{
    switch (m_text[m_at]) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
        skipBlanks();
        return true;
    case '"':
        m_state.inString = true;
        take(1);
        return true;
    case '{':
    case '[':
        return open();
    case '}':
    case ']':
        if (m_shown > 0)
            return false; // it begins the next row
        --m_state.depth;
        take(1);
        return true;
    case ',':
        take(1);
        return false;
    default:
        take(1);
        return true;
    }
}

/// Takes a brace or bracket, and its partner as well when nothing stands between them.
bool IndentedRow::open()
{
    const qint64 begin = m_at;
    take(1);
    skipBlanks();
    if (m_at < m_stop && m_text[m_at] == m_text[begin] + 2) { // '{' '}' and '[' ']' are two apart
        take(1);
        return true;
    }
    ++m_state.depth;
    return false;
}

} // namespace

BodyRow readRow(QByteArrayView text, BodyForm form, RowState &state)
{
    Q_ASSERT(!state.isDone);
    switch (form) {
    case BodyForm::Raw:
        return readRawRow(text, state);
    case BodyForm::Indented:
        return IndentedRow(text, state).read();
    case BodyForm::Hex:
        return readHexRow(text, state);
    }
    Q_UNREACHABLE();
}

qint64 lineEnds(QByteArrayView blanks, char following)
{
    qint64 count = 0;
    for (qsizetype at = 0; at < blanks.size(); ++at) {
        const char next = at + 1 < blanks.size() ? blanks[at + 1] : following;
        if (blanks[at] == '\n' || (blanks[at] == '\r' && next != '\n'))
            ++count;
    }
    return count;
}

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/displaytext.h"

#include "present/body/bodylines.h"
#include "present/body/marks.h"
#include "json/utf8.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace present {

namespace {

/// The character of the well-formed UTF-8 sequence of `length` bytes at `at`.
char32_t characterAt(const char *at, int length)
{
    const auto byte = [at](int index) { return char32_t(static_cast<uchar>(at[index])); };
    switch (length) {
    case 1:
        return byte(0);
    case 2:
        return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    case 3:
        return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    default:
        return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    }
}

/// Where the characters of a row of hexadecimal digits begin: the digits, a blank between bytes, one more in the middle
/// and two behind.
constexpr qsizetype twinColumn = hexRowBytes * 3 + 2;
constexpr QChar noAscii = u'\u00B7'; ///< Stands for a byte that is no printable ASCII, the full stop for itself alone.

} // namespace

/// Fills a DisplayText, byte by byte.
class DisplayWriter
{
public:
    DisplayWriter(DisplayText &target, QByteArrayView body)
        : m_target(target)
        , m_body(body)
    { }

    void writeRaw();
    void writeIndented(const BodyRow &row);
    void writeHex();

private:
    qint64 writeCharacter(qint64 at);
    void write(QStringView text, qint64 at, bool isLayout);
    void writeMark(const QString &mark, qint64 at);
    void writeLayout(QStringView layout, qint64 at);
    void setRightToLeft(bool on, qint64 at);

    DisplayText &m_target;
    QByteArrayView m_body;
    bool m_isRightToLeft = false;
};

void DisplayWriter::writeRaw()
{
    for (qint64 at = m_target.m_begin; at < m_target.m_end;)
        at = writeCharacter(at);
    setRightToLeft(false, m_target.m_end);
}

void DisplayWriter::writeIndented(const BodyRow &row)
{
    writeLayout(QString(indentColumns(row.depth), u' '), row.begin);
    bool inString = row.startsInString;
    for (qint64 at = row.begin; at < row.end;) {
        const char byte = m_body[at];
        if (!inString && (byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t')) {
            ++at;
            continue;
        }
        if (inString && byte == '\\' && at + 1 < row.end)
            at = writeCharacter(at); // the escaped character is written below: it opens and closes nothing
        else if (byte == '"')
            inString = !inString;
        at = writeCharacter(at);
        if (!inString && byte == ':')
            writeLayout(u" ", at);
    }
    setRightToLeft(false, row.end);
}

void DisplayWriter::writeHex()
{
    static constexpr char16_t digits[] = u"0123456789ABCDEF";
    const qint64 begin = m_target.m_begin;
    for (qint64 at = begin; at < m_target.m_end; ++at) {
        if (at > begin)
            writeLayout(at == begin + hexRowBytes / 2 ? u"  " : u" ", at);
        const uchar byte = static_cast<uchar>(m_body[at]);
        const char16_t pair[] = {digits[byte >> 4], digits[byte & 0x0F]};
        write(QStringView(pair, 2), at, false);
    }
    QString &text = m_target.m_text;
    m_target.m_twinColumn = int(twinColumn);
    text += QString(twinColumn - text.size(), u' ');
    for (qint64 at = begin; at < m_target.m_end; ++at) {
        const char byte = m_body[at];
        text += byte >= ' ' && byte <= '~' ? QChar(char16_t(byte)) : noAscii;
    }
}

/// Writes the character or stray byte at `at`; returns where the next one begins.
qint64 DisplayWriter::writeCharacter(qint64 at)
{
    const uchar byte = static_cast<uchar>(m_body[at]);
    if (byte >= 0x20 && byte < 0x7F) {
        setRightToLeft(false, at);
        const QChar letter(char16_t{byte});
        write(QStringView(&letter, 1), at, false);
        return at + 1;
    }
    const int length = json::utf8Length(m_body.sliced(at, std::min<qint64>(4, m_body.size() - at)));
    if (length == 0 || at + length > m_target.m_end) {
        writeMark(markOfByte(byte), at);
        return at + 1;
    }
    const char32_t character = characterAt(m_body.data() + at, length);
    const QString mark = markOf(character);
    if (!mark.isEmpty()) {
        writeMark(mark, at);
    } else {
        const bool joinsWord = m_isRightToLeft && QChar::direction(character) == QChar::DirNSM;
        setRightToLeft(joinsWord || isRightToLeft(character), at);
        write(QString::fromUcs4(&character, 1), at, false);
    }
    return at + length;
}

void DisplayWriter::write(QStringView text, qint64 at, bool isLayout)
{
    m_target.m_text += text;
    for (qsizetype unit = 0; unit < text.size(); ++unit)
        m_target.m_cells.append({quint32(at - m_target.m_begin), isLayout});
}

void DisplayWriter::writeMark(const QString &mark, qint64 at)
{
    setRightToLeft(false, at);
    m_target.m_spans.append({int(m_target.m_text.size()), int(mark.size()), DisplaySpan::Kind::Mark});
    write(mark, at, false);
}

void DisplayWriter::writeLayout(QStringView layout, qint64 at)
{
    if (layout.isEmpty())
        return;
    m_target.m_spans.append({int(m_target.m_text.size()), int(layout.size()), DisplaySpan::Kind::Layout});
    write(layout, at, true);
}

/// Begins or ends a right-to-left word before the byte `at`.
void DisplayWriter::setRightToLeft(bool on, qint64 at)
{
    if (on == m_isRightToLeft)
        return;
    m_isRightToLeft = on;
    writeLayout(u"\u200E", at);
}

DisplayText::DisplayText(QByteArrayView body, const BodyRow &row, BodyForm form)
    : m_begin(row.begin)
    , m_end(row.end)
{
    const auto most = std::min<qint64>(row.end - row.begin, longestRow) + indentColumns(row.depth) + 8;
    m_text.reserve(most);
    m_cells.reserve(most);
    DisplayWriter writer(*this, body);
    switch (form) {
    case BodyForm::Raw:
        writer.writeRaw();
        break;
    case BodyForm::Indented:
        writer.writeIndented(row);
        break;
    case BodyForm::Hex:
        writer.writeHex();
        break;
    }
}

qint64 hexColumns(qint64 bytes)
{
    return twinColumn + bytes;
}

qint64 DisplayText::offsetAt(qsizetype column) const
{
    column = std::max<qsizetype>(column, 0);
    if (m_twinColumn >= 0 && column >= m_twinColumn)
        return std::min(m_begin + column - m_twinColumn, m_end);
    return column < m_cells.size() ? m_begin + m_cells.at(column).offset : m_end;
}

/// The first cell, layout or not, of a byte at or after `offset`.
qsizetype DisplayText::firstCellAt(qint64 offset) const
{
    const auto found = std::lower_bound(m_cells.cbegin(), m_cells.cend(), offset - m_begin,
                                        [](const Cell &cell, qint64 value) { return qint64(cell.offset) < value; });
    return found - m_cells.cbegin();
}

int DisplayText::columnAt(qint64 offset) const
{
    qsizetype column = firstCellAt(offset);
    while (column < m_cells.size() && m_cells.at(column).isLayout)
        ++column;
    return int(column);
}

qint64 DisplayText::offsetAfter(qint64 offset) const
{
    if (offset >= m_end)
        return -1;
    return offsetAt(columnAt(std::max(offset, m_begin) + 1));
}

qint64 DisplayText::offsetBefore(qint64 offset) const
{
    for (qsizetype column = firstCellAt(offset); column > 0; --column) {
        if (!m_cells.at(column - 1).isLayout)
            return offsetAt(column - 1);
    }
    return -1;
}

} // namespace present

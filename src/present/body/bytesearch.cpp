// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/bytesearch.h"

#include <algorithm>

namespace present {

namespace {

QList<QByteArray> spellings(char32_t character)
{
    const QString text = QString::fromUcs4(&character, 1);
    QList<QByteArray> found{text.toUtf8()};
    for (const QString &other : {text.toLower(), text.toUpper()}) {
        if (const QByteArray bytes = other.toUtf8(); !found.contains(bytes))
            found.append(bytes);
    }
    return found;
}

} // namespace

ByteSearch::ByteSearch(QByteArray bytes, const QString &text, Qt::CaseSensitivity caseSensitivity, QByteArray octets)
    : m_bytes(std::move(bytes))
    , m_octets(std::move(octets))
{
    if (text.isEmpty())
        return;
    if (caseSensitivity == Qt::CaseSensitive) {
        m_pattern.append({text.toUtf8()});
    } else {
        const QList<uint> characters = text.toUcs4();
        m_pattern.reserve(characters.size());
        for (const uint character : characters)
            m_pattern.append(spellings(character));
    }
    for (const QByteArray &spelling : m_pattern.constFirst())
        m_begins.at(static_cast<uchar>(spelling[0])) = true;
    if (!m_octets.isEmpty())
        m_begins.at(static_cast<uchar>(m_octets[0])) = true;
}

bool ByteSearch::advance(qint64 most)
{
    const qint64 stop = std::min<qint64>(m_at + most, m_bytes.size());
    const char *const data = m_bytes.constData();
    while (m_at < stop && !isComplete()) {
        if (!m_begins[static_cast<uchar>(data[m_at])]) {
            ++m_at;
            continue;
        }
        const qint64 length = lengthAt(m_at);
        if (length > 0)
            m_matches.append(quint32(m_at));
        m_at += std::max<qint64>(length, 1);
    }
    return isComplete();
}

/// The length of the match at `offset`, or 0.
qint64 ByteSearch::lengthAt(qint64 offset) const
{
    if (!m_octets.isEmpty() && QByteArrayView(m_bytes).sliced(offset).startsWith(m_octets))
        return m_octets.size();
    qint64 at = offset;
    for (const QList<QByteArray> &element : m_pattern) {
        const QByteArrayView rest = QByteArrayView(m_bytes).sliced(at);
        const auto found = std::find_if(element.cbegin(), element.cend(),
                                        [rest](const QByteArray &spelling) { return rest.startsWith(spelling); });
        if (found == element.cend())
            return 0;
        at += found->size();
    }
    return at - offset;
}

ByteSearch::Match ByteSearch::match(qsizetype number) const
{
    const qint64 offset = m_matches.at(number);
    return {offset, lengthAt(offset)};
}

qsizetype ByteSearch::firstFrom(qint64 offset) const
{
    return std::lower_bound(m_matches.cbegin(), m_matches.cend(), offset) - m_matches.cbegin();
}

QByteArray octetsOf(const QString &text)
{
    QByteArray octets;
    for (QStringView word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (word.startsWith(u"0x", Qt::CaseInsensitive))
            word = word.sliced(2);
        const bool isDigits = std::all_of(word.cbegin(), word.cend(), [](QChar digit) {
            return (digit >= u'0' && digit <= u'9') || (digit >= u'a' && digit <= u'f')
                || (digit >= u'A' && digit <= u'F');
        });
        if (!isDigits || word.isEmpty() || word.size() % 2 != 0)
            return {};
        octets += QByteArray::fromHex(word.toLatin1());
    }
    return octets;
}

} // namespace present

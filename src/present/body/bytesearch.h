// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>

namespace present {

/// Finds a text in the bytes of a body, step by step, whatever lines and rows it crosses. Matches do not overlap.
/// Without regard to case each character matches its lower- and upper-case form, of whatever script.
class ByteSearch
{
public:
    /// One match, in bytes from the start of the body.
    struct Match
    {
        qint64 offset = 0;
        qint64 length = 0;

        bool operator==(const Match &) const = default;
    };

    /// So many matches are kept; the search stops there.
    static constexpr qsizetype mostMatches = 1'000'000;

    /// Finds nothing.
    ByteSearch() = default;

    /// Will find `text`, as UTF-8, in `bytes`, and `octets` beside it when there are any.
    ByteSearch(QByteArray bytes, const QString &text, Qt::CaseSensitivity caseSensitivity,
               QByteArray octets = QByteArray());

    /// True when there is something to be found.
    bool isActive() const { return !m_pattern.isEmpty(); }

    /// Searches on through at most `most` bytes. Returns isComplete().
    bool advance(qint64 most);

    /// True when the whole body was searched or mostMatches were found.
    bool isComplete() const { return m_at >= m_bytes.size() || isFull() || !isActive(); }

    /// True when there may be more matches than were kept.
    bool isFull() const { return m_matches.size() >= mostMatches; }

    /// All matches that begin before this byte are known.
    qint64 searchedTo() const { return m_at; }

    /// The number of matches found so far.
    qsizetype count() const { return m_matches.size(); }

    /// The match `number`, from 0.
    Match match(qsizetype number) const;

    /// The number of the first known match that begins at or after `offset`; count() when there is none.
    qsizetype firstFrom(qint64 offset) const;

private:
    qint64 lengthAt(qint64 offset) const;

    QByteArray m_bytes;
    QList<QList<QByteArray>> m_pattern; ///< One element after the other must match, each in one of its spellings.
    QByteArray m_octets;
    std::array<bool, 256> m_begins{}; ///< The bytes with which a match can begin.
    QList<quint32> m_matches; ///< Offsets; a body is at most 4 GiB.
    qint64 m_at = 0;
};

/// The bytes that `text` spells as pairs of hexadecimal digits, with or without blanks between them and `0x` before
/// them: `7B 22`, `7b22`, `0x7B 0x22`. Empty when it spells none.
QByteArray octetsOf(const QString &text);

} // namespace present

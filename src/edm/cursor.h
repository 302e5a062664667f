// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/lexical.h"

#include <QCoreApplication>

#include <optional>

namespace edm {

/// A place in a literal that only moves on when the text fits: what stops it is the first character that does not.
class Cursor
{
public:
    explicit Cursor(QStringView text)
        : m_text(text)
    { }

    /// Where it stands, from 0; the length of the text when all was read.
    qsizetype position() const { return m_position; }

    bool isAtEnd() const { return m_position == m_text.size(); }

    /// The text between an earlier position and here.
    QStringView since(qsizetype start) const { return m_text.sliced(start, m_position - start); }

    /// Takes `expected` if it comes next.
    bool take(char16_t expected)
    {
        if (isAtEnd() || m_text.at(m_position) != expected)
            return false;
        ++m_position;
        return true;
    }

    /// Takes an ASCII letter in either case, since literal strings of an ABNF have none (RFC 5234 §2.3).
    bool takeLetter(char16_t upper)
    {
        if (take(upper))
            return true;
        if (!take(upper | 0x20))
            return false;
        m_sawLowerCase = true;
        return true;
    }

    /// True when takeLetter() met a lower-case letter.
    bool sawLowerCase() const { return m_sawLowerCase; }

    /// Takes digits, at most `most`, and returns how many there were.
    qsizetype takeDigits(qsizetype most)
    {
        const qsizetype start = m_position;
        while (!isAtEnd() && m_position - start < most && isDigit(m_text.at(m_position)))
            ++m_position;
        return m_position - start;
    }

    /// Takes two digits whose value is within `least`…`greatest`; it stops at the digit that leads outside.
    std::optional<int> takeTwoDigits(int least, int greatest)
    {
        int value = 0;
        for (const int weight : {10, 1}) {
            if (isAtEnd() || !isDigit(m_text.at(m_position)))
                return {};
            const int next = value + (m_text.at(m_position).unicode() - u'0') * weight;
            if (next > greatest || next + weight - 1 < least)
                return {};
            value = next;
            ++m_position;
        }
        return value;
    }

    static bool isDigit(QChar character) { return character >= u'0' && character <= u'9'; }

private:
    QStringView m_text;
    qsizetype m_position = 0;
    bool m_sawLowerCase = false;
};

/// Invalid from the place where `cursor` stands.
inline Judgement invalidAt(const Cursor &cursor, const QString &reason)
{
    return {Judgement::Verdict::Invalid, reason, cursor.position()};
}

/// Legal yet unusual, as a whole.
inline Judgement note(const QString &reason)
{
    return {Judgement::Verdict::Note, reason, -1};
}

} // namespace edm

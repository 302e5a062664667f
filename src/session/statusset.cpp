// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/statusset.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

core::Result<StatusSet> StatusSet::parse(const QString &text)
{
    StatusSet set;
    if (text.trimmed().isEmpty())
        return set;
    const QStringList parts = text.split(u',');
    set.m_ranges.reserve(parts.size());
    for (const QString &part : parts) {
        const std::optional<Range> range = rangeOf(part.trimmed());
        if (!range) {
            const QString sentence = QCoreApplication::translate(
                "session", "“%1” is no status. Write statuses as 201, classes as 4xx, ranges as 500-504.");
            return core::Error{core::Error::Code::Input, sentence.arg(part.trimmed()), {}};
        }
        set.m_ranges.append(*range);
    }
    return set;
}

// Statuses are three digits, of which the first is their class (RFC 9110 §15).
std::optional<StatusSet::Range> StatusSet::rangeOf(const QString &text)
{
    static const QRegularExpression form(u"^(?:([1-9])[xX]{2}|([1-9][0-9]{2})(?: *- *([1-9][0-9]{2}))?)$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    if (const int hundreds = match.captured(1).toInt())
        return Range{hundreds * 100, hundreds * 100 + 99};
    const int first = match.captured(2).toInt();
    const int last = match.captured(3).isEmpty() ? first : match.captured(3).toInt();
    return first <= last ? std::optional(Range{first, last}) : std::nullopt;
}

QString StatusSet::textOf(const Range &range)
{
    if (range.first == range.last)
        return QString::number(range.first);
    if (range.first % 100 == 0 && range.last == range.first + 99)
        return QString::number(range.first / 100) + "xx"_L1;
    return QString::number(range.first) + u'-' + QString::number(range.last);
}

QString StatusSet::toString() const
{
    QStringList parts;
    parts.reserve(m_ranges.size());
    for (const Range &range : m_ranges)
        parts += textOf(range);
    return parts.join(", "_L1);
}

bool StatusSet::contains(int status) const
{
    return std::any_of(m_ranges.cbegin(), m_ranges.cend(),
                       [status](const Range &range) { return range.first <= status && status <= range.last; });
}

} // namespace session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/lexical.h"

#include <QString>

#include <chrono>
#include <optional>

namespace edm {

/// An Edm.DateTimeOffset: the literal as it was written, and what it means. Nothing is rounded: QDateTime holds
/// milliseconds only, and stays out.
class DateTimeOffset
{
public:
    /// 100 ns in a second.
    static constexpr qint64 ticksPerSecond = 10'000'000;

    /// Reads `YYYY-MM-DDThh:mm[:ss[.f{1,12}]](Z|±hh:mm)` (OData ABNF dateTimeOffsetValue: second 60 is legal, 24:00 and
    /// a missing offset are not). Empty when it is not one; judge() tells why.
    static std::optional<DateTimeOffset> parse(const QString &text);

    /// Judges the literal: Invalid with the place, or a Note (over 7 fraction digits, second 60, year beyond 0001–9999,
    /// offset beyond 14:00, a day that the calendar does not have, lower-case t or z).
    static Judgement judge(QStringView text);

    /// The instant of `text`, as ticks(); empty when it is no literal or has none.
    static std::optional<qint64> ticksOf(const QString &text);

    const QString &text() const { return m_text; }

    /// The instant in ticks of 100 ns since 1970-01-01T00:00:00Z, negative before. Digits past the seventh are cut, not
    /// rounded; second 60 counts on into the next minute. Empty for years whose ticks a qint64 cannot hold, and for a
    /// day that the calendar does not have (the ABNF lets 30 February pass).
    std::optional<qint64> ticks() const { return m_ticks; }

    /// The offset east of UTC in minutes: `+03:00` is 180.
    int offsetMinutes() const { return m_offsetMinutes; }

    /// The number of digits after the decimal point, 0 to 12.
    int fractionDigits() const { return m_fractionDigits; }

    /// The instant in UTC with as many fraction digits as the text: `2016-12-31T21:00:14.2767228Z`. Empty without
    /// ticks.
    QString toUtc() const;

private:
    QString m_text;
    std::optional<qint64> m_ticks;
    int m_offsetMinutes = 0;
    int m_fractionDigits = 0;
};

/// The ticks of a clock's time, rounded down.
qint64 ticksAt(std::chrono::system_clock::time_point time);

/// The moment that `text` means, for what counts in a clock's time; empty when it is no literal, has no instant, or is
/// beyond the clock's calendar.
std::optional<std::chrono::system_clock::time_point> momentOf(const QString &text);

/// The UTC literal of an instant in ticks, 7 fraction digits with trailing zeros trimmed, as .NET services write it.
QString utcLiteral(qint64 ticks);

} // namespace edm

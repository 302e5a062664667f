// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/cursor.h"

namespace edm {

/// A date as a literal spells it, in the proleptic Gregorian calendar; the day may be one that the calendar lacks.
struct CalendarDate
{
    qint64 year = 0; ///< Astronomical: 0 is 1 BC. Kept within ±1,000,000, far outside of what has ticks.
    int month = 0;
    int day = 0;
};

/// A time of day as a literal spells it; second 60 is possible.
struct TimeOfDay
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    bool hasSecond = false; ///< The seconds are written.
    QStringView fraction; ///< The digits after the point, as written; borrowed from the text that was read.
};

/// Reads `year-month-day` (OData ABNF dateValue). What is wrong where the cursor stands then, or nothing.
std::optional<QString> readDate(Cursor &cursor, CalendarDate &date);

/// Reads `hh:mm[:ss[.f{1,12}]]` (OData ABNF timeOfDayValue). What is wrong where the cursor stands then, or nothing.
std::optional<QString> readTimeOfDay(Cursor &cursor, TimeOfDay &time);

/// The quotient rounded down, so that the remainder is never negative; `divisor` is above zero.
constexpr qint64 floorDivide(qint64 dividend, qint64 divisor)
{
    const qint64 quotient = dividend / divisor;
    return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/// The number of days in a month, 1 to 12.
int daysInMonth(qint64 year, int month);

/// True when the month has that day, leap years considered.
bool isInCalendar(const CalendarDate &date);

/// The days from 1970-01-01 to `date`, negative before. Empty for a day that the calendar does not have.
std::optional<qint64> daysSinceEpoch(const CalendarDate &date);

/// The date of a day counted from 1970-01-01.
CalendarDate dateOfDay(qint64 daysSinceEpoch);

/// `2020-02-29`, `-0001-01-01`, `10000-01-01`.
QString dateText(const CalendarDate &date);

} // namespace edm

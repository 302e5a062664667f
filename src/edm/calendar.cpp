// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/calendar.h"

#include <array>
#include <limits>

namespace edm {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 yearLimit = 1'000'000;
constexpr qsizetype mostFractionDigits = 12;
constexpr qsizetype anyNumber = std::numeric_limits<qsizetype>::max();

// The calendar repeats after 400 years. Years are counted from 1 March, so that a leap day is the last day of its year.
constexpr qint64 daysPerEra = 146'097;
constexpr qint64 eraDayOfEpoch = 719'468; // 1970-01-01, counted from 0000-03-01

constexpr bool isLeap(qint64 year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// The days from 1 March to the first of the month that comes `months` after March.
constexpr qint64 daysBeforeMonth(qint64 months)
{
    return (153 * months + 2) / 5; // 31, 30, 31, 30, 31 repeated: 153 days in five months
}

std::optional<QString> readYear(Cursor &cursor, qint64 &year)
{
    const bool isNegative = cursor.take(u'-');
    const qsizetype start = cursor.position();
    const bool mayBeLonger = !cursor.take(u'0');
    cursor.takeDigits(mayBeLonger ? anyNumber : 3);
    const QStringView digits = cursor.since(start);
    if (digits.size() < 4)
        return QCoreApplication::translate("edm", "A year of at least four digits is expected.");
    const qint64 magnitude = digits.size() > 6 ? yearLimit : digits.toLongLong();
    year = isNegative ? -magnitude : magnitude;
    return {};
}

} // namespace

std::optional<QString> readDate(Cursor &cursor, CalendarDate &date)
{
    if (std::optional<QString> fault = readYear(cursor, date.year))
        return fault;
    if (!cursor.take(u'-'))
        return QCoreApplication::translate("edm", "A - is expected between year and month.");
    const std::optional<int> month = cursor.takeTwoDigits(1, 12);
    if (!month)
        return QCoreApplication::translate("edm", "A month of two digits, 01 to 12, is expected.");
    if (!cursor.take(u'-'))
        return QCoreApplication::translate("edm", "A - is expected between month and day.");
    const std::optional<int> day = cursor.takeTwoDigits(1, 31);
    if (!day)
        return QCoreApplication::translate("edm", "A day of two digits, 01 to 31, is expected.");
    date.month = *month;
    date.day = *day;
    return {};
}

std::optional<QString> readTimeOfDay(Cursor &cursor, TimeOfDay &time)
{
    const std::optional<int> hour = cursor.takeTwoDigits(0, 23);
    if (!hour)
        return QCoreApplication::translate("edm", "An hour of two digits, 00 to 23, is expected.");
    if (!cursor.take(u':'))
        return QCoreApplication::translate("edm", "A : is expected between hour and minute.");
    const std::optional<int> minute = cursor.takeTwoDigits(0, 59);
    if (!minute)
        return QCoreApplication::translate("edm", "A minute of two digits, 00 to 59, is expected.");
    time.hour = *hour;
    time.minute = *minute;
    if (!cursor.take(u':'))
        return {};
    const std::optional<int> second = cursor.takeTwoDigits(0, 60);
    if (!second)
        return QCoreApplication::translate("edm", "A second of two digits, 00 to 60, is expected.");
    time.second = *second;
    time.hasSecond = true;
    if (!cursor.take(u'.'))
        return {};
    const qsizetype start = cursor.position();
    if (cursor.takeDigits(mostFractionDigits) == 0)
        return QCoreApplication::translate("edm", "A digit is expected after the decimal point.");
    time.fraction = cursor.since(start);
    return {};
}

int daysInMonth(qint64 year, int month)
{
    static constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths.at(static_cast<size_t>(month - 1)) + (month == 2 && isLeap(year) ? 1 : 0);
}

bool isInCalendar(const CalendarDate &date)
{
    return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= daysInMonth(date.year, date.month);
}

std::optional<qint64> daysSinceEpoch(const CalendarDate &date)
{
    if (!isInCalendar(date))
        return {};
    const qint64 year = date.month > 2 ? date.year : date.year - 1;
    const qint64 era = floorDivide(year, 400);
    const qint64 yearOfEra = year - era * 400;
    const qint64 dayOfYear = daysBeforeMonth((date.month + 9) % 12) + date.day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * daysPerEra + dayOfEra - eraDayOfEpoch;
}

CalendarDate dateOfDay(qint64 daysSinceEpoch)
{
    const qint64 days = daysSinceEpoch + eraDayOfEpoch;
    const qint64 era = floorDivide(days, daysPerEra);
    const qint64 dayOfEra = days - era * daysPerEra;
    // Without the leap days before it, a day stands where it would if every year had 365.
    const qint64 leapDays = dayOfEra / 1'460 - dayOfEra / 36'524 + dayOfEra / 146'096;
    const qint64 yearOfEra = (dayOfEra - leapDays) / 365;
    const qint64 dayOfYear = dayOfEra - (yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100);
    const qint64 months = (5 * dayOfYear + 2) / 153;
    const int month = static_cast<int>(months < 10 ? months + 3 : months - 9);
    const qint64 year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return {year, month, static_cast<int>(dayOfYear - daysBeforeMonth(months) + 1)};
}

QString dateText(const CalendarDate &date)
{
    const QString sign = date.year < 0 ? u"-"_s : QString();
    return sign + QString::number(qAbs(date.year)).rightJustified(4, u'0') + u'-'
        + QString::number(date.month).rightJustified(2, u'0') + u'-'
        + QString::number(date.day).rightJustified(2, u'0');
}

} // namespace edm

// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/datetimeoffset.h"

#include "edm/calendar.h"
#include "edm/cursor.h"

#include <array>

namespace edm {

using namespace Qt::StringLiterals;

namespace {

constexpr int ticksDigits = 7; // 100 ns
constexpr qint64 secondsPerDay = 86'400;
constexpr int netOffsetLimit = 14 * 60; // System.DateTimeOffset refuses more

/// A literal taken apart.
struct Parts
{
    CalendarDate date;
    TimeOfDay time;
    int offsetMinutes = 0;
    bool hasLowerCase = false;
};

QString offsetReason()
{
    return QCoreApplication::translate("edm", "An offset is expected: Z, or + or - with hh:mm.");
}

std::optional<QString> readOffset(Cursor &cursor, Parts &parts)
{
    if (cursor.takeLetter(u'Z'))
        return {};
    const bool isWest = cursor.take(u'-');
    if (!isWest && !cursor.take(u'+'))
        return offsetReason();
    const std::optional<int> hours = cursor.takeTwoDigits(0, 23);
    if (!hours || !cursor.take(u':'))
        return offsetReason();
    const std::optional<int> minutes = cursor.takeTwoDigits(0, 59);
    if (!minutes)
        return offsetReason();
    const int magnitude = *hours * 60 + *minutes;
    parts.offsetMinutes = isWest ? -magnitude : magnitude;
    return {};
}

/// Reads the whole literal. What is wrong at the place where the cursor stands then, or nothing.
std::optional<QString> readParts(Cursor &cursor, Parts &parts)
{
    if (std::optional<QString> fault = readDate(cursor, parts.date))
        return fault;
    if (!cursor.takeLetter(u'T'))
        return QCoreApplication::translate("edm", "A T is expected between the date and the time.");
    if (std::optional<QString> fault = readTimeOfDay(cursor, parts.time))
        return fault;
    if (std::optional<QString> fault = readOffset(cursor, parts))
        return fault;
    if (!cursor.isAtEnd())
        return QCoreApplication::translate("edm", "Nothing may follow the offset.");
    parts.hasLowerCase = cursor.sawLowerCase();
    return {};
}

/// The sum of a whole second and a fraction in ticks; empty beyond a qint64.
std::optional<qint64> ticksOf(qint64 seconds, qint64 fraction)
{
    if (seconds < 0 && fraction > 0) { // so that the very first tick of a qint64 is reached without an overflow
        ++seconds;
        fraction -= DateTimeOffset::ticksPerSecond;
    }
    qint64 ticks = 0;
    if (qMulOverflow(seconds, DateTimeOffset::ticksPerSecond, &ticks) || qAddOverflow(ticks, fraction, &ticks))
        return {};
    return ticks;
}

std::optional<qint64> ticksOf(const Parts &parts)
{
    const std::optional<qint64> days = daysSinceEpoch(parts.date);
    if (!days)
        return {};
    const qint64 seconds = *days * secondsPerDay + parts.time.hour * 3'600LL + parts.time.minute * 60LL
        + parts.time.second - parts.offsetMinutes * 60LL;
    const QString digits = parts.time.fraction.left(ticksDigits).toString().leftJustified(ticksDigits, u'0');
    return ticksOf(seconds, digits.toLongLong());
}

struct Instant
{
    qint64 second = 0; ///< Since the epoch, rounded down.
    qint64 fraction = 0; ///< In ticks, 0 to 9,999,999.
};

Instant instantOf(qint64 ticks)
{
    Instant instant{ticks / DateTimeOffset::ticksPerSecond, ticks % DateTimeOffset::ticksPerSecond};
    if (instant.fraction < 0) {
        --instant.second;
        instant.fraction += DateTimeOffset::ticksPerSecond;
    }
    return instant;
}

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

/// The literal up to the seconds, without fraction and `Z`.
QString upToSeconds(qint64 second)
{
    qint64 days = second / secondsPerDay;
    qint64 rest = second % secondsPerDay;
    if (rest < 0) {
        --days;
        rest += secondsPerDay;
    }
    return dateText(dateOfDay(days)) + u'T' + twoDigits(rest / 3'600) + u':' + twoDigits(rest / 60 % 60) + u':'
        + twoDigits(rest % 60);
}

} // namespace

std::optional<DateTimeOffset> DateTimeOffset::parse(const QString &text)
{
    Cursor cursor(text);
    Parts parts;
    if (readParts(cursor, parts))
        return {};
    DateTimeOffset value;
    value.m_text = text;
    value.m_ticks = ticksOf(parts);
    value.m_offsetMinutes = parts.offsetMinutes;
    value.m_fractionDigits = static_cast<int>(parts.time.fraction.size());
    return value;
}

Judgement DateTimeOffset::judge(QStringView text)
{
    Cursor cursor(text);
    Parts parts;
    if (const std::optional<QString> fault = readParts(cursor, parts))
        return invalidAt(cursor, *fault);
    if (!isInCalendar(parts.date))
        return note(QCoreApplication::translate("edm", "The calendar has no such day."));
    if (parts.date.year < 1 || parts.date.year > 9999)
        return note(
            QCoreApplication::translate("edm", "The year is outside 0001 to 9999, which many services refuse."));
    if (qAbs(parts.offsetMinutes) > netOffsetLimit)
        return note(QCoreApplication::translate("edm", "The offset is beyond 14:00, which many services refuse."));
    if (parts.time.fraction.size() > ticksDigits)
        return note(QCoreApplication::translate(
            "edm", "There are over 7 fraction digits; services that count in 100 ns do not keep the rest."));
    if (parts.time.second == 60)
        return note(QCoreApplication::translate("edm", "Second 60 is a leap second, which many services refuse."));
    if (parts.hasLowerCase)
        return note(QCoreApplication::translate("edm", "T and Z are usually written in upper case."));
    return {};
}

QString DateTimeOffset::toUtc() const
{
    if (!m_ticks)
        return {};
    // The offset is in whole minutes, so that the digits of the text hold in UTC too, those past the seventh included.
    const QStringView digits = QStringView(m_text).sliced(m_text.indexOf(u'.') + 1, m_fractionDigits);
    const QString fraction = digits.isEmpty() ? QString() : u'.' + digits.toString();
    return upToSeconds(instantOf(*m_ticks).second) + fraction + u'Z';
}

QString utcLiteral(qint64 ticks)
{
    const Instant instant = instantOf(ticks);
    QString fraction;
    if (instant.fraction != 0) {
        fraction = u'.' + QString::number(instant.fraction).rightJustified(ticksDigits, u'0');
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
    }
    return upToSeconds(instant.second) + fraction + u'Z';
}

} // namespace edm

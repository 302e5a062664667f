// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/timeedit.h"

#include "edm/datetimeoffset.h"
#include "edm/timeliteral.h"

namespace edm {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ticksDigits = 7; // 100 ns
constexpr qint64 ticksPerMinute = 60 * DateTimeOffset::ticksPerSecond;
constexpr int farthestOffset = 23 * 60 + 59; // OData ABNF dateTimeOffsetValue

enum class Unit { Year, Month, Day, Hour, Minute, Second, Fraction, OffsetHour, OffsetMinute };

/// A unit and the characters that spell it.
struct UnitPlace
{
    Unit unit = Unit::Year;
    qsizetype start = 0;
    qsizetype size = 0;
};

core::Error error(const QString &message)
{
    return {core::Error::Code::Input, message, {}};
}

/// The parts of a literal whose instant can be counted; they borrow from `text`.
core::Result<TimeLiteral> readCountable(const QString &text)
{
    Cursor cursor(text);
    TimeLiteral literal;
    if (const std::optional<QString> fault = readTimeLiteral(cursor, literal))
        return error(QCoreApplication::translate("edm", "This is no time: %1").arg(*fault));
    if (!isInCalendar(literal.date))
        return error(QCoreApplication::translate("edm", "The calendar has no such day. Type one that it has."));
    return literal;
}

core::Result<QString> countable(const QString &text)
{
    const std::optional<DateTimeOffset> time = DateTimeOffset::parse(text);
    if (!time || !time->ticks())
        return error(QCoreApplication::translate("edm", "That would be too far from 1970 to be counted."));
    return text;
}

/// Adds `steps` to one of `size` values from 0 on, and returns what is carried.
qint64 addTo(int &value, qint64 steps, qint64 size)
{
    const qint64 sum = value + steps;
    const qint64 carry = floorDivide(sum, size);
    value = static_cast<int>(sum - carry * size);
    return carry;
}

void addDays(CalendarDate &date, qint64 days)
{
    if (days != 0)
        date = dateOfDay(*daysSinceEpoch(date) + days);
}

void addHours(TimeLiteral &literal, qint64 hours)
{
    addDays(literal.date, addTo(literal.time.hour, hours, 24));
}

void addMinutes(TimeLiteral &literal, qint64 minutes)
{
    addHours(literal, addTo(literal.time.minute, minutes, 60));
}

void addSeconds(TimeLiteral &literal, qint64 seconds)
{
    if (seconds != 0) // so that second 60 stays when nothing is carried
        addMinutes(literal, addTo(literal.time.second, seconds, 60));
}

void addMonths(CalendarDate &date, qint64 months)
{
    int fromJanuary = date.month - 1;
    date.year += addTo(fromJanuary, months, 12);
    date.month = fromJanuary + 1;
    date.day = qMin(date.day, daysInMonth(date.year, date.month));
}

/// Steps the fraction digit `digit`, from 0, and returns the digits; their carry is in `literal` already.
QString addToFraction(TimeLiteral &literal, qsizetype digit, int steps)
{
    const QStringView digits = literal.time.fraction.left(digit + 1);
    qint64 size = 1;
    for (qsizetype i = 0; i < digits.size(); ++i)
        size *= 10;
    const qint64 sum = digits.toLongLong() + steps;
    const qint64 carry = floorDivide(sum, size);
    addSeconds(literal, carry);
    return QString::number(sum - carry * size).rightJustified(digits.size(), u'0')
        + literal.time.fraction.mid(digits.size());
}

/// The unit that the cursor stands in, or touches at its end.
UnitPlace placeAt(const QString &text, const TimeLiteral &literal, qsizetype cursor)
{
    const qsizetype year = text.indexOf(u'-', 1); // a year before 0 begins with a sign
    const UnitPlace fixed[] = {
        {Unit::Year, 0, year},     {Unit::Month, year + 1, 2},   {Unit::Day, year + 4, 2},
        {Unit::Hour, year + 7, 2}, {Unit::Minute, year + 10, 2}, {Unit::Second, year + 13, 2},
    };
    for (const UnitPlace &place : fixed) {
        const bool isWritten = place.unit != Unit::Second || literal.time.hasSecond;
        if (isWritten && cursor <= place.start + place.size)
            return place;
    }
    const qsizetype offset = text.size() - literal.offset.size();
    if (cursor <= offset && !literal.time.fraction.isEmpty())
        return {Unit::Fraction, qMin(cursor, offset - 1), 1};
    return {cursor <= offset + 3 ? Unit::OffsetHour : Unit::OffsetMinute, offset, literal.offset.size()};
}

/// Steps the hour or minute of the offset.
core::Result<QString> steppedOffset(const TimeLiteral &literal, Unit unit, int steps)
{
    if (literal.offset.size() == 1)
        return error(QCoreApplication::translate(
                         "edm", "%1 stands for UTC and has no hours to step. Choose an offset in the field's menu.")
                         .arg(literal.offset.front()));
    const qint64 minutes = literal.offsetMinutes + static_cast<qint64>(steps) * (unit == Unit::OffsetHour ? 60 : 1);
    if (qAbs(minutes) > farthestOffset)
        return error(QCoreApplication::translate("edm", "Offsets end at -23:59 and +23:59."));
    return offsetText(static_cast<int>(minutes));
}

/// Steps any unit but those of the offset. `fraction` holds what the literal then borrows.
void step(TimeLiteral &literal, const UnitPlace &place, qsizetype fractionStart, int steps, QString &fraction)
{
    switch (place.unit) {
    case Unit::Year:
        addMonths(literal.date, static_cast<qint64>(steps) * 12);
        break;
    case Unit::Month:
        addMonths(literal.date, steps);
        break;
    case Unit::Day:
        addDays(literal.date, steps);
        break;
    case Unit::Hour:
        addHours(literal, steps);
        break;
    case Unit::Minute:
        addMinutes(literal, steps);
        break;
    case Unit::Second:
        addSeconds(literal, steps);
        break;
    case Unit::Fraction:
        fraction = addToFraction(literal, place.start - fractionStart, steps);
        literal.time.fraction = fraction;
        break;
    case Unit::OffsetHour:
    case Unit::OffsetMinute:
        break;
    }
}

} // namespace

core::Result<SteppedTime> stepped(const QString &text, qsizetype cursor, int steps)
{
    core::Result<TimeLiteral> read = readCountable(text);
    if (!read)
        return read.error();
    TimeLiteral literal = *read;
    const UnitPlace place = placeAt(text, literal, cursor);
    QString changed; // outlives what the literal borrows
    if (place.unit == Unit::OffsetHour || place.unit == Unit::OffsetMinute) {
        const core::Result<QString> offset = steppedOffset(literal, place.unit, steps);
        if (!offset)
            return offset.error();
        changed = *offset;
        literal.offset = changed;
    } else {
        const qsizetype fractionStart = text.size() - literal.offset.size() - literal.time.fraction.size();
        step(literal, place, fractionStart, steps, changed);
    }
    const core::Result<QString> outcome = countable(textOf(literal));
    if (!outcome)
        return outcome.error();
    // Only a year gets longer or shorter.
    const qsizetype growth = outcome->size() - text.size();
    const qsizetype kept = place.unit == Unit::Year ? qMin(cursor, outcome->indexOf(u'-', 1)) : cursor + growth;
    return SteppedTime{*outcome, kept};
}

core::Result<QString> moved(const QString &text, qint64 ticks)
{
    core::Result<TimeLiteral> read = readCountable(text);
    if (!read)
        return read.error();
    TimeLiteral literal = *read;
    addMinutes(literal, floorDivide(ticks, ticksPerMinute));
    QString fraction;
    const qint64 rest = ((ticks % ticksPerMinute) + ticksPerMinute) % ticksPerMinute;
    if (rest != 0) {
        const QStringView before = literal.time.fraction;
        const qint64 sum = literal.time.second * DateTimeOffset::ticksPerSecond + rest
            + before.left(ticksDigits).toString().leftJustified(ticksDigits, u'0').toLongLong();
        addMinutes(literal, sum / ticksPerMinute);
        literal.time.second = static_cast<int>(sum % ticksPerMinute / DateTimeOffset::ticksPerSecond);
        fraction = QString::number(sum % DateTimeOffset::ticksPerSecond).rightJustified(ticksDigits, u'0')
            + before.mid(ticksDigits);
        while (fraction.size() > before.size() && fraction.endsWith(u'0'))
            fraction.chop(1);
        literal.time.fraction = fraction;
        literal.time.hasSecond = literal.time.hasSecond || literal.time.second != 0 || !fraction.isEmpty();
    }
    return countable(textOf(literal));
}

core::Result<QString> withOffset(const QString &text, const QString &offset, OffsetChange change)
{
    Cursor cursor(offset);
    int minutes = 0;
    if (const std::optional<QString> fault = readOffset(cursor, minutes); fault || !cursor.isAtEnd())
        return error(QCoreApplication::translate("edm", "An offset is Z, or + or - with hh:mm, such as +03:00."));
    const bool lacksOffset = DateTimeOffset::parse(text + u'Z').has_value();
    if (lacksOffset && change == OffsetChange::KeepWallClock)
        return QString(text + offset);
    core::Result<TimeLiteral> read = readCountable(text);
    if (!read)
        return read.error();
    TimeLiteral literal = *read;
    if (change == OffsetChange::KeepInstant)
        addMinutes(literal, minutes - literal.offsetMinutes);
    literal.offset = offset;
    return countable(textOf(literal));
}

core::Result<QString> withDate(const QString &text, const CalendarDate &date)
{
    if (text.isEmpty())
        return QString(dateText(date) + "T00:00:00Z"_L1);
    Cursor cursor(text);
    CalendarDate before;
    if (readDate(cursor, before))
        return error(QCoreApplication::translate("edm", "The text does not begin with a date to replace."));
    return QString(dateText(date) + text.mid(cursor.position()));
}

} // namespace edm

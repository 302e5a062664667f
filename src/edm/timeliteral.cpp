// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/timeliteral.h"

namespace edm {

using namespace Qt::StringLiterals;

namespace {

QString offsetReason()
{
    return QCoreApplication::translate("edm", "An offset is expected: Z, or + or - with hh:mm.");
}

} // namespace

std::optional<QString> readOffset(Cursor &cursor, int &offsetMinutes)
{
    offsetMinutes = 0;
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
    offsetMinutes = isWest ? -magnitude : magnitude;
    return {};
}

std::optional<QString> readTimeLiteral(Cursor &cursor, TimeLiteral &literal)
{
    if (std::optional<QString> fault = readDate(cursor, literal.date))
        return fault;
    const qsizetype separator = cursor.position();
    if (!cursor.takeLetter(u'T'))
        return QCoreApplication::translate("edm", "A T is expected between the date and the time.");
    literal.separator = cursor.since(separator).front();
    if (std::optional<QString> fault = readTimeOfDay(cursor, literal.time))
        return fault;
    const qsizetype offset = cursor.position();
    if (std::optional<QString> fault = readOffset(cursor, literal.offsetMinutes))
        return fault;
    literal.offset = cursor.since(offset);
    if (!cursor.isAtEnd())
        return QCoreApplication::translate("edm", "Nothing may follow the offset.");
    literal.hasLowerCase = cursor.sawLowerCase();
    return {};
}

QString textOf(const TimeLiteral &literal)
{
    const TimeOfDay &time = literal.time;
    QString text = dateText(literal.date) + literal.separator + twoDigits(time.hour) + u':' + twoDigits(time.minute);
    if (time.hasSecond)
        text += u':' + twoDigits(time.second);
    if (!time.fraction.isEmpty())
        text += u'.' + time.fraction;
    return text + literal.offset;
}

QString offsetText(int minutes)
{
    const int magnitude = qAbs(minutes);
    return (minutes < 0 ? u'-' : u'+') + twoDigits(magnitude / 60) + u':' + twoDigits(magnitude % 60);
}

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

} // namespace edm

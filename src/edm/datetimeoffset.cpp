// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/datetimeoffset.h"

#include "edm/timeliteral.h"

#include <QtNumeric>

namespace edm {

using namespace Qt::StringLiterals;

namespace {

constexpr int ticksDigits = 7; // 100 ns
constexpr qint64 secondsPerDay = 86'400;
constexpr int netOffsetLimit = 14 * 60; // System.DateTimeOffset refuses more

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

std::optional<qint64> ticksOfLiteral(const TimeLiteral &literal)
{
    const std::optional<qint64> days = daysSinceEpoch(literal.date);
    if (!days)
        return {};
    const qint64 seconds = *days * secondsPerDay + literal.time.hour * 3'600LL + literal.time.minute * 60LL
        + literal.time.second - literal.offsetMinutes * 60LL;
    const QString digits = literal.time.fraction.left(ticksDigits).toString().leftJustified(ticksDigits, u'0');
    return ticksOf(seconds, digits.toLongLong());
}

struct Instant
{
    qint64 second = 0; ///< Since the epoch, rounded down.
    qint64 fraction = 0; ///< In ticks, 0 to 9,999,999.
};

Instant instantOf(qint64 ticks)
{
    const qint64 rest = ticks % DateTimeOffset::ticksPerSecond;
    return {floorDivide(ticks, DateTimeOffset::ticksPerSecond),
            rest < 0 ? rest + DateTimeOffset::ticksPerSecond : rest};
}

/// The literal up to the seconds, without fraction and `Z`.
QString upToSeconds(qint64 second)
{
    const qint64 days = floorDivide(second, secondsPerDay);
    const qint64 rest = second - days * secondsPerDay;
    return dateText(dateOfDay(days)) + u'T' + twoDigits(rest / 3'600) + u':' + twoDigits(rest / 60 % 60) + u':'
        + twoDigits(rest % 60);
}

} // namespace

std::optional<DateTimeOffset> DateTimeOffset::parse(const QString &text)
{
    Cursor cursor(text);
    TimeLiteral literal;
    if (readTimeLiteral(cursor, literal))
        return {};
    DateTimeOffset value;
    value.m_text = text;
    value.m_ticks = ticksOfLiteral(literal);
    value.m_offsetMinutes = literal.offsetMinutes;
    value.m_fractionDigits = static_cast<int>(literal.time.fraction.size());
    return value;
}

Judgement DateTimeOffset::judge(QStringView text)
{
    Cursor cursor(text);
    TimeLiteral literal;
    if (const std::optional<QString> fault = readTimeLiteral(cursor, literal))
        return invalidAt(cursor, *fault);
    if (!isInCalendar(literal.date))
        return note(QCoreApplication::translate("edm", "The calendar has no such day."));
    if (literal.date.year < 1 || literal.date.year > 9999)
        return note(
            QCoreApplication::translate("edm", "The year is outside 0001 to 9999, which many services refuse."));
    if (qAbs(literal.offsetMinutes) > netOffsetLimit)
        return note(QCoreApplication::translate("edm", "The offset is beyond 14:00, which many services refuse."));
    if (literal.time.fraction.size() > ticksDigits)
        return note(QCoreApplication::translate(
            "edm", "There are over 7 fraction digits; services that count in 100 ns do not keep the rest."));
    if (literal.time.second == 60)
        return note(QCoreApplication::translate("edm", "Second 60 is a leap second, which many services refuse."));
    if (literal.hasLowerCase)
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

std::optional<qint64> DateTimeOffset::ticksOf(const QString &text)
{
    const std::optional<DateTimeOffset> time = parse(text);
    return time ? time->ticks() : std::nullopt;
}

qint64 ticksAt(std::chrono::system_clock::time_point time)
{
    using Ticks = std::chrono::duration<qint64, std::ratio<1, DateTimeOffset::ticksPerSecond>>;
    return std::chrono::floor<Ticks>(time.time_since_epoch()).count();
}

std::optional<std::chrono::system_clock::time_point> momentOf(const QString &text)
{
    using Clock = std::chrono::system_clock;
    constexpr qint64 perTick = Clock::period::den / Clock::period::num / DateTimeOffset::ticksPerSecond;
    const std::optional<qint64> ticks = DateTimeOffset::ticksOf(text);
    qint64 count = 0;
    if (!ticks || qMulOverflow(*ticks, perTick, &count))
        return std::nullopt;
    return Clock::time_point(Clock::duration(count));
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

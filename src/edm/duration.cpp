// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/duration.h"

#include "edm/cursor.h"
#include "edm/datetimeoffset.h"

#include <limits>

namespace edm {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype anyNumber = std::numeric_limits<qsizetype>::max();
constexpr int ticksDigits = 7; // 100 ns

enum class Section { Date, Time };

/// The designators that may follow a number, in the order in which they must come.
struct Designator
{
    char16_t letter;
    Section section;
};

constexpr Designator designators[] = {
    {u'D', Section::Date},
    {u'H', Section::Time},
    {u'M', Section::Time},
    {u'S', Section::Time},
};

struct Reading
{
    qsizetype components = 0;
    qsizetype fractionDigits = 0;
};

QString designatorReason(Section section)
{
    return section == Section::Date
        ? QCoreApplication::translate("edm", "A D is expected: a duration counts in days at most.")
        : QCoreApplication::translate("edm", "One of H, M and S is expected, once each and in this order.");
}

/// Reads the numbers of a section, each with its designator. What is wrong where the cursor stands then, or nothing.
std::optional<QString> readSection(Cursor &cursor, Section section, Reading &reading)
{
    const Designator *next = std::begin(designators);
    while (cursor.takeDigits(anyNumber) > 0) {
        const bool hasPoint = section == Section::Time && cursor.take(u'.');
        if (hasPoint) {
            reading.fractionDigits = cursor.takeDigits(anyNumber);
            if (reading.fractionDigits == 0)
                return QCoreApplication::translate("edm", "A digit is expected after the decimal point.");
        }
        bool isTaken = false;
        for (; next != std::end(designators) && !isTaken; ++next) {
            const bool isCandidate = next->section == section && (!hasPoint || next->letter == u'S');
            isTaken = isCandidate && cursor.takeLetter(next->letter);
        }
        if (!isTaken)
            return hasPoint ? QCoreApplication::translate("edm", "An S is expected: only seconds have a fraction.")
                            : designatorReason(section);
        ++reading.components;
    }
    return {};
}

std::optional<QString> readDuration(Cursor &cursor, Reading &reading)
{
    cursor.take(u'-');
    if (!cursor.takeLetter(u'P'))
        return QCoreApplication::translate("edm", "A duration begins with P, or with -P when it is negative.");
    if (std::optional<QString> fault = readSection(cursor, Section::Date, reading))
        return fault;
    if (cursor.takeLetter(u'T')) {
        const qsizetype before = std::exchange(reading.components, 0);
        if (std::optional<QString> fault = readSection(cursor, Section::Time, reading))
            return fault;
        reading.components = reading.components == 0 ? 0 : before + reading.components;
    }
    if (!cursor.isAtEnd())
        return QCoreApplication::translate("edm", "A number is expected, or the end.");
    return {};
}

/// A span taken apart; the magnitude of the least qint64 fits as well.
struct Span
{
    explicit Span(qint64 ticks)
        : sign(ticks < 0 ? u"-"_s : QString())
    {
        const quint64 magnitude = ticks < 0 ? 0 - static_cast<quint64>(ticks) : static_cast<quint64>(ticks);
        const quint64 perSecond = DateTimeOffset::ticksPerSecond;
        const quint64 inSeconds = magnitude / perSecond;
        days = inSeconds / 86'400;
        hours = inSeconds / 3'600 % 24;
        minutes = inSeconds / 60 % 60;
        seconds = inSeconds % 60;
        if (const quint64 rest = magnitude % perSecond; rest != 0) {
            fraction = u'.' + QString::number(rest).rightJustified(ticksDigits, u'0');
            while (fraction.endsWith(u'0'))
                fraction.chop(1);
        }
    }

    QString sign;
    quint64 days = 0;
    quint64 hours = 0;
    quint64 minutes = 0;
    quint64 seconds = 0;
    QString fraction; ///< With its point; empty when there is none.
};

QString twoDigits(quint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

/// `5M`, or nothing for none.
QString component(quint64 number, QChar designator)
{
    return number == 0 ? QString() : QString::number(number) + designator;
}

} // namespace

Judgement judgeDuration(QStringView text)
{
    Cursor cursor(text);
    Reading reading;
    if (const std::optional<QString> fault = readDuration(cursor, reading))
        return invalidAt(cursor, *fault);
    if (reading.components == 0)
        return note(QCoreApplication::translate(
            "edm",
            "OData allows P or T without a number after it, XML Schema does not; PT0S is understood everywhere."));
    if (reading.fractionDigits > ticksDigits)
        return note(QCoreApplication::translate(
            "edm", "There are over 7 fraction digits; services that count in 100 ns do not keep the rest."));
    if (cursor.sawLowerCase())
        return note(QCoreApplication::translate("edm", "The letters are usually written in upper case."));
    return {};
}

QString clockText(qint64 ticks)
{
    const Span span(ticks);
    const QString days = span.days == 0 ? QString() : QString::number(span.days) + u'.';
    return span.sign + days + twoDigits(span.hours) + u':' + twoDigits(span.minutes) + u':' + twoDigits(span.seconds)
        + span.fraction;
}

QString durationLiteral(qint64 ticks)
{
    const Span span(ticks);
    const QString days = component(span.days, u'D');
    QString time = component(span.hours, u'H') + component(span.minutes, u'M');
    if (span.seconds != 0 || !span.fraction.isEmpty() || (days.isEmpty() && time.isEmpty()))
        time += QString::number(span.seconds) + span.fraction + u'S';
    return span.sign + u'P' + days + (time.isEmpty() ? time : u'T' + time);
}

} // namespace edm

// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/lexical.h"

#include "edm/calendar.h"
#include "edm/cursor.h"
#include "edm/datetimeoffset.h"
#include "edm/duration.h"

#include <algorithm>
#include <limits>

namespace edm {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype anyNumber = std::numeric_limits<qsizetype>::max();

Judgement judgeBoolean(QStringView text)
{
    if (text == "true"_L1 || text == "false"_L1)
        return {};
    if (text.compare("true"_L1, Qt::CaseInsensitive) == 0 || text.compare("false"_L1, Qt::CaseInsensitive) == 0)
        return note(QCoreApplication::translate("edm", "true and false are usually written in lower case."));
    return {Judgement::Verdict::Invalid, QCoreApplication::translate("edm", "true or false is expected."), -1};
}

/// `[sign]digits[.digits][e[sign]digits]`, `INF`, `-INF` or `NaN`: one rule for Decimal, Double and Single.
Judgement judgeDecimal(QStringView text)
{
    if (text == "INF"_L1 || text == "-INF"_L1 || text == "NaN"_L1)
        return {};
    const auto digitReason = [] { return QCoreApplication::translate("edm", "A digit is expected."); };
    Cursor cursor(text);
    if (!cursor.take(u'-'))
        cursor.take(u'+');
    if (cursor.takeDigits(anyNumber) == 0)
        return invalidAt(cursor, digitReason());
    if (cursor.take(u'.') && cursor.takeDigits(anyNumber) == 0)
        return invalidAt(cursor, digitReason());
    if (cursor.takeLetter(u'E')) {
        if (!cursor.take(u'-'))
            cursor.take(u'+');
        if (cursor.takeDigits(anyNumber) == 0)
            return invalidAt(cursor, digitReason());
    }
    if (!cursor.isAtEnd())
        return invalidAt(cursor, QCoreApplication::translate("edm", "This does not belong to a number."));
    return {};
}

/// A binary floating-point number: what its type holds as infinity only is legal by the letter and noted.
Judgement judgeFloating(QStringView text, double greatest)
{
    const Judgement judgement = judgeDecimal(text);
    if (judgement.verdict != Judgement::Verdict::Valid || text.endsWith(u'F') || text.endsWith(u'N'))
        return judgement;
    if (qAbs(text.toDouble()) > greatest)
        return note(QCoreApplication::translate("edm", "The number is beyond what its type can hold."));
    return {};
}

Judgement judgeDate(QStringView text)
{
    Cursor cursor(text);
    CalendarDate date;
    if (const std::optional<QString> fault = readDate(cursor, date))
        return invalidAt(cursor, *fault);
    if (!cursor.isAtEnd())
        return invalidAt(cursor, QCoreApplication::translate("edm", "Nothing may follow the day."));
    if (!isInCalendar(date))
        return note(QCoreApplication::translate("edm", "The calendar has no such day."));
    return {};
}

Judgement judgeTimeOfDay(QStringView text)
{
    Cursor cursor(text);
    TimeOfDay time;
    if (const std::optional<QString> fault = readTimeOfDay(cursor, time))
        return invalidAt(cursor, *fault);
    if (!cursor.isAtEnd())
        return invalidAt(cursor, QCoreApplication::translate("edm", "Nothing may follow the time."));
    return {};
}

struct Rule
{
    QLatin1String type;
    Judgement (*judge)(QStringView);
};

constexpr Rule rules[] = {
    {"Edm.Boolean"_L1, judgeBoolean},
    {"Edm.Byte"_L1, [](QStringView text) { return judgeInteger(text, "0"_L1, "255"_L1); }},
    {"Edm.Date"_L1, judgeDate},
    {"Edm.DateTimeOffset"_L1, DateTimeOffset::judge},
    {"Edm.Decimal"_L1, judgeDecimal},
    {"Edm.Double"_L1, [](QStringView text) { return judgeFloating(text, std::numeric_limits<double>::max()); }},
    {"Edm.Duration"_L1, judgeDuration},
    {"Edm.Guid"_L1, judgeGuid},
    {"Edm.Int16"_L1, [](QStringView text) { return judgeInteger(text, "-32768"_L1, "32767"_L1); }},
    {"Edm.Int32"_L1, [](QStringView text) { return judgeInteger(text, "-2147483648"_L1, "2147483647"_L1); }},
    {"Edm.Int64"_L1,
     [](QStringView text) { return judgeInteger(text, "-9223372036854775808"_L1, "9223372036854775807"_L1); }},
    {"Edm.SByte"_L1, [](QStringView text) { return judgeInteger(text, "-128"_L1, "127"_L1); }},
    {"Edm.Single"_L1, [](QStringView text) { return judgeFloating(text, std::numeric_limits<float>::max()); }},
    {"Edm.TimeOfDay"_L1, judgeTimeOfDay},
};

/// The digits of a whole number without its sign and leading zeros; empty for zero.
template<typename View> View significantDigits(View text)
{
    while (!text.isEmpty() && (text.front() == u'-' || text.front() == u'+' || text.front() == u'0'))
        text = text.sliced(1);
    return text;
}

/// True when the digits `left` stand for more than the digits `right`, both without leading zeros.
bool isGreater(QStringView left, QLatin1String right)
{
    return left.size() != right.size() ? left.size() > right.size() : left.compare(right) > 0;
}

} // namespace

Judgement judge(const QString &primitiveType, QStringView text)
{
    const auto rule = std::find_if(std::begin(rules), std::end(rules),
                                   [&primitiveType](const Rule &candidate) { return candidate.type == primitiveType; });
    return rule == std::end(rules) ? Judgement() : rule->judge(text);
}

Judgement judgeGuid(QStringView text)
{
    constexpr qsizetype length = 36;
    const auto isHexadecimal = [](QChar character) {
        const char16_t lower = character.unicode() | 0x20;
        return Cursor::isDigit(character) || (lower >= u'a' && lower <= u'f');
    };
    for (qsizetype at = 0; at < length; ++at) {
        const bool isHyphen = at == 8 || at == 13 || at == 18 || at == 23;
        if (at == text.size() || (isHyphen ? text.at(at) != u'-' : !isHexadecimal(text.at(at)))) {
            const QString reason = isHyphen
                ? QCoreApplication::translate("edm", "A - is expected: a GUID has 8-4-4-4-12 hexadecimal digits.")
                : QCoreApplication::translate("edm", "A hexadecimal digit is expected: a GUID has 8-4-4-4-12 of them.");
            return {Judgement::Verdict::Invalid, reason, at};
        }
    }
    if (text.size() > length)
        return {Judgement::Verdict::Invalid, QCoreApplication::translate("edm", "Nothing may follow a GUID."), length};
    return {};
}

Judgement judgeInteger(QStringView text, QLatin1String least, QLatin1String greatest)
{
    Cursor cursor(text);
    const bool isSigned = least.startsWith(u'-');
    const bool isNegative = isSigned && cursor.take(u'-');
    if (isSigned && !isNegative)
        cursor.take(u'+');
    const qsizetype digits = cursor.takeDigits(anyNumber);
    if (digits == 0 || !cursor.isAtEnd())
        return invalidAt(cursor, QCoreApplication::translate("edm", "A whole number without blanks is expected."));
    if (isGreater(significantDigits(text), significantDigits(isNegative ? least : greatest)))
        return {Judgement::Verdict::Invalid,
                QCoreApplication::translate("edm", "The number is outside %1 to %2.").arg(least, greatest), -1};
    if (digits > greatest.size())
        return {Judgement::Verdict::Invalid,
                QCoreApplication::translate("edm", "The number has more than %n digit(s).", nullptr,
                                            static_cast<int>(greatest.size())),
                text.size() - digits + greatest.size()};
    return {};
}

} // namespace edm

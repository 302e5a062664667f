// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/amount.h"

#include "edm/cursor.h"
#include "edm/datetimeoffset.h"
#include "edm/duration.h"

#include <limits>
#include <numeric>

namespace edm {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype anyNumber = std::numeric_limits<qsizetype>::max();
constexpr qsizetype mostFractionDigits = 18; // their number fits into a qint64

struct UnitRow
{
    QLatin1String name;
    qint64 ticks;
};

constexpr UnitRow units[] = {
    {"d"_L1, 86'400 * DateTimeOffset::ticksPerSecond}, {"h"_L1, 3'600 * DateTimeOffset::ticksPerSecond},
    {"min"_L1, 60 * DateTimeOffset::ticksPerSecond},   {"ms"_L1, DateTimeOffset::ticksPerSecond / 1'000},
    {"m"_L1, 60 * DateTimeOffset::ticksPerSecond},     {"s"_L1, DateTimeOffset::ticksPerSecond},
};

core::Error error(const QString &message)
{
    return {core::Error::Code::Input, message, {}};
}

core::Error noAmount()
{
    return error(QCoreApplication::translate("edm", "Type an amount such as 5m, 1h30m, 0.0000001s or PT5M."));
}

/// The digits of a number before and after the point.
struct Number
{
    QStringView whole;
    QStringView fraction;
};

core::Result<qint64> ticksOf(const Number &number, qint64 unit)
{
    QStringView digits = number.fraction;
    while (digits.endsWith(u'0'))
        digits.chop(1);
    qint64 power = 1;
    for (qsizetype i = 0; i < qMin(digits.size(), mostFractionDigits); ++i)
        power *= 10;
    const qint64 common = std::gcd(unit, power);
    const qint64 fraction = digits.toLongLong();
    if (digits.size() > mostFractionDigits || fraction % (power / common) != 0)
        return error(QCoreApplication::translate("edm", "This is finer than 100 ns, the tick that services count in."));
    bool fits = true;
    const qint64 whole = number.whole.toLongLong(&fits);
    qint64 ticks = 0;
    if (!fits || qMulOverflow(whole, unit, &ticks)
        || qAddOverflow(ticks, fraction / (power / common) * (unit / common), &ticks))
        return error(QCoreApplication::translate("edm", "This amount is too large to be counted."));
    return ticks;
}

/// The unit that comes next, or null.
const UnitRow *takeUnit(Cursor &cursor)
{
    for (const UnitRow &row : units) {
        Cursor ahead = cursor;
        bool fits = true;
        for (const char letter : row.name)
            fits = fits && ahead.takeLetter(static_cast<char16_t>(letter & ~0x20));
        if (fits) {
            cursor = ahead;
            return &row;
        }
    }
    return nullptr;
}

void skipBlanks(Cursor &cursor)
{
    while (cursor.take(u' ')) { }
}

core::Result<qint64> readComponent(Cursor &cursor)
{
    const qsizetype start = cursor.position();
    if (cursor.takeDigits(anyNumber) == 0)
        return noAmount();
    Number number{cursor.since(start), {}};
    if (cursor.take(u'.')) {
        const qsizetype fraction = cursor.position();
        if (cursor.takeDigits(anyNumber) == 0)
            return error(QCoreApplication::translate("edm", "A digit is expected after the decimal point."));
        number.fraction = cursor.since(fraction);
    }
    const QString spelling = cursor.since(start).toString();
    skipBlanks(cursor);
    const UnitRow *unit = takeUnit(cursor);
    if (!unit)
        return error(
            QCoreApplication::translate("edm", "A unit is expected after %1: d, h, m, s or ms.").arg(spelling));
    skipBlanks(cursor);
    return ticksOf(number, unit->ticks);
}

/// Reads the components up to the end and adds them up.
core::Result<qint64> readComponents(const QString &text)
{
    Cursor cursor(text);
    qint64 sum = 0;
    while (!cursor.isAtEnd()) {
        const core::Result<qint64> component = readComponent(cursor);
        if (!component)
            return component;
        if (qAddOverflow(sum, *component, &sum))
            return error(QCoreApplication::translate("edm", "This amount is too large to be counted."));
    }
    return sum;
}

} // namespace

core::Result<qint64> amountTicks(const QString &text)
{
    QString rest = text.trimmed();
    const bool isNegative = rest.startsWith(u'-');
    if (isNegative || rest.startsWith(u'+'))
        rest.remove(0, 1);
    const bool isDuration = rest.startsWith(u'P', Qt::CaseInsensitive);
    if (isDuration) {
        const Judgement judgement = judgeDuration(rest);
        if (judgement.verdict == Judgement::Verdict::Invalid)
            return error(judgement.reason);
        // What is left are numbers with units, in the order that was judged.
        rest.remove(QChar(u'P'), Qt::CaseInsensitive).remove(QChar(u'T'), Qt::CaseInsensitive);
    }
    rest = rest.trimmed();
    if (rest.isEmpty() && !isDuration)
        return noAmount();
    const core::Result<qint64> ticks = readComponents(rest);
    return ticks ? core::Result<qint64>(isNegative ? -*ticks : *ticks) : ticks;
}

} // namespace edm

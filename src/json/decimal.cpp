// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/decimal.h"

#include <algorithm>

namespace json {

namespace {

constexpr qint64 farthest = 1'000'000'000'000'000'000;

/// The value of the digits after `e`, with their sign, held at ±farthest.
qint64 exponentOf(QByteArrayView text)
{
    const bool isNegative = text.startsWith('-');
    qint64 exponent = 0;
    for (const char byte : text) {
        if (byte != '-' && byte != '+')
            exponent = std::min(farthest / 10, exponent) * 10 + (byte - '0');
    }
    exponent = std::min(farthest, exponent);
    return isNegative ? -exponent : exponent;
}

} // namespace

Decimal Decimal::of(QByteArrayView literal)
{
    Decimal decimal;
    decimal.isNegative = literal.startsWith('-');
    const QByteArrayView number = literal.sliced(decimal.isNegative ? 1 : 0);
    const auto e = std::find_if(number.begin(), number.end(), [](char byte) { return byte == 'e' || byte == 'E'; });
    const QByteArrayView mantissa = number.first(e - number.begin());
    if (e != number.end())
        decimal.exponent = exponentOf(number.sliced(mantissa.size() + 1));
    const qsizetype point = mantissa.indexOf('.');
    decimal.isPlain = point < 0 && e == number.end();
    decimal.digits = mantissa.toByteArray();
    if (point >= 0) {
        decimal.digits.remove(point, 1);
        decimal.exponent -= decimal.digits.size() - point;
    }
    const auto significant
        = std::find_if(decimal.digits.cbegin(), decimal.digits.cend(), [](char d) { return d != '0'; });
    decimal.digits.remove(0, significant - decimal.digits.cbegin());
    while (decimal.digits.endsWith('0')) {
        decimal.digits.chop(1);
        ++decimal.exponent;
    }
    decimal.exponent = decimal.digits.isEmpty() ? 0 : std::clamp(decimal.exponent, -farthest, farthest);
    return decimal;
}

} // namespace json

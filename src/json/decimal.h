// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace json {

/// The exact value of a JSON number: sign, significant digits as text, and the power of ten of the last digit. The
/// sign of zero counts as part of the value. Zero has no digits and the exponent 0.
struct Decimal
{
    bool isNegative = false;
    bool isPlain = true; ///< Spelled without a decimal point and an exponent.
    QByteArray digits; ///< Without leading and trailing zeros.
    qint64 exponent = 0; ///< Held at ±10^18, beyond which no two numbers of a text can be told apart by it.

    /// Reads `literal`, which must be a number by RFC 8259 §6.
    static Decimal of(QByteArrayView literal);

    /// True when both are the same value, however spelled.
    bool isSameAs(const Decimal &other) const
    {
        return isNegative == other.isNegative && exponent == other.exponent && digits == other.digits;
    }
};

} // namespace json

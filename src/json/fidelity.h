// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

namespace json {

/// The kinds of JSON text that a QJsonObject does not hold without changing a value (measured on Qt 6.4).
enum class Loss {
    NotAnObject, ///< The root is not an object.
    DuplicateName, ///< A name stands twice in one object; only the last would stay.
    NumberChanges, ///< The number that QJsonDocument would write has another exact decimal value (2^64, 1e400, -0, 20
                   ///< digits).
    LoneSurrogate, ///< A \ud800…\udfff escape without its partner, in a name or a string: Qt keeps it, no widget does.
    ByteOrderMark, ///< A name or string without escapes begins with U+FEFF, which QJsonDocument swallows.
    TooDeep, ///< Nested deeper than QJsonDocument reads (1,024).
};

/// One such place.
struct LossAt
{
    Loss loss = Loss::NotAnObject;
    Fault fault; ///< The place of the value or, for a duplicate, of the second name; the reason in words for people.

    bool operator==(const LossAt &) const = default;
};

/// All places, in the order of the text, at which a QJsonObject would not hold the value of a valid `index`; empty when
/// it holds them all. Spelling alone (`1.0`, `1.10`, escapes, order, blanks) is no loss. Stops after `most` places.
QList<LossAt> losses(const Index &index, int most = 1000);

} // namespace json

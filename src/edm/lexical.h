// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace edm {

/// What a lexical check found: nothing, something legal yet unusual, or a fault with its place.
struct Judgement
{
    enum class Verdict { Valid, Note, Invalid };

    Verdict verdict = Verdict::Valid;
    QString reason; ///< A sentence for people, translated; empty when valid.
    qsizetype position = -1; ///< The first character that does not fit, from 0; -1 when it is about the whole.

    bool operator==(const Judgement &) const = default;
};

/// Judges `text` as the literal of a primitive type by the OData ABNF: `Edm.DateTimeOffset`, `Edm.Duration`,
/// `Edm.Guid`, `Edm.Boolean`, `Edm.Int16`, `Edm.Int32`, `Edm.Int64`, `Edm.Byte`, `Edm.SByte`, `Edm.Single`,
/// `Edm.Double`, `Edm.Decimal`, `Edm.Date`, `Edm.TimeOfDay`, `Edm.String`. A primitive type that it does not know is
/// Valid.
Judgement judge(const QString &primitiveType, QStringView text);

/// Judges `text` as a GUID: 8-4-4-4-12 hexadecimal digits, any case, no braces.
Judgement judgeGuid(QStringView text);

/// Judges a whole number by its digits, without ever converting it: within `least`…`greatest` (both as decimal text).
Judgement judgeInteger(QStringView text, QLatin1String least, QLatin1String greatest);

} // namespace edm

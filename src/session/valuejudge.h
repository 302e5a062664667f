// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/rules.h"
#include "session/typetable.h"
#include "json/index.h"

#include <optional>

namespace session {

/// A rule that a value breaks, what its sentence names, and the mend where there is a plain one.
struct Breach
{
    Rule rule = Rule::Json;
    Facts facts;
    std::optional<Fix> fix = std::nullopt;
};

/// `raw` for a sentence: at most 60 characters, those that do not print as `\uXXXX`.
QString shownText(QByteArrayView raw);

/// The value as it stands in the text, for a sentence, as shownText(); an object or array as these words.
QString shownValue(const json::Index &index, qsizetype node);

/// The text of a name or string node for a sentence, without quotation marks; otherwise as shownValue().
QString shownName(const json::Index &index, qsizetype node);

/// The breach that the JSON type of the value is not that of `shape`; `member` names the place in the sentence.
Breach wrongType(const json::Index &index, qsizetype node, Shape shape, const QString &member);

/// Judges one value, not null, of a property of a primitive or enumeration type; `member` names the place in the
/// sentence.
std::optional<Breach> judgeScalar(const json::Index &index, qsizetype node, const PropertyFacts &property,
                                  const QString &member);

} // namespace session

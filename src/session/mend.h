// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/finding.h"
#include "session/typetable.h"
#include "json/index.h"

namespace session {

/// A fix that writes `text` as a JSON string.
Fix textFix(const QString &text);

/// The fix of text that is no literal, or an unusual one, of a primitive type: blanks around it, a decimal comma, and
/// for times an offset without its colon, a missing T, lower case. Empty when the mended text is no better.
std::optional<Fix> literalFix(const QString &type, const QString &text);

/// The fix of text that is no GUID: 32 digits with braces around or without the hyphens.
std::optional<Fix> guidFix(const QString &text);

/// The fix of text that is no member of the enumeration, but is one in another case, between blanks, or by its number.
std::optional<Fix> memberFix(const EnumFacts &enumeration, const QString &text);

/// The JSON number that text such as `0,5`, ` 12` or `+3` means; empty when it means none.
QByteArray numberMeant(const QString &text);

/// The fix of `true` or `false` that was written as text in any case.
std::optional<Fix> booleanFix(const QString &text);

/// The fix of a value that stands where a collection of it belongs: the value in brackets, or the members of a list.
std::optional<Fix> collectionFix(const json::Index &index, qsizetype node, const PropertyFacts &property);

} // namespace session

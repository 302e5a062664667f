// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/comparisonrules.h"
#include "session/typetable.h"
#include "json/index.h"

namespace session {

/// What is known about a value by the place where it stands.
struct Meaning
{
    const PropertyFacts *property = nullptr; ///< The declared property; null where the schema has none.
    const TypeFacts *type = nullptr; ///< Of an object: its declared type, or null.
    bool isItem = false; ///< It stands in an array.
    bool namesType = false; ///< It is the value of `@odata.type`; then `type` is the declared type of its object.
};

/// A value of one text.
struct Value
{
    const json::Index &index;
    qsizetype node;
};

/// The rule by which two values, not both arrays or both objects with something in them, are the same or not. Numbers,
/// instants and durations are compared exactly: nothing is rounded. `schema` resolves type names.
ComparisonRule ruleOfPair(const Value &sent, const Value &returned, const Meaning &meaning, const edm::Schema &schema);

/// The rule by which a value that was sent may be missing in what came back, or not.
ComparisonRule ruleOfMissing(const Value &sent, const Meaning &meaning, const edm::Schema &schema);

} // namespace session

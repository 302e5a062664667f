// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QString>

namespace session {

/// What became of a value between the text that was sent and the one that came back.
enum class ComparisonKind : quint8 {
    Same = 0x01, ///< The same value, spelled the same.
    OtherText = 0x02, ///< The same value, spelled otherwise.
    Changed = 0x04, ///< Another value.
    Dropped = 0x08, ///< It was sent and did not come back.
    Added = 0x10, ///< It came back and was not sent.
};
Q_DECLARE_FLAGS(ComparisonKinds, ComparisonKind)
Q_DECLARE_OPERATORS_FOR_FLAGS(ComparisonKinds)

/// All kinds, in the order in which they are told.
inline constexpr ComparisonKind comparisonKinds[]
    = {ComparisonKind::Same, ComparisonKind::OtherText, ComparisonKind::Changed, ComparisonKind::Dropped,
       ComparisonKind::Added};

/// `same`, `otherText`, `changed`, `dropped` or `added`: the word on the command line and in JSON.
QLatin1String kindName(ComparisonKind kind);

/// Why a value is of its kind. Each has one row in the table of comparisonrules.cpp, one in docs/compare.md, and its
/// rows in tst_compare.
enum class ComparisonRule : quint8 {
    Identical,
    Escapes,
    NumberSpelling,
    NumberAsText,
    Instant,
    Duration,
    GuidCase,
    EnumNumber,
    TypeSpelling,
    SetOrder,
    ItemOrder,
    NullOmitted,
    TypeImplied,
    OtherValue,
    OtherType,
    TooDeep,
    Missing,
    RepeatedDropped,
    New,
    RepeatedAdded,
};

/// One rule: everything about it but when it holds.
struct ComparisonRuleRow
{
    ComparisonRule rule = ComparisonRule::Identical;
    QLatin1String id; ///< Lower case with hyphens, stable: `set-order`.
    ComparisonKind kind = ComparisonKind::Same;
    const char *reason = nullptr; ///< In English, marked for the context "session".
};

/// The row of a rule.
const ComparisonRuleRow &rowOf(ComparisonRule rule);

/// The number of rules, for tests that know a row for each.
int comparisonRuleCount();

/// Why, as a sentence for people, translated.
QString reasonOf(ComparisonRule rule);

} // namespace session

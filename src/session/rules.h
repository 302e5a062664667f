// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/finding.h"

namespace session {

/// What findings() looks for. Each has one row in the table of rules.cpp and its rows in tst_findings.
enum class Rule {
    Json,
    DuplicateName,
    WrongType,
    NullValue,
    NullCollection,
    NullItem,
    MissingMember,
    OmittedMember,
    UndeclaredMember,
    DerivedMember,
    Deprecated,
    TypeNotText,
    UnknownType,
    UnrelatedType,
    OpenFamilyType,
    TypeCase,
    TypeHash,
    AbstractType,
    EnumMember,
    EnumNumber,
    EnumList,
    UnknownFutureValue,
    AboveSentinel,
    DocumentedMember,
    LexicalForm,
    LexicalNote,
    NumberRange,
    IntegerFraction,
    IntegerSpelling,
    NumberAsText,
    EndBeforeStart,
    OutsideSpan,
    IdForm,
    MoreFindings,
};

/// What the sentence of a finding may name. A rule uses what it needs.
struct Facts
{
    QString value; ///< The value as it stands in the text, shortened.
    QString member; ///< The name of the member, or words for the place.
    QString type; ///< The short name of the type that the value has or should have.
    QString detail; ///< What else the rule has to say.
};

/// One rule: everything about it but where it applies.
struct RuleRow
{
    Rule rule = Rule::Json;
    QLatin1String id;
    Severity severity = Severity::Note;
    Source source = Source::Csdl;
    const char *about = nullptr; ///< What the rule says, in English, for docs/findings.md.
    QString (*message)(const Facts &) = nullptr;
};

/// The row of a rule.
const RuleRow &rowOf(Rule rule);

/// The number of rules, for a test that knows a row for each: rowOf(Rule(0)) … rowOf(Rule(ruleCount() - 1)).
int ruleCount();

} // namespace session

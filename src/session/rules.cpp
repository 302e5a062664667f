// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rules.h"

#include <QCoreApplication>

#include <iterator>

using namespace Qt::StringLiterals;

namespace session {

namespace {

// One row a rule, in the order of the enumeration. docs/findings.md is written from it. Multi-argument arg() fills
// all places at once, so that a %2 inside a value stays what it is.
constexpr RuleRow rules[] = {
    {Rule::Json, "json"_L1, Severity::Error, Source::Json,
     "The body is not JSON by RFC 8259. Nothing else is judged then.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "This is not JSON at %1: %2.").arg(f.value, f.detail);
     }},
    {Rule::DuplicateName, "duplicate-name"_L1, Severity::Warning, Source::Json,
     "A name stands more than once in one object. The last value is judged, which most readers take.",
     [](const Facts &f) {
         return QCoreApplication::translate(
                    "session", "The name %1 stands more than once in this object. Most readers take the last one.")
             .arg(f.member);
     }},
    {Rule::WrongType, "wrong-type"_L1, Severity::Error, Source::Csdl,
     "The JSON type is not the one that the property wants: text in a number, an array in an object.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 wants %2, not %3.").arg(f.member, f.detail, f.value);
     }},
    {Rule::NullValue, "null-value"_L1, Severity::Error, Source::Csdl, "null where the schema does not allow it.",
     [](const Facts &f) { return QCoreApplication::translate("session", "%1 must not be null.").arg(f.member); }},
    {Rule::NullCollection, "null-collection"_L1, Severity::Error, Source::OData,
     "null in the place of a collection, which may be empty or absent, but never null (OData JSON 4.01 §7).",
     [](const Facts &f) {
         return QCoreApplication::translate("session",
                                            "%1 is a collection, which is never null: send [] or leave it out.")
             .arg(f.member);
     }},
    {Rule::NullItem, "null-item"_L1, Severity::Error, Source::Csdl, "null among the items of a collection.",
     [](const Facts &f) { return QCoreApplication::translate("session", "%1 must not be null.").arg(f.member); }},
    {Rule::MissingMember, "missing-member"_L1, Severity::Error, Source::Csdl,
     "startDateTime, endDateTime or modalities of a session, or stage of a failureInfo, is not there.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is missing. %2 must have it.").arg(f.member, f.type);
     }},
    {Rule::OmittedMember, "omitted-member"_L1, Severity::Warning, Source::Csdl,
     "Another member that may not be null and has no default is not there.",
     [](const Facts &f) {
         return QCoreApplication::translate(
                    "session",
                    "%1 is left out, and the schema allows no null in its place: a strict service may refuse this %2.")
             .arg(f.member, f.type);
     }},
    {Rule::UndeclaredMember, "undeclared-member"_L1, Severity::Error, Source::Csdl,
     "The type has no such member and is closed. Open types (identities, feedback tokens) take any; names with @ are "
     "annotations.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%2 has no member %1.%3").arg(f.member, f.type, f.detail);
     }},
    {Rule::DerivedMember, "derived-member"_L1, Severity::Error, Source::Csdl,
     "The member belongs to a derived type, and the object does not say with @odata.type that it is of that type.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is a member of %3, not of %2. Choose the type %3.")
             .arg(f.member, f.type, f.detail);
     }},
    {Rule::Deprecated, "deprecated"_L1, Severity::Warning, Source::Csdl,
     "The schema has deprecated the property or the type; the sentence tells the date of removal and what to use "
     "instead.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is deprecated%2").arg(f.member, f.detail);
     }},
    {Rule::TypeNotText, "type-not-text"_L1, Severity::Error, Source::OData, "@odata.type is no text.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "@odata.type wants text, not %1.").arg(f.value);
     }},
    {Rule::UnknownType, "unknown-type"_L1, Severity::Error, Source::Csdl,
     "@odata.type names a type that the schema does not have.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "The schema has no type %1. Types: %2.").arg(f.value, f.detail);
     }},
    {Rule::UnrelatedType, "unrelated-type"_L1, Severity::Error, Source::Csdl,
     "@odata.type names a type that is not derived from the declared one.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is not derived from %2. Types: %3.")
             .arg(f.value, f.type, f.detail);
     }},
    {Rule::OpenFamilyType, "open-family-type"_L1, Severity::Warning, Source::Csdl,
     "As the two before, where the declared type is open: a service may know more types than a schema that was cut to "
     "sessions.",
     [](const Facts &f) {
         return QCoreApplication::translate(
                    "session",
                    "The schema has no type %1 that derives from %2. Since %2 is open, a service may know one.")
             .arg(f.value, f.type);
     }},
    {Rule::TypeCase, "type-case"_L1, Severity::Warning, Source::OData,
     "@odata.type differs from the schema in upper and lower case.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 differs from %2 in upper and lower case.")
             .arg(f.value, f.type);
     }},
    {Rule::TypeHash, "type-hash"_L1, Severity::Note, Source::OData,
     "@odata.type is written without a number sign (OData JSON 4.01 §4.6.3).",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is usually written with a number sign: \"#%2\".")
             .arg(f.value, f.type);
     }},
    {Rule::AbstractType, "abstract-type"_L1, Severity::Warning, Source::Csdl,
     "The type is abstract, so that no value can be of it: a plain userAgent.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is abstract: a value is one of %2.").arg(f.type, f.detail);
     }},
    {Rule::EnumMember, "enum-member"_L1, Severity::Error, Source::Csdl,
     "The text is no member of the enumeration. Members are compared exactly.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is not a member of %2. %3").arg(f.value, f.type, f.detail);
     }},
    {Rule::EnumNumber, "enum-number"_L1, Severity::Error, Source::OData,
     "A member is written by its number instead of its name.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is a number. A member of %2 is written by its name. %3")
             .arg(f.value, f.type, f.detail);
     }},
    {Rule::EnumList, "enum-list"_L1, Severity::Error, Source::Csdl,
     "Several members in one text, though the enumeration has no flags.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is a list, and %2 takes one member. %3")
             .arg(f.value, f.type, f.detail);
     }},
    {Rule::UnknownFutureValue, "unknown-future-value"_L1, Severity::Error, Source::OData,
     "unknownFutureValue is sent. It stands for what a reader does not know; services must refuse it (Microsoft REST "
     "guidelines).",
     [](const Facts &f) {
         return QCoreApplication::translate(
                    "session", "%1 stands for members of %2 that a reader does not know yet. It must not be sent.")
             .arg(f.value, f.type);
     }},
    {Rule::AboveSentinel, "above-sentinel"_L1, Severity::Warning, Source::OData,
     "A member above unknownFutureValue is sent without the header Prefer: include-unknown-enum-members; services must "
     "refuse it then.",
     [](const Facts &f) {
         return QCoreApplication::translate("session",
                                            "%1 is newer than the sentinel of %2. Without the header \"Prefer: "
                                            "include-unknown-enum-members\" a service must refuse it.")
             .arg(f.value, f.type);
     }},
    {Rule::DocumentedMember, "documented-member"_L1, Severity::Warning, Source::Conflict,
     "The documentation lists the member and the schema does not have it: unknown of modality.",
     [](const Facts &f) {
         return QCoreApplication::translate(
                    "session", "%1 is in the documentation of %2, but not in its schema. A strict service refuses it.")
             .arg(f.value, f.type);
     }},
    {Rule::LexicalForm, "lexical-form"_L1, Severity::Error, Source::OData,
     "The text is not of the form of its type (OData ABNF); the sentence tells the first character that does not fit.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is not of the form %2. %3").arg(f.value, f.type, f.detail);
     }},
    {Rule::LexicalNote, "lexical-note"_L1, Severity::Note, Source::OData,
     "The form is legal, and many services refuse it or lose some of it: over 7 fraction digits, second 60, lower-case "
     "t.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is an unusual %2. %3").arg(f.value, f.type, f.detail);
     }},
    {Rule::NumberRange, "number-range"_L1, Severity::Error, Source::OData,
     "The number is outside of the range of its type.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is outside the range of %2.").arg(f.value, f.type);
     }},
    {Rule::IntegerFraction, "integer-fraction"_L1, Severity::Error, Source::OData,
     "A number with a fraction where a whole one belongs.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is not a whole number, which %2 wants.")
             .arg(f.value, f.type);
     }},
    {Rule::IntegerSpelling, "integer-spelling"_L1, Severity::Note, Source::OData,
     "A whole number that is spelled with a decimal point or an exponent.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is a whole number, but some readers of %2 take digits only.")
             .arg(f.value, f.type);
     }},
    {Rule::NumberAsText, "number-as-text"_L1, Severity::Warning, Source::OData,
     "An Int64 or Decimal as text, which needs IEEE754Compatible=true in the Content-Type (OData JSON 4.01 §3.2).",
     [](const Facts &f) {
         return QCoreApplication::translate(
                    "session",
                    "%1 is text. %2 is written as text only with IEEE754Compatible=true in the Content-Type.")
             .arg(f.value, f.type);
     }},
    {Rule::EndBeforeStart, "end-before-start"_L1, Severity::Warning, Source::Documentation,
     "endDateTime of a session or a segment is before its startDateTime. Instants are compared, not texts.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is before startDateTime.").arg(f.member);
     }},
    {Rule::OutsideSpan, "outside-span"_L1, Severity::Warning, Source::Documentation,
     "A segment begins or ends before the session begins or after it ends.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is outside of the time of the %2 that holds it.")
             .arg(f.member, f.type);
     }},
    {Rule::IdForm, "id-form"_L1, Severity::Note, Source::Documentation,
     "The id is not a GUID, which the schema does not ask for and all documented ones are.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "%1 is not a GUID, which every documented %2 is.")
             .arg(f.value, f.member);
     }},
    {Rule::MoreFindings, "more-findings"_L1, Severity::Warning, Source::Json,
     "There are more than 100,000 findings; the rest is not listed.",
     [](const Facts &f) {
         return QCoreApplication::translate("session", "There are more than %1 findings. The rest is not listed.")
             .arg(f.value);
     }},
};

constexpr bool isInOrder()
{
    for (size_t row = 0; row < std::size(rules); ++row) {
        if (rules[row].rule != static_cast<Rule>(row))
            return false;
    }
    return true;
}
static_assert(isInOrder());
static_assert(std::size(rules) == static_cast<size_t>(Rule::MoreFindings) + 1);

} // namespace

const RuleRow &rowOf(Rule rule)
{
    return rules[static_cast<size_t>(rule)];
}

int ruleCount()
{
    return static_cast<int>(std::size(rules));
}

} // namespace session

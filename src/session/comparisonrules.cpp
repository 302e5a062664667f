// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/comparisonrules.h"

#include <QCoreApplication>

#include <iterator>

using namespace Qt::StringLiterals;

namespace session {

namespace {

using Kind = ComparisonKind;
using Rule = ComparisonRule;

constexpr ComparisonRuleRow rows[] = {
    {Rule::Identical, "identical"_L1, Kind::Same, QT_TRANSLATE_NOOP("session", "Spelled the same.")},
    {Rule::Escapes, "escapes"_L1, Kind::OtherText,
     QT_TRANSLATE_NOOP("session", "The same text, with other characters escaped.")},
    {Rule::NumberSpelling, "number-spelling"_L1, Kind::OtherText,
     QT_TRANSLATE_NOOP("session", "The same number to the last digit, spelled otherwise.")},
    {Rule::NumberAsText, "number-as-text"_L1, Kind::OtherText,
     QT_TRANSLATE_NOOP("session", "The same number, once with and once without quotation marks.")},
    {Rule::Instant, "instant"_L1, Kind::OtherText,
     QT_TRANSLATE_NOOP("session", "The same instant, spelled otherwise.")},
    {Rule::Duration, "duration"_L1, Kind::OtherText,
     QT_TRANSLATE_NOOP("session", "The same duration, spelled otherwise.")},
    {Rule::GuidCase, "guid-case"_L1, Kind::OtherText, QT_TRANSLATE_NOOP("session", "The same GUID, in another case.")},
    {Rule::EnumNumber, "enum-number"_L1, Kind::OtherText,
     QT_TRANSLATE_NOOP("session", "The same member of the enumeration, once by name and once by number.")},
    {Rule::TypeSpelling, "type-spelling"_L1, Kind::OtherText,
     QT_TRANSLATE_NOOP("session", "The same type, spelled otherwise.")},
    {Rule::SetOrder, "set-order"_L1, Kind::OtherText,
     QT_TRANSLATE_NOOP("session", "The same members of a set, in another order or spelling.")},
    {Rule::ItemOrder, "item-order"_L1, Kind::OtherText,
     QT_TRANSLATE_NOOP("session", "The items, known by their ids, came back in another order.")},
    {Rule::NullOmitted, "null-omitted"_L1, Kind::OtherText,
     QT_TRANSLATE_NOOP("session", "Services leave out what is null.")},
    {Rule::TypeImplied, "type-implied"_L1, Kind::OtherText,
     QT_TRANSLATE_NOOP("session", "Services leave out a type that is the declared one.")},
    {Rule::OtherValue, "other-value"_L1, Kind::Changed, QT_TRANSLATE_NOOP("session", "Another value came back.")},
    {Rule::OtherType, "other-type"_L1, Kind::Changed,
     QT_TRANSLATE_NOOP("session", "A value of another JSON type came back.")},
    {Rule::TooDeep, "too-deep"_L1, Kind::Changed,
     QT_TRANSLATE_NOOP("session", "The texts differ, nested too deep to say where.")},
    {Rule::Missing, "missing"_L1, Kind::Dropped, QT_TRANSLATE_NOOP("session", "It did not come back.")},
    {Rule::RepeatedDropped, "repeated-dropped"_L1, Kind::Dropped,
     QT_TRANSLATE_NOOP("session", "The name was sent more often than it came back.")},
    {Rule::New, "new"_L1, Kind::Added, QT_TRANSLATE_NOOP("session", "It was not sent.")},
    {Rule::RepeatedAdded, "repeated-added"_L1, Kind::Added,
     QT_TRANSLATE_NOOP("session", "The name came back more often than it was sent.")},
};

constexpr bool isInOrder()
{
    for (size_t at = 0; at < std::size(rows); ++at) {
        if (rows[at].rule != static_cast<Rule>(at))
            return false;
    }
    return rows[std::size(rows) - 1].rule == Rule::RepeatedAdded;
}
static_assert(isInOrder(), "one row a rule, in the order of the enumeration");

} // namespace

QLatin1String kindName(ComparisonKind kind)
{
    switch (kind) {
    case Kind::Same:
        return "same"_L1;
    case Kind::OtherText:
        return "otherText"_L1;
    case Kind::Changed:
        return "changed"_L1;
    case Kind::Dropped:
        return "dropped"_L1;
    case Kind::Added:
        return "added"_L1;
    }
    Q_UNREACHABLE();
}

const ComparisonRuleRow &rowOf(ComparisonRule rule)
{
    return rows[static_cast<size_t>(rule)];
}

int comparisonRuleCount()
{
    return static_cast<int>(std::size(rows));
}

QString reasonOf(ComparisonRule rule)
{
    return QCoreApplication::translate("session", rowOf(rule).reason);
}

} // namespace session

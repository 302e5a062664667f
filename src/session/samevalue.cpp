// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/samevalue.h"

#include "edm/amount.h"
#include "edm/datetimeoffset.h"
#include "edm/duration.h"
#include "edm/timeliteral.h"
#include "session/typechoice.h"
#include "json/decimal.h"

#include <QFlags>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

using Rule = ComparisonRule;

/// What a value stands for, as far as the rules care.
enum class Nature : quint8 {
    Undeclared = 0x01, ///< The schema says nothing: what looks like a time, a duration or a GUID is taken for one.
    Text = 0x02, ///< And all else that has no rule of its own.
    Instant = 0x04,
    Duration = 0x08,
    Guid = 0x10,
    Member = 0x20, ///< Of an enumeration.
    WideNumber = 0x40, ///< May be written as text (OData JSON 4.01 §3.2).
    TypeName = 0x80,
};
Q_DECLARE_FLAGS(Natures, Nature)
constexpr Natures any(0xFF);

struct NatureRow
{
    QLatin1String type;
    Nature nature;
};

constexpr NatureRow natures[] = {
    {"Edm.DateTimeOffset"_L1, Nature::Instant}, {"Edm.Duration"_L1, Nature::Duration},  {"Edm.Guid"_L1, Nature::Guid},
    {"Edm.Int64"_L1, Nature::WideNumber},       {"Edm.Decimal"_L1, Nature::WideNumber},
};

Nature natureOf(const Meaning &meaning)
{
    if (meaning.namesType)
        return Nature::TypeName;
    if (!meaning.property)
        return Nature::Undeclared;
    if (meaning.property->enumeration)
        return Nature::Member;
    const QString &type = meaning.property->property->type.name;
    const auto *row = std::find_if(std::begin(natures), std::end(natures),
                                   [&type](const NatureRow &candidate) { return type == candidate.type; });
    if (row != std::end(natures))
        return row->nature;
    return meaning.property->isKnown ? Nature::Text : Nature::Undeclared;
}

/// Two values and what is known about them.
struct Pair
{
    const Value &sent;
    const Value &returned;
    const Meaning &meaning;
    const edm::Schema &schema;

    json::Kind sentKind() const { return sent.index.at(sent.node).kind; }
    json::Kind returnedKind() const { return returned.index.at(returned.node).kind; }
    bool areBoth(json::Kind kind) const { return sentKind() == kind && returnedKind() == kind; }
};

QString textOf(const Value &value)
{
    return value.index.string(value.node);
}

json::Decimal numberOf(const Value &value)
{
    return json::Decimal::of(value.index.raw(value.node));
}

/// True for equal bytes, and for two objects or two arrays: those that have something in them do not come here.
bool isIdentical(const Pair &pair)
{
    if (pair.areBoth(json::Kind::Object) || pair.areBoth(json::Kind::Array))
        return true;
    return pair.sent.index.raw(pair.sent.node) == pair.returned.index.raw(pair.returned.node);
}

bool isSameText(const Pair &pair)
{
    return pair.areBoth(json::Kind::String)
        && pair.sent.index.key(pair.sent.node) == pair.returned.index.key(pair.returned.node);
}

bool isSameNumber(const Pair &pair)
{
    return pair.areBoth(json::Kind::Number) && numberOf(pair.sent).isSameAs(numberOf(pair.returned));
}

/// An instant to the last digit: ticks of 100 ns do not hold what a literal can.
struct Instant
{
    qint64 ticks = 0;
    QString beyond; ///< The digits after the seventh, without trailing zeros.
    bool isLeapSecond = false; ///< Second 60, which its ticks count as the one after.

    bool operator==(const Instant &) const = default;
};

std::optional<Instant> instantOf(const QString &text)
{
    constexpr qsizetype ticksDigits = 7;
    const std::optional<edm::DateTimeOffset> time = edm::DateTimeOffset::parse(text);
    if (!time || !time->ticks())
        return {};
    edm::Cursor cursor(text);
    edm::TimeLiteral literal;
    if (edm::readTimeLiteral(cursor, literal))
        return {};
    QStringView beyond = literal.time.fraction.mid(ticksDigits);
    while (beyond.endsWith(u'0'))
        beyond.chop(1);
    return Instant{*time->ticks(), beyond.toString(), literal.time.second == 60};
}

bool isSameInstant(const Pair &pair)
{
    if (!pair.areBoth(json::Kind::String))
        return false;
    const std::optional<Instant> sent = instantOf(textOf(pair.sent));
    return sent && sent == instantOf(textOf(pair.returned));
}

/// Empty for what is no duration or has no exact number of ticks: then the literals decide.
std::optional<qint64> durationOf(const QString &text)
{
    if (edm::judgeDuration(text).verdict == edm::Judgement::Verdict::Invalid)
        return {};
    const core::Result<qint64> ticks = edm::amountTicks(text);
    return ticks ? std::optional(*ticks) : std::nullopt;
}

bool isSameDuration(const Pair &pair)
{
    if (!pair.areBoth(json::Kind::String))
        return false;
    const std::optional<qint64> sent = durationOf(textOf(pair.sent));
    return sent && sent == durationOf(textOf(pair.returned));
}

bool isSameGuid(const Pair &pair)
{
    if (!pair.areBoth(json::Kind::String))
        return false;
    const QString sent = textOf(pair.sent);
    return sent.compare(textOf(pair.returned), Qt::CaseInsensitive) == 0
        && edm::judgeGuid(sent).verdict == edm::Judgement::Verdict::Valid;
}

/// The number of a member, by its name or as digits (OData ABNF enumMemberValue), in quotation marks or without.
std::optional<qint64> memberValue(const Value &value, const EnumFacts &enumeration)
{
    const json::Kind kind = value.index.at(value.node).kind;
    if (kind != json::Kind::String && kind != json::Kind::Number)
        return {};
    if (kind == json::Kind::String) {
        const auto member = enumeration.members.constFind(value.index.key(value.node));
        if (member != enumeration.members.cend())
            return (*member)->value;
    }
    const QString digits
        = kind == json::Kind::String ? textOf(value) : QString::fromLatin1(value.index.raw(value.node));
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

bool isSameMember(const Pair &pair)
{
    const EnumFacts &enumeration = *pair.meaning.property->enumeration;
    const std::optional<qint64> sent = memberValue(pair.sent, enumeration);
    return sent && sent == memberValue(pair.returned, enumeration);
}

/// The number in a number or in a text; empty when there is none.
std::optional<json::Decimal> looseNumberOf(const Value &value)
{
    if (value.index.at(value.node).kind == json::Kind::Number)
        return numberOf(value);
    const bool isDecimal = value.index.at(value.node).kind == json::Kind::String
        && edm::judge(u"Edm.Decimal"_s, textOf(value)).verdict == edm::Judgement::Verdict::Valid;
    if (!isDecimal)
        return {};
    return json::Decimal::of(textOf(value).toLatin1());
}

bool isSameLooseNumber(const Pair &pair)
{
    const std::optional<json::Decimal> sent = looseNumberOf(pair.sent);
    const std::optional<json::Decimal> returned = looseNumberOf(pair.returned);
    return sent && returned && sent->isSameAs(*returned);
}

bool isSameType(const Pair &pair)
{
    if (!pair.areBoth(json::Kind::String))
        return false;
    const QString sent = textOf(pair.sent);
    const QString returned = textOf(pair.returned);
    if (edm::typeNameOf(sent) == edm::typeNameOf(returned))
        return true;
    const QString known = resolvedTypeName(pair.schema, sent);
    return !known.isEmpty() && known == resolvedTypeName(pair.schema, returned);
}

/// A way in which two values are the same.
struct SamenessRow
{
    Rule rule;
    Natures natures; ///< Of what it speaks.
    bool (*holds)(const Pair &);
};

/// The first that holds decides. In the order of docs/compare.md.
constexpr SamenessRow samenesses[] = {
    {Rule::Identical, any, isIdentical},
    {Rule::Escapes, any, isSameText},
    {Rule::NumberSpelling, any, isSameNumber},
    {Rule::NumberAsText, Nature::WideNumber, isSameLooseNumber},
    {Rule::Instant, Natures(Nature::Instant) | Nature::Undeclared, isSameInstant},
    {Rule::Duration, Natures(Nature::Duration) | Nature::Undeclared, isSameDuration},
    {Rule::GuidCase, Natures(Nature::Guid) | Nature::Text | Nature::Undeclared, isSameGuid},
    {Rule::EnumNumber, Nature::Member, isSameMember},
    {Rule::TypeSpelling, Nature::TypeName, isSameType},
};

bool isTruth(json::Kind kind)
{
    return kind == json::Kind::True || kind == json::Kind::False;
}

/// A value that was sent and did not come back.
struct Absence
{
    const Value &sent;
    const Meaning &meaning;
    const edm::Schema &schema;
};

/// Responses leave out nulls (`Prefer: omit-values=nulls`, and where nobody asked), and what is absent is null (OData
/// 4.01 §11.4.3). Not so where null is no value: a collection, an item, what is not nullable.
bool isOmittedNull(const Absence &absence)
{
    const PropertyFacts *property = absence.meaning.property;
    const bool mayBeNull = !property || (property->property->isNullable && !property->property->type.isCollection);
    return absence.sent.index.at(absence.sent.node).kind == json::Kind::Null && mayBeNull && !absence.meaning.isItem;
}

/// With minimal metadata responses name a type only where it is not the declared one (OData JSON 4.01 §4.6.3).
bool isImpliedType(const Absence &absence)
{
    const TypeFacts *declared = absence.meaning.type;
    if (!absence.meaning.namesType || !declared || absence.sent.index.at(absence.sent.node).kind != json::Kind::String)
        return false;
    return resolvedTypeName(absence.schema, textOf(absence.sent)) == declared->type->name;
}

/// A way in which a value is kept although it is missing.
struct AbsenceRow
{
    Rule rule;
    bool (*holds)(const Absence &);
};

constexpr AbsenceRow absences[] = {
    {Rule::NullOmitted, isOmittedNull},
    {Rule::TypeImplied, isImpliedType},
};

} // namespace

ComparisonRule ruleOfPair(const Value &sent, const Value &returned, const Meaning &meaning, const edm::Schema &schema)
{
    const Pair pair{sent, returned, meaning, schema};
    const Nature nature = natureOf(meaning);
    for (const SamenessRow &row : samenesses) {
        if (row.natures.testFlag(nature) && row.holds(pair))
            return row.rule;
    }
    const json::Kind sentKind = pair.sentKind();
    const json::Kind returnedKind = pair.returnedKind();
    const bool isSameKind = sentKind == returnedKind || (isTruth(sentKind) && isTruth(returnedKind));
    return isSameKind ? Rule::OtherValue : Rule::OtherType;
}

ComparisonRule ruleOfMissing(const Value &sent, const Meaning &meaning, const edm::Schema &schema)
{
    const Absence absence{sent, meaning, schema};
    for (const AbsenceRow &row : absences) {
        if (row.holds(absence))
            return row.rule;
    }
    return Rule::Missing;
}

} // namespace session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/valuejudge.h"

#include "core/preference.h"
#include "edm/lexical.h"
#include "session/mend.h"
#include "json/decimal.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr qsizetype mostShown = 60;

QString wantedWords(Shape shape)
{
    switch (shape) {
    case Shape::Text:
        return QCoreApplication::translate("session", "text");
    case Shape::Number:
        return QCoreApplication::translate("session", "a number");
    case Shape::Boolean:
        return QCoreApplication::translate("session", "true or false");
    case Shape::Object:
        return QCoreApplication::translate("session", "an object");
    case Shape::Array:
        return QCoreApplication::translate("session", "an array");
    }
    Q_UNREACHABLE();
}

/// `text` with all that does not print spelled out: a body must not steer the terminal that shows it.
QString printable(const QString &text)
{
    QString shown;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text[at];
        if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()
            && QChar::isPrint(QChar::surrogateToUcs4(unit, text[at + 1]))) {
            shown += unit;
            shown += text[++at];
        } else if (unit.isPrint()) {
            shown += unit;
        } else {
            shown += u"\\u%1"_s.arg(uint(unit.unicode()), 4, 16, QChar(u'0'));
        }
    }
    return shown;
}

bool isFloating(const QString &type)
{
    return type == "Edm.Single"_L1 || type == "Edm.Double"_L1;
}

bool isWhole(const QString &type)
{
    return !isFloating(type) && type != "Edm.Decimal"_L1;
}

QString typeWords(const PropertyFacts &property)
{
    const QString &name = property.property->type.name;
    return property.property->type.isPrimitive() ? name : edm::shortName(name);
}

/// What an enumeration takes, in words; or the member that was meant, when only the case differs.
QString memberHint(const EnumFacts &enumeration, const QString &text)
{
    // More than anybody reads; only a schema from elsewhere has as many.
    constexpr qsizetype mostNamed = 100;
    const edm::EnumMember *sentinel = enumeration.type->sentinel();
    QStringList names;
    for (const edm::EnumMember &member : enumeration.type->members) {
        if (member.name.compare(text, Qt::CaseInsensitive) == 0)
            return QCoreApplication::translate("session", "Did you mean %1?").arg(member.name);
        if (&member != sentinel && names.size() < mostNamed)
            names += member.name;
        else if (&member != sentinel && names.size() == mostNamed)
            names += u"…"_s;
    }
    return QCoreApplication::translate("session", "Members: %1.").arg(names.join(u", "_s));
}

bool isInteger(QStringView text)
{
    const QStringView digits = text.startsWith(u'-') ? text.sliced(1) : text;
    return !digits.isEmpty()
        && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// The rule that text which is no member of the enumeration breaks; empty when it is a list of members of a flags type.
std::optional<Rule> ruleOfStranger(const EnumFacts &enumeration, const QString &text)
{
    if (isInteger(text))
        return Rule::EnumNumber;
    const QStringList parts = text.split(u',');
    const auto isMember
        = [&enumeration](const QString &part) { return enumeration.members.contains(part.trimmed().toUtf8()); };
    if (parts.size() > 1 && enumeration.type->isFlags && std::all_of(parts.cbegin(), parts.cend(), isMember))
        return {};
    if (parts.size() > 1 && !enumeration.type->isFlags && std::any_of(parts.cbegin(), parts.cend(), isMember))
        return Rule::EnumList;
    return documentedMembers(enumeration.type->name).contains(text) ? Rule::DocumentedMember : Rule::EnumMember;
}

/// The fix of a member that breaks `rule`.
std::optional<Fix> fixOfMember(Rule rule, const EnumFacts &enumeration, const QString &text)
{
    if (rule == Rule::AboveSentinel)
        return Fix{Fix::Kind::Preference, core::newMembersPreference};
    const bool mayBeMeant = rule == Rule::EnumMember || rule == Rule::EnumNumber;
    return mayBeMeant ? memberFix(enumeration, text) : std::nullopt;
}

std::optional<Breach> judgeMember(const json::Index &index, qsizetype node, const EnumFacts &enumeration)
{
    const edm::EnumType &type = *enumeration.type;
    const QByteArrayView raw = index.raw(node);
    const bool isEscaped = index.at(node).escaped;
    const QByteArray name
        = isEscaped ? index.string(node).toUtf8() : QByteArray::fromRawData(raw.data() + 1, raw.size() - 2);
    const auto found = enumeration.members.constFind(name);
    std::optional<Rule> rule;
    if (found == enumeration.members.cend())
        rule = ruleOfStranger(enumeration, index.string(node));
    else if (*found == type.sentinel())
        rule = Rule::UnknownFutureValue;
    else if (type.isAboveSentinel(**found))
        rule = Rule::AboveSentinel;
    if (!rule)
        return {};
    const QString text = index.string(node);
    return Breach{*rule,
                  {shownValue(index, node), {}, edm::shortName(type.name), memberHint(enumeration, text)},
                  fixOfMember(*rule, enumeration, text)};
}

/// The digits of a whole number that was spelled with a point or an exponent; empty when they would be too many for any
/// type.
QString digitsOf(const json::Decimal &number)
{
    constexpr qint64 most = 40;
    if (number.exponent > most)
        return {};
    const QString digits = QString::fromLatin1(number.digits) + QString(number.exponent, u'0');
    return number.isNegative ? u'-' + digits : digits;
}

/// A whole number by its digits alone.
QByteArray plainSpelling(QByteArrayView raw)
{
    const json::Decimal number = json::Decimal::of(raw);
    return number.digits.isEmpty() ? "0"_ba : digitsOf(number).toLatin1();
}

std::optional<Rule> ruleOfNumber(const QString &type, QByteArrayView raw)
{
    if (!isWhole(type)) { // what a floating-point type holds as infinity only is legal by the letter, and lost
        const bool isHeld = edm::judge(type, QString::fromLatin1(raw)).verdict == edm::Judgement::Verdict::Valid;
        return isHeld ? std::nullopt : std::optional(Rule::NumberRange);
    }
    const json::Decimal number = json::Decimal::of(raw);
    if (number.exponent < 0)
        return Rule::IntegerFraction;
    const QString digits = number.isPlain ? QString::fromLatin1(raw) : digitsOf(number);
    const bool isZero = number.digits.isEmpty();
    if (!isZero && (digits.isEmpty() || edm::judge(type, digits).verdict == edm::Judgement::Verdict::Invalid))
        return Rule::NumberRange;
    return number.isPlain ? std::nullopt : std::optional(Rule::IntegerSpelling);
}

std::optional<Breach> judgeNumber(const json::Index &index, qsizetype node, const PropertyFacts &property)
{
    const QString &type = property.property->type.name;
    const std::optional<Rule> rule = ruleOfNumber(type, index.raw(node));
    if (!rule)
        return {};
    std::optional<Fix> fix;
    if (*rule == Rule::IntegerSpelling)
        fix = Fix{Fix::Kind::Value, plainSpelling(index.raw(node))};
    return Breach{*rule, {shownValue(index, node), {}, type, {}}, fix};
}

/// The fix of text in the place of a number that it means; `INF` and its like are text by right.
std::optional<Fix> fixOfNumberText(const QString &type, const QString &text)
{
    const QString word = text.trimmed();
    for (const QLatin1String infinite : {"INF"_L1, "-INF"_L1, "NaN"_L1}) {
        if (isFloating(type) && word.compare(infinite, Qt::CaseInsensitive) == 0)
            return textFix(infinite);
    }
    const QByteArray number = numberMeant(text);
    const bool isRight = !number.isEmpty() && !ruleOfNumber(type, number);
    return isRight ? std::optional(Fix{Fix::Kind::Value, number}) : std::nullopt;
}

/// Text where a number belongs: the three words of floating-point types are legal, digits only by agreement.
std::optional<Breach> judgeNumberText(const json::Index &index, qsizetype node, const PropertyFacts &property,
                                      const QString &member)
{
    const QString &type = property.property->type.name;
    const QString text = index.string(node);
    const bool isWord = text == "INF"_L1 || text == "-INF"_L1 || text == "NaN"_L1;
    if (isFloating(type) && isWord)
        return {};
    const bool mayBeText = type == "Edm.Int64"_L1 || type == "Edm.Decimal"_L1; // OData JSON 4.01 §3.2
    const std::optional<Fix> fix = fixOfNumberText(type, text);
    if (mayBeText && edm::judge(type, text).verdict != edm::Judgement::Verdict::Invalid)
        return Breach{Rule::NumberAsText, {shownValue(index, node), {}, type, {}}, fix};
    Breach breach = wrongType(index, node, Shape::Number, member);
    breach.fix = fix;
    return breach;
}

std::optional<Breach> judgeText(const json::Index &index, qsizetype node, const PropertyFacts &property)
{
    const QString &type = property.property->type.name;
    if (type == "Edm.String"_L1) {
        if (!property.isKey || edm::judgeGuid(index.string(node)).verdict == edm::Judgement::Verdict::Valid)
            return {};
        return Breach{
            Rule::IdForm, {shownValue(index, node), property.property->name, {}, {}}, guidFix(index.string(node))};
    }
    const QString text = index.string(node);
    const edm::Judgement judgement = edm::judge(type, text);
    if (judgement.verdict == edm::Judgement::Verdict::Valid)
        return {};
    const Rule rule = judgement.verdict == edm::Judgement::Verdict::Note ? Rule::LexicalNote : Rule::LexicalForm;
    const QString detail = judgement.position < 0 ? judgement.reason
                                                  : QCoreApplication::translate("session", "%1 (Character %2.)")
                                                        .arg(judgement.reason, QString::number(judgement.position + 1));
    return Breach{rule, {shownValue(index, node), {}, type, detail}, literalFix(type, text)};
}

/// The breach that no text stands where a string belongs; a number may have lost its quotation marks.
Breach judgeNoText(const json::Index &index, qsizetype node, const PropertyFacts &property, const QString &member)
{
    Breach breach = wrongType(index, node, Shape::Text, member);
    if (index.at(node).kind == json::Kind::Number && property.property->type.name == "Edm.String"_L1)
        breach.fix = Fix{Fix::Kind::Value, '"' + index.raw(node).toByteArray() + '"'};
    return breach;
}

std::optional<Breach> judgeBoolean(const json::Index &index, qsizetype node, const QString &member)
{
    const json::Kind kind = index.at(node).kind;
    if (kind == json::Kind::True || kind == json::Kind::False)
        return {};
    Breach breach = wrongType(index, node, Shape::Boolean, member);
    if (kind == json::Kind::String)
        breach.fix = booleanFix(index.string(node));
    return breach;
}

} // namespace

QString shownText(QByteArrayView raw)
{
    // Only the beginning is decoded: a text of 60 MB would take its time.
    constexpr qsizetype mostBytes = 4 * (mostShown + 1); // UTF-8 takes four bytes a character at most
    QString text = QString::fromUtf8(raw.first(std::min(raw.size(), mostBytes)));
    if (text.size() > mostShown) {
        text.truncate(text[mostShown - 1].isHighSurrogate() ? mostShown - 1 : mostShown);
        text += u'…';
    }
    return printable(text);
}

QString shownValue(const json::Index &index, qsizetype node)
{
    if (index.at(node).kind == json::Kind::Object || index.at(node).kind == json::Kind::Array)
        return wantedWords(index.at(node).kind == json::Kind::Object ? Shape::Object : Shape::Array);
    return shownText(index.raw(node));
}

QString shownName(const json::Index &index, qsizetype node)
{
    const QByteArrayView raw = index.raw(node);
    return shownText(raw.sliced(1, raw.size() - 2));
}

Breach wrongType(const json::Index &index, qsizetype node, Shape shape, const QString &member)
{
    return {Rule::WrongType, {shownValue(index, node), member, {}, wantedWords(shape)}};
}

std::optional<Breach> judgeScalar(const json::Index &index, qsizetype node, const PropertyFacts &property,
                                  const QString &member)
{
    const json::Kind kind = index.at(node).kind;
    const bool isNumber = kind == json::Kind::Number;
    const bool isText = kind == json::Kind::String;
    if (property.enumeration && isText)
        return judgeMember(index, node, *property.enumeration);
    if (property.enumeration && isNumber)
        return Breach{Rule::EnumNumber,
                      {shownValue(index, node), {}, typeWords(property), memberHint(*property.enumeration, {})},
                      memberFix(*property.enumeration, QString::fromLatin1(index.raw(node)))};
    if (!property.isKnown)
        return {};
    switch (property.shape) {
    case Shape::Text:
        return isText ? judgeText(index, node, property) : judgeNoText(index, node, property, member);
    case Shape::Number:
        if (isText)
            return judgeNumberText(index, node, property, member);
        return isNumber ? judgeNumber(index, node, property) : wrongType(index, node, Shape::Number, member);
    case Shape::Boolean:
        return judgeBoolean(index, node, member);
    case Shape::Object:
    case Shape::Array:
        break;
    }
    Q_UNREACHABLE(); // objects and collections are walked, not judged as one value
}

} // namespace session

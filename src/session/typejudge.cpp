// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/typejudge.h"

#include "session/mend.h"
#include "session/typechoice.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace session {

namespace {

/// The short names of the types that a value of the declared type can have.
QString choices(const TypeFacts &declared)
{
    QStringList names;
    for (const edm::StructuredType *type : declared.family) {
        if (!type->isAbstract)
            names += edm::shortName(type->name);
    }
    return names.join(u", "_s);
}

/// The rule that a type which is none of the declared one breaks. Where the declared type is open and others derive
/// from it (identities), a service knows more of them than a schema that was cut to sessions, and keeps what it is
/// sent.
Rule strangerRule(const TypeFacts &declared, bool isKnown)
{
    if (isOpenFamily(declared))
        return Rule::OpenFamilyType;
    return isKnown ? Rule::UnrelatedType : Rule::UnknownType;
}

/// The fix of a name that the schema does not have: the type that has its last part, in any case.
std::optional<Fix> strangerFix(const TypeFacts &declared, const QString &text)
{
    const QString meant = edm::shortName(edm::typeNameOf(text).trimmed());
    for (const edm::StructuredType *type : declared.family) {
        if (!type->isAbstract && edm::shortName(type->name).compare(meant, Qt::CaseInsensitive) == 0)
            return textFix(typeText(type->name, TypeStyle::HashEverywhere, false));
    }
    return {};
}

/// What there is to say about how the type `name` is spelled by `text`.
QList<Breach> spellingBreaches(const QString &text, const QString &shown, const QString &name,
                               const TypeFacts &declared)
{
    QList<Breach> breaches;
    if (!text.contains(u'#'))
        breaches += Breach{Rule::TypeHash, {shown, {}, name, {}}, textFix(u'#' + text)};
    if (edm::typeNameOf(text) == name)
        return breaches;
    if (isOpenFamily(declared)) // a service may know a type of just that name
        breaches += Breach{Rule::OpenFamilyType, {shown, {}, edm::shortName(declared.type->name), {}}};
    else
        breaches += Breach{Rule::TypeCase, {shown, {}, name, {}}, textFix(u'#' + name)};
    return breaches;
}

} // namespace

bool isOpenFamily(const TypeFacts &type)
{
    return type.isOpen && type.family.size() > 1;
}

QString deprecationWords(const edm::Deprecation &deprecation)
{
    const QString &date = deprecation.removalDate.isEmpty() ? deprecation.date : deprecation.removalDate;
    const QString when
        = date.isEmpty() ? u"."_s : QCoreApplication::translate("session", " and will be removed on %1.").arg(date);
    return deprecation.description.isEmpty() ? when : when + u' ' + deprecation.description;
}

TypeJudgement judgeType(const json::Index &index, qsizetype node, TypeTable &types, const TypeFacts &declared)
{
    const qsizetype typeNode = index.member(node, u"@odata.type");
    const qsizetype place = typeNode < 0 ? node : typeNode;
    TypeJudgement judgement{&declared, true, {}};
    const auto add = [&judgement, place](const Breach &breach) { judgement.breaches.append({place, breach}); };
    if (typeNode >= 0) {
        const QString shown = shownValue(index, typeNode);
        if (index.at(typeNode).kind != json::Kind::String) {
            add({Rule::TypeNotText, {shown, {}, {}, {}}});
            judgement.isResolved = false;
            return judgement;
        }
        const QString text = index.string(typeNode);
        const TypeFacts *actual = types.type(resolvedTypeName(types.schema(), text));
        if (!actual || !declared.family.contains(actual->type)) {
            const Rule rule = strangerRule(declared, actual);
            add({rule,
                 {shown, {}, edm::shortName(declared.type->name), choices(declared)},
                 rule == Rule::UnknownType ? strangerFix(declared, text) : std::nullopt});
            judgement.isResolved = false;
            return judgement;
        }
        judgement.facts = actual;
        const QList<Breach> breaches = spellingBreaches(text, shown, actual->type->name, declared);
        for (const Breach &breach : breaches)
            add(breach);
    }
    const edm::StructuredType &type = *judgement.facts->type;
    if (type.isAbstract)
        add({Rule::AbstractType, {{}, {}, edm::shortName(type.name), choices(declared)}});
    if (type.deprecation)
        add({Rule::Deprecated, {{}, edm::shortName(type.name), {}, deprecationWords(*type.deprecation)}});
    return judgement;
}

} // namespace session

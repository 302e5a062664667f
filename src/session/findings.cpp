// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/findings.h"

#include "edm/datetimeoffset.h"
#include "session/duplicatenames.h"
#include "session/typechoice.h"
#include "session/typetable.h"
#include "session/valuejudge.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace session {

namespace {

/// Typed objects inside each other that are judged. No schema of sessions nests so deep; a server's may be circular.
constexpr size_t deepestJudged = 500;

QString typeMember()
{
    return u"@odata.type"_s;
}

/// The walk over one text along the types of a schema.
class Walk
{
public:
    Walk(const json::Index &index, const edm::Schema &schema)
        : m_index(index)
        , m_types(schema)
        , m_duplicates(duplicateNames(index, mostFindings))
    { }

    QList<Finding> run(const QString &typeName);

private:
    /// A finding and the node at which it stands in the text.
    struct Placed
    {
        qsizetype node = 0;
        Finding finding;
    };

    /// The type by which the members of an object are judged.
    struct Judging
    {
        const TypeFacts *facts = nullptr;
        bool isResolved = true; ///< False when the object names a type that cannot be used: the declared one stands in.
    };

    void object(qsizetype node, const TypeFacts &declared);
    Judging typeOf(qsizetype node, const TypeFacts &declared);
    Rule strangerRule(const TypeFacts &declared, bool isKnown) const;
    void missingMembers(qsizetype node, const TypeFacts &type);
    void member(qsizetype name, const TypeFacts &declared, const Judging &judging);
    void undeclaredMember(qsizetype name, const TypeFacts &declared, const TypeFacts &type);
    void property(qsizetype node, const PropertyFacts &property);
    void items(qsizetype node, const PropertyFacts &property);
    void single(qsizetype node, const PropertyFacts &property, const QString &place);
    void span(qsizetype object);

    json::Pointer pointer() const;
    void report(qsizetype node, const Breach &breach);
    void reportMember(qsizetype node, const QString &name, const Breach &breach);
    void add(qsizetype node, const Breach &breach, const json::Pointer &pointer);

    const json::Index &m_index;
    TypeTable m_types;
    DuplicateNames m_duplicates;
    std::vector<qsizetype> m_path; ///< A step into an object is the node of the name, one into an array is ~position.
    std::vector<Placed> m_found;
    bool m_isCut = false; ///< There was more than mostFindings.
    bool m_isLenient = false; ///< Inside what the declared type leaves open: nothing weighs more than a warning.
};

/// True when a service may know derived types, with members, that the schema does not.
bool isOpenFamily(const TypeFacts &type)
{
    return type.isOpen && type.family.size() > 1;
}

Finding findingOf(const Breach &breach, const json::Pointer &pointer)
{
    const RuleRow &row = rowOf(breach.rule);
    return {pointer, row.severity, row.id, row.message(breach.facts), row.source};
}

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

/// What a deprecated thing's sentence ends with: when it goes, and what to use instead.
QString deprecationWords(const edm::Deprecation &deprecation)
{
    const QString &date = deprecation.removalDate.isEmpty() ? deprecation.date : deprecation.removalDate;
    const QString when
        = date.isEmpty() ? u"."_s : QCoreApplication::translate("session", " and will be removed on %1.").arg(date);
    return deprecation.description.isEmpty() ? when : when + u' ' + deprecation.description;
}

QList<Finding> Walk::run(const QString &typeName)
{
    for (const DuplicateNames::Again &again : std::as_const(m_duplicates.again))
        add(again.name, {Rule::DuplicateName, {{}, shownName(m_index, again.name), {}, {}}}, again.pointer);
    const TypeFacts *root = m_types.type(typeName);
    if (root && m_index.at(0).kind == json::Kind::Object)
        object(0, *root);
    else if (root)
        report(0, wrongType(m_index, 0, Shape::Object, edm::shortName(typeName)));
    std::stable_sort(m_found.begin(), m_found.end(),
                     [](const Placed &left, const Placed &right) { return left.node < right.node; });
    QList<Finding> sorted;
    sorted.reserve(qsizetype(m_found.size()));
    for (Placed &placed : m_found)
        sorted += std::move(placed.finding);
    if (m_isCut)
        sorted += findingOf({Rule::MoreFindings, {QString::number(mostFindings), {}, {}, {}}}, {});
    return sorted;
}

void Walk::object(qsizetype node, const TypeFacts &declared)
{
    if (m_path.size() > deepestJudged)
        return;
    const Judging judging = typeOf(node, declared);
    missingMembers(node, *judging.facts);
    for (qsizetype name = m_index.firstChild(node); name >= 0; name = m_index.nextChild(node, name)) {
        if (m_duplicates.shadowed.contains(name))
            continue;
        m_path.push_back(name);
        member(name, declared, judging);
        m_path.pop_back();
    }
    if (judging.facts->hasSpan)
        span(node);
}

/// Finds and judges the type of an object: the declared one, or the one that `@odata.type` names.
Walk::Judging Walk::typeOf(qsizetype node, const TypeFacts &declared)
{
    const qsizetype typeNode = m_index.member(node, typeMember());
    const TypeFacts *actual = &declared;
    const QString declaredName = edm::shortName(declared.type->name);
    if (typeNode >= 0) {
        const QString shown = shownValue(m_index, typeNode);
        if (m_index.at(typeNode).kind != json::Kind::String) {
            reportMember(typeNode, typeMember(), {Rule::TypeNotText, {shown, {}, {}, {}}});
            return {&declared, false};
        }
        const QString text = m_index.string(typeNode);
        actual = m_types.type(resolvedTypeName(m_types.schema(), text));
        if (!actual || !declared.family.contains(actual->type)) {
            reportMember(typeNode, typeMember(),
                         {strangerRule(declared, actual), {shown, {}, declaredName, choices(declared)}});
            return {&declared, false};
        }
        const QString &name = actual->type->name;
        if (!text.contains(u'#'))
            reportMember(typeNode, typeMember(), {Rule::TypeHash, {shown, {}, name, {}}});
        if (edm::typeNameOf(text) != name && isOpenFamily(declared)) // a service may know a type of just that name
            reportMember(typeNode, typeMember(), {Rule::OpenFamilyType, {shown, {}, declaredName, {}}});
        else if (edm::typeNameOf(text) != name)
            reportMember(typeNode, typeMember(), {Rule::TypeCase, {shown, {}, name, {}}});
    }
    const edm::StructuredType &type = *actual->type;
    const qsizetype place = typeNode < 0 ? node : typeNode;
    if (type.isAbstract)
        reportMember(place, typeMember(), {Rule::AbstractType, {{}, {}, edm::shortName(type.name), choices(declared)}});
    if (type.deprecation)
        reportMember(place, typeMember(),
                     {Rule::Deprecated, {{}, edm::shortName(type.name), {}, deprecationWords(*type.deprecation)}});
    return {actual, true};
}

/// The rule that a type which is none of the declared one breaks. Where the declared type is open and others derive
/// from it (identities), a service knows more of them than a schema that was cut to sessions, and keeps what it is
/// sent.
Rule Walk::strangerRule(const TypeFacts &declared, bool isKnown) const
{
    if (isOpenFamily(declared))
        return Rule::OpenFamilyType;
    return isKnown ? Rule::UnrelatedType : Rule::UnknownType;
}

void Walk::missingMembers(qsizetype node, const TypeFacts &type)
{
    const QString typeName = edm::shortName(type.type->name);
    for (const edm::Property *property : type.demanded) {
        if (m_index.member(node, property->name) < 0)
            reportMember(node, property->name, {Rule::MissingMember, {{}, property->name, typeName, {}}});
    }
    for (const edm::Property *property : type.notNullable) {
        if (m_index.member(node, property->name) < 0)
            reportMember(node, property->name, {Rule::OmittedMember, {{}, property->name, typeName, {}}});
    }
}

void Walk::member(qsizetype name, const TypeFacts &declared, const Judging &judging)
{
    const QByteArrayView raw = m_index.raw(name);
    // Names mostly have no escape, and then their bytes are looked up without a copy.
    const QByteArray key = m_index.at(name).escaped ? m_index.string(name).toUtf8()
                                                    : QByteArray::fromRawData(raw.data() + 1, raw.size() - 2);
    if (key.contains('@')) // control information or an annotation, which is no member (OData JSON 4.01 §4.6, §20)
        return;
    const auto found = judging.facts->properties.constFind(key);
    if (found == judging.facts->properties.cend()) {
        if (judging.isResolved && !judging.facts->isOpen)
            undeclaredMember(name, declared, *judging.facts);
        return;
    }
    const bool outer = m_isLenient;
    m_isLenient = outer || (isOpenFamily(declared) && !declared.properties.contains(key));
    property(name + 1, *found);
    m_isLenient = outer;
}

void Walk::undeclaredMember(qsizetype name, const TypeFacts &declared, const TypeFacts &type)
{
    const QString text = m_index.string(name);
    const QString typeName = edm::shortName(type.type->name);
    for (const edm::StructuredType *relative : declared.family) {
        if (relative != type.type && m_types.schema().property(relative->name, text)) {
            const Facts facts{{}, shownName(m_index, name), typeName, edm::shortName(relative->name)};
            return report(name + 1, {Rule::DerivedMember, facts});
        }
    }
    QString hint;
    for (const PropertyFacts &candidate : type.properties) {
        if (candidate.property->name.compare(text, Qt::CaseInsensitive) == 0)
            hint = QCoreApplication::translate("session", " Did you mean %1?").arg(candidate.property->name);
    }
    report(name + 1, {Rule::UndeclaredMember, {{}, shownName(m_index, name), typeName, hint}});
}

void Walk::property(qsizetype node, const PropertyFacts &property)
{
    const QString &name = property.property->name;
    if (property.property->deprecation)
        report(node, {Rule::Deprecated, {{}, name, {}, deprecationWords(*property.property->deprecation)}});
    const bool isCollection = property.property->type.isCollection;
    if (m_index.at(node).kind == json::Kind::Null) {
        if (isCollection || !property.property->isNullable)
            report(node, {isCollection ? Rule::NullCollection : Rule::NullValue, {{}, name, {}, {}}});
    } else if (!isCollection) {
        single(node, property, name);
    } else if (m_index.at(node).kind == json::Kind::Array) {
        items(node, property);
    } else {
        report(node, wrongType(m_index, node, Shape::Array, name));
    }
}

void Walk::items(qsizetype node, const PropertyFacts &property)
{
    const QString place = QCoreApplication::translate("session", "An item of %1").arg(property.property->name);
    qsizetype position = 0;
    for (qsizetype item = m_index.firstChild(node); item >= 0; item = m_index.nextChild(node, item)) {
        m_path.push_back(~position++);
        // Also where the schema lets items be null: what services publish about themselves does not.
        if (m_index.at(item).kind == json::Kind::Null)
            report(item, {Rule::NullItem, {{}, place, {}, {}}});
        else
            single(item, property, place);
        m_path.pop_back();
    }
}

/// Judges one value that is not null: of a property that is no collection, or an item of one that is.
void Walk::single(qsizetype node, const PropertyFacts &property, const QString &place)
{
    if (property.shape != Shape::Object) {
        if (const std::optional<Breach> breach = judgeScalar(m_index, node, property, place))
            report(node, *breach);
    } else if (m_index.at(node).kind == json::Kind::Object) {
        object(node, *m_types.type(property.property->type.name));
    } else {
        report(node, wrongType(m_index, node, Shape::Object, place));
    }
}

void Walk::span(qsizetype object)
{
    const auto instantOf = [this, object](QStringView name) -> std::optional<qint64> {
        const qsizetype node = m_index.member(object, name);
        if (node < 0 || m_index.at(node).kind != json::Kind::String)
            return {};
        const std::optional<edm::DateTimeOffset> time = edm::DateTimeOffset::parse(m_index.string(node));
        return time ? time->ticks() : std::nullopt;
    };
    const std::optional<qint64> start = instantOf(u"startDateTime");
    const std::optional<qint64> end = instantOf(u"endDateTime");
    if (start && end && *end < *start)
        reportMember(m_index.member(object, u"endDateTime"), u"endDateTime"_s,
                     {Rule::EndBeforeStart, {{}, u"endDateTime"_s, {}, {}}});
}

/// The pointer to where the walk is.
json::Pointer Walk::pointer() const
{
    QStringList tokens;
    tokens.reserve(static_cast<qsizetype>(m_path.size()));
    for (const qsizetype step : m_path)
        tokens += step < 0 ? QString::number(~step) : m_index.string(step);
    return json::Pointer(tokens);
}

void Walk::report(qsizetype node, const Breach &breach)
{
    add(node, breach, pointer());
}

/// Reports about a member of the object where the walk is, which may be missing: then `node` is the object.
void Walk::reportMember(qsizetype node, const QString &name, const Breach &breach)
{
    add(node, breach, pointer().child(name));
}

void Walk::add(qsizetype node, const Breach &breach, const json::Pointer &pointer)
{
    if (qsizetype(m_found.size()) >= mostFindings) {
        m_isCut = true;
        return;
    }
    Finding finding = findingOf(breach, pointer);
    if (m_isLenient)
        finding.severity = std::min(finding.severity, Severity::Warning);
    m_found.push_back({node, std::move(finding)});
}

} // namespace

QList<Finding> findings(const json::Index &body, const edm::Schema &schema, const QString &typeName)
{
    if (body.isValid())
        return Walk(body, schema).run(typeName);
    Q_ASSERT(body.fault());
    const json::Position &at = body.fault()->position;
    const QString place = u"%1:%2"_s.arg(at.line).arg(at.column);
    return {findingOf({Rule::Json, {place, {}, {}, body.fault()->reason}}, {})};
}

bool isRefused(const Finding &finding)
{
    constexpr Rule refusedWarnings[] = {Rule::DocumentedMember, Rule::TypeCase, Rule::NumberAsText};
    return finding.severity == Severity::Error
        || std::any_of(std::begin(refusedWarnings), std::end(refusedWarnings),
                       [&finding](Rule rule) { return finding.rule == rowOf(rule).id; });
}

} // namespace session

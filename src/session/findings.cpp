// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/findings.h"

#include "edm/datetimeoffset.h"
#include "session/duplicatenames.h"
#include "session/mend.h"
#include "session/typechoice.h"
#include "session/typejudge.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace session {

namespace {

/// Typed objects inside each other that are judged. No schema of sessions nests so deep; a server's may be circular.
constexpr size_t deepestJudged = 500;

/// An object with more members than that is no slip of the hand, and is not looked through for one.
constexpr int mostMembersMended = 200;

/// From a start to an end, in ticks.
struct Span
{
    std::optional<qint64> start;
    std::optional<qint64> end;

    bool isReversed() const { return start && end && *end < *start; }
    bool contains(qint64 time) const { return isReversed() || ((!start || time >= *start) && (!end || time <= *end)); }
};

/// The walk over one text along the types of a schema.
class Walk
{
public:
    Walk(const json::Index &index, const edm::Schema &schema, NewMembers newMembers)
        : m_index(index)
        , m_types(schema)
        , m_newMembers(newMembers)
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

    void object(qsizetype node, const TypeFacts &declared);
    void missingMembers(qsizetype node, const TypeFacts &type);
    void member(qsizetype name, const TypeFacts &declared, const TypeJudgement &judging);
    void undeclaredMember(qsizetype name, const TypeFacts &declared, const TypeFacts &type);
    void misspelledMember(qsizetype name, const TypeFacts &type);
    bool isFree(const QString &name) const;
    void property(qsizetype node, const PropertyFacts &property);
    void items(qsizetype node, const PropertyFacts &property);
    void single(qsizetype node, const PropertyFacts &property, const QString &place);
    std::optional<qint64> timeIn(qsizetype object, QStringView name) const;
    void judgeSpan(qsizetype object, const Span &span);

    json::Pointer pointer() const;
    void report(qsizetype node, const Breach &breach);
    void reportMember(qsizetype node, const QString &name, const Breach &breach);
    void add(qsizetype node, const Breach &breach, const json::Pointer &pointer);

    const json::Index &m_index;
    TypeTable m_types;
    NewMembers m_newMembers;
    DuplicateNames m_duplicates;
    std::vector<qsizetype> m_path; ///< A step into an object is the node of the name, one into an array is ~position.
    qsizetype m_object = 0; ///< The innermost object of the walk.
    std::optional<Span> m_span; ///< The time of the object around that has one; its type is m_spanOwner.
    QString m_spanOwner;
    std::vector<Placed> m_found;
    bool m_isCut = false; ///< There was more than mostFindings.
    bool m_isLenient = false; ///< Inside what the declared type leaves open: nothing weighs more than a warning.
};

Finding findingOf(const Breach &breach, const json::Pointer &pointer)
{
    const RuleRow &row = rowOf(breach.rule);
    return {pointer, row.severity, row.id, row.message(breach.facts), row.source, breach.fix};
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
    const TypeJudgement judging = judgeType(m_index, node, m_types, declared);
    for (const TypeJudgement::Placed &placed : judging.breaches)
        reportMember(placed.node, u"@odata.type"_s, placed.breach);
    missingMembers(node, *judging.facts);
    const auto outer = std::tuple(m_object, m_span, m_spanOwner);
    m_object = node;
    if (judging.facts->hasSpan) {
        m_span = Span{timeIn(node, u"startDateTime"), timeIn(node, u"endDateTime")};
        m_spanOwner = edm::shortName(judging.facts->type->name);
    }
    for (qsizetype name = m_index.firstChild(node); name >= 0; name = m_index.nextChild(node, name)) {
        if (m_duplicates.shadowed.contains(name))
            continue;
        m_path.push_back(name);
        member(name, declared, judging);
        m_path.pop_back();
    }
    const std::optional<Span> own = judging.facts->hasSpan ? m_span : std::nullopt;
    std::tie(m_object, m_span, m_spanOwner) = outer;
    if (own)
        judgeSpan(node, *own);
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

void Walk::member(qsizetype name, const TypeFacts &declared, const TypeJudgement &judging)
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
    QList<const edm::StructuredType *> owners;
    for (const edm::StructuredType *relative : declared.family) {
        if (relative != type.type && m_types.schema().property(relative->name, text))
            owners += relative;
    }
    if (owners.isEmpty())
        return misspelledMember(name, type);
    const edm::StructuredType &owner = *owners.constFirst();
    Breach breach{Rule::DerivedMember,
                  {{}, shownName(m_index, name), edm::shortName(type.type->name), edm::shortName(owner.name)}};
    // Away from a sibling the type would take what that one has: then either could be meant.
    if (owners.size() == 1 && type.family.contains(&owner))
        breach.fix = Fix{Fix::Kind::Type, textFix(typeText(owner.name, TypeStyle::HashEverywhere, false)).text};
    report(name + 1, breach);
}

void Walk::misspelledMember(qsizetype name, const TypeFacts &type)
{
    const QString text = m_index.string(name);
    Breach breach{Rule::UndeclaredMember, {{}, shownName(m_index, name), edm::shortName(type.type->name), {}}};
    for (const PropertyFacts &candidate : type.properties) {
        const QString &meant = candidate.property->name;
        if (meant.compare(text, Qt::CaseInsensitive) != 0)
            continue;
        breach.facts.detail = QCoreApplication::translate("session", " Did you mean %1?").arg(meant);
        if (isFree(meant))
            breach.fix = Fix{Fix::Kind::Name, textFix(meant).text};
    }
    report(name + 1, breach);
}

/// True when the object of the walk surely has no member of this name.
bool Walk::isFree(const QString &name) const
{
    int seen = 0;
    for (qsizetype at = m_index.firstChild(m_object); at >= 0; at = m_index.nextChild(m_object, at)) {
        if (++seen > mostMembersMended || m_index.string(at) == name)
            return false;
    }
    return true;
}

void Walk::property(qsizetype node, const PropertyFacts &property)
{
    const QString &name = property.property->name;
    if (property.property->deprecation)
        report(node, {Rule::Deprecated, {{}, name, {}, deprecationWords(*property.property->deprecation)}});
    const bool isCollection = property.property->type.isCollection;
    if (m_index.at(node).kind == json::Kind::Null) {
        if (isCollection)
            report(node, {Rule::NullCollection, {{}, name, {}, {}}, Fix{Fix::Kind::Value, "[]"_ba}});
        else if (!property.property->isNullable)
            report(node, {Rule::NullValue, {{}, name, {}, {}}});
    } else if (!isCollection) {
        single(node, property, name);
    } else if (m_index.at(node).kind == json::Kind::Array) {
        items(node, property);
    } else {
        Breach breach = wrongType(m_index, node, Shape::Array, name);
        breach.fix = collectionFix(m_index, node, property);
        report(node, breach);
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

std::optional<qint64> Walk::timeIn(qsizetype object, QStringView name) const
{
    const qsizetype node = m_index.member(object, name);
    if (node < 0 || m_index.at(node).kind != json::Kind::String)
        return {};
    return edm::DateTimeOffset::ticksOf(m_index.string(node));
}

/// Judges the time of an object by itself, and by that of the object around it.
void Walk::judgeSpan(qsizetype object, const Span &span)
{
    const auto reportTime = [this, object](const QString &name, Rule rule) {
        reportMember(m_index.member(object, name), name, {rule, {{}, name, m_spanOwner, {}}});
    };
    const auto isOutside
        = [this](const std::optional<qint64> &time) { return time && m_span && !m_span->contains(*time); };
    if (isOutside(span.start))
        reportTime(u"startDateTime"_s, Rule::OutsideSpan);
    if (span.isReversed())
        reportTime(u"endDateTime"_s, Rule::EndBeforeStart);
    if (isOutside(span.end))
        reportTime(u"endDateTime"_s, Rule::OutsideSpan);
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
    if (breach.rule == Rule::AboveSentinel && m_newMembers == NewMembers::Announced)
        return;
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

QList<Finding> findings(const json::Index &body, const edm::Schema &schema, const QString &typeName,
                        NewMembers newMembers)
{
    if (body.isValid())
        return Walk(body, schema, newMembers).run(typeName);
    Q_ASSERT(body.fault());
    const json::Position &at = body.fault()->position;
    const QString place = u"%1:%2"_s.arg(at.line).arg(at.column);
    return {findingOf({Rule::Json, {place, {}, {}, body.fault()->reason}}, {})};
}

bool isRefused(const Finding &finding)
{
    constexpr Rule refusedWarnings[]
        = {Rule::DocumentedMember, Rule::TypeCase, Rule::NumberAsText, Rule::AboveSentinel};
    return finding.severity == Severity::Error
        || std::any_of(std::begin(refusedWarnings), std::end(refusedWarnings),
                       [&finding](Rule rule) { return finding.rule == rowOf(rule).id; });
}

} // namespace session

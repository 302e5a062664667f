// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/compare.h"

#include "session/pairing.h"
#include "session/samevalue.h"
#include "session/typechoice.h"
#include "session/valuejudge.h"
#include "json/utf8.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace session {

namespace {

using Rule = ComparisonRule;

/// Containers inside each other that are compared by what they hold. No schema of sessions nests so deep.
constexpr int deepestCompared = 500;

/// A value of one text and the steps that lead to it.
struct Spot
{
    qsizetype node = -1;
    qsizetype step = -1;
};

/// The walk over two texts along the types of a schema.
class Walk
{
public:
    Walk(const json::Index &sent, const json::Index &returned, const edm::Schema &schema)
        : m_sent(sent)
        , m_returned(returned)
        , m_types(schema)
    { }

    Comparison run(const QString &typeName);

private:
    void values(const Spot &sent, const Spot &returned, const Meaning &meaning);
    void members(const Spot &sent, const Spot &returned, const TypeFacts *declared);
    void items(const Spot &sent, const Spot &returned, const Meaning &array);
    void set(const Spot &sent, const Spot &returned, const Meaning &array);
    void itemPairs(const std::vector<ChildPair> &pairs, const Spot &sent, const Spot &returned, const Meaning &item);

    bool isFilledBoth(const Spot &sent, const Spot &returned, json::Kind kind) const;
    const TypeFacts *typeOf(const Spot &sent, const Spot &returned, const TypeFacts *declared);
    Meaning memberMeaning(const TypeFacts *type, const TypeFacts *declared, const QByteArray &name);
    Meaning itemMeaning(const Meaning &array) const;
    Rule ruleOf(qsizetype sent, qsizetype returned, const Meaning &meaning) const;
    void report(Rule rule, const Spot &sent, const Spot &returned);
    void reportLone(const Spot &sent, const Meaning &meaning, bool isRepeated);
    void reportAdded(const Spot &returned, bool isRepeated);

    const json::Index &m_sent;
    const json::Index &m_returned;
    TypeTable m_types;
    Trail m_sentTrail;
    Trail m_returnedTrail;
    QList<ComparedPlace> m_places;
    QList<ComparedPlace> m_added;
    int m_depth = 0;
};

/// True when the counterparts of the sent items stand in the same order.
bool isInOrder(const std::vector<ChildPair> &pairs)
{
    qsizetype last = -1;
    for (const ChildPair &pair : pairs) {
        if (!pair.sent.isThere() || !pair.returned.isThere())
            continue;
        if (pair.returned.position < last)
            return false;
        last = pair.returned.position;
    }
    return true;
}

Comparison Walk::run(const QString &typeName)
{
    Meaning root;
    root.type = m_types.type(typeName);
    values({0, -1}, {0, -1}, root);
    // Items that were paired by id may have come in another order.
    QList<ComparedPlace> added = std::exchange(m_added, {});
    std::stable_sort(added.begin(), added.end(), [](const ComparedPlace &left, const ComparedPlace &right) {
        return left.returned < right.returned;
    });
    m_places += added;
    return {m_sent, m_returned, std::move(m_places), std::move(m_sentTrail), std::move(m_returnedTrail)};
}

void Walk::values(const Spot &sent, const Spot &returned, const Meaning &meaning)
{
    const bool areObjects = isFilledBoth(sent, returned, json::Kind::Object);
    const bool areArrays = isFilledBoth(sent, returned, json::Kind::Array);
    if (!areObjects && !areArrays)
        return report(ruleOf(sent.node, returned.node, meaning), sent, returned);
    if (m_depth == deepestCompared) {
        const bool isIdentical = m_sent.raw(sent.node) == m_returned.raw(returned.node);
        return report(isIdentical ? Rule::Identical : Rule::TooDeep, sent, returned);
    }
    ++m_depth;
    if (areObjects)
        members(sent, returned, meaning.namesType ? nullptr : meaning.type);
    else
        items(sent, returned, meaning);
    --m_depth;
}

void Walk::members(const Spot &sent, const Spot &returned, const TypeFacts *declared)
{
    const TypeFacts *type = typeOf(sent, returned, declared);
    for (const ChildPair &pair : pairMembers({m_sent, sent.node}, {m_returned, returned.node})) {
        Spot to;
        Spot back;
        if (pair.sent.isThere())
            to = {pair.sent.node + 1, m_sentTrail.intoMember(sent.step, pair.sent.node)};
        if (pair.returned.isThere())
            back = {pair.returned.node + 1, m_returnedTrail.intoMember(returned.step, pair.returned.node)};
        if (!pair.sent.isThere()) {
            reportAdded(back, pair.isRepeated);
            continue;
        }
        const Meaning meaning = memberMeaning(type, declared, m_sent.key(pair.sent.node));
        if (pair.returned.isThere())
            values(to, back, meaning);
        else
            reportLone(to, meaning, pair.isRepeated);
    }
}

void Walk::items(const Spot &sent, const Spot &returned, const Meaning &array)
{
    // Graph keeps modalities in the order of its own: a collection of an enumeration is a set.
    if (array.property && array.property->property->type.isCollection && array.property->enumeration)
        return set(sent, returned, array);
    const std::vector<ChildPair> pairs = pairItems({m_sent, sent.node}, {m_returned, returned.node});
    if (!isInOrder(pairs))
        report(Rule::ItemOrder, sent, returned);
    itemPairs(pairs, sent, returned, itemMeaning(array));
}

void Walk::set(const Spot &sent, const Spot &returned, const Meaning &array)
{
    const std::vector<ChildPair> pairs = pairSet({m_sent, sent.node}, {m_returned, returned.node});
    const Meaning item = itemMeaning(array);
    bool isSame = true;
    for (const ChildPair &pair : pairs) {
        const bool isPair = pair.sent.isThere() && pair.returned.isThere();
        const Rule rule = isPair ? ruleOf(pair.sent.node, pair.returned.node, item) : Rule::Missing;
        const ComparisonKind kind = rowOf(rule).kind;
        if (kind != ComparisonKind::Same && kind != ComparisonKind::OtherText)
            return itemPairs(pairs, sent, returned, item); // told one by one
        isSame = isSame && kind == ComparisonKind::Same;
    }
    report(isSame && isInOrder(pairs) ? Rule::Identical : Rule::SetOrder, sent, returned);
}

void Walk::itemPairs(const std::vector<ChildPair> &pairs, const Spot &sent, const Spot &returned, const Meaning &item)
{
    for (const ChildPair &pair : pairs) {
        Spot to;
        Spot back;
        if (pair.sent.isThere())
            to = {pair.sent.node, m_sentTrail.intoItem(sent.step, pair.sent.position)};
        if (pair.returned.isThere())
            back = {pair.returned.node, m_returnedTrail.intoItem(returned.step, pair.returned.position)};
        if (!pair.sent.isThere())
            reportAdded(back, false);
        else if (!pair.returned.isThere())
            reportLone(to, item, false);
        else
            values(to, back, item);
    }
}

/// True when both are of that kind, with something in at least one of them.
bool Walk::isFilledBoth(const Spot &sent, const Spot &returned, json::Kind kind) const
{
    return m_sent.at(sent.node).kind == kind && m_returned.at(returned.node).kind == kind
        && (m_sent.firstChild(sent.node) >= 0 || m_returned.firstChild(returned.node) >= 0);
}

/// The type of an object that stands in both texts: the one that the first of them names, or the declared one. The
/// type that the service gave counts when none was sent.
const TypeFacts *Walk::typeOf(const Spot &sent, const Spot &returned, const TypeFacts *declared)
{
    const Value sides[] = {{m_sent, sent.node}, {m_returned, returned.node}};
    for (const Value &side : sides) {
        const qsizetype name = side.index.member(side.node, u"@odata.type");
        if (name < 0 || side.index.at(name).kind != json::Kind::String)
            continue;
        const TypeFacts *named = m_types.type(resolvedTypeName(m_types.schema(), side.index.string(name)));
        if (named && (!declared || declared->family.contains(named->type)))
            return named;
    }
    return declared;
}

Meaning Walk::memberMeaning(const TypeFacts *type, const TypeFacts *declared, const QByteArray &name)
{
    Meaning meaning;
    meaning.namesType = name == "@odata.type";
    if (meaning.namesType)
        meaning.type = declared;
    if (!type)
        return meaning;
    const auto found = type->properties.constFind(name);
    if (found == type->properties.cend())
        return meaning;
    meaning.property = &*found;
    if (found->shape == Shape::Object)
        meaning.type = m_types.type(found->property->type.name);
    return meaning;
}

Meaning Walk::itemMeaning(const Meaning &array) const
{
    const bool isCollection = array.property && array.property->property->type.isCollection;
    Meaning item = isCollection ? array : Meaning();
    item.isItem = true;
    return item;
}

Rule Walk::ruleOf(qsizetype sent, qsizetype returned, const Meaning &meaning) const
{
    return ruleOfPair({m_sent, sent}, {m_returned, returned}, meaning, m_types.schema());
}

void Walk::report(Rule rule, const Spot &sent, const Spot &returned)
{
    m_places.append({rule, sent.node, returned.node, sent.step});
}

void Walk::reportLone(const Spot &sent, const Meaning &meaning, bool isRepeated)
{
    const Rule rule
        = isRepeated ? Rule::RepeatedDropped : ruleOfMissing({m_sent, sent.node}, meaning, m_types.schema());
    report(rule, sent, {});
}

void Walk::reportAdded(const Spot &returned, bool isRepeated)
{
    m_added.append({isRepeated ? Rule::RepeatedAdded : Rule::New, -1, returned.node, returned.step});
}

QString shownPlace(const json::Index &index, qsizetype node)
{
    constexpr qsizetype mostShown = 60;
    const json::Kind kind = index.at(node).kind;
    const QByteArrayView raw = index.raw(node);
    if ((kind == json::Kind::Object || kind == json::Kind::Array) && raw.size() <= mostShown) {
        const QString text = json::fromUtf8(raw);
        if (std::all_of(text.cbegin(), text.cend(), [](QChar unit) { return unit.isPrint(); }))
            return text;
    }
    return shownValue(index, node);
}

} // namespace

qsizetype Trail::intoMember(qsizetype parent, qsizetype name)
{
    m_steps.append({parent, name});
    return m_steps.size() - 1;
}

qsizetype Trail::intoItem(qsizetype parent, qsizetype position)
{
    m_steps.append({parent, ~position});
    return m_steps.size() - 1;
}

json::Pointer Trail::pointer(const json::Index &index, qsizetype step) const
{
    QStringList tokens;
    for (; step >= 0; step = m_steps.at(step).parent) {
        const qsizetype token = m_steps.at(step).token;
        tokens.append(token < 0 ? QString::number(~token) : index.string(token));
    }
    std::reverse(tokens.begin(), tokens.end());
    return json::Pointer(std::move(tokens));
}

Comparison::Comparison(json::Index sent, json::Index returned, QList<ComparedPlace> places, Trail sentTrail,
                       Trail returnedTrail)
    : m_sent(std::move(sent))
    , m_returned(std::move(returned))
    , m_places(std::move(places))
    , m_sentTrail(std::move(sentTrail))
    , m_returnedTrail(std::move(returnedTrail))
{ }

json::Pointer Comparison::pointer(const ComparedPlace &place) const
{
    return place.sent < 0 ? m_returnedTrail.pointer(m_returned, place.step) : m_sentTrail.pointer(m_sent, place.step);
}

QString Comparison::sentText(const ComparedPlace &place) const
{
    return place.sent < 0 ? QString() : shownPlace(m_sent, place.sent);
}

QString Comparison::returnedText(const ComparedPlace &place) const
{
    return place.returned < 0 ? QString() : shownPlace(m_returned, place.returned);
}

qsizetype Comparison::count(ComparisonKind kind) const
{
    return std::count_if(m_places.cbegin(), m_places.cend(),
                         [kind](const ComparedPlace &place) { return place.kind() == kind; });
}

Comparison Comparison::filtered(const std::function<bool(const ComparedPlace &)> &isWanted) const
{
    Comparison filtered = *this;
    filtered.m_places.removeIf([&isWanted](const ComparedPlace &place) { return !isWanted(place); });
    return filtered;
}

bool Comparison::isKept() const
{
    return std::none_of(m_places.cbegin(), m_places.cend(), [](const ComparedPlace &place) {
        return place.kind() == ComparisonKind::Changed || place.kind() == ComparisonKind::Dropped;
    });
}

Comparison compare(const json::Index &sent, const json::Index &returned, const edm::Schema &schema,
                   const QString &typeName)
{
    Q_ASSERT(sent.isValid() && returned.isValid());
    return Walk(sent, returned, schema).run(typeName);
}

} // namespace session

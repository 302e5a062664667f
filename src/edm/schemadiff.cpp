// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/schemadiff.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace edm {
namespace {

using Aspect = Difference::Aspect;

struct Fact
{
    Aspect aspect;
    QString text;
};

/// A type, a property or a member, as far as it is compared. The first fact says what it is.
struct Element
{
    QString name;
    QList<Fact> facts;
    QList<Element> members;
};

QString flag(bool isSet)
{
    return isSet ? u"true"_s : u"false"_s;
}

QString deprecationText(const std::optional<Deprecation> &deprecation)
{
    if (!deprecation)
        return {};
    // Without the days it is still deprecated.
    return QStringList{u"Deprecated"_s, deprecation->date, deprecation->removalDate}.join(u' ').simplified();
}

Element elementOf(const Property &property)
{
    const QString type = property.type.isCollection ? u"Collection(%1)"_s.arg(property.type.name) : property.type.name;
    return {property.name,
            {{Aspect::Type, type},
             {Aspect::Nullable, flag(property.isNullable)},
             {Aspect::Navigation, flag(property.isNavigation)},
             {Aspect::Containment, flag(property.containsTarget)},
             {Aspect::Deprecation, deprecationText(property.deprecation)}},
            {}};
}

Element elementOf(const EnumMember &member)
{
    return {member.name, {{Aspect::Value, QString::number(member.value)}}, {}};
}

template<typename T> QList<Element> elementsOf(const QList<T> &list)
{
    QList<Element> elements;
    elements.reserve(list.size());
    for (const T &item : list)
        elements.append(elementOf(item));
    return elements;
}

Element elementOf(const StructuredType &type)
{
    const bool isEntity = type.kind == StructuredType::Kind::Entity;
    return {type.name,
            {{Aspect::Kind, isEntity ? u"EntityType"_s : u"ComplexType"_s},
             {Aspect::BaseType, type.baseType},
             {Aspect::Abstract, flag(type.isAbstract)},
             {Aspect::Open, flag(type.isOpen)},
             {Aspect::Key, type.keys.join(u' ')},
             {Aspect::Deprecation, deprecationText(type.deprecation)}},
            elementsOf(type.properties)};
}

Element elementOf(const EnumType &type)
{
    return {type.name, {{Aspect::Kind, u"EnumType"_s}, {Aspect::Flags, flag(type.isFlags)}}, elementsOf(type.members)};
}

/// The type `name`; without facts when `schema` has none.
Element typeIn(const Schema &schema, const QString &name)
{
    if (const StructuredType *structured = schema.structuredType(name))
        return elementOf(*structured);
    const EnumType *enumeration = schema.enumType(name);
    return enumeration ? elementOf(*enumeration) : Element{name, {}, {}};
}

class Comparison
{
public:
    QList<Difference> take() { return std::move(m_differences); }

    void compareTypes(const Element &before, const Element &after)
    {
        if (!compareFacts(before.name, {}, before.facts, after.facts))
            return;
        QHash<QString, const Element *> unmatched;
        for (const Element &member : after.members)
            unmatched.insert(member.name, &member);
        for (const Element &member : before.members) {
            const Element *other = unmatched.take(member.name);
            compareFacts(before.name, member.name, member.facts, other ? other->facts : QList<Fact>());
        }
        for (const Element &member : after.members) {
            if (unmatched.value(member.name) == &member)
                compareFacts(before.name, member.name, {}, member.facts);
        }
    }

private:
    /// True when it makes sense to go on to the members: both are there, and of one kind.
    bool compareFacts(const QString &type, const QString &member, const QList<Fact> &before, const QList<Fact> &after)
    {
        if (before.isEmpty() || after.isEmpty()) {
            const auto what = [](const QList<Fact> &facts) { return facts.isEmpty() ? QString() : facts.first().text; };
            if (!before.isEmpty() || !after.isEmpty())
                m_differences.append({Aspect::Presence, type, member, what(before), what(after)});
            return false;
        }
        for (qsizetype i = 0; i < before.size(); ++i) {
            if (before.at(i).text == after.value(i, {}).text)
                continue;
            m_differences.append({before.at(i).aspect, type, member, before.at(i).text, after.at(i).text});
            // An enumeration and a structured type have nothing else in common.
            if (before.size() != after.size())
                return false;
        }
        return true;
    }

    QList<Difference> m_differences;
};

} // namespace

QList<Difference> differences(const Schema &before, const Schema &after, const QString &root)
{
    QStringList types = before.reachableFrom(root);
    const QSet<QString> known(types.cbegin(), types.cend());
    const QStringList reachedAfter = after.reachableFrom(root);
    for (const QString &type : reachedAfter) {
        if (!known.contains(type))
            types.append(type);
    }
    Comparison comparison;
    for (const QString &type : std::as_const(types))
        comparison.compareTypes(typeIn(before, type), typeIn(after, type));
    return comparison.take();
}

} // namespace edm

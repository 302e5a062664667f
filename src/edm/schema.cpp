// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/schema.h"

#include <QSet>

#include <algorithm>

namespace edm {

using namespace Qt::StringLiterals;

namespace {

// Far more than any service has; a line without end would make each question about a type long.
constexpr qsizetype longestLineage = 101;

/// The type and its base types, itself first. A circle of base types ends where it closes.
QList<const StructuredType *> lineage(const Schema &schema, const QString &typeName)
{
    QList<const StructuredType *> line;
    const StructuredType *type = schema.structuredType(typeName);
    while (type && line.size() < longestLineage && !line.contains(type)) {
        line.append(type);
        type = schema.structuredType(type->baseType);
    }
    return line;
}

/// Keeps `list` and its index in step; a name that comes again takes the place of the earlier type. Returns the place.
template<typename T> qsizetype addNamed(QList<T> &list, QHash<QString, qsizetype> &index, T type)
{
    const auto known = index.constFind(type.name);
    if (known != index.cend()) {
        list[*known] = std::move(type);
        return *known;
    }
    index.insert(type.name, list.size());
    list.append(std::move(type));
    return list.size() - 1;
}

template<typename T>
const T *findNamed(const QList<T> &list, const QHash<QString, qsizetype> &index, const QString &name)
{
    const auto known = index.constFind(name);
    return known == index.cend() ? nullptr : &list.at(*known);
}

template<typename T> QList<const T *> pointersTo(const QList<T> &list)
{
    QList<const T *> pointers;
    pointers.reserve(list.size());
    for (const T &type : list)
        pointers.append(&type);
    return pointers;
}

} // namespace

const EnumMember *EnumType::member(QStringView memberName) const
{
    const auto found = std::find_if(members.cbegin(), members.cend(),
                                    [memberName](const EnumMember &candidate) { return candidate.name == memberName; });
    return found == members.cend() ? nullptr : &*found;
}

const EnumMember *EnumType::sentinel() const
{
    return member(u"unknownFutureValue");
}

bool EnumType::isAboveSentinel(const EnumMember &candidate) const
{
    const EnumMember *limit = sentinel();
    return limit && candidate.value > limit->value;
}

void Schema::add(StructuredType type)
{
    if (const StructuredType *replaced = structuredType(type.name))
        m_derived[replaced->baseType].removeOne(m_structuredByName.value(type.name));
    const QString baseType = type.baseType;
    const qsizetype place = addNamed(m_structured, m_structuredByName, std::move(type));
    m_derived[baseType].append(place);
}

void Schema::add(EnumType type)
{
    addNamed(m_enums, m_enumByName, std::move(type));
}

const StructuredType *Schema::structuredType(const QString &name) const
{
    return findNamed(m_structured, m_structuredByName, name);
}

const EnumType *Schema::enumType(const QString &name) const
{
    return findNamed(m_enums, m_enumByName, name);
}

qsizetype Schema::elementCount() const
{
    qsizetype count = m_structured.size() + m_enums.size();
    for (const StructuredType &type : m_structured)
        count += type.properties.size();
    for (const EnumType &type : m_enums)
        count += type.members.size();
    return count;
}

QList<const StructuredType *> Schema::structuredTypes() const
{
    return pointersTo(m_structured);
}

QList<const EnumType *> Schema::enumTypes() const
{
    return pointersTo(m_enums);
}

QList<const Property *> Schema::allProperties(const QString &typeName) const
{
    QList<const StructuredType *> line = lineage(*this, typeName);
    std::reverse(line.begin(), line.end());
    QList<const Property *> all;
    for (const StructuredType *type : std::as_const(line)) {
        for (const Property &property : type->properties)
            all.append(&property);
    }
    return all;
}

const Property *Schema::property(const QString &typeName, QStringView name) const
{
    const QList<const StructuredType *> line = lineage(*this, typeName);
    for (const StructuredType *type : line) {
        const auto found = std::find_if(type->properties.cbegin(), type->properties.cend(),
                                        [name](const Property &candidate) { return candidate.name == name; });
        if (found != type->properties.cend())
            return &*found;
    }
    return nullptr;
}

bool Schema::isA(const QString &typeName, const QString &ancestor) const
{
    if (typeName == ancestor)
        return true;
    const QList<const StructuredType *> line = lineage(*this, typeName);
    return std::any_of(line.cbegin(), line.cend(),
                       [&ancestor](const StructuredType *type) { return type->baseType == ancestor; });
}

QList<const StructuredType *> Schema::withDerivedTypes(const QString &typeName) const
{
    const auto root = m_structuredByName.constFind(typeName);
    if (root == m_structuredByName.cend())
        return {};
    QList<qsizetype> places{*root};
    QSet<qsizetype> known{*root};
    for (qsizetype next = 0; next < places.size(); ++next) {
        const QList<qsizetype> derived = m_derived.value(m_structured.at(places.at(next)).name);
        for (const qsizetype place : derived) {
            if (!known.contains(place)) {
                known.insert(place);
                places.append(place);
            }
        }
    }
    std::sort(places.begin(), places.end());
    QList<const StructuredType *> family;
    family.reserve(places.size());
    for (const qsizetype place : std::as_const(places))
        family.append(&m_structured.at(place));
    return family;
}

bool Schema::isOpen(const QString &typeName) const
{
    const QList<const StructuredType *> line = lineage(*this, typeName);
    return std::any_of(line.cbegin(), line.cend(), [](const StructuredType *type) { return type->isOpen; });
}

QStringList Schema::reachableFrom(const QString &root) const
{
    // A base type lends its properties, but a value of the base itself is not reached by that: or else the abstract
    // microsoft.graph.entity would make every entity of the service part of a session.
    QStringList reached;
    reached.reserve(m_structured.size() + m_enums.size());
    QSet<QString> listed;
    QStringList queue{root};
    QSet<QString> queued{root};
    const auto enqueue = [&queue, &queued](const QString &name) {
        if (!queued.contains(name)) {
            queued.insert(name);
            queue.append(name);
        }
    };
    while (!queue.isEmpty()) {
        const QString value = queue.takeFirst();
        if (enumType(value))
            reached.append(value);
        // Where a type is listed, so are its base types.
        for (const StructuredType *type = structuredType(value); type && !listed.contains(type->name);
             type = structuredType(type->baseType)) {
            listed.insert(type->name);
            reached.append(type->name);
            for (const Property &property : type->properties)
                enqueue(property.type.name);
        }
        const QList<qsizetype> family = structuredType(value) ? m_derived.value(value) : QList<qsizetype>();
        for (const qsizetype place : family)
            enqueue(m_structured.at(place).name);
    }
    return reached;
}

QString shortName(const QString &qualifiedName)
{
    return qualifiedName.sliced(qualifiedName.lastIndexOf(u'.') + 1);
}

QString typeNameOf(const QString &odataType)
{
    return odataType.sliced(odataType.lastIndexOf(u'#') + 1);
}

} // namespace edm

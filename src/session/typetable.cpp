// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/typetable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct Demanded
{
    QLatin1String type;
    QLatin1String member;
};

/// What must be there. The schema alone does not tell: by OData an omitted collection is empty, and services' own
/// descriptions ask for none of the other properties that are not nullable.
constexpr Demanded demanded[] = {
    {"microsoft.graph.callRecords.session"_L1, "startDateTime"_L1},
    {"microsoft.graph.callRecords.session"_L1, "endDateTime"_L1},
    {"microsoft.graph.callRecords.session"_L1, "modalities"_L1},
    {"microsoft.graph.callRecords.failureInfo"_L1, "stage"_L1},
};

/// The primitive types that are text in JSON; other unknown ones may be anything.
constexpr QLatin1String textTypes[] = {"Edm.String"_L1, "Edm.DateTimeOffset"_L1, "Edm.Duration"_L1, "Edm.Guid"_L1,
                                       "Edm.Date"_L1,   "Edm.TimeOfDay"_L1,      "Edm.Binary"_L1};

bool isTextType(const QString &name)
{
    return std::find(std::begin(textTypes), std::end(textTypes), name) != std::end(textTypes);
}

bool isDemanded(const QString &type, const QString &member)
{
    return std::any_of(std::begin(demanded), std::end(demanded),
                       [&](const Demanded &row) { return row.type == type && row.member == member; });
}

/// The keys of an entity type stand at the base type that declares them.
QStringList keysOf(const edm::Schema &schema, const edm::StructuredType &type)
{
    const edm::StructuredType *holder = &type;
    for (int steps = 0; holder && holder->keys.isEmpty() && steps < 100; ++steps) // a circle of base types ends
        holder = schema.structuredType(holder->baseType);
    return holder ? holder->keys : QStringList();
}

bool isInstant(const QHash<QByteArray, PropertyFacts> &properties, const QByteArray &name)
{
    const auto found = properties.constFind(name);
    return found != properties.cend() && found->property->type == edm::TypeReference{u"Edm.DateTimeOffset"_s, false};
}

} // namespace

TypeTable::TypeTable(const edm::Schema &schema)
    : m_schema(schema)
{ }

TypeTable::~TypeTable() = default;

const TypeFacts *TypeTable::type(const QString &name)
{
    const auto known = m_types.find(name);
    if (known != m_types.end())
        return known->second.get();
    const edm::StructuredType *type = m_schema.structuredType(name);
    return (m_types[name] = type ? made(*type) : nullptr).get();
}

std::unique_ptr<TypeFacts> TypeTable::made(const edm::StructuredType &type)
{
    auto facts = std::make_unique<TypeFacts>();
    facts->type = &type;
    facts->isOpen = m_schema.isOpen(type.name);
    facts->family = m_schema.withDerivedTypes(type.name);
    const QStringList keys = keysOf(m_schema, type);
    const QList<const edm::Property *> properties = m_schema.allProperties(type.name);
    for (const edm::Property *property : properties) {
        const bool isKey = keys.contains(property->name);
        const edm::TypeReference single{property->type.name, false};
        const Shape shape = shapeOf(single, m_schema);
        const EnumFacts *members = enumeration(single.name);
        const bool isKnown = shape != Shape::Text || members || isTextType(single.name);
        facts->properties.insert(property->name.toUtf8(), {property, shape, members, isKey, isKnown});
        if (isDemanded(type.name, property->name))
            facts->demanded += property;
        else if (!property->isNullable && !property->type.isCollection && !property->isNavigation && !isKey)
            facts->notNullable += property;
    }
    facts->hasSpan = isInstant(facts->properties, "startDateTime"_ba) && isInstant(facts->properties, "endDateTime"_ba);
    return facts;
}

const EnumFacts *TypeTable::enumeration(const QString &name)
{
    const auto known = m_enums.find(name);
    if (known != m_enums.end())
        return known->second.get();
    const edm::EnumType *type = m_schema.enumType(name);
    std::unique_ptr<EnumFacts> &facts = m_enums[name];
    if (!type)
        return nullptr;
    facts = std::make_unique<EnumFacts>();
    facts->type = type;
    for (const edm::EnumMember &member : type->members)
        facts->members.insert(member.name.toUtf8(), &member);
    return facts.get();
}

} // namespace session

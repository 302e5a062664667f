// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "session/field.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <unordered_map>

namespace session {

/// An enumeration as the walk over a text wants it: members by the bytes of their names.
struct EnumFacts
{
    const edm::EnumType *type = nullptr;
    QHash<QByteArray, const edm::EnumMember *> members;
};

/// A property as the walk over a text wants it.
struct PropertyFacts
{
    const edm::Property *property = nullptr;
    Shape shape = Shape::Text; ///< Of one value, or of one item of a collection.
    const EnumFacts *enumeration = nullptr; ///< Null for other types.
    bool isKey = false;
    bool isKnown
        = true; ///< False for a type whose values nothing is known about, as Edm.Untyped or one not in the schema.
};

/// A structured type as the walk over a text wants it: its properties, inherited ones included, by the bytes of their
/// names.
struct TypeFacts
{
    const edm::StructuredType *type = nullptr;
    QHash<QByteArray, PropertyFacts> properties;
    QList<const edm::Property *> demanded; ///< A service refuses the value without these.
    QList<const edm::Property *> notNullable; ///< Others that have neither a null nor a default.
    QList<const edm::StructuredType *> family; ///< It and all that derive from it.
    bool isOpen = false;
    bool hasSpan = false; ///< There are a startDateTime and an endDateTime.
};

/// The types of a schema, made ready when first asked for. Lives shorter than the schema.
class TypeTable
{
public:
    explicit TypeTable(const edm::Schema &schema);
    ~TypeTable();

    const edm::Schema &schema() const { return m_schema; }

    /// The facts about a structured type, or null when the schema has none of that name.
    const TypeFacts *type(const QString &name);

private:
    std::unique_ptr<TypeFacts> made(const edm::StructuredType &type);
    const EnumFacts *enumeration(const QString &name);

    const edm::Schema &m_schema;
    std::unordered_map<QString, std::unique_ptr<TypeFacts>> m_types;
    std::unordered_map<QString, std::unique_ptr<EnumFacts>> m_enums;
};

} // namespace session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace edm {

/// When and why something goes away (annotation Org.OData.Core.V1.Revisions, kind Deprecated).
struct Deprecation
{
    QString version; ///< As annotated, such as `2024-02/Deprecation`; may be empty.
    QString date; ///< The day of removal, ISO 8601, as annotated; may be empty.
    QString removalDate; ///< RemovalDate, as annotated; may be empty.
    QString description; ///< Why and what to use instead; may be empty.

    bool operator==(const Deprecation &) const = default;
};

/// The type of a property as CSDL writes it: `Edm.String`, `microsoft.graph.callRecords.endpoint`, `Collection(…)`.
struct TypeReference
{
    QString name; ///< Fully qualified with the namespace, aliases resolved, without `Collection()`.
    bool isCollection = false;

    bool isPrimitive() const { return name.startsWith(QLatin1String("Edm.")); }

    bool operator==(const TypeReference &) const = default;
};

/// One member of an enumeration type (CSDL XML 4.01 §10.3).
struct EnumMember
{
    QString name;
    qint64 value = 0;
    QString description;

    bool operator==(const EnumMember &) const = default;
};

/// An enumeration type (CSDL XML 4.01 §10).
struct EnumType
{
    QString name; ///< Fully qualified.
    bool isFlags = false;
    QList<EnumMember> members; ///< In the order of the document.
    QString description;

    /// The member with exactly this name, or null.
    const EnumMember *member(QStringView memberName) const;

    /// The member `unknownFutureValue`, or null: the sentinel of an evolvable enumeration (api-guidelines).
    const EnumMember *sentinel() const;

    /// True when `candidate` is valued above the sentinel: services want `Prefer: include-unknown-enum-members` for it.
    bool isAboveSentinel(const EnumMember &candidate) const;

    bool operator==(const EnumType &) const = default;
};

/// A structural or navigation property (CSDL XML 4.01 §7, §8).
struct Property
{
    QString name;
    TypeReference type;
    bool isNullable = true; ///< For a collection it speaks of the items.
    bool isNavigation = false;
    bool containsTarget = false; ///< For a navigation property: its entities live inside their parent.
    QString description;
    std::optional<Deprecation> deprecation;

    bool operator==(const Property &) const = default;
};

/// An entity type or a complex type (CSDL XML 4.01 §6, §9).
struct StructuredType
{
    enum class Kind { Entity, Complex };

    Kind kind = Kind::Complex;
    QString name; ///< Fully qualified.
    QString baseType; ///< Fully qualified; empty when there is none.
    bool isAbstract = false;
    bool isOpen = false; ///< As written here; an open base type makes this one open too, see Schema::isOpen().
    QStringList keys;
    QList<Property> properties; ///< Its own, in the order of the document, without those of the base type.
    QString description;
    std::optional<Deprecation> deprecation;

    bool operator==(const StructuredType &) const = default;
};

/// The types of a service, from CSDL: what forms, choices, findings and the sandbox's checks know about sessions.
class Schema
{
public:
    void add(StructuredType type);
    void add(EnumType type);

    /// The type with this fully qualified name, or null. Pointers live as long as the schema is unchanged.
    const StructuredType *structuredType(const QString &name) const;
    const EnumType *enumType(const QString &name) const;

    /// How much there is to know: all types, properties and members.
    qsizetype elementCount() const;

    /// All types in the order in which they were added.
    QList<const StructuredType *> structuredTypes() const;
    QList<const EnumType *> enumTypes() const;

    /// The properties of a type, those of its base types first. Empty for an unknown type; a circle of base types ends,
    /// and so does a line of more than 100 of them, here and below.
    QList<const Property *> allProperties(const QString &typeName) const;

    /// The property `name` of the type or of one of its base types, or null.
    const Property *property(const QString &typeName, QStringView name) const;

    /// True when `typeName` is `ancestor` or derives from it.
    bool isA(const QString &typeName, const QString &ancestor) const;

    /// The type and all that derive from it, in the order of the document; abstract ones included.
    QList<const StructuredType *> withDerivedTypes(const QString &typeName) const;

    /// True when the type, or one of its base types, is open: undeclared members are data there.
    bool isOpen(const QString &typeName) const;

    /// Every type that a value of `root` can contain, itself included: through properties, base and derived types.
    QStringList reachableFrom(const QString &root) const;

private:
    QList<StructuredType> m_structured;
    QList<EnumType> m_enums;
    QHash<QString, qsizetype> m_structuredByName;
    QHash<QString, QList<qsizetype>> m_derived; ///< By base type, so that a large schema is not gone through each time.
    QHash<QString, qsizetype> m_enumByName;
};

/// The part of a qualified name after its last dot: `clientUserAgent`.
QString shortName(const QString &qualifiedName);

/// The type name in an `@odata.type` value: what follows the last `#`, or all of it (OData JSON 4.01 §4.6.3; services
/// and the specification also write it bare).
QString typeNameOf(const QString &odataType);

} // namespace edm

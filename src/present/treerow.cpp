// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/treerow.h"

#include "session/typechoice.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString typeMember()
{
    return u"@odata.type"_s;
}

edm::Property untyped(const QString &name)
{
    edm::Property property;
    property.name = name;
    property.type.name = u"Edm.Untyped"_s;
    return property;
}

bool isStructured(const edm::Schema &schema, const TreeRow &row)
{
    return row.kind != TreeRow::Kind::Type && !row.property.type.isCollection
        && schema.structuredType(row.property.type.name);
}

// Whatever stands in the place of an object, its members can be written: null and nothing make way for them.
bool takesMembers(const QJsonValue &value)
{
    return value.isObject() || value.isNull() || value.isUndefined();
}

QList<TreeRow> declaredRows(const edm::Schema &schema, const QString &declaredType, const QJsonObject &object)
{
    edm::Property type;
    type.name = typeMember();
    type.type.name = declaredType;
    QList<TreeRow> rows{{typeMember(), TreeRow::Kind::Type, type}};
    const QList<const edm::Property *> properties
        = schema.allProperties(session::actualType(schema, declaredType, object));
    rows.reserve(properties.size() + 1);
    for (const edm::Property *property : properties)
        rows += TreeRow{property->name, TreeRow::Kind::Declared, *property};
    return rows;
}

} // namespace

QList<TreeRow> childRows(const edm::Schema &schema, const TreeRow &row, const QJsonValue &value)
{
    QList<TreeRow> rows;
    if (value.isArray()) {
        const qsizetype count = value.toArray().size();
        rows.reserve(count);
        for (qsizetype i = 0; i < count; ++i)
            rows += itemRow(row, i);
        return rows;
    }
    const bool isTyped = isStructured(schema, row);
    const QJsonObject object = value.toObject();
    if (isTyped && takesMembers(value))
        rows = declaredRows(schema, row.property.type.name, object);
    const qsizetype declared = rows.size();
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        const QString name = member.key();
        const auto isThis = [&name](const TreeRow &other) { return other.token == name; };
        if (std::any_of(rows.cbegin(), rows.cbegin() + declared, isThis))
            continue;
        // Of a relative's member the shape is known, even where it has no business.
        const edm::Property *known
            = isTyped ? session::propertyOfFamily(schema, row.property.type.name, name) : nullptr;
        rows += TreeRow{name, TreeRow::Kind::Undeclared, known ? *known : untyped(name)};
    }
    return rows;
}

bool hasChildRows(const edm::Schema &schema, const TreeRow &row, const QJsonValue &value)
{
    if (value.isArray())
        return !value.toArray().isEmpty();
    return (isStructured(schema, row) && takesMembers(value)) || !value.toObject().isEmpty();
}

TreeRow itemRow(const TreeRow &row, qsizetype index)
{
    const QString token = QString::number(index);
    TreeRow item{token, TreeRow::Kind::Item, untyped(token)};
    if (row.property.type.isCollection)
        item.property.type.name = row.property.type.name;
    item.property.isNullable = false;
    return item;
}

QJsonValue childValue(const QJsonValue &parent, const QString &token)
{
    if (!parent.isArray())
        return parent.toObject().value(token);
    bool isIndex = false;
    const qsizetype index = token.toLongLong(&isIndex);
    return isIndex ? parent.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
}

} // namespace present

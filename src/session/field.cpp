// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/field.h"

#include "json/pointer.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace session {

namespace {

/// The primitive types that JSON numbers stand for (OData JSON 4.01 §7.1); Edm.Boolean aside, all others are text.
constexpr std::array numberTypes{"Edm.Byte"_L1,  "Edm.SByte"_L1,  "Edm.Int16"_L1,  "Edm.Int32"_L1,
                                 "Edm.Int64"_L1, "Edm.Single"_L1, "Edm.Double"_L1, "Edm.Decimal"_L1};

QJsonValue::Type jsonTypeOf(Shape shape)
{
    switch (shape) {
    case Shape::Text:
        return QJsonValue::String;
    case Shape::Number:
        return QJsonValue::Double;
    case Shape::Boolean:
        return QJsonValue::Bool;
    case Shape::Object:
        return QJsonValue::Object;
    case Shape::Array:
        return QJsonValue::Array;
    }
    Q_UNREACHABLE();
}

} // namespace

Shape shapeOf(const edm::TypeReference &type, const edm::Schema &schema)
{
    if (type.isCollection)
        return Shape::Array;
    if (type.name == "Edm.Boolean"_L1)
        return Shape::Boolean;
    if (std::find(numberTypes.begin(), numberTypes.end(), type.name) != numberTypes.end())
        return Shape::Number;
    return schema.structuredType(type.name) ? Shape::Object : Shape::Text;
}

Shape shapeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Double:
        return Shape::Number;
    case QJsonValue::Bool:
        return Shape::Boolean;
    case QJsonValue::Object:
        return Shape::Object;
    case QJsonValue::Array:
        return Shape::Array;
    case QJsonValue::String:
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return Shape::Text;
}

FieldState stateOf(const QJsonValue &value, Shape shape)
{
    if (value.isUndefined())
        return FieldState::NotSent;
    if (value.isNull())
        return FieldState::Null;
    if (value == valueForState(FieldState::Empty, shape))
        return FieldState::Empty;
    return value.type() == jsonTypeOf(shape) ? FieldState::Value : FieldState::OtherJson;
}

QJsonValue valueForState(FieldState state, Shape shape)
{
    if (state == FieldState::Null)
        return QJsonValue::Null;
    if (state != FieldState::Empty)
        return QJsonValue::Undefined;
    if (shape == Shape::Object)
        return QJsonObject();
    if (shape == Shape::Array)
        return QJsonArray();
    return QString(u""_s);
}

const edm::Property *propertyOfFamily(const edm::Schema &schema, const QString &typeName, const QString &name)
{
    if (name.startsWith(u'@')) // an annotation; a search through a large family would be felt
        return nullptr;
    if (const edm::Property *own = schema.property(typeName, name))
        return own;
    const QList<const edm::StructuredType *> derived = schema.withDerivedTypes(typeName);
    for (const edm::StructuredType *type : derived) {
        if (const edm::Property *property = schema.property(type->name, name))
            return property;
    }
    return nullptr;
}

const edm::Property *formProperty(const edm::Schema &schema, const QString &typeName, const QString &path)
{
    const edm::Property *property = nullptr;
    QString type = typeName;
    const QStringList tokens = json::Pointer::fromPath(path).tokens();
    for (const QString &token : tokens) {
        if (property && property->type.isCollection)
            return nullptr;
        property = propertyOfFamily(schema, type, token);
        if (!property)
            return nullptr;
        type = property->type.name;
    }
    return property;
}

QStringList documentedMembers(const QString &enumName)
{
    static constexpr struct
    {
        QLatin1String enumName;
        QLatin1String member;
    } rows[] = {{"microsoft.graph.callRecords.modality"_L1, "unknown"_L1}};
    QStringList members;
    for (const auto &row : rows) {
        if (row.enumName == enumName)
            members += row.member;
    }
    return members;
}

} // namespace session

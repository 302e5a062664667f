// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"

#include <QJsonValue>
#include <QStringList>

namespace session {

/// The five states of a field. They stay apart in model, file, form and on the wire.
enum class FieldState {
    NotSent, ///< The member is absent.
    Null,
    Empty, ///< `""`, `[]` or `{}`, whichever the property's shape is; `""` for numbers and Booleans.
    Value, ///< A value of the JSON type that the property wants, right or wrong in itself.
    OtherJson, ///< Any other JSON value: `5` in a date, `"yes"` in a Boolean, `[]` as an object.
};

/// The JSON type that a property wants.
enum class Shape { Text, Number, Boolean, Object, Array };

/// The shape of values of this type: enumerations, dates, GUIDs and strings are text (OData JSON 4.01 §7.1).
Shape shapeOf(const edm::TypeReference &type, const edm::Schema &schema);

/// The shape that `value` itself has, for members of which no schema tells anything.
Shape shapeOf(const QJsonValue &value);

/// The state of `value` (Undefined is NotSent) in a field of this shape.
FieldState stateOf(const QJsonValue &value, Shape shape);

/// The value that choosing the state Null or Empty writes; Undefined for NotSent.
QJsonValue valueForState(FieldState state, Shape shape);

/// The property `name` of the type, of its base types or, when those have none, of a type derived from it; else null.
const edm::Property *propertyOfFamily(const edm::Schema &schema, const QString &typeName, const QString &name);

/// The property that a form whose object is of the declared type `typeName` means by `path` (a `jsonPath` such as
/// `associatedIdentity/id`): looked up in the type, its base types and everything derived from them, step by step. Null
/// when no type has it. `@odata.type` is no property.
const edm::Property *formProperty(const edm::Schema &schema, const QString &typeName, const QString &path);

/// The members of the enumeration `enumName` that the documentation lists and the schema has not: `unknown` of
/// modality.
QStringList documentedMembers(const QString &enumName);

} // namespace session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"

#include <QJsonObject>

namespace session {

/// How a type box spells `@odata.type` from now on; present text stays.
enum class TypeStyle {
    HashEverywhere, ///< `#microsoft.graph.…` everywhere, as OData JSON 4.01 §4.6.3 has it. The default.
    AsDocumented, ///< `#` on the root only, as the specification's example mixes them.
};

/// What a type box offers for values of the declared type: its qualified name and those derived from it.
QStringList typeChoices(const edm::Schema &schema, const QString &declaredType);

/// The first of these that is not abstract; the declared type when there is none.
QString concreteType(const edm::Schema &schema, const QString &declaredType);

/// The text that choosing the type `qualifiedName` writes into `@odata.type`.
QString typeText(const QString &qualifiedName, TypeStyle style, bool isRoot);

/// The qualified name that an `@odata.type` text means in this schema: compared exactly first, then without case. Empty
/// when the schema has no such type.
QString resolvedTypeName(const edm::Schema &schema, const QString &odataType);

/// The type by which the members of `object` are looked up where `declaredType` is declared: the one that its
/// `@odata.type` names, if that is it or derived from it, else the declared one. An abstract one will do.
QString actualType(const edm::Schema &schema, const QString &declaredType, const QJsonObject &object);

} // namespace session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "json/pointer.h"

#include <QJsonObject>

#include <optional>

namespace session {

/// A place in a session where an object of the schema stands or can stand.
struct Place
{
    json::Pointer pointer; ///< Ends in `-` for a new item at the end of a collection (RFC 6902 §4.1).
    QString type; ///< The declared type of the object there, qualified.

    bool operator==(const Place &) const = default;
};

/// The place that `pointer` names in `session`, an object of the type `rootType`; a collection stands for a new item of
/// it. The declared type is found along the types that the objects on the way say they have. Empty where the schema has
/// no structured type: for the root, for texts and numbers, and below what it does not know.
std::optional<Place> placeAt(const edm::Schema &schema, const QString &rootType, const QJsonObject &session,
                             const json::Pointer &pointer);

/// The places of `session`, outer ones before inner ones, members in the order of the schema: objects that are there,
/// members of them that could be there, and new items of collections. Stops after `most`.
QList<Place> placesIn(const edm::Schema &schema, const QString &rootType, const QJsonObject &session, qsizetype most);

/// The type of `object` where `declaredType` is declared: the one that its `@odata.type` names, else the declared one.
/// Empty for a type that the schema does not have.
QString typeOfObject(const edm::Schema &schema, const QString &declaredType, const QJsonObject &object);

/// True when values of `type` may stand where `declaredType` is declared.
bool canHold(const edm::Schema &schema, const QString &declaredType, const QString &type);

} // namespace session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "session/typechoice.h"

#include <QJsonObject>

namespace session {

/// A plain right value to begin with: `0`, `false`, the first member of an enumeration, an object with the members that
/// may not be null, and one such item in a collection. Times are those of `session` where it has a member of that name,
/// so that what is new lies within its span. Types are spelled by `style`.
QJsonValue startValue(const edm::Schema &schema, const edm::TypeReference &type, TypeStyle style,
                      const QJsonObject &session);

} // namespace session

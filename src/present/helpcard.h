// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"

#include <QString>

namespace present {

/// What the schema says about a property: name, type, whether it may be null, meaning, members, deprecation. Plain
/// text.
QString propertyCard(const edm::Schema &schema, const edm::Property &property);

/// What the schema says about the types that a value of the declared type can have. Plain text.
QString typeCard(const edm::Schema &schema, const QString &declaredType);

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"

#include <memory>

namespace edm {

/// The type of the documents that this program composes.
inline constexpr QLatin1String sessionTypeName("microsoft.graph.callRecords.session");

/// The schema that ships with the program (resources/schema/callrecords.csdl.xml). Read at the first call, then shared.
const Schema &builtinSchema();

/// The same schema, for those who hold one that may also come from elsewhere.
std::shared_ptr<const Schema> sharedBuiltinSchema();

} // namespace edm

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "json/index.h"

namespace sandbox {

/// The session as Graph would store it: members that the schema types Edm.DateTimeOffset in UTC, 7 fraction digits with
/// trailing zeros trimmed, and members that are null left out. All else stays byte for byte, wrong times included.
/// `body` must be valid; asserted.
QByteArray asGraphStores(const json::Index &body, const edm::Schema &schema);

} // namespace sandbox

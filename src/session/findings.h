// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "json/index.h"
#include "session/finding.h"

namespace session {

/// Every finding about the session in `body`, in the order of the text; a missing member stands where its object does.
/// The text is judged as it is, so nothing is lost that a QJsonObject could not hold. An invalid text gives one finding
/// of the rule `json`. `typeName` is the declared type of the root.
QList<Finding> findings(const json::Index &body, const edm::Schema &schema, const QString &typeName);

} // namespace session

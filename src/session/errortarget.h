// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "json/index.h"
#include "json/pointer.h"

#include <optional>

namespace session {

/// The place that a service means by the `target` of an error, which OData leaves free (OData JSON 4.01 §21.1): a JSON
/// pointer, a path, or members joined by dots, with or without `$` or the name of the object before it, also in upper
/// camel case: `/failureInfo/stage`, `failureInfo/stage`, `$.segments[0].caller`, `session.failureInfo`, `FailureInfo`.
/// It is one that stands in `sent` or, when it was left out, one that the type `typeName` has; else there is none.
std::optional<json::Pointer> pointerOfTarget(const QString &target, const json::Index &sent, const edm::Schema &schema,
                                             const QString &typeName);

} // namespace session

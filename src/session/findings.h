// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "session/finding.h"
#include "json/index.h"

namespace session {

/// More findings than that are not listed; a last one says so.
constexpr qsizetype mostFindings = 100'000;

/// Whether the request says with `Prefer: include-unknown-enum-members` that it knows members above the sentinel.
enum class NewMembers { NotAnnounced, Announced };

/// Every finding about the session in `body`, in the order of the text; a missing member stands where its object does.
/// The text is judged as it is, so nothing is lost that a QJsonObject could not hold. An invalid text gives one finding
/// of the rule `json`. `typeName` is the declared type of the root.
QList<Finding> findings(const json::Index &body, const edm::Schema &schema, const QString &typeName,
                        NewMembers newMembers = NewMembers::NotAnnounced);

/// True when a service that follows the schema to the letter answers 400 for this finding: every Error, and the few
/// warnings about what is documented or written elsewhere, but not in the schema (modality `unknown`, a type in another
/// case, a number as text), or wants a header (a member above the sentinel).
bool isRefused(const Finding &finding);

} // namespace session

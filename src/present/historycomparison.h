// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "session/compare.h"
#include "store/historyrow.h"

#include <QString>

namespace present {

/// The bodies of one side of two exchanges against each other.
struct ComparedBodies
{
    session::Comparison comparison;
    QString absence; ///< Why there is nothing to compare: a sentence for people; empty when there is.
};

/// Two exchanges of the history against each other, the earlier one first.
struct HistoryComparison
{
    QString earlier; ///< The line that each is known by.
    QString later;
    ComparedBodies responses;
    ComparedBodies requests;
};

/// Compares by the rules of docs/compare.md, whichever of the two comes first.
HistoryComparison compareEntries(const store::HistoryEntry &one, const store::HistoryEntry &other,
                                 const edm::Schema &schema);

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/valuejudge.h"

namespace session {

/// The type by which the members of an object are judged, and what there is to say about its `@odata.type`.
struct TypeJudgement
{
    /// A breach, and the node at which it stands: that of `@odata.type`, or of the object where there is none.
    struct Placed
    {
        qsizetype node = 0;
        Breach breach;
    };

    const TypeFacts *facts = nullptr;
    bool isResolved = true; ///< False when the object names a type that cannot be used: the declared one stands in.
    QList<Placed> breaches;
};

/// Finds and judges the type of the object `node`: the declared one, or the one that `@odata.type` names.
TypeJudgement judgeType(const json::Index &index, qsizetype node, TypeTable &types, const TypeFacts &declared);

/// True when a service may know derived types, with members, that the schema does not.
bool isOpenFamily(const TypeFacts &type);

/// What a deprecated thing's sentence ends with: when it goes, and what to use instead.
QString deprecationWords(const edm::Deprecation &deprecation);

} // namespace session

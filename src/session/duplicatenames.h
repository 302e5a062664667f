// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"
#include "json/pointer.h"

#include <QSet>

namespace session {

/// The names that stand more than once in one object, in a whole text.
struct DuplicateNames
{
    /// A name that stood before in its object.
    struct Again
    {
        qsizetype name = 0; ///< The node of the name.
        json::Pointer pointer; ///< The value; the same for all of that name.
    };

    QList<Again> again;
    QSet<qsizetype> shadowed; ///< The name nodes whose value a later member of the same name replaces for most readers.
};

/// Finds them in a valid `index`; names are compared with their escapes resolved. Stops listing after `most`.
DuplicateNames duplicateNames(const json::Index &index, qsizetype most);

} // namespace session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

#include <functional>

namespace sandbox {

/// One replacement in a text; with begin == end an insertion.
struct TextEdit
{
    qsizetype begin = 0; ///< The first byte that goes.
    qsizetype end = 0; ///< One past the last.
    QByteArray text; ///< What comes instead.
};

/// `text` with all `edits`, which may stand in any order but must not overlap; asserted. All other bytes stay.
QByteArray edited(const QByteArray &text, QList<TextEdit> edits);

/// The edits that take the members of the object node `object` for which `isRemoved(name node, value node)`, with the
/// commas and blanks that belong to them.
QList<TextEdit> removals(const json::Index &index, qsizetype object,
                         const std::function<bool(qsizetype name, qsizetype value)> &isRemoved);

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/guideclues.h"

namespace present {

/// One row of the error guide: everything it knows about one way to fail.
struct GuideRow
{
    QLatin1String id; ///< Lower case with hyphens.
    int firstStatus = 0;
    int lastStatus = 0; ///< Included.
    bool (*applies)(const Clues &clues) = nullptr; ///< What else has to hold; null when the status is enough.
    const char *when = nullptr; ///< In English, for docs/checks.md.
    const char *happened = nullptr; ///< English, marked for "present::Guide"; null: the Error's own sentences.
    const char *why = nullptr; ///< English, marked for "present::Guide".
    const char *next = nullptr; ///< English, marked for "present::Guide".
    QString (*detail)(const Clues &clues) = nullptr; ///< A sentence to put behind `why`, or empty; may be null.
};

/// The row that applies, or null; the first in the table wins.
const GuideRow *guideRowFor(const Clues &clues);

/// The rows in their order, for docs/checks.md and a test that knows a case for each.
int guideRowCount();
const GuideRow &guideRow(int number);

} // namespace present

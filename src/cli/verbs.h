// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace cli {

/// One option of a verb.
struct OptionRow
{
    const char *name; ///< Without the dashes.
    const char *value; ///< The word for its value; null for an option without one.
    const char *help; ///< In English, marked for the context "cli".
};

/// One verb of the command line.
struct VerbRow
{
    const char *name;
    const char *usage; ///< What follows the verb.
    const char *summary; ///< In English, marked for the context "cli".
    int fewestFiles;
    int mostFiles;
    QList<OptionRow> options;
};

/// All verbs, in the order of the manual.
const QList<VerbRow> &verbs();

/// What `--help` prints without a verb.
QString overview();

/// What `VERB --help` prints.
QString helpFor(const VerbRow &verb);

} // namespace cli

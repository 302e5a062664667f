// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

// All categories of the program, one a room. Silence or open them with
// QT_LOGGING_RULES="sessioncomposer.graph.debug=true".
Q_DECLARE_LOGGING_CATEGORY(lcEdm)
Q_DECLARE_LOGGING_CATEGORY(lcGraph)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcSandbox)
Q_DECLARE_LOGGING_CATEGORY(lcPresent)
Q_DECLARE_LOGGING_CATEGORY(lcApp)

namespace core {

/// Makes every log line of the process, Qt's own included, pass core::redacted() on its way to stderr. Each main calls
/// it first, before anything could log.
void installRedactingLog();

} // namespace core

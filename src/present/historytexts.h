// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/historyrow.h"

#include <QString>

namespace present {

/// What became of an exchange, with its mark: `✓ 201 Created, as expected`, `? sent, result unknown · Look for it`.
QString outcomeLine(const store::HistoryRow &row);

/// What was sent: `POST /v1.0/communications/callRecords/7/sessions`.
QString requestLine(const store::HistoryRow &row);

/// When, in UTC as the filter finds it, where, and the tester's words: `2026-11-24 12:04:31Z · Sandbox · passed`.
QString contextLine(const store::HistoryRow &row);

/// The exchange of an entry as the panes of a response show one that has just ended. Of one without an outcome the
/// Error says so, and what to do.
exchange::Exchange shownExchange(const store::HistoryEntry &entry);

} // namespace present

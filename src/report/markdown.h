// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/evidence.h"

#include <QString>

namespace report {

/// How the tracker of a bug writes its tickets.
enum class Markup {
    Markdown, ///< CommonMark: GitHub, GitLab, Azure DevOps.
    Jira, ///< Wiki markup of Jira.
};

/// One exchange as the text of a bug ticket: request line, status, ids, digests and times, what the tester says, the
/// checks that are not met, what became of the values that were sent if they were compared, and both bodies. All
/// foreign text stands in blocks that it cannot end; credentials, known secrets and what is shaped like a token are
/// `***`. A body that is not UTF-8 text is shown in base64, a long one is cut after 16 KiB and says so. Always in
/// English.
QString ticketText(const Evidence &evidence, Markup markup);

} // namespace report

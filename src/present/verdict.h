// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/examination.h"

#include <QString>
#include <QStringList>

namespace present {

/// How an exchange ended.
enum class Outcome { AsExpected, OtherResponse, Timeout, Network, Limit, Cancelled, Refused };

/// The outcome and why.
struct Verdict
{
    Outcome outcome = Outcome::Refused;
    QStringList reasons; ///< Sentences, translated: why it is not as expected, or what is odd though it is.

    bool operator==(const Verdict &) const = default;
};

/// As expected is what meets all checks that count (present/checks.h).
Verdict judge(const Examination &examination);

/// The same without an expectation of the tester's own, which is docs/command-line.md "Exit codes".
Verdict judge(const exchange::Exchange &exchange);

/// The word of the command line for an outcome: `asExpected`, `otherResponse`, `timeout`, `network`, `limit`,
/// `cancelled`, `refused`.
QLatin1String outcomeName(Outcome outcome);

/// The exit code of both programs for an outcome: 0, 1, 3 or 4.
int exitCode(Outcome outcome);

/// The status as the window and the command line show it: `201 Created`, code, blank, reason as received.
QString statusText(const exchange::Response &response);

} // namespace present

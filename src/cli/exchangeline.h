// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"
#include "present/verdict.h"

#include <QString>

namespace cli {

/// The line of `--output exchange` for one POST, without a line end: a JSON object with `file, url, status,
/// requestBytes, requestSha256, responseBytes, responseSha256, elapsedMs, requestId, clientRequestId, outcome`. What is
/// not known is null.
QByteArray exchangeLine(const QString &file, const exchange::Exchange &exchange, present::Outcome outcome);

/// What standard error says about a POST that was not as expected: the status, or the error, and why.
QString complaint(const exchange::Exchange &exchange, const present::Verdict &verdict);

} // namespace cli

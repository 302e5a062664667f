// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/exchange.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace present {

/// The instants between which a session lasted, in ticks of 100 ns since 1970 (edm::DateTimeOffset).
struct SessionTimes
{
    qint64 start = 0;
    qint64 end = 0;

    bool operator==(const SessionTimes &) const = default;
};

/// Where to look for the session that a submit made.
struct ReadBackPlan
{
    QUrl url; ///< Of the session, or of the list in which it is searched.
    std::optional<SessionTimes> wanted; ///< Of the session, where it is searched in the list.
};

/// True when a submit may have made a session that can be looked for: it was a POST of which something left, and a
/// 2xx, a 5xx or no status came.
bool mayHaveMade(const QByteArray &method, bool hasLeft, std::optional<int> status);

/// Where to look: at the URL of the `id` in the response; without one, at its `Location` where that keeps to the
/// origin; else in the list, for the start and end that were sent. An Error (Code::Input) says why there is no way.
/// Scans both bodies.
core::Result<ReadBackPlan> readBackPlan(const exchange::Exchange &submit);

/// The GET of `url`, with those headers of `submit`, a request as on the wire, that do not tell of its body, and with a
/// new client-request-id.
exchange::Request readBackRequest(const exchange::Request &submit, const QUrl &url);

/// What one page of the list of sessions (OData JSON 4.01 §12) has to say to a search.
struct SessionPage
{
    bool isList = false; ///< False when the body is none.
    QStringList ids; ///< Of the sessions with the wanted times; empty texts for those without an id.
    std::optional<QByteArray> nextLink; ///< Where the list goes on, as written.
};

/// Reads a page; sessions are the ones that are wanted when their start and end are the same instants, however spelt.
SessionPage readSessionPage(const QByteArray &body, const SessionTimes &wanted);

/// "1 second", "30 seconds", "10 minutes", "9 minutes and 30 seconds".
QString durationText(std::chrono::seconds duration);

} // namespace present

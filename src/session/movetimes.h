// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "edm/schema.h"
#include "json/pointer.h"

#include <QJsonObject>

namespace session {

/// One time of a session, and what moving makes of it.
struct MovedTime
{
    json::Pointer pointer;
    QString before; ///< The literal; other JSON as one line of text.
    QString after; ///< Empty when it is left alone.
    QString reason; ///< Why it is left alone; else empty.

    bool operator==(const MovedTime &) const = default;
};

/// A session with its times moved, and what became of each.
struct TimesMove
{
    QList<MovedTime> times; ///< In the order of the canonical text.
    QJsonObject session;
};

/// Moves every Edm.DateTimeOffset that the schema knows in `session`, however deep, by exactly `ticks` of 100 ns. Each
/// keeps its form (edm::moved()). What is no time is left alone and listed; null and members that are not sent are
/// neither.
TimesMove movedTimes(const QJsonObject &session, const edm::Schema &schema, qint64 ticks);

/// The ticks by which the times of `session` have to move so that it starts at the instant `start`. An Error when
/// either is no time.
core::Result<qint64> ticksToStart(const QJsonObject &session, const QString &start);

} // namespace session

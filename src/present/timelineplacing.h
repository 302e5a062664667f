// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/timeline.h"

#include <array>
#include <optional>
#include <utility>

namespace present {

/// Collects the stretches of a session and decides which of them stand in the picture, and where.
class TimelinePlacing
{
public:
    /// The lanes of a Timeline, in their order.
    enum Lane { SessionLane, SegmentLane, CallerLane, CalleeLane, LaneCount };

    /// The session's own time, by which is judged what lies far outside of it.
    void setSession(qint64 begin, qint64 end) { m_session = {begin, end}; }

    /// Adds a stretch; its track is chosen later.
    void add(Lane lane, const TimelineBar &bar) { m_bars.at(static_cast<size_t>(lane)) += bar; }

    /// Places all that was added in the lanes of `timeline`, and tells in its rows what has no place and why.
    void place(Timeline &timeline);

private:
    bool isFar(const TimelineBar &bar) const;
    static void span(Timeline &timeline, const TimelineBar &bar);
    static void placeLane(Timeline &timeline, Lane lane, const QList<TimelineBar> &bars);

    std::array<QList<TimelineBar>, LaneCount> m_bars;
    std::optional<std::pair<qint64, qint64>> m_session;
};

} // namespace present

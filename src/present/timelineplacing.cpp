// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/timelineplacing.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace present {
namespace {

void refuse(Timeline &timeline, qsizetype number, const QString &reason)
{
    TimelineRow row = timeline.rows.at(number);
    const QString remark = QCoreApplication::translate("present::Timeline", "not drawn: %1").arg(reason);
    row.remark += row.remark.isEmpty() ? remark : "; "_L1 + remark;
    timeline.rows.replace(number, row);
}

void accept(Timeline &timeline, qsizetype number)
{
    TimelineRow row = timeline.rows.at(number);
    row.isPlaced = true;
    timeline.rows.replace(number, row);
}

} // namespace

void TimelinePlacing::place(Timeline &timeline)
{
    for (int lane = SessionLane; lane < LaneCount; ++lane) {
        QList<TimelineBar> near;
        for (const TimelineBar &bar : std::as_const(m_bars.at(static_cast<size_t>(lane)))) {
            if (isFar(bar)) {
                refuse(timeline, bar.row,
                       QCoreApplication::translate("present::Timeline", "it lies far outside of the session's time"));
                continue;
            }
            near += bar;
        }
        placeLane(timeline, static_cast<Lane>(lane), near);
    }
}

// In double: two times can be further apart than a qint64 of ticks tells.
bool TimelinePlacing::isFar(const TimelineBar &bar) const
{
    if (!m_session || m_session->second == m_session->first)
        return false;
    const auto [begin, end] = *m_session;
    const double length = static_cast<double>(end) - static_cast<double>(begin);
    return static_cast<double>(bar.begin) < static_cast<double>(begin) - length
        || static_cast<double>(bar.end) > static_cast<double>(end) + length;
}

void TimelinePlacing::span(Timeline &timeline, const TimelineBar &bar)
{
    const bool isFirst = !timeline.isDrawn();
    timeline.begin = isFirst ? bar.begin : std::min(timeline.begin, bar.begin);
    timeline.end = isFirst ? bar.end : std::max(timeline.end, bar.end);
}

// Each tone has tracks of its own, in the order of the tones; in the session's lane each bar has one.
void TimelinePlacing::placeLane(Timeline &timeline, Lane lane, const QList<TimelineBar> &bars)
{
    QMap<report::Tone, QList<TimelineBar>> byTone;
    for (const TimelineBar &bar : bars)
        byTone[bar.tone] += bar;
    TimelineLane target = timeline.lanes.at(lane);
    for (QList<TimelineBar> &ofTone : byTone) {
        std::stable_sort(ofTone.begin(), ofTone.end(),
                         [](const TimelineBar &one, const TimelineBar &other) { return one.begin < other.begin; });
        std::vector<qint64> freeFrom; // of each track of this tone
        for (TimelineBar &bar : ofTone) {
            const auto track
                = std::find_if(freeFrom.begin(), freeFrom.end(), [&bar](qint64 from) { return from <= bar.begin; });
            bar.track = target.tracks + static_cast<int>(track - freeFrom.begin());
            if (track != freeFrom.end()) {
                *track = bar.end;
            } else if (freeFrom.size() < mostTracks) {
                freeFrom.push_back(bar.end);
            } else {
                refuse(timeline, bar.row,
                       QCoreApplication::translate("present::Timeline", "too much runs at the same time"));
                continue;
            }
            span(timeline, bar);
            accept(timeline, bar.row);
            target.bars += bar;
        }
        target.tracks += static_cast<int>(freeFrom.size());
    }
    timeline.lanes.replace(lane, target);
}

} // namespace present

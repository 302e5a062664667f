// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/timelinepicture.h"
#include "json/index.h"
#include "json/pointer.h"

#include <QList>
#include <QString>

#include <cstddef>

namespace present {

/// One part of a session in the table beside its picture: the session, a segment, a stream.
struct TimelineRow
{
    QString what; ///< "segment 3, audio, caller to callee"
    QString starts; ///< The literal as it stands in the text; empty without one.
    QString ends;
    QString lasts; ///< As edm::clockText() writes it; empty when that cannot be known.
    QString remark; ///< What failed, which modalities, and why it is not in the picture; may be empty.
    json::Pointer pointer; ///< To the part; of the session to its start.
    bool isPlaced = false; ///< It is in the picture.

    bool operator==(const TimelineRow &) const = default;
};

/// A stretch of time in a lane.
struct TimelineBar
{
    qsizetype row = 0; ///< Of Timeline::rows.
    int track = 0; ///< Bars that overlap in time are in tracks of their own, one below the other.
    qint64 begin = 0; ///< In ticks of 100 ns since 1970, as edm::DateTimeOffset::ticks().
    qint64 end = 0;
    report::Tone tone = report::Tone::Span;
    bool isFailed = false;

    bool operator==(const TimelineBar &) const = default;
};

/// What runs side by side: the session, its segments, what the caller sends, what the callee sends.
struct TimelineLane
{
    QString name;
    QString note; ///< Who it is, or what failed; may be empty.
    bool isFailed = false;
    int tracks = 0;
    QList<TimelineBar> bars;

    bool operator==(const TimelineLane &) const = default;
};

/// A session along its time, as far as it can be known: wrong, reversed and missing times are told, never guessed.
struct Timeline
{
    QString absence; ///< Why there is no session at all, a sentence for people; else empty.
    QList<TimelineRow> rows; ///< In the order of the text.
    QList<TimelineLane> lanes;
    qint64 begin = 0; ///< What the picture spans. Nothing is placed when `end` lies before it.
    qint64 end = -1;

    bool isDrawn() const { return end >= begin; }

    bool operator==(const Timeline &) const = default;
};

/// Parts of a session beyond so many are counted, but not told one by one.
constexpr qsizetype mostTimelineRows = 20'000;

/// Bars that overlap beyond so many tracks of one lane and tone are in the table only.
constexpr std::size_t mostTracks = 8;

/// Reads the session that is the root of `text`; of equal names the last counts, as for most readers. A part far
/// outside of the session's own time (more than its length away) is not drawn, so that the rest can still be seen.
Timeline timelineOf(const json::Index &text);

/// What the picture shows, in words: "3 segments, 12 streams, 1 failed, 2 not in the picture."
QString timelineText(const Timeline &timeline);

/// The word for a tone in the legend, translated: "video".
QString toneText(report::Tone tone);

} // namespace present

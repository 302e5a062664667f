// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/callparty.h"

#include <functional>

namespace session {

/// A part of a made-up call, in ticks of 100 ns since the call's start.
struct CallSpan
{
    qint64 from = 0;
    qint64 to = 0;

    qint64 length() const { return to - from; }
};

/// What flows in one media of a call.
enum class CallMedium { Audio, Video, ScreenSharing };

/// The modality of a session in which it flows (callRecords.modality).
QLatin1String modalityOf(CallMedium medium);

/// The two ends of a media.
struct CallEnds
{
    CallParty caller;
    CallParty callee;
};

/// A media (callRecords.media) with the networks and devices of both ends and without streams.
QJsonObject mediaOf(CallMedium medium, const CallEnds &ends);

/// The streams (callRecords.mediaStream) of a media, one each way, inside of `span`; `literal` writes a time, given in
/// ticks since the call's start. Numbers follow from `number`, the place of the segment.
QJsonArray streamsOf(CallMedium medium, const CallSpan &span, int number,
                     const std::function<QString(qint64)> &literal);

} // namespace session

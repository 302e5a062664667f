// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"

#include <QList>
#include <QString>

#include <chrono>

namespace present {

/// One stretch of an exchange, from the queue to the last byte.
struct TimingSpan
{
    /// What it was spent on. Qt 6.4 has no signal for the TCP connection alone, so without TLS connecting and sending
    /// are one.
    enum class Kind { Queued, Connecting, ConnectingAndSending, Sending, Awaiting, Receiving };

    Kind kind = Kind::Queued;
    std::chrono::nanoseconds begin{}; ///< Since the exchange was queued.
    std::chrono::nanoseconds end{};

    std::chrono::nanoseconds length() const { return end - begin; }

    bool operator==(const TimingSpan &) const = default;
};

/// The stretches of an exchange, in order and without gaps, as far as its moments are known; a moment that was noted
/// before the one it follows counts as that one. Empty when nothing was sent.
QList<TimingSpan> timingSpans(const exchange::Timing &timing);

/// What a stretch was spent on, in words, translated: "connecting, TLS included".
QString spanText(TimingSpan::Kind kind);

/// What a picture of the stretches says, in words: "waiting for its turn 0.1 ms; sending 0.2 ms".
QString timingText(const QList<TimingSpan> &spans);

/// `12 ms`; below 10 ms with one decimal.
QString milliseconds(std::chrono::nanoseconds span);

} // namespace present

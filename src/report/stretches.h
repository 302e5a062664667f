// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"

#include <QList>

#include <chrono>

namespace report {

/// One stretch of an exchange as HTTP Archive 1.2 divides it.
struct Stretch
{
    enum class Kind { Blocked, Connect, Send, Wait, Receive };

    Kind kind = Kind::Blocked;
    std::chrono::microseconds begin{}; ///< Since the exchange was queued.
    std::chrono::microseconds end{};

    std::chrono::microseconds length() const { return end - begin; }

    bool operator==(const Stretch &) const = default;
};

/// The stretches as far as the moments are known, in order and without gaps. Qt tells neither DNS nor TCP: with TLS
/// both are in Connect, without it in Send. The last stretch of an exchange that failed is what was going on then.
QList<Stretch> stretchesOf(const exchange::Timing &timing);

} // namespace report

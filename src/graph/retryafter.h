// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace graph {

/// From when on a client may ask again, by the value of a header `Retry-After` that came at `received`: seconds, with a
/// fraction as Graph has sent it (`2.128`), or an HTTP-date in one of its three forms (RFC 9110 §10.2.3, §5.6.7). At
/// most a year ahead. Empty when the value is neither.
std::optional<std::chrono::system_clock::time_point> retryAt(const QByteArray &value,
                                                             std::chrono::system_clock::time_point received);

/// How long it is until `moment`; zero when it has passed.
std::chrono::milliseconds timeUntil(std::chrono::system_clock::time_point moment, const core::Clock &clock);

} // namespace graph

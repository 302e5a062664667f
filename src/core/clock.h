// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace core {

/// Where the program asks for the time. Injected, so that a test can hold it still; SystemClock is the real one.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Wall-clock time in UTC, to show and to record; it may jump.
    virtual std::chrono::system_clock::time_point now() const = 0;

    /// A time that never goes back, to measure how long something took.
    virtual std::chrono::nanoseconds monotonic() const = 0;

protected:
    Clock() = default;
    Clock(const Clock &) = default;
    Clock &operator=(const Clock &) = default;
};

/// The machine's clock.
class SystemClock final : public Clock
{
public:
    std::chrono::system_clock::time_point now() const override;
    std::chrono::nanoseconds monotonic() const override;
};

} // namespace core

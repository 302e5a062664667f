// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "exchange/exchangelog.h"
#include "exchange/urlopener.h"

#include <optional>

namespace support {

/// A clock that stands still until a test moves it.
class FixedClock final : public core::Clock
{
public:
    std::chrono::system_clock::time_point now() const override { return wall; }
    std::chrono::nanoseconds monotonic() const override { return steady; }

    /// Moves both times on.
    void advance(std::chrono::nanoseconds by)
    {
        wall += std::chrono::duration_cast<std::chrono::system_clock::duration>(by);
        steady += by;
    }

    std::chrono::system_clock::time_point wall{std::chrono::seconds(1'500'000'000)};
    std::chrono::nanoseconds steady{0};
};

/// Keeps what it is told. Set `refusal` to make begin() refuse.
class MemoryExchangeLog final : public exchange::ExchangeLog
{
public:
    void begin(const exchange::Exchange &exchange, QObject *, Begun done) override
    {
        if (refusal)
            return done(*refusal);
        begun.append(exchange);
        done(core::ok());
    }
    void end(const exchange::Exchange &exchange) override { ended.append(exchange); }

    QList<exchange::Exchange> begun;
    QList<exchange::Exchange> ended;
    std::optional<core::Error> refusal;
};

/// Opens nothing, and remembers what it was asked to.
class FakeOpener final : public exchange::UrlOpener
{
public:
    bool open(const QUrl &url) override
    {
        urls += url;
        return isWilling;
    }

    QList<QUrl> urls;
    bool isWilling = true;
};

} // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/exchange.h"

#include <functional>

class QObject;

namespace exchange {

/// Where exchanges are written down. The client calls begin() before the first byte leaves, and end() exactly once
/// after.
class ExchangeLog
{
public:
    using Begun = std::function<void(const core::Status &)>;

    virtual ~ExchangeLog() = default;

    /// Notes that `exchange` is about to be sent, and then calls `done`, once, before it returns or later from the
    /// event loop, and not at all once `context` is gone. On an Error nothing is sent, and the error is the exchange's.
    virtual void begin(const Exchange &exchange, QObject *context, Begun done) = 0;

    /// Notes how it ended. An exchange may end before `done` was called.
    virtual void end(const Exchange &exchange) = 0;

protected:
    ExchangeLog() = default;
    ExchangeLog(const ExchangeLog &) = default;
    ExchangeLog &operator=(const ExchangeLog &) = default;
};

/// Keeps nothing: for the command line without `--history`, and until there is a history.
class NoExchangeLog final : public ExchangeLog
{
public:
    void begin(const Exchange &, QObject *, Begun done) override { done(core::ok()); }
    void end(const Exchange &) override { }
};

} // namespace exchange

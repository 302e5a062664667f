// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/exchange.h"

namespace exchange {

/// Where exchanges are written down. The client calls begin() before the first byte leaves, and end() exactly once
/// after.
class ExchangeLog
{
public:
    virtual ~ExchangeLog() = default;

    /// Notes that `exchange` is about to be sent. On an Error nothing is sent, and the error is the exchange's.
    virtual core::Status begin(const Exchange &exchange) = 0;

    /// Notes how it ended.
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
    core::Status begin(const Exchange &) override { return core::ok(); }
    void end(const Exchange &) override { }
};

} // namespace exchange

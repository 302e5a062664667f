// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"

#include <optional>

class QSslConfiguration;

namespace graph {

/// What is to be shown of a TLS session; empty when `configuration` belongs to none.
std::optional<exchange::TlsFacts> tlsFactsOf(const QSslConfiguration &configuration);

} // namespace graph

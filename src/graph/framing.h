// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"

#include <optional>

namespace graph {

/// Why `response` cannot be taken for a whole and final one, judged by RFC 9112 §6.3: a sentence for people; empty when
/// nothing speaks against it. QNetworkAccessManager reports success for several responses that are cut or contradict
/// themselves (docs/qt-traps.md "Receiving"), so the headers are held against the bytes that came.
std::optional<QString> framingFault(const exchange::Response &response, const QByteArray &method);

} // namespace graph

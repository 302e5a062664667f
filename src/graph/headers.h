// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/authorization.h"
#include "exchange/exchange.h"

namespace graph {

/// Checks a header that a tester typed: the name is an RFC 9110 token, is not one of those that the client writes itself
/// (Host, Content-Length, Connection, Transfer-Encoding, Accept-Encoding, Authorization), and the value has no CR, LF or
/// NUL. The error names the header.
core::Status checkHeader(const exchange::Header &header);

/// `request` with its headers exactly as the client will put them on the wire, in that order: the tester's (repeats
/// joined into the first by `, `), then what every request has (Host, Content-Length, Connection, Accept-Encoding …), and
/// `Authorization` as `Bearer ***`, `Bearer malformed token` or not at all. GraphClient sends this list, and a test on a
/// raw socket proves that the two are equal.
exchange::Request asOnTheWire(const exchange::Request &request, exchange::Authorization::Kind authorization);

} // namespace graph

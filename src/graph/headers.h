// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/authorization.h"
#include "exchange/exchange.h"

namespace graph {

/// Checks a header that a tester typed: the name is an RFC 9110 token, is not one of those that the client writes
/// itself (Host, Content-Length, Connection, Transfer-Encoding, Accept-Encoding, Authorization), and the value has no
/// CR, LF or NUL. The error names the header.
core::Status checkHeader(const exchange::Header &header);

/// True when `text` is a token by RFC 9110 §5.6.2: what a header name or a method may be.
bool isToken(QByteArrayView text);

/// `request` with its headers exactly as the client will put them on the wire, in that order: Host (first, RFC 9110
/// §7.2), `Authorization` as `Bearer ***`, `Bearer malformed token` or not at all, the tester's (repeats joined into
/// the first by
/// `, `), User-Agent and Accept-Language when the tester typed none, and what every request has: Accept-Encoding,
/// Connection, and Content-Length, whatever the method. GraphClient sends this list, and a
/// test on a raw socket proves that the two are equal.
exchange::Request asOnTheWire(const exchange::Request &request, exchange::Authorization::Kind authorization);

} // namespace graph

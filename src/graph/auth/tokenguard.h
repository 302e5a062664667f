// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "exchange/authorization.h"
#include "exchange/exchange.h"

namespace graph::auth {

/// The only place that reads a Secret for the wire.
class TokenGuard
{
public:
    /// Reads a token as pasted or read from a file: one final LF or CR LF is cut, nothing else; then it must be token68
    /// (RFC 9110 §11.2) of 1 to 16,384 bytes, else Error::Code::Refused. `bytes` is not kept.
    static core::Result<core::Secret> readToken(QByteArray bytes);

    /// Whether authorizationFor() would let `request` go, and if not why: to show before a submit what it would do.
    static core::Status check(const exchange::Authorization &authorization, const exchange::Request &request);

    /// The value of the Authorization header for `request`; empty for none. Refused (Error::Code::Refused) unless the
    /// request goes to the origin that the token is bound to, over https, or over http to loopback, or over http with
    /// the consent of the environment (docs/promises.md N3).
    static core::Result<QByteArray> authorizationFor(const exchange::Authorization &authorization,
                                                     const exchange::Request &request);
};

} // namespace graph::auth

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/httprequest.h"

namespace sandbox {

/// True for `localhost`, `127.0.0.0/8` as four decimal numbers, and `[::1]`, each with or without a port. Names that
/// only resolve to loopback are not: a web page could own them (DNS rebinding).
bool isLoopbackAuthority(QByteArrayView authority);

/// True for an `http` or `https` origin (RFC 6454) whose host is loopback.
bool isLoopbackOrigin(QByteArrayView origin);

/// True when a browser sent the request for a page that is not loopback: an `Origin` from elsewhere or `null`, or
/// without one `Sec-Fetch-Site: cross-site` (Fetch Metadata). Such a page may neither post to the sandbox nor read from
/// it.
bool isCrossSite(const HttpRequest &request);

} // namespace sandbox

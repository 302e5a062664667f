// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/httprequestparser.h"
#include "sandbox/sessionstore.h"

#include <chrono>

namespace sandbox {

/// How long things take. A test makes them short.
struct Pace
{
    std::chrono::milliseconds slow{5000}; ///< Until the first byte of the rehearsal `slow`.
    std::chrono::milliseconds drip{5}; ///< Between two pieces of the rehearsal `drip`.
    std::chrono::milliseconds idle{60'000}; ///< Until a connection without any traffic is closed.
    std::chrono::milliseconds linger{500}; ///< How long a refused client may be silent before the connection is closed.
};

/// Everything that a sandbox can be made with.
struct Options
{
    Pace pace;
    HttpRequestParser::Limits request;
    SessionStore::Limits store;
    int connections = 100; ///< At the same time; the next is answered 503 and closed.
};

} // namespace sandbox

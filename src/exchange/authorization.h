// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "exchange/origin.h"

#include <QByteArray>

namespace exchange {

/// What a request says about who sends it.
struct Authorization
{
    enum class Kind {
        None, ///< No Authorization header.
        Token, ///< `Bearer` and the token, if the token guard lets it go.
        Malformed, ///< The fixed text of malformedValue, to see what the service says.
    };

    /// What Malformed sends. No secret, so it is shown as it is.
    static constexpr char malformedValue[] = "Bearer malformed token";

    Kind kind = Kind::None;
    core::Secret token;
    Origin origin; ///< The only origin that the token may go to: the environment's.
    bool allowsHttp = false; ///< Consent of the environment to plain http beyond loopback.
};

} // namespace exchange

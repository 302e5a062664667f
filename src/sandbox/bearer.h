// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/httprequest.h"

namespace sandbox {

/// What the Authorization header of a request is worth.
enum class BearerVerdict {
    Passes, ///< An opaque token, or a JWT with the role.
    Missing, ///< None, several, another scheme, or not token68 (RFC 6750 §2.1): 401.
    LacksRole, ///< A JWT whose `roles` lacks `CallRecords.Read.All`: 403.
};

/// Judges the bearer token of `request`. A JWT (RFC 7519) is read, never verified: the sandbox holds no keys. What only
/// looks like one is opaque, and passes.
BearerVerdict judgeBearer(const HttpRequest &request);

} // namespace sandbox

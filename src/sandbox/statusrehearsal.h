// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/answer.h"

namespace sandbox {

/// The answer with which the rehearsal `status` (`401`, `403`, … `504`) meets a POST, worded as Graph words it: 403 and
/// 404 with an empty message, 401 with WWW-Authenticate, 405 with Allow, 429 with Retry-After.
Answer statusRehearsal(int status);

} // namespace sandbox

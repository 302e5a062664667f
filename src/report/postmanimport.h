// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/foreignrequest.h"

namespace report {

/// True when `text` is a collection of Postman, whatever its version: a JSON object with `info` and `item`.
bool looksLikePostman(const QByteArray &text);

/// The templates of all requests in a collection of the format 2.1 (schema.getpostman.com) that post a session, folders
/// and all. A variable `{{x}}` of the body becomes `{{env:x}}`; in version and call record it is what the collection
/// says of it. Authorization, headers with variables and what is switched off are left out, most with a notice.
///
/// Error::Code::Input: no JSON, another format, or no such request; also what templateOf() refuses.
core::Result<Import> importPostman(const QByteArray &text);

} // namespace report

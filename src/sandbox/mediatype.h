// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace sandbox {

/// True for a Content-Type of `application/json` (RFC 9110 §8.3) with any parameters, but no charset other than UTF-8.
bool isJsonMediaType(const QByteArray &contentType);

/// True for a Content-Encoding that changes nothing: absent or `identity`.
bool isIdentityCoding(const QByteArray &contentEncoding);

} // namespace sandbox

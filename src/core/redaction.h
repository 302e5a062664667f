// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

/// `text` without secrets: the bytes of every living Secret in any encoding, whatever follows `Bearer` or `Basic`,
/// anything shaped like a JWT, userinfo in a URL, and the values of names such as `access_token` or `client_secret`
/// become `***`. For logs and for what leaves the program as evidence; it errs on the side of masking.
QString redacted(const QString &text);

} // namespace core

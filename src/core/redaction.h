// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

/// `text` without secrets: the bytes of every living Secret in any encoding, whatever follows `Bearer` or `Basic`,
/// anything shaped like a JWT, userinfo in a URL, and the values of names such as `access_token` or `client_secret`
/// become `***`. For logs; it errs on the side of masking.
QString redacted(const QString &text);

/// The same for what leaves the program as evidence, where a service's words must stay readable: an OData error keeps
/// its `code`, and `Bearer` masks what follows only when that is 16 characters of a token or more.
QString redactedEvidence(const QString &text);

} // namespace core

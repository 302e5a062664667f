// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keptaside.h"
#include "session/templatefile.h"

namespace session {

/// `text`, which is UTF-8, with all that is, or has the shape of, a token, password or key as `***`
/// (core::redactedEvidence()). Canonical JSON stays canonical JSON; any other text is masked as it stands. A text
/// without secrets comes back as it is.
QByteArray withoutSecrets(const QByteArray &text);

/// The same of what is kept aside.
KeptAside withoutSecrets(const KeptAside &aside);

/// The text of a template as templateText() makes it, but with its secrets masked instead of refused; `content.body`
/// must be UTF-8.
QByteArray templateTextWithoutSecrets(Template content);

} // namespace session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/finding.h"
#include "json/index.h"

namespace session {

/// The text of `body` with the fix of `finding` made; every other byte stays. Empty when the body no longer has the
/// place, or when the fix is none of the body (Fix::Kind::Preference). Asserts that there is a fix.
std::optional<QByteArray> fixedText(const json::Index &body, const Finding &finding);

/// What making the fix does, for a button or a menu: `Write "audio"`; translated, at most some 60 characters of the
/// value.
QString fixSentence(const Fix &fix);

} // namespace session

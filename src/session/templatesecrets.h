// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/templatefile.h"
#include "json/pointer.h"

#include <optional>

namespace session {

/// The place in the envelope of the first thing that must not be in a file that is shared: a known secret in any
/// encoding, what has the shape of one (core::redactedEvidence()), or a value of a header that carries credentials.
/// `/session` stands for the whole body.
std::optional<json::Pointer> secretIn(const Template &content);

/// True when the value of `header` is one: by the header's name, or by its shape.
bool isCredential(const TemplateHeader &header);

} // namespace session

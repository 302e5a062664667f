// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace present {

/// What a tester should know about adding sessions before wondering about the answer: what the service documents, which
/// permission exists, why 401, 403, 404 and 405 are normal. Plain text, translated.
QString aboutApi();

/// The program's name, version, licence and libraries. Plain text, translated.
QString aboutProgram();

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

namespace json {

/// Nesting that is still indexed; deeper text is a fault, as RFC 8259 §9 allows. The scanner does not recurse.
constexpr int deepest = 10'000;

/// Reads `text` strictly by RFC 8259 and indexes it. Refused, with line and column: everything outside the grammar, a
/// byte order mark, damaged UTF-8 (RFC 3629), raw control characters in strings, more than one root, nothing at all,
/// and text over 4 GiB - 1. Accepted without loss: duplicate names, numbers of any size, lone surrogate escapes.
Index scan(const QByteArray &text);

} // namespace json

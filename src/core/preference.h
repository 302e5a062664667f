// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace core {

/// The preference of a client that knows enumeration members above the sentinel (Microsoft REST guidelines, evolvable
/// enumerations).
constexpr char newMembersPreference[] = "include-unknown-enum-members";

/// True when `value` of a header `Prefer` lists `preference` (RFC 7240 §2), blanks and case aside.
bool hasPreference(const QByteArray &value, QByteArrayView preference);

} // namespace core

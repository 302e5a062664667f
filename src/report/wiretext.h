// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/header.h"

#include <QByteArray>
#include <QByteArrayView>

namespace report {

/// The length in bytes of the character with which `text` begins, if it is well-formed UTF-8 and shows as itself: no
/// control or format character, no private use, no blank but U+0020. Otherwise 0: a terminal, a clipboard or an eye
/// would not keep it apart from others. `text` is not empty.
int visibleLength(QByteArrayView text);

/// True when all of `text` shows as itself.
bool isVisible(QByteArrayView text);

/// True for the fields whose value lets its owner in: Authorization, Proxy-Authorization, Cookie and Set-Cookie. No
/// export holds the value of one, but for the fixed text of a malformed token.
bool isCredential(const exchange::Header &header);

} // namespace report

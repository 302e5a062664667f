// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace json {

/// The length in bytes of the well-formed UTF-8 sequence (RFC 3629 §4) with which `text` begins; 0 when it is damaged:
/// overlong, a surrogate, above U+10FFFF, cut off, a tail without its head, or nothing at all.
int utf8Length(QByteArrayView text);

/// The text of well-formed UTF-8. Unlike QString::fromUtf8(), which swallows it, keeps a leading U+FEFF.
QString fromUtf8(QByteArrayView text);

} // namespace json

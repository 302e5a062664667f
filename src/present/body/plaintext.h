// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace present {

/// `bytes` as text: UTF-8, a leading U+FEFF kept, and one U+FFFD for each byte that belongs to no sequence.
QString plainText(QByteArrayView bytes);

/// True when plainText() holds the bytes without loss.
bool isUtf8(QByteArrayView bytes);

/// False for what nobody reads as text: it begins with a byte order mark of UTF-16, or of its first 64 KiB more than a
/// tenth, and more than one, are control characters or bytes that belong to no UTF-8 sequence.
bool isText(QByteArrayView bytes);

/// The UTF-16 unit of plainText(bytes) at which the character of the byte `offset` begins.
qsizetype unitOfByte(QByteArrayView bytes, qsizetype offset);

/// The first byte of the character to which the UTF-16 unit `unit` of plainText(bytes) belongs; the size at its end.
qsizetype byteOfUnit(QByteArrayView bytes, qsizetype unit);

} // namespace present

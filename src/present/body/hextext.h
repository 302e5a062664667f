// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace present {

/// `offset` as the rows of BodyForm::Hex are numbered: eight hexadecimal digits.
QString hexOffset(qint64 offset);

/// The rows of `bytes` in BodyForm::Hex as lines of text: offset, digits, characters. `first` is the offset of the
/// first byte and begins a row.
QString hexText(QByteArrayView bytes, qint64 first);

/// The UTF-16 unit of hexText() at which the digits of the byte `index` begin; behind the last ones its end.
qsizetype hexUnitOf(QByteArrayView bytes, qsizetype index);

/// The index of the byte whose digits or character stand at the UTF-16 unit `unit` of hexText(), or of the next byte;
/// the size at its end.
qsizetype hexIndexOf(QByteArrayView bytes, qsizetype unit);

} // namespace present

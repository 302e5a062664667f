// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/hextext.h"

#include "present/body/displaytext.h"
#include "present/body/rowwalker.h"

#include <algorithm>

namespace present {

namespace {

constexpr qsizetype digitsColumn = 10; ///< Behind the offset and two blanks.

/// The units of a full row, its line end included.
qsizetype rowUnits()
{
    return digitsColumn + hexColumns(hexRowBytes) + 1;
}

} // namespace

QString hexOffset(qint64 offset)
{
    return QString::number(offset, 16).toUpper().rightJustified(8, u'0');
}

QString hexText(QByteArrayView bytes, qint64 first)
{
    QString text;
    text.reserve((bytes.size() / hexRowBytes + 1) * rowUnits());
    for (qsizetype at = 0; at < bytes.size(); at += hexRowBytes) {
        BodyRow row;
        row.begin = at;
        row.end = row.next = std::min<qint64>(at + hexRowBytes, bytes.size());
        text += hexOffset(first + at) + u"  " + DisplayText(bytes, row, BodyForm::Hex).text() + u'\n';
    }
    text.chop(1);
    return text;
}

qsizetype hexUnitOf(QByteArrayView bytes, qsizetype index)
{
    if (bytes.isEmpty())
        return 0;
    const qsizetype last = (bytes.size() - 1) / hexRowBytes * hexRowBytes;
    if (index >= bytes.size())
        return last / hexRowBytes * rowUnits() + digitsColumn + hexColumns(bytes.size() - last);
    const qsizetype column = index % hexRowBytes;
    return index / hexRowBytes * rowUnits() + digitsColumn + column * 3 + (column < hexRowBytes / 2 ? 0 : 1);
}

qsizetype hexIndexOf(QByteArrayView bytes, qsizetype unit)
{
    const qsizetype row = unit / rowUnits() * hexRowBytes;
    const qsizetype column = std::max<qsizetype>(unit % rowUnits() - digitsColumn, 0);
    const qsizetype middle = hexRowBytes / 2 * 3;
    const qsizetype twin = hexColumns(0);
    const qsizetype inRow = column >= twin ? column - twin : (column > middle ? column : column + 1) / 3;
    return std::min<qsizetype>(row + std::min<qsizetype>(inRow, hexRowBytes), bytes.size());
}

} // namespace present

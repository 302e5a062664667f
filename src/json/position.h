// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace json {

/// A place in a text as people count it: lines and columns from 1, columns in characters (Unicode code points), a line
/// ending with LF, CR LF or CR.
struct Position
{
    qint64 line = 1;
    qint64 column = 1;

    bool operator==(const Position &) const = default;
};

/// The position of the byte `offset` of `text`. An offset past the end is the position after the last character. A
/// damaged UTF-8 sequence counts one character a byte.
Position positionAt(QByteArrayView text, qint64 offset);

/// As positionAt(text, to), counted on from the `known` position of `from`, the first byte of a character: for many
/// places of one text, in order.
Position positionAfter(Position known, QByteArrayView text, qint64 from, qint64 to);

/// Something wrong at a place of a text.
struct Fault
{
    qint64 offset = 0; ///< In bytes from the start.
    Position position;
    QString reason; ///< A sentence part for people, without the place and without a final stop: "a comma is missing".

    bool operator==(const Fault &) const = default;
};

} // namespace json

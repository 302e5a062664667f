// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/body/bodyrow.h"

#include <QByteArrayView>

namespace present {

/// A row shows at most this many bytes; what is longer goes on in the next row. For display only: no byte is dropped.
constexpr qint64 longestRow = 1024;

/// A row spans at most about this many bytes, the blanks that Indented does not show included. It bounds the work of a
/// step, whatever the body is made of.
constexpr qint64 widestRow = 64 * 1024;

/// So many bytes stand in a row of BodyForm::Hex.
constexpr qint64 hexRowBytes = 16;

/// Where the next row begins and all that has to be known to read on from there.
struct RowState
{
    qint64 at = 0;
    qint64 line = 1;
    qint64 lastLine = 0; ///< The line in which the row before began.
    int depth = 0;
    bool inString = false;
    bool isContinuation = false;
    bool isDone = false; ///< There is no further row.
};

/// Reads the row at `state` and moves `state` behind it. Must not be called when `state` is done. An empty text is one
/// empty row, and so is what follows a line end at the end of the text. For BodyForm::Indented `text` must be JSON by
/// RFC 8259. Looks at no more than about widestRow bytes.
BodyRow readRow(QByteArrayView text, BodyForm form, RowState &state);

/// The number of line ends in `blanks`; CR LF is one. `following` is the byte behind, which tells a CR from a CR LF.
qint64 lineEnds(QByteArrayView blanks, char following);

} // namespace present

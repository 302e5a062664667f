// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace present {

/// The ways in which the same bytes are laid out.
enum class BodyForm {
    Raw, ///< As they came: a row ends where the line ends (LF, CR LF or CR).
    Indented, ///< JSON text with the blanks between its tokens replaced by a layout of ours; the tokens' bytes stay.
    Hex, ///< Sixteen bytes a row, as hexadecimal digits and as ASCII; the row's number is the offset of its first byte.
};

/// One row of the display: a span of the body's bytes. The spans of all rows, begin to next, tile the body.
struct BodyRow
{
    qint64 begin = 0; ///< The first byte.
    qint64 end = 0; ///< One past the last byte that is shown: a CR is shown, the LF that ends a line is not.
    qint64 next = 0; ///< The first byte of the following row, or the size of the body.
    qint64 line = 1; ///< The line of the raw text, from 1, in which the row's first byte stands.
    int depth = 0; ///< Indented only: how many objects and arrays are open around the row.
    bool startsLine = true; ///< The first row that begins in its line: the one that bears the line's number.
    bool isContinuation = false; ///< Goes on with what the row before had to cut.
    bool isCut = false; ///< Ends only because it would grow too long for the display.
    bool startsInString = false; ///< Indented only: begins within a string that was cut.

    bool operator==(const BodyRow &) const = default;
};

} // namespace present

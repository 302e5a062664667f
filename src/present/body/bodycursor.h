// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/body/bodylines.h"

#include <algorithm>

namespace present {

/// The caret of a body and the selection between it and the anchor, in bytes. A cut row's end and the beginning of the
/// row after it are the same byte: isAtRowEnd() tells at which of the two the caret stands.
class BodyCursor
{
public:
    enum class Move { Left, Right, WordLeft, WordRight, RowStart, RowEnd, BodyStart, BodyEnd };
    enum class Mode { Move, Select };

    qint64 position() const { return m_position; }
    qint64 anchor() const { return m_anchor; }
    bool isAtRowEnd() const { return m_isAtRowEnd; }

    /// The selection: from its first byte to one past its last.
    qint64 begin() const { return std::min(m_position, m_anchor); }
    qint64 end() const { return std::max(m_position, m_anchor); }
    bool hasSelection() const { return m_position != m_anchor; }

    /// The number of the row in which the caret stands.
    qint64 row(const BodyLines &lines) const;

    /// Moves the caret and, unless it selects, the anchor with it. Left and right go by characters; over what the
    /// indented form does not show they go in one step.
    void move(const BodyLines &lines, Move move, Mode mode);

    /// Puts the caret at `offset`, held within the bytes of `lines`.
    void moveTo(const BodyLines &lines, qint64 offset, Mode mode, bool atRowEnd);

    /// Selects from `begin` to `end`, with the caret at the end.
    void select(qint64 begin, qint64 end);

    /// Selects the word (letters, digits, `_`, `-`) or else the one character at `offset`.
    void selectWord(const BodyLines &lines, qint64 offset);

    bool operator==(const BodyCursor &) const = default;

private:
    qint64 m_position = 0;
    qint64 m_anchor = 0;
    bool m_isAtRowEnd = false;
};

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/body/rowwalker.h"
#include "json/position.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace present {

/// The rows in which a body is displayed. They are found step by step, so that a body of 64 MB never holds up the
/// window, and only every 64th is remembered, so that 64 million lines fit into the memory: a row is found again by
/// walking on from the remembered one before it. The bytes are shared, not copied.
class BodyLines
{
public:
    /// Nothing: one empty row.
    BodyLines()
        : BodyLines(QByteArray(), BodyForm::Raw)
    { }

    /// The rows of `bytes`, none of them read yet. For BodyForm::Indented the bytes must be JSON by RFC 8259.
    BodyLines(QByteArray bytes, BodyForm form);

    const QByteArray &bytes() const { return m_bytes; }
    BodyForm form() const { return m_form; }

    /// Reads on for about `most` bytes (at most widestRow more). Returns isComplete().
    bool extend(qint64 most);

    /// True when all rows are known.
    bool isComplete() const { return m_state.isDone; }

    /// The bytes before this one belong to known rows.
    qint64 readTo() const { return m_state.at; }

    /// The number of rows known so far.
    qint64 rowCount() const { return m_rowCount; }

    /// The number of the last line of the raw text that is known so far.
    qint64 lastLine() const { return m_state.line; }

    /// The most columns that a row known so far takes, at one column a byte.
    qint64 widest() const { return m_widest; }

    /// `count` rows from the row `first` on, fewer at the end.
    QList<BodyRow> rows(qint64 first, qint64 count) const;

    /// The row `number`, which must be known.
    BodyRow row(qint64 number) const;

    /// The number of the row in which the byte `offset` stands; for an offset that is not read yet, or the end of the
    /// body, the last known row. At least one row must be known.
    qint64 rowAt(qint64 offset) const;

    /// The byte at a `position` of the raw text, as json::positionAt() counts; past the end of a line its end, past the
    /// last line the end of the body. Empty while the line is not read yet.
    std::optional<qint64> offsetOf(json::Position position) const;

private:
    QByteArray m_bytes;
    BodyForm m_form = BodyForm::Raw;
    QList<RowState> m_remembered; ///< The state before each 64th row.
    RowState m_state;
    qint64 m_rowCount = 0;
    qint64 m_widest = 0;
};

/// The columns by which a row of this depth is indented. Very deep rows stand in one column, so that their text stays
/// near the left edge.
int indentColumns(int depth);

} // namespace present

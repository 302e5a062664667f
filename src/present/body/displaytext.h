// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/body/bodyrow.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace present {

/// A stretch of a display text that is not ordinary text.
struct DisplaySpan
{
    enum class Kind {
        Mark, ///< Stands for a character or byte that has no visible form of its own (marks.h).
        Layout, ///< Ours, for no byte at all: indentation, the blank after a colon, direction marks.
    };

    int column = 0;
    int length = 0;
    Kind kind = Kind::Mark;

    bool operator==(const DisplaySpan &) const = default;
};

/// The text in which one row is drawn, with the map between its columns and the bytes of the body. A column is one
/// UTF-16 unit of text(); it says nothing about widths. Right-to-left words are fenced with U+200E, so that no word
/// moves another one: words follow each other in the order of the bytes.
class DisplayText
{
public:
    DisplayText() = default;

    /// Draws up `row` of `body`, which was laid out in `form`.
    DisplayText(QByteArrayView body, const BodyRow &row, BodyForm form);

    const QString &text() const { return m_text; }

    /// What is not ordinary text, in order.
    const QList<DisplaySpan> &spans() const { return m_spans; }

    /// Hex only: the column from which on the same bytes stand once more, one a column, as ASCII; else -1.
    int twinColumn() const { return m_twinColumn; }

    /// The first byte of the character that `column` shows, or of the next one when the column is layout; the row's end
    /// for a column at or past the end of the text, the first byte for one before its beginning. In bytes from the
    /// start of the body.
    qint64 offsetAt(qsizetype column) const;

    /// The first column of the character that begins at or after `offset`; the end of the text when there is none.
    int columnAt(qint64 offset) const;

    /// The start of the character after the one at `offset`, or the row's end; -1 at the row's end.
    qint64 offsetAfter(qint64 offset) const;

    /// The start of the character before `offset`; -1 at the row's beginning.
    qint64 offsetBefore(qint64 offset) const;

private:
    friend class DisplayWriter;

    /// What a column shows.
    struct Cell
    {
        quint32 offset = 0; ///< In bytes from m_begin.
        bool isLayout = false;
    };

    qsizetype firstCellAt(qint64 offset) const;

    QString m_text;
    QList<DisplaySpan> m_spans;
    QList<Cell> m_cells;
    qint64 m_begin = 0;
    qint64 m_end = 0;
    int m_twinColumn = -1; ///< Not in m_cells, which are in the order of the bytes.
};

/// The columns that `bytes` bytes take in a row of BodyForm::Hex.
qint64 hexColumns(qint64 bytes);

} // namespace present

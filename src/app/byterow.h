// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/body/bytesearch.h"
#include "present/body/displaytext.h"

#include <QFont>
#include <QList>
#include <QPalette>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace app {

/// How a row is drawn: what is selected and found, in bytes of the body.
struct ByteRowLook
{
    QPalette palette;
    QPalette::ColorGroup group = QPalette::Active;
    qint64 selectionBegin = 0;
    qint64 selectionEnd = 0;
    const present::ByteSearch *search = nullptr; ///< Whose matches are marked; borrowed.
    qreal left = 0; ///< The stretch in sight, in pixels from the row's left edge.
    qreal right = 0;
};

/// One row of the byte view laid out for a font. Never rich text: only QTextLayouts with plain text and formats.
///
/// A row of damaged bytes has thousands of columns, and a QTextLayout draws and measures all that it holds. So the row
/// is made of pieces, and only those in sight are laid out; where a piece of plain ASCII ends is known without.
class ByteRow
{
public:
    ByteRow(QByteArrayView body, const present::BodyRow &row, present::BodyForm form, const QFont &font);

    const present::BodyRow &row() const { return m_row; }
    const present::DisplayText &display() const { return m_display; }

    /// The width of the text in pixels, the sign for a cut included; guessed for what was not in sight yet.
    qreal width() const;

    /// Where the character at `offset` begins, in pixels from the row's left edge.
    qreal xOf(qint64 offset) const;

    /// The byte before which a caret at `x` stands.
    qint64 offsetAt(qreal x) const;

    /// The first byte of the character drawn over `x`.
    qint64 characterAt(qreal x) const;

    /// Draws the row with its top left corner at `at`.
    void draw(QPainter &painter, QPointF at, const ByteRowLook &look) const;

private:
    struct Piece
    {
        int column = 0; ///< Its first column.
        int length = 0;
        bool isPlain = false; ///< Only printable ASCII in a fixed-width font: each column is one advance wide.
        qreal x = 0; ///< Its left edge; known for the pieces before m_placed.
        qreal width = 0;
        std::unique_ptr<QTextLayout> layout; ///< Made when it is needed.
    };
    using Ranges = QList<QTextLayout::FormatRange>;

    void cutPieces();
    const QTextLayout &layoutOf(Piece &piece) const;
    Piece &placed(size_t number) const;
    Piece &pieceOfColumn(int column) const;
    Piece &pieceAt(qreal x) const;
    qreal columnX(int column) const;
    int columnAtX(qreal x, QTextLine::CursorPosition mode) const;
    QList<present::DisplaySpan> marksInSight(const ByteRowLook &look) const;
    Ranges ranges(const ByteRowLook &look) const;
    void addMatches(Ranges &ranges, const ByteRowLook &look) const;
    void addRange(Ranges &ranges, qint64 begin, qint64 end, const QTextCharFormat &format) const;
    void drawFrames(QPainter &painter, QPointF at, const ByteRowLook &look) const;
    void drawRowEnd(QPainter &painter, QPointF at, const ByteRowLook &look) const;

    present::BodyRow m_row;
    present::DisplayText m_display;
    QFont m_font;
    qreal m_advance = 0;
    mutable std::vector<Piece> m_pieces; ///< At least one.
    mutable size_t m_placed = 0; ///< So many pieces have their place.
};

/// The colour of what is not the body's own text (line numbers, marks): the palette's text, toned towards its base,
/// with a contrast of about 5 : 1 in the light and dark palettes.
QColor subdued(const QPalette &palette, QPalette::ColorGroup group);

/// The ground of what was found: the palette's highlight, toned towards its base, so that all text on it stays
/// readable.
QColor foundGround(const QPalette &palette, QPalette::ColorGroup group);

} // namespace app

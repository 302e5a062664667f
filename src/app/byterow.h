// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/body/bytesearch.h"
#include "present/body/displaytext.h"

#include <QFont>
#include <QList>
#include <QPalette>
#include <QTextLayout>

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

/// One row of the byte view laid out for a font. Never rich text: only a QTextLayout with plain text and formats.
class ByteRow
{
public:
    ByteRow(QByteArrayView body, const present::BodyRow &row, present::BodyForm form, const QFont &font);

    const present::BodyRow &row() const { return m_row; }
    const present::DisplayText &display() const { return m_display; }

    /// The width of the text in pixels, the sign for a cut included.
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
    QList<present::DisplaySpan> marksInSight(const ByteRowLook &look) const;
    void drawFrames(QPainter &painter, QPointF at, const ByteRowLook &look) const;
    void addMatches(QList<QTextLayout::FormatRange> &ranges, const ByteRowLook &look) const;
    void drawRowEnd(QPainter &painter, QPointF at, const ByteRowLook &look) const;
    void addRange(QList<QTextLayout::FormatRange> &ranges, qint64 begin, qint64 end,
                  const QTextCharFormat &format) const;

    present::BodyRow m_row;
    present::DisplayText m_display;
    QTextLayout m_layout;
};

/// The colour of what is not the body's own text (line numbers, marks): the palette's text, toned towards its base,
/// with a contrast of about 5 : 1 in the light and dark palettes.
QColor subdued(const QPalette &palette, QPalette::ColorGroup group);

} // namespace app

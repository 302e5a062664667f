// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/palettecells.h"

#include "present/palettemodel.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

using present::PaletteModel;

namespace app {

void PaletteCells::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int gap = 12;
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString title = row.text;
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool isMarked = row.state.testFlag(QStyle::State_Selected);
    const QColor strong = row.palette.color(isMarked ? QPalette::HighlightedText : QPalette::Text);
    const QColor faint = isMarked ? strong : row.palette.color(QPalette::PlaceholderText);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &row, row.widget) + 1;
    QRect place = row.rect.adjusted(margin, 0, -margin, 0);
    const QString note = index.data(PaletteModel::NoteRole).toString();
    const QString shortNote = row.fontMetrics.elidedText(note, Qt::ElideRight, place.width() / 2);
    const int noteWidth = row.fontMetrics.horizontalAdvance(shortNote);

    painter->save();
    painter->setFont(row.font);
    painter->setPen(faint);
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, shortNote);
    place.setRight(place.right() - noteWidth - gap);
    painter->setPen(index.data(PaletteModel::IsPossibleRole).toBool() ? strong : faint);
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      row.fontMetrics.elidedText(title, Qt::ElideMiddle, place.width()));
    painter->restore();
}

} // namespace app

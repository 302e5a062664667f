// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace app {

/// Draws cells as plain text on one line, whatever they hold, and shows a cell that does not fit as an escaped tooltip.
/// For every view with foreign text.
class PlainCells : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

/// `text` for a tooltip: it cannot become rich text, and its lines are broken.
QString plainToolTip(const QString &text);

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plaincells.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace app {

bool PlainCells::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                           const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (option.fontMetrics.horizontalAdvance(text.left(2000)) <= option.rect.width())
        return false;
    QToolTip::showText(event->globalPos(), plainToolTip(text.left(2000)), view);
    return true;
}

QString plainToolTip(const QString &text)
{
    // Tooltips guess their format by looking for a tag. Escaped and wrapped in one of ours, there is nothing to guess.
    return "<p style='white-space:pre-wrap'>"_L1 + text.toHtmlEscaped() + "</p>"_L1;
}

} // namespace app

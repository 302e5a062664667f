// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/taborder.h"

#include <QWidget>

namespace app {

void putIntoTabOrder(QWidget *before, const QWidget &container)
{
    QList<QWidget *> chain;
    for (QWidget *next = container.nextInFocusChain(); next != &container; next = next->nextInFocusChain()) {
        if (container.isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) && !next->focusProxy())
            chain.append(next);
    }
    for (QWidget *next : std::as_const(chain)) {
        QWidget::setTabOrder(before, next);
        before = next;
    }
}

} // namespace app

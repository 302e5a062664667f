// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buttonaction.h"

#include <QAction>
#include <QKeySequence>
#include <QPushButton>

namespace app {

void bindButton(QPushButton *button, QAction *action)
{
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] { button->setEnabled(action->isEnabled()); };
    QObject::connect(action, &QAction::enabledChanged, button, follow);
    follow();
    button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
}

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buttonaction.h"

#include <QAbstractButton>
#include <QAction>
#include <QKeySequence>

namespace app {

void bindButton(QAbstractButton *button, QAction *action)
{
    QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] { button->setEnabled(action->isEnabled()); };
    QObject::connect(action, &QAction::enabledChanged, button, follow);
    follow();
    button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
}

} // namespace app

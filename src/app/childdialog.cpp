// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/childdialog.h"

namespace app {

ChildDialog::ChildDialog(QWidget *parent)
    : QDialog(parent, Qt::Dialog)
{
    setAttribute(Qt::WA_DeleteOnClose);
}

void ChildDialog::done(int result)
{
    // Not where the focus has already gone elsewhere. Which window comes next is else up to the window manager.
    const bool hasFocus = isActiveWindow();
    QDialog::done(result);
    if (hasFocus)
        parentWidget()->activateWindow();
}

} // namespace app

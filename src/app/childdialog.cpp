// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/childdialog.h"

#include <QDialogButtonBox>
#include <QPushButton>

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

void ChildDialog::showEvent(QShowEvent *event)
{
    const auto *box = findChild<QDialogButtonBox *>();
    if (QPushButton *cancel = box ? box->button(QDialogButtonBox::Cancel) : nullptr)
        cancel->setAccessibleName(tr("Cancel %1").arg(windowTitle()));
    QDialog::showEvent(event);
}

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace app {

/// A dialog over a window, to which it gives the focus back when it closes; it deletes itself then. Its Cancel is named
/// after its title, because the window behind has one of its own.
class ChildDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ChildDialog(QWidget *parent);

    void done(int result) override;

protected:
    void showEvent(QShowEvent *event) override;
};

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace app {

/// A dialog over a window, to which it gives the focus back when it closes. Deletes itself then.
class ChildDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ChildDialog(QWidget *parent);

    void done(int result) override;
};

} // namespace app

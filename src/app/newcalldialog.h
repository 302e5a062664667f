// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/childdialog.h"
#include "present/newcallcontroller.h"

#include <memory>

namespace app {

namespace Ui {
class NewCallDialog;
}

/// Asks for a call and makes one of its sessions the document.
class NewCallDialog : public ChildDialog
{
    Q_OBJECT

public:
    /// `controller` is borrowed and outlives the dialog.
    NewCallDialog(present::NewCallController &controller, QWidget *parent);
    ~NewCallDialog() override;

    /// Makes the session; stays open when it cannot be made, or the old document is to stay.
    void accept() override;

private:
    present::NewCallEntry entry() const;
    void show(const present::NewCallEntry &entry);
    void chooseKind();
    void showSessions();
    void showSummary();

    std::unique_ptr<Ui::NewCallDialog> m_ui;
    present::NewCallController &m_controller;
    present::NewCallEntry m_entry; ///< As shown before the edit that is going on.
};

} // namespace app

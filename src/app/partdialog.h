// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/childdialog.h"
#include "present/partscontroller.h"

#include <memory>

namespace app {

namespace Ui {
class PartDialog;
}

/// Asks for a part, a snippet or a member of a session, and for the place that it goes to.
class PartDialog : public ChildDialog
{
    Q_OBJECT

public:
    /// Begins with `place`, which may be empty. `controller` is borrowed and outlives the dialog.
    PartDialog(present::PartsController &controller, present::PartsController::From from, const QString &place,
               QWidget *parent);
    ~PartDialog() override;

    /// Puts the part in; stays open and says why when it cannot.
    void accept() override;

private:
    present::PartsController::From from() const;
    void fillSources(present::PartsController::From from);
    void chooseFile();
    void showParts();
    void showPart();
    void showSentence(const QString &sentence);

    std::unique_ptr<Ui::PartDialog> m_ui;
    present::PartsController &m_controller;
    QList<present::Part> m_parts; ///< As listed.
};

} // namespace app

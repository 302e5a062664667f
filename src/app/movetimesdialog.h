// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/childdialog.h"

#include <memory>

namespace present {
class DocumentController;
class MoveTimes;
} // namespace present

namespace app {

namespace Ui {
class MoveTimesDialog;
}

/// Moves all times of a session, after a look at what would come of it.
class MoveTimesDialog : public ChildDialog
{
    Q_OBJECT

public:
    /// `document` is borrowed and must have no obstacle.
    MoveTimesDialog(present::DocumentController &document, QWidget *parent);
    ~MoveTimesDialog() override;

    void accept() override;

private:
    void suggest();
    void preview();

    std::unique_ptr<Ui::MoveTimesDialog> m_ui;
    present::MoveTimes *m_move;
};

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/findingsmodel.h"
#include "json/pointer.h"

#include <QWidget>

#include <memory>

namespace present {
class DocumentController;
}

namespace app {

namespace Ui {
class FindingsDrawer;
}

/// All findings about the session in the order of its body; choosing one goes to its field.
class FindingsDrawer : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsDrawer(QWidget *parent = nullptr);
    ~FindingsDrawer() override;

    /// Borrowed; must outlive the drawer.
    void setController(present::DocumentController *controller);

Q_SIGNALS:
    void chosen(const json::Pointer &pointer);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showFindings();

    std::unique_ptr<Ui::FindingsDrawer> m_ui;
    present::DocumentController *m_controller = nullptr;
    present::FindingsModel m_model;
};

} // namespace app

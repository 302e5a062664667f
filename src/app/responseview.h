// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/facttablemodel.h"
#include "present/jsontreemodel.h"
#include "present/responsepresenter.h"

#include <QWidget>

#include <memory>

namespace app {

namespace Ui {
class ResponseView;
}

/// The response of the last submit, and what was sent for it.
class ResponseView : public QWidget
{
    Q_OBJECT

public:
    explicit ResponseView(QWidget *parent = nullptr);
    ~ResponseView() override;

    /// Borrowed; must outlive the view.
    void setController(present::DocumentController *controller);

Q_SIGNALS:
    /// The person wants these bytes in a file that could be called `suggestion`.
    void saveRequested(const QByteArray &bytes, const QString &suggestion);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectViews();
    void showResponse();
    void showMeaning();
    void showEdits();
    void showFlight(bool isInFlight);
    void fillCurrentTab();

    std::unique_ptr<Ui::ResponseView> m_ui;
    std::unique_ptr<present::ResponsePresenter> m_presenter;
    present::JsonTreeModel m_tree;
    present::FactTableModel m_error;
    present::FactTableModel m_timing;
};

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/latepane.h"
#include "present/historydesk.h"

#include <memory>

class QAction;

namespace app {

namespace Ui {
class HistoryPane;
}

/// The history as a list, the newest first: filtered as one types, with what can be done about an exchange, and the
/// tester's words about it.
class HistoryPane : public LatePane
{
    Q_OBJECT

public:
    explicit HistoryPane(QWidget *parent = nullptr);
    ~HistoryPane() override;

    /// Both borrowed, must outlive the pane; once.
    void setControllers(present::HistoryKeeper &keeper, present::Workspace &workspace);

    /// What can be done, for a menu.
    QList<QAction *> historyActions() const;

    /// Puts the focus into the filter.
    void takeFocus();

Q_SIGNALS:
    /// An exchange of the past shows in the panes of the response, or is being sent again.
    void shown();

    /// A sentence for the status bar.
    void announced(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeContents() override;
    void makeActions();
    void connectDesk();
    void connectWords();
    void showSelection();
    void showReadBack();
    void showEmptiness();
    void keepWords();
    void askToRemove(const QString &question, qint64 last);
    QList<qint64> selected() const;

    std::unique_ptr<Ui::HistoryPane> m_ui;
    present::HistoryKeeper *m_keeper = nullptr;
    present::Workspace *m_workspace = nullptr;
    std::unique_ptr<present::HistoryDesk> m_desk;
    QAction *m_show;
    QAction *m_readBack;
    QAction *m_sendAgain;
    QAction *m_open;
    QAction *m_compare;
    QAction *m_remove;
    qint64 m_worded = 0; ///< The number of the exchange whose words are shown; 0 for none.
};

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/latepane.h"
#include "present/librarydesk.h"

#include <QSet>

#include <functional>
#include <memory>
#include <optional>

class QAction;
class QModelIndex;

namespace app {

namespace Ui {
class LibraryPane;
}

/// The gallery and the tester's folders of templates as a tree, with what can be done about a row.
class LibraryPane : public LatePane
{
    Q_OBJECT

public:
    explicit LibraryPane(QWidget *parent = nullptr);
    ~LibraryPane() override;

    /// Borrowed, must outlive the pane; once.
    void setLibrary(present::LibraryDesk &desk);

    /// What can be done, for a menu.
    QList<QAction *> libraryActions() const { return m_actions; }

    /// Puts the focus into the filter.
    void takeFocus();

Q_SIGNALS:
    /// A row was opened.
    void opened();

    /// A sentence for the status bar.
    void announced(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    using Act = present::LibraryDesk::Act;
    using Run = std::function<void(LibraryPane &pane, const present::LibraryRow &row)>;

    void makeContents() override;
    void addRowAction(Act act, const QString &text, const QKeySequence &key, const Run &run);
    QAction *addPaneAction(const QString &text, const QKeySequence &key, std::function<void()> run);
    void connectRows();
    void connectDesk();
    std::optional<present::LibraryRow> current() const;
    void showCurrent();
    void showEmptiness();
    void open(const present::LibraryRow &row);
    void askName(const present::LibraryRow &row);
    void askFolderName(const present::LibraryRow &row);
    void askTransfer(const QStringList &paths, const QString &folder);
    void askAboutEnvironment(const QString &question, const QString &path);
    void restore();
    QModelIndex expand(const QModelIndex &parent);

    std::unique_ptr<Ui::LibraryPane> m_ui;
    present::LibraryDesk *m_desk = nullptr;
    QList<QAction *> m_actions;
    QList<std::pair<Act, QAction *>> m_rowActions;
    QSet<QString> m_known; ///< Headings and added folders that were shown before.
    QSet<QString> m_opened; ///< Those that are open.
    QString m_chosen; ///< Path or name of the row to go back to.
    QString m_awaited; ///< A file that was made, until it is listed.
    int m_scroll = 0;
    bool m_isRestoring = false;
};

} // namespace app

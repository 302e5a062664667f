// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/latepane.h"
#include "present/sessiontreefilter.h"
#include "present/treeedits.h"
#include "json/pointer.h"

#include <QModelIndex>

#include <memory>
#include <optional>

class QAction;

namespace present {
class SessionTreeModel;
}

namespace app {

namespace Ui {
class TreePage;
}
class StateButton;

/// The whole session as a tree along its schema: what no form has, too. It follows the document while it shows.
class TreePage : public LatePane
{
    Q_OBJECT

public:
    explicit TreePage(QWidget *parent = nullptr);
    ~TreePage() override;

    /// Opens the way to the row of `pointer`, or the nearest above it, and puts the focus there. Shows all rows when
    /// the filter would hide it.
    void showPointer(const json::Pointer &pointer);

    /// Where the focus belongs when the page is first gone to: the rows, past the buttons above them. The page must
    /// have been shown.
    QWidget *firstFocus() const;

    /// The place of the row that is chosen; the session itself before the tree was first shown.
    json::Pointer pointerOfFocus() const;

    /// Offers actions of the window in the menu of the tree, too.
    void offer(const QList<QAction *> &actions);

    /// What there is to know about the row that has the focus: plain text, empty when none has.
    QString helpForFocus() const;

Q_SIGNALS:
    /// The person wants to see the text instead.
    void sourceRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeContents() override;
    void makeModel();
    void connectModel();
    void select(const json::Pointer &pointer);
    QAction *addAction(const QString &text, const QKeySequence &key, void (TreePage::*act)());
    void makeActions();
    present::TreeEdits edits() const;
    void goTo(const std::optional<json::Pointer> &pointer);
    void take(const core::Result<json::Pointer> &result);
    void add();
    void askForMember();
    void duplicate();
    void moveUp();
    void moveDown();
    void remove();
    void paste();
    void copyValue();
    void copyPointer();
    void editCurrent();
    void openStateMenu();
    void setState(session::FieldState state);
    void askForOtherJson();
    void showCurrent();
    void showActions(bool isText);
    QModelIndex current() const;

    std::unique_ptr<Ui::TreePage> m_ui;
    present::SessionTreeModel *m_model = nullptr;
    present::SessionTreeFilter *m_filter = nullptr;
    StateButton *m_stateButton = nullptr;
    QAction *m_addAction = nullptr;
    QAction *m_duplicateAction = nullptr;
    QAction *m_upAction = nullptr;
    QAction *m_downAction = nullptr;
    QAction *m_removeAction = nullptr;
    QAction *m_memberAction = nullptr;
};

} // namespace app

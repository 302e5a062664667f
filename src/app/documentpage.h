// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/findingwalk.h"
#include "json/pointer.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace present {
class BaselineController;
class DocumentController;
class DocumentFile;
class ReadBack;
} // namespace present

namespace app {

namespace Ui {
class DocumentPage;
}

/// One document: composing on the left, the response on the right. In a narrow window one of them at a time, with the
/// response's status line docked below.
class DocumentPage : public QWidget
{
    Q_OBJECT

public:
    /// The panes of the left side, in the order of their tabs.
    enum class Pane { Form, Tree, Source, NextRequest, Timeline, RequestHeaders, Expected };

    /// Shows `controller` and saves bodies through `file`; both borrowed, they outlive the page.
    DocumentPage(present::DocumentController &controller, present::DocumentFile &file, QWidget *parent = nullptr);
    ~DocumentPage() override;

    present::DocumentController &controller() const { return m_controller; }
    present::DocumentFile &file() const { return m_file; }

    /// Brings a pane to the front and the focus into it.
    void showPane(Pane pane);

    /// Moves the focus from pane to pane: composing, findings when shown, response. Brings the one to the front that a
    /// narrow window hides.
    void focusNextPane();

    /// True when the next pane would be the first again.
    bool hasFocusInLastPane() const;

    /// Brings the response to the front where a narrow window hides it.
    void showResponse() { bringToFront(Side::Response); }

    /// Goes to the place of the session at `pointer`: its field in the form, or its row in the tree where that shows or
    /// the form has no field for it; to its text in Source while the form steps back.
    void showPointer(const json::Pointer &pointer);

    /// Goes to the finding after or before the one last gone to, and round.
    void goToNextFinding() { goToFinding(present::FindingWalk::Way::Next); }
    void goToPreviousFinding() { goToFinding(present::FindingWalk::Way::Previous); }

    /// Makes the fix of the finding that is current in the drawer, shown at the field with the focus, or last gone to.
    void fixFinding();

    bool areFindingsShown() const;
    void showFindings(bool areShown);

    /// Opens a list of the form's fields, to go to one by a part of its name.
    void findField();

    /// The accessible names of the form's fields, and the way to one of them.
    QStringList fieldNames() const;
    void goToField(const QString &name);

    /// What the field that has the focus edits, or the row that is chosen while Tree shows; else the root.
    json::Pointer pointerOfFocus() const;

    /// From a field of the form to its place in Source; from Source to the field that shows what the caret is in.
    void jump();

    /// Shows Source beside the other panes of the left side, or as one of their tabs.
    bool isSourceBeside() const;
    void showSourceBeside(bool isBeside);

    /// The actions of Source, for a menu.
    QList<QAction *> sourceActions() const;

    /// Offers actions of the window in the menu of the tree, too.
    void offerInTree(const QList<QAction *> &actions);

    /// Makes the button *Read back* of the response trigger `action`, and says there how it goes. Both are borrowed.
    void setReadBack(present::ReadBack &readBack, QAction *action);

    /// Makes the button *Copy for ticket* of the response trigger `action`, which is borrowed.
    void setTicketAction(QAction *action);

    /// Shows the baseline in Expected, and lets it be accepted and removed there. Borrowed, it outlives the page.
    void setBaseline(present::BaselineController &baseline);

    /// The help card of the field that has the focus: plain text, empty when there is none.
    QString helpForFocus() const;

    /// The widths of the two sides, to remember and to restore.
    QByteArray saveSplit() const;
    void restoreSplit(const QByteArray &state);

    /// The same of what Source takes when it stands beside the other panes.
    QByteArray saveBesideSplit() const;
    void restoreBesideSplit(const QByteArray &state);

Q_SIGNALS:
    /// An outcome or a place worth saying through the status bar, so that a screen reader hears it.
    void announced(const QString &sentence);

    /// The person wants to see the body of the response in another program.
    void openRequested(const QByteArray &bytes);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Side { Compose, Response };

    void connectPanes();
    void goToFinding(present::FindingWalk::Way way);
    std::optional<session::Finding> findingInHand() const;
    void fix(const session::Finding &finding);
    void goToSource(const json::Pointer &pointer);
    QWidget *widgetOf(Pane pane) const;
    QList<QWidget *> shownPanes() const;
    void setNarrow(bool isNarrow);
    void bringToFront(Side side);
    void flip();

    std::unique_ptr<Ui::DocumentPage> m_ui;
    present::DocumentController &m_controller;
    present::DocumentFile &m_file;
    present::FindingWalk m_findingWalk;
    bool m_isNarrow = false;
    Side m_front = Side::Compose; ///< What a narrow window shows.
    QByteArray m_wideSplit; ///< The widths of the two sides while only one is shown.
};

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/latepane.h"
#include "json/pointer.h"
#include "json/position.h"

#include <QTimer>

#include <memory>

class QAction;

namespace app {

namespace Ui {
class SourcePage;
}

class SourceEditor;
class SourceFinder;

/// The body as text, to be typed. Form and Source are two views of one body: this one shows the very bytes of the
/// document and gives it the very bytes of the editor.
class SourcePage : public LatePane
{
    Q_OBJECT

public:
    explicit SourcePage(QWidget *parent = nullptr);
    ~SourcePage() override;

    /// The bytes in the editor, NUL included; those of the document while the editor was not needed yet.
    QByteArray bytes() const;

    /// The pointer to what the caret is in.
    json::Pointer pointerAtCaret() const;

    /// Selects the value that `pointer` names, or the nearest one above it, the caret at its beginning. Where the text
    /// is not JSON, only the focus comes. To be called while the page shows.
    void showPointer(const json::Pointer &pointer);

Q_SIGNALS:
    /// One of actions() was chosen: the page is to be shown, before it does what it says.
    void wanted();

    /// News for the status bar, so that a screen reader hears it.
    void announced(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addActions();
    void makeContents() override;
    void connectEditor();
    void noteChange();
    void takeBody();
    void giveBody();
    void showState();
    void showPlace();
    void goToPosition(json::Position position);
    void setTabIndents(bool doesIndent);

    std::unique_ptr<Ui::SourcePage> m_ui;
    SourceEditor *m_editor = nullptr;
    SourceFinder *m_finder = nullptr;
    QTimer m_takeLater; ///< A large body is taken once for several changes.
    qint64 m_faultAt = 0; ///< Where the fault is that the notice tells.
    bool m_isBehind = false; ///< The document has another body than the editor shows.
    bool m_isTaking = false;
    bool m_isGiving = false;
};

} // namespace app

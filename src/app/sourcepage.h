// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/pointer.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace present {
class DocumentController;
}

namespace app {

class SourceEditor;

/// The body as text, to be typed. Form and Source are two views of one body: this one shows the very bytes of the
/// document and gives it the very bytes of the editor. The editor is made when the page is first shown.
class SourcePage : public QWidget
{
    Q_OBJECT

public:
    explicit SourcePage(QWidget *parent = nullptr);
    ~SourcePage() override;

    /// Shows and edits the body of `controller`; borrowed.
    void setController(present::DocumentController *controller);

    /// The bytes in the editor, NUL included; those of the document while the editor was not needed yet.
    QByteArray bytes() const;

    /// Selects the value at `pointer`, or the nearest one above it; nothing while the body is not JSON.
    void showPointer(const json::Pointer &pointer);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeEditor();
    void takeBody();
    void giveBody();
    void showState();

    present::DocumentController *m_controller = nullptr;
    SourceEditor *m_editor = nullptr;
    QLabel *m_state;
    bool m_isTaking = false;
    bool m_isGiving = false;
};

} // namespace app

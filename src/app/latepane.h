// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace present {
class DocumentController;
}

namespace app {

/// A pane of the window that makes its contents when it is first shown, so that what nobody looks at yet costs the
/// start nothing. What is made then stands in the tab order where the pane does, which takes no focus itself.
class LatePane : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows and edits the document of `controller`; once. Borrowed, must outlive the pane.
    void setController(present::DocumentController *controller);

    void setVisible(bool isVisible) override;

protected:
    /// Null unless it is set: a pane that belongs to no document has none.
    present::DocumentController *controller() const { return m_controller; }

    /// All that the contents need is there; once. They are not made before.
    void setReady();

    bool hasContents() const { return m_hasContents; }

    /// For who needs the contents before the pane shows. It must be ready.
    void ensureContents();

private:
    /// Makes the contents in this widget; called once, when it is ready.
    virtual void makeContents() = 0;
    void chainContents();

    present::DocumentController *m_controller = nullptr;
    bool m_isReady = false;
    bool m_hasContents = false;
};

} // namespace app

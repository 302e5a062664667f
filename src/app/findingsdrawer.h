// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/latepane.h"
#include "present/findingsmodel.h"
#include "json/pointer.h"

#include <memory>
#include <optional>

namespace app {

namespace Ui {
class FindingsDrawer;
}

/// All findings about the session in the order of its body; choosing one goes to its field, and one that has a fix can
/// be fixed here.
class FindingsDrawer : public LatePane
{
    Q_OBJECT

public:
    explicit FindingsDrawer(QWidget *parent = nullptr);
    ~FindingsDrawer() override;

    /// Puts the focus into the list. A focus proxy would do so too, but Tab would jump over what stands above the list.
    void takeFocus();

    /// Makes the row of `finding` the current one, if it has one.
    void setCurrent(const session::Finding &finding);

    /// The finding of the current row; empty when there is none.
    std::optional<session::Finding> current() const;

Q_SIGNALS:
    void chosen(const json::Pointer &pointer);

    /// The current finding is to be fixed.
    void fixRequested(const session::Finding &finding);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeContents() override;
    void fillHead();
    void showFindings();
    void showFix();

    std::unique_ptr<Ui::FindingsDrawer> m_ui;
    present::FindingsModel m_model;
};

} // namespace app

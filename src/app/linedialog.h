// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/childdialog.h"
#include "core/result.h"

#include <functional>
#include <memory>

namespace app {

namespace Ui {
class LineDialog;
}

/// Asks for one line of text.
class LineDialog : public ChildDialog
{
    Q_OBJECT

public:
    /// What the dialog says.
    struct Words
    {
        QString title;
        QString question; ///< Above the line, with a mnemonic.
        QString name; ///< The accessible name of the line, in English.
    };

    /// Begins with `text`; `accept` takes what was typed, or says why it cannot, and then the dialog stays open.
    LineDialog(const Words &words, const QString &text, std::function<core::Status(const QString &)> accept,
               QWidget *parent);
    ~LineDialog() override;

    void accept() override;

private:
    std::unique_ptr<Ui::LineDialog> m_ui;
    std::function<core::Status(const QString &)> m_accept;
};

} // namespace app

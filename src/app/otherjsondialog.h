// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace app {

namespace Ui {
class OtherJsonDialog;
}

/// Asks for any JSON value. Deletes itself when closed.
class OtherJsonDialog : public QDialog
{
    Q_OBJECT

public:
    /// Begins with `json`; `accept` takes the text, or says why it cannot, and then the dialog stays open.
    OtherJsonDialog(const QString &json, std::function<core::Status(const QString &)> accept, QWidget *parent);
    ~OtherJsonDialog() override;

    void accept() override;

private:
    std::unique_ptr<Ui::OtherJsonDialog> m_ui;
    std::function<core::Status(const QString &)> m_accept;
};

} // namespace app

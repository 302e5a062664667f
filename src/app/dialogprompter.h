// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/prompter.h"

#include <QMessageBox>
#include <QPointer>

namespace app {

/// Asks with the desktop's dialogs.
class DialogPrompter final : public present::Prompter
{
public:
    /// The window that dialogs belong to; set once it exists. Borrowed.
    void setWindow(QWidget *window);

    LossAnswer askAboutLoss(const QString &name) override;
    LossAnswer askAboutLosses(const QStringList &names) override;
    bool askToOverwrite(const QString &name) override;
    bool askToLoadAgain(const QString &name) override;
    std::optional<QString> askOpenPath(const QString &folder, FileKind kind) override;
    std::optional<QString> askSavePath(const QString &suggestion) override;
    std::optional<QString> askDocumentPath(const QString &suggestion, Form &form) override;
    std::optional<QString> askFolder(const QString &folder) override;
    void tellProblem(const QString &title, const QString &path, const QString &sentence) override;

private:
    bool confirm(const QString &title, const QString &question, const QString &consequence, const QString &yes);
    LossAnswer askAboutLoss(const QString &question, const QString &consequence, QMessageBox::StandardButton save);

    QPointer<QWidget> m_window;
};

} // namespace app

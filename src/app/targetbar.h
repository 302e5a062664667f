// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/target.h"

#include <QWidget>

#include <memory>

class QAction;

namespace present {
class DocumentController;
class EnvironmentController;
} // namespace present

namespace app {

namespace Ui {
class TargetBar;
}

/// Where the next request goes and as whom: environment, version, call record, path, root, token, and the full URL,
/// with the one primary action beside them.
class TargetBar : public QWidget
{
    Q_OBJECT

public:
    explicit TargetBar(QWidget *parent = nullptr);
    ~TargetBar() override;

    /// Shows `environments` and chooses for them. Borrowed; must outlive the bar.
    void setEnvironments(present::EnvironmentController *environments);

    /// Shows and edits the target of `document`. One that knows another environment is given the target of the current
    /// one. Borrowed; must outlive the bar or the next call.
    void setDocument(present::DocumentController *document);

    /// Makes the two buttons speak for these actions.
    void setActions(QAction *submit, QAction *cancel);

Q_SIGNALS:
    /// Something a person should read at once: an environment that cannot be chosen, a token that cannot be sent.
    void problemFound(const QString &sentence);
    void problemSolved();

private:
    void fillBoxes();
    void connectEditors();
    void chooseEnvironment(int index);
    void showEnvironment();
    void takeEnvironmentTarget();
    void showTemplateTarget();
    void followKind();
    void takeTyped();
    void takePath();
    void takeAuthorization();
    void showAuthorization();
    void showTarget();
    void applyTarget();
    void applyTo(present::DocumentController &document, exchange::PathChoice path);
    void applyToken();
    void applyAuthorization();
    void showRequest();

    std::unique_ptr<Ui::TargetBar> m_ui;
    present::EnvironmentController *m_environments = nullptr;
    QString m_shownEnvironment; ///< Whose token stands in the editor.
    present::DocumentController *m_document = nullptr;
    bool m_isTemplateShown = false; ///< The editors show what a template says, and else are empty.
};

} // namespace app

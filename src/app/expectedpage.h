// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/latepane.h"

#include <memory>

namespace present {
class BaselineController;
class WishesModel;
} // namespace present

namespace app {

namespace Ui {
class ExpectedPage;
}

/// What is expected of the response, and the texts of a template: everything that its file keeps and that neither the
/// target bar nor the request headers show.
class ExpectedPage : public LatePane
{
    Q_OBJECT

public:
    explicit ExpectedPage(QWidget *parent = nullptr);
    ~ExpectedPage() override;

    /// Shows `baseline`, too; once, before the pane shows. Borrowed, it outlives the pane.
    void setBaseline(present::BaselineController *baseline) { m_baseline = baseline; }

Q_SIGNALS:
    /// Something to say through the status bar: why what was typed cannot stand.
    void announced(const QString &sentence);

private:
    void makeContents() override;
    void makeWishes();
    void makeCounts();
    void makeBaseline();
    void showBaseline();
    void showTexts();
    void showExpectation();
    void takeTexts();
    void takeStatuses();
    void takeError();
    void takeTimeLimit();
    void addWish();
    void removeWish();
    void refuse(const QString &sentence);

    std::unique_ptr<Ui::ExpectedPage> m_ui;
    std::unique_ptr<present::WishesModel> m_wishes;
    present::BaselineController *m_baseline = nullptr;
};

} // namespace app

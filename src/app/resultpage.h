// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/latepane.h"
#include "present/resultpresenter.h"
#include "present/wish.h"

#include <memory>
#include <utility>

class QAction;
class QCheckBox;

namespace app {

namespace Ui {
class ResultPage;
}

/// What there is to tell about an exchange beyond its bytes: what became of each value that was sent, with the kinds as
/// filters, the checks, and what to do when no session came. What is expected of it is said here, too.
class ResultPage : public LatePane
{
    Q_OBJECT

public:
    explicit ResultPage(QWidget *parent = nullptr);
    ~ResultPage() override;

Q_SIGNALS:
    /// The person chose a row of the comparison or a place that the service named: the place in the session.
    void placeChosen(const json::Pointer &pointer);

    /// Another row is current: where its value stands in the sent and in the returned body, empty spans where it does
    /// not.
    void rowShown(std::pair<qint64, qint64> sent, std::pair<qint64, qint64> returned);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeContents() override;
    void makeTable();
    void makeFilters();
    void makeFacts();
    void makeWishes();
    void wish(present::Wish wish);
    void takeStatuses();
    void showExpectation();
    void filter();
    void showResult();
    void showRow(const QModelIndex &current);

    std::unique_ptr<Ui::ResultPage> m_ui;
    std::unique_ptr<present::ResultPresenter> m_presenter;
    QList<std::pair<session::ComparisonKind, QCheckBox *>> m_filters;
    QAction *m_asSentAction = nullptr; ///< Makes no sense against a baseline.
    int m_nextRow = 0; ///< The row of the comparison that will be current when it is shown anew.
};

} // namespace app

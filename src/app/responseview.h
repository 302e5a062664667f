// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/facttablemodel.h"
#include "present/responsepresenter.h"
#include "json/pointer.h"

#include <QWidget>

#include <memory>
#include <utility>

namespace present {
class ReadBack;
}

namespace app {

namespace Ui {
class ResponseView;
}

class StatusLine;

/// The response of the last submit, and what was sent for it.
class ResponseView : public QWidget
{
    Q_OBJECT

public:
    explicit ResponseView(QWidget *parent = nullptr);
    ~ResponseView() override;

    /// Borrowed; must outlive the view.
    void setController(present::DocumentController *controller);

    /// Says in a bar what is being read back. Borrowed; must outlive the view.
    void setReadBack(present::ReadBack &readBack);

    /// The line that says how it ended. It stands on top of the view; a page may borrow it to dock it elsewhere, and
    /// gives it back with takeBackStatusLine().
    StatusLine &statusLine() const;
    void takeBackStatusLine();

Q_SIGNALS:
    /// The person wants these bytes in a file that could be called `suggestion`.
    void saveRequested(const QByteArray &bytes, const QString &suggestion);

    /// The person wants to see the body in another program.
    void openRequested(const QByteArray &bytes);

    /// The person chose this place of the session in the comparison.
    void placeChosen(const json::Pointer &pointer);

private:
    using Span = std::pair<qint64, qint64>;

    void connectViews();
    void markRow(Span sent, Span returned);
    void showResponse();
    void showEdits();
    void showFlight(bool isInFlight);
    void fillCurrentTab();
    void showInBody(const json::Pointer &pointer);
    void showTiming(const present::ResponseFacts &facts);

    std::unique_ptr<Ui::ResponseView> m_ui;
    std::unique_ptr<present::ResponsePresenter> m_presenter;
    present::FactTableModel m_error;
    present::FactTableModel m_timing;
    Span m_sentMark; ///< Of the row that is current in the comparison, in the body that was sent; empty when none is.
    Span m_returnedMark; ///< The same in the response's body.
};

} // namespace app

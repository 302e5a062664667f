// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/meaning.h"

#include <QWidget>

#include <memory>

class QAction;

namespace app {

namespace Ui {
class StatusLine;
}

/// How the last submit ended, on one line: sign, status, outcome. It heads the response; where there is room for one
/// page only, it is docked below both and flips between them.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);
    ~StatusLine() override;

    /// Shows `status` as received and the outcome in words, in the colour and with the sign of `meaning`.
    void showOutcome(Meaning meaning, const QString &status, const QString &outcome);

    /// Makes the buttons *Read back* and *Copy for ticket* trigger these actions, which are borrowed.
    void setReadBackAction(QAction *action);
    void setTicketAction(QAction *action);

    /// Offers a button that says `text` and asks to flip; an empty text takes it away.
    void offerFlip(const QString &text);

Q_SIGNALS:
    void flipRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showMeaning();

    std::unique_ptr<Ui::StatusLine> m_ui;
    Meaning m_meaning = Meaning::Note;
};

} // namespace app

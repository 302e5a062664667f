// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace app {

/// News in a pane instead of a dialog: one sentence, as plain text, with at most two things to do about it, and a way
/// to put it away. Hidden while there is none.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Names the buttons after the pane they are in, where other bars may show at the same time.
    void setPane(const QString &pane);

    /// Shows `sentence`. An empty `action` shows no button, and so does an empty `other`.
    void showNotice(const QString &sentence, const QString &action, const QString &other = {});

    /// The sentence that is showing; empty when hidden.
    QString sentence() const;

Q_SIGNALS:
    void actionRequested();
    void otherRequested();

private:
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_action;
    QPushButton *m_other;
    QPushButton *m_dismiss;
};

} // namespace app

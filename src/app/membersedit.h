// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QCheckBox;
class QLayout;
class QLineEdit;

namespace app {

/// A collection of enumeration members: a check box for each, and below them the array as it is sent, as one line of
/// JSON that keeps order, duplicates and anything else.
class MembersEdit : public QWidget
{
    Q_OBJECT

public:
    explicit MembersEdit(QWidget *parent = nullptr);

    /// Offers a box for each of `members`, in this order; once.
    void setMembers(const QStringList &members);

    /// Ticks the boxes of `members` and no others. No edit.
    void setTicked(const QStringList &members);

    /// The line below the boxes.
    QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void memberToggled(const QString &member, bool isIn);

private:
    QLayout *m_boxLayout;
    QLineEdit *m_line;
    QHash<QString, QCheckBox *> m_boxes;
};

} // namespace app

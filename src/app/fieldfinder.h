// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/childdialog.h"

#include <QSortFilterProxyModel>
#include <QStringListModel>

class QLineEdit;
class QListView;

namespace app {

/// A small list of the form's fields, narrowed by what is typed: Enter goes to the one that is marked, Escape to where
/// the focus was.
class FieldFinder : public ChildDialog
{
    Q_OBJECT

public:
    /// Opens over the top of `anchor`.
    FieldFinder(const QStringList &names, QWidget *anchor);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void chosen(const QString &name);

private:
    void narrow(const QString &words);
    void choose();
    void markFirst();

    QStringListModel m_names;
    QSortFilterProxyModel m_matching;
    QLineEdit *m_line;
    QListView *m_list;
};

} // namespace app

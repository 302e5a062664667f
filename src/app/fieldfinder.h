// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QSortFilterProxyModel>
#include <QStringListModel>

class QLineEdit;
class QListView;

namespace app {

/// A small list of the form's fields, narrowed by what is typed: Enter goes to the one that is marked, Escape to where
/// the focus was. Deletes itself when closed.
class FieldFinder : public QDialog
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/childdialog.h"

class QAbstractItemModel;
class QLineEdit;
class QListView;
class QModelIndex;
class QStyledItemDelegate;

namespace app {

/// A line to type in and a list that it narrows: the arrow keys mark in the list while the focus stays in the line,
/// Enter chooses what is marked, Escape goes back to where the focus was.
class FinderDialog : public ChildDialog
{
    Q_OBJECT

public:
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    /// What the dialog says; the names are accessible ones, in English.
    struct Words
    {
        QString title;
        QString hint; ///< In the empty line.
        QString lineName;
        QString listName;
    };

    /// Of this size over the top of `anchor`.
    FinderDialog(const Words &words, QSize size, QWidget *anchor);

    /// Lists `model`, drawn by `cells`, which the list takes. Once, and the model outlives the dialog.
    void setModel(QAbstractItemModel *model, QStyledItemDelegate *cells);

    /// Leaves in the model what fits `words`.
    virtual void narrow(const QString &words) = 0;

    /// Closes the dialog for the row `index`, or tells why not.
    virtual void choose(const QModelIndex &index) = 0;

private:
    void markFirst();
    void chooseMarked();

    QLineEdit *m_line;
    QListView *m_list;
};

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/finderdialog.h"

#include <QSortFilterProxyModel>
#include <QStringListModel>

namespace app {

/// A small list of the form's fields, narrowed by what is typed.
class FieldFinder : public FinderDialog
{
    Q_OBJECT

public:
    /// Opens over the top of `anchor`.
    FieldFinder(const QStringList &names, QWidget *anchor);

Q_SIGNALS:
    void chosen(const QString &name);

protected:
    void narrow(const QString &words) override;
    void choose(const QModelIndex &index) override;

private:
    QStringListModel m_names;
    QSortFilterProxyModel m_matching;
};

} // namespace app

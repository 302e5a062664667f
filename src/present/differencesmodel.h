// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schemadiff.h"

#include <QAbstractTableModel>

namespace present {

/// The differences between the built-in schema and another one as a table, in their order. Texts of schemas are
/// foreign: they are to be shown as plain text.
class DifferencesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Place, What, BuiltIn, Here, ColumnCount };

    explicit DifferencesModel(QList<edm::Difference> differences, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<edm::Difference> m_differences;
};

} // namespace present

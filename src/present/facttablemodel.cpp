// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/facttablemodel.h"

namespace present {

FactTableModel::FactTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void FactTableModel::setRows(const QList<FactRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int FactTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FactTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant FactTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const FactRow &row = m_rows.at(index.row());
    return index.column() == 0 ? row.name : row.value;
}

QVariant FactTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("What") : tr("Value");
}

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/responsepresenter.h"

#include <QAbstractTableModel>

namespace present {

/// FactRows as a table of two columns: what, and its value.
class FactTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit FactTableModel(QObject *parent = nullptr);

    void setRows(const QList<FactRow> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<FactRow> m_rows;
};

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/timeline.h"

#include <QAbstractTableModel>

namespace present {

/// The rows of a Timeline as a table: the same as the picture shows, and what it could not.
class TimelineModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Starts, Ends, Lasts, Remark, ColumnCount };

    explicit TimelineModel(QObject *parent = nullptr);

    void setRows(const QList<TimelineRow> &rows);

    /// The part that a row is about.
    const json::Pointer &pointerOf(int row) const { return m_rows.at(row).pointer; }

    /// All cells of a row in words.
    QString textOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<TimelineRow> m_rows;
};

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/requestdraft.h"

#include <QAbstractTableModel>

namespace present {

/// The headers of the next request as an editable table: sent, name, value, and a note that says what is odd or fixed.
class HeaderTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Note, ColumnCount };

    explicit HeaderTableModel(QObject *parent = nullptr);

    const QList<HeaderRow> &rows() const { return m_rows; }

    /// Replaces all rows.
    void setRows(QList<HeaderRow> rows);

    /// True when a header `Prefer` that is sent lists `preference` (RFC 7240).
    bool prefers(QByteArrayView preference) const;

    /// Makes prefers() true: ticks a row that lists `preference` alone, or adds it to a `Prefer` that is sent, or adds
    /// a row.
    void addPreference(const QByteArray &preference);

    /// Draws new values for the rows that are drawn anew after each submit.
    void drawAgain();

    /// Appends an empty row and returns its number.
    int addRow();

    /// Copies the row `row` below itself: a repeat.
    void duplicateRow(int row);

    /// True when the row can be removed; one that Qt would fill in cannot.
    bool canRemove(int row) const;
    void removeRow(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// The headers that would be sent are no longer the same.
    void headersChanged();

private:
    QString note(const HeaderRow &row) const;
    void replaceRow(int row, const HeaderRow &with);

    QList<HeaderRow> m_rows = defaultHeaders();
};

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/checks.h"

#include <QAbstractTableModel>

namespace present {

/// The checks of one response as a table, in the order of docs/checks.md.
class ChecksModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, State, Expected, Found, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< The CheckState as an int, for an icon beside the word.
        CountsRole, ///< True when the response is not as expected where this is not met.
    };

    explicit ChecksModel(QObject *parent = nullptr);

    void setChecks(const QList<Check> &checks);

    /// The check of a row.
    const Check &at(int row) const { return m_checks.at(row); }

    /// "1 not met, 9 met": of all that are applicable, whether they count or not.
    QString summary() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;

    /// The tool tip is the reason; the first column's accessible text is the row.
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The first column has a check mark where a check counts; who sets it is told of by countsChosen().
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// The person wants this check to count, or not; it is for others to do it.
    void countsChosen(present::CheckId check, bool doesCount);

private:
    bool isChoice(const QModelIndex &index) const;
    QString cell(const Check &check, Column column) const;
    QString wholeRow(const Check &check) const;

    QList<Check> m_checks;
};

} // namespace present

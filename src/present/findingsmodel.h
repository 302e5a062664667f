// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/finding.h"

#include <QAbstractTableModel>

namespace present {

/// The findings of a document as a table, in the order of its body.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Severity, Place, Message, ColumnCount };

    explicit FindingsModel(QObject *parent = nullptr);

    void setFindings(const QList<session::Finding> &findings);
    const session::Finding &at(int row) const { return m_findings.at(row); }

    /// "2 errors, 1 warning"; "no findings" when there is none.
    QString summary() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<session::Finding> m_findings;
};

} // namespace present

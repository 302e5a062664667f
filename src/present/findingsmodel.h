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
    enum Column { Severity, Place, Message, Fix, ColumnCount };

    explicit FindingsModel(QObject *parent = nullptr);

    void setFindings(const QList<session::Finding> &findings);

    /// Shows only findings of this weight or more; at first all.
    void setLeast(session::Severity least);

    /// The finding of a row.
    const session::Finding &at(int row) const { return m_findings.at(m_shown.at(row)); }

    /// The row of a finding of the same place and rule, or -1.
    int rowOf(const session::Finding &finding) const;

    /// "2 errors, 1 warning" of all findings, shown or not; "no findings" when there is none.
    QString summary() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();

    QList<session::Finding> m_findings;
    QList<qsizetype> m_shown; ///< Which of them have a row.
    session::Severity m_least = session::Severity::Note;
};

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/movetimes.h"

#include <QAbstractTableModel>

namespace present {

class DocumentController;

/// Moving all times of a session: what would come of it as a table, and then the move itself.
class MoveTimes : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Place, Before, After, ColumnCount };

    /// How far to move.
    enum class By {
        Amount, ///< `5m`, `-1h30m`, `PT5M`.
        Start, ///< A time at which the session is to start.
    };

    /// `document` is borrowed and must have no obstacle.
    explicit MoveTimes(DocumentController &document, QObject *parent = nullptr);

    /// What to begin typing with.
    QString suggestion(By by) const;

    /// Shows what moving by `text` would make of the times.
    void plan(By by, const QString &text);

    /// Why nothing can be moved as planned; empty when something can.
    QString problem() const { return m_problem; }

    /// `4 times move by 00:05:00, 1 is left alone`; empty when there is a problem.
    QString summary() const;

    /// Moves the times as planned, as one undo step. Asserts that there is no problem.
    void apply();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    qsizetype movedCount() const;

    DocumentController &m_document;
    session::TimesMove m_move;
    qint64 m_ticks = 0;
    QString m_problem;
};

} // namespace present

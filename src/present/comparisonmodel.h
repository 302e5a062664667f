// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/compare.h"

#include <QAbstractTableModel>

namespace present {

/// What became of each value that was sent, as a table in the order of session::Comparison, of the kinds that are to be
/// shown.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Place, Kind, Sent, Returned, ColumnCount };

    enum Role { KindRole = Qt::UserRole }; ///< int, of session::ComparisonKind.

    /// All kinds: what is shown at first.
    static constexpr session::ComparisonKinds everything{0x1F};

    explicit ComparisonModel(QObject *parent = nullptr);

    /// All kinds, what weighs most first.
    static QList<session::ComparisonKind> kindsByWeight();

    /// A kind in words: "same, other text".
    static QString word(session::ComparisonKind kind);

    /// Shows `comparison`; the kinds stay.
    void setComparison(const session::Comparison &comparison);

    /// What the first of the two texts is called in the heading; "Sent" until it is set.
    void setFirstName(const QString &name);

    /// Shows the rows of these kinds only.
    void setShownKinds(session::ComparisonKinds kinds);
    session::ComparisonKinds shownKinds() const { return m_kinds; }

    /// The number of places of a kind, shown or not.
    qsizetype count(session::ComparisonKind kind) const;

    /// "1 changed, 2 dropped, 9 same": what weighs most first, without what there is none of.
    static QString summaryOf(const session::Comparison &comparison);
    QString summary() const { return summaryOf(m_comparison); }

    /// The place of a row, and the texts that its nodes are of.
    const session::ComparedPlace &at(int row) const { return m_comparison.places().at(m_shown.at(row)); }
    const session::Comparison &comparison() const { return m_comparison; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;

    /// Values are shortened; the tool tip is why the row is of its kind. The first column's accessible text is the row.
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void fill();
    QString cell(const session::ComparedPlace &place, Column column) const;
    QString wholeRow(const session::ComparedPlace &place) const;

    session::Comparison m_comparison;
    QString m_firstName;
    session::ComparisonKinds m_kinds = everything;
    QList<qsizetype> m_shown; ///< The numbers of the places that are rows.
};

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

#include <QAbstractItemModel>
#include <QHash>

namespace present {

/// A JSON text as a read-only tree, straight from its token index: order, duplicates and spellings as they came.
/// Children are looked up when a branch is opened, so that a large body costs what is looked at.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, ColumnCount };

    explicit JsonTreeModel(QObject *parent = nullptr);

    /// Shows `index`; an invalid one shows nothing.
    void setIndex(const json::Index &index);

    /// The value node of a model index; -1 for the invalid one.
    qsizetype nodeOf(const QModelIndex &index) const;

    /// The first cell of the row of a value node; invalid for the root, which has no row. Looks up the children of all
    /// that is around it.
    QModelIndex indexOf(qsizetype node) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Place
    {
        qsizetype parent = -1; ///< The value node around it; -1 for what is shown at the top.
        int row = 0;
        qsizetype name = -1; ///< The name node; -1 for an item of an array.
    };

    const QList<qsizetype> &childrenOf(qsizetype node) const;
    QString nameOf(qsizetype node) const;
    QString valueOf(qsizetype node) const;
    QString pathOf(qsizetype node) const;

    json::Index m_index;
    mutable QHash<qsizetype, QList<qsizetype>> m_children; ///< The value nodes in each opened container.
    mutable QHash<qsizetype, Place> m_places; ///< Where each looked-up value node stands.
};

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/field.h"

#include <QSortFilterProxyModel>

namespace present {

/// The rows of a SessionTreeModel that are to be seen: all, those that are sent, or those with a finding in or below
/// them.
class SessionTreeFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setFilter(FieldFilter filter);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    FieldFilter m_filter = FieldFilter::All;
};

} // namespace present

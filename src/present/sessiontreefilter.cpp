// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/sessiontreefilter.h"

#include "present/sessiontreemodel.h"

namespace present {

void SessionTreeFilter::setFilter(FieldFilter filter)
{
    m_filter = filter;
    invalidateFilter();
}

bool SessionTreeFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_filter == FieldFilter::All)
        return true;
    const QModelIndex index = sourceModel()->index(row, SessionTreeModel::Name, parent);
    return index.data(m_filter == FieldFilter::Set ? SessionTreeModel::IsSentRole : SessionTreeModel::HasFindingRole)
        .toBool();
}

} // namespace present

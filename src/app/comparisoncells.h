// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plaincells.h"

class QTableView;

namespace present {
class ComparisonModel;
}

namespace app {

/// Draws the rows of a present::ComparisonModel on two lines, since two times do not fit side by side: the place above
/// its kind, what was sent above what came back. The columns of the lower lines are hidden by the view.
class ComparisonCells : public PlainCells
{
    Q_OBJECT

public:
    using PlainCells::PlainCells;

    /// Shows `model` in `table` in this way; both are borrowed.
    static void prepare(QTableView &table, present::ComparisonModel &model);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace app

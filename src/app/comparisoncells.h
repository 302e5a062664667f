// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plaincells.h"

namespace app {

/// Draws the rows of a present::ComparisonModel on two lines, since two times do not fit side by side: the place above
/// its kind, what was sent above what came back. The columns of the lower lines are hidden by the view.
class ComparisonCells : public PlainCells
{
    Q_OBJECT

public:
    using PlainCells::PlainCells;

    /// The height of a row of two lines, in pixels, for the font of `widget`.
    static int rowHeight(const QWidget &widget);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace app

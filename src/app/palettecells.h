// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plaincells.h"

namespace app {

/// Draws the rows of present::PaletteModel: the command, and at the end of the line its key or why it cannot be done.
class PaletteCells : public PlainCells
{
    Q_OBJECT

public:
    using PlainCells::PlainCells;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace app

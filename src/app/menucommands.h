// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/palettemodel.h"

class QAction;
class QMenuBar;

namespace app {

/// Every action in the menus of `bar`, in their order, as entries of the command palette that trigger it; without those
/// in `except`, of which the ones that open a menu stand for all in it. An action that is gone when its entry runs is
/// passed over.
QList<present::PaletteEntry> menuCommands(const QMenuBar &bar, const QList<const QAction *> &except);

} // namespace app

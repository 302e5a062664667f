// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QPushButton;

namespace app {

/// Makes `button` trigger `action` and follow its enabled state. The button keeps its own text, without a mnemonic, and
/// the shortcut stays the action's. Both are borrowed.
void bindButton(QPushButton *button, QAction *action);

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QAction;

namespace app {

/// Makes `button` trigger `action` and follow its enabled state. The button keeps its own text, without a mnemonic, and
/// the shortcut stays the action's. Both are borrowed.
void bindButton(QAbstractButton *button, QAction *action);

} // namespace app

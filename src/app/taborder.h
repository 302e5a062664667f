// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace app {

/// What is inside of `container` and takes the focus by Tab comes right after `before`, in the order that it has.
void putIntoTabOrder(QWidget *before, const QWidget &container);

} // namespace app

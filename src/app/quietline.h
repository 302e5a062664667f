// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace app {

/// Makes a read-only line look like what it is, text to read and to copy: on the ground of the window, whether light or
/// dark. A line edit and no label, so that a screen reader can read it.
void makeQuiet(QLineEdit *line);

/// Undoes makeQuiet() for a line that can be edited again.
void makeLoud(QLineEdit *line);

} // namespace app

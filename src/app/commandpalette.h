// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/finderdialog.h"
#include "present/palettemodel.h"

namespace app {

/// All that can be done in the window, found by typing a part of its name. What is chosen runs after the palette has
/// closed and the focus is back, so that it finds the widget with the focus as a key would.
class CommandPalette : public FinderDialog
{
    Q_OBJECT

public:
    /// Opens over the top of `window`.
    CommandPalette(QList<present::PaletteEntry> entries, QWidget *window);

Q_SIGNALS:
    /// Why what was chosen cannot be done now; the palette stays open.
    void refused(const QString &sentence);

protected:
    void narrow(const QString &words) override;
    void choose(const QModelIndex &index) override;

private:
    present::PaletteModel m_model;
};

} // namespace app

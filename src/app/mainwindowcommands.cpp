// SPDX-License-Identifier: GPL-3.0-or-later
// The command palette of the window: every action, and the places to go to.
#include "app/commandpalette.h"
#include "app/documentpage.h"
#include "app/mainwindow.h"
#include "app/menucommands.h"
#include "present/paletteplaces.h"
#include "present/workspace.h"
#include "ui_mainwindow.h"

#include <QPointer>

namespace app {

void MainWindow::connectCommands()
{
    connect(m_ui->paletteAction, &QAction::triggered, this, &MainWindow::showPalette);
}

void MainWindow::showPalette()
{
    QList<present::PaletteEntry> entries
        = menuCommands(*m_ui->menubar, {m_ui->recentMenu->menuAction(), m_ui->paletteAction});
    entries += present::paletteDocuments(m_parts.workspace);
    const QStringList fields = page().fieldNames();
    for (const QString &name : fields) {
        const auto go = [target = QPointer<DocumentPage>(&page()), name] {
            if (target)
                target->goToField(name);
        };
        entries += {name, {}, tr("field"), {}, go};
    }
    entries += present::paletteRecentFiles(m_parts.recentFiles);
    auto *palette = new CommandPalette(std::move(entries), this);
    connect(palette, &CommandPalette::refused, m_ui->statusbar,
            [this](const QString &sentence) { m_ui->statusbar->showMessage(sentence); });
    palette->open();
}

} // namespace app

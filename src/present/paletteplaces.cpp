// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/paletteplaces.h"

#include "present/recentfiles.h"
#include "present/workspace.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>

namespace present {
namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("present::paletteplaces", text);
}

} // namespace

QList<PaletteEntry> paletteDocuments(Workspace &workspace)
{
    QList<PaletteEntry> entries;
    for (int i = 0; i < workspace.count(); ++i) {
        if (i == workspace.currentIndex())
            continue;
        const auto show = [&workspace, document = QPointer<OpenDocument>(&workspace.at(i))] {
            if (document)
                workspace.activate(workspace.indexOf(*document));
        };
        entries
            += {workspace.title(i), {}, words(QT_TRANSLATE_NOOP("present::paletteplaces", "open document")), {}, show};
    }
    return entries;
}

QList<PaletteEntry> paletteRecentFiles(RecentFiles &recent)
{
    QList<PaletteEntry> entries;
    const QStringList paths = recent.paths();
    for (const QString &path : paths) {
        const QFileInfo file(path);
        entries += {file.fileName(),
                    file.path(),
                    words(QT_TRANSLATE_NOOP("present::paletteplaces", "recent file")),
                    {},
                    [&recent, path] { recent.open(path); }};
    }
    return entries;
}

} // namespace present

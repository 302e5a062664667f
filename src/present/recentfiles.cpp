// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/recentfiles.h"

#include "present/workspace.h"
#include "store/settings.h"

#include <QFileInfo>

namespace present {

RecentFiles::RecentFiles(Workspace &workspace, store::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_settings(settings)
{
    connect(&workspace, &Workspace::fileUsed, this, &RecentFiles::note);
}

QStringList RecentFiles::paths() const
{
    return m_settings.value(store::settings::recentFiles).split(u'\n', Qt::SkipEmptyParts).mid(0, most);
}

void RecentFiles::open(const QString &path)
{
    if (m_workspace.openPath(path))
        return;
    QStringList rest = paths();
    rest.removeAll(path);
    keep(rest);
}

void RecentFiles::note(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (absolute.contains(u'\n'))
        return; // the settings keep one path a line
    QStringList all = paths();
    all.removeAll(absolute);
    all.prepend(absolute);
    keep(all.mid(0, most));
}

void RecentFiles::keep(const QStringList &paths)
{
    m_settings.setValue(store::settings::recentFiles, paths.join(u'\n'));
}

} // namespace present

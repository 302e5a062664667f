// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace store {
class Settings;
}

namespace present {

class Workspace;

/// The files that were opened or saved last, the newest first, remembered in the settings.
class RecentFiles : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 10;

    /// Follows what happens in `workspace`. Both borrowed; they outlive this object.
    RecentFiles(Workspace &workspace, store::Settings &settings, QObject *parent = nullptr);

    QStringList paths() const;

    /// Opens the file at `path`. One that cannot be opened is told, and is not listed any more.
    void open(const QString &path);

    void clear() { keep({}); }

private:
    void note(const QString &path);
    void keep(const QStringList &paths);

    Workspace &m_workspace;
    store::Settings &m_settings;
};

} // namespace present

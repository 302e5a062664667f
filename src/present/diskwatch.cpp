// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/diskwatch.h"

#include <QFileInfo>

#include <utility>

namespace present {

DiskWatch::DiskWatch(const store::Files &files, QObject *parent)
    : QObject(parent)
    , m_files(files)
{
    constexpr std::chrono::milliseconds settling{100};
    m_settled.setSingleShot(true);
    m_settled.setInterval(settling);
    connect(&m_settled, &QTimer::timeout, this, &DiskWatch::check);
}

void DiskWatch::follow(const QString &path, const QByteArray &bytes)
{
    m_path = path;
    m_bytes = bytes;
    m_told = State::Same;
    m_watcher.reset(); // made when there is something to watch: the first document of the program has no file
    watch();
}

/// The folder as well: it tells when a file that is gone comes back, and an atomic replacement ends the watch of a
/// file.
void DiskWatch::watch()
{
    if (m_path.isEmpty())
        return;
    if (!m_watcher) {
        m_watcher = std::make_unique<QFileSystemWatcher>();
        const auto settle = [this] { m_settled.start(); };
        connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, this, settle);
        connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this, settle);
    }
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!m_watcher->directories().contains(folder) && QFileInfo::exists(folder))
        m_watcher->addPath(folder);
    if (!m_watcher->files().contains(m_path) && QFileInfo::exists(m_path))
        m_watcher->addPath(m_path);
}

DiskWatch::State DiskWatch::look() const
{
    if (m_path.isEmpty())
        return State::Same;
    const store::PathKind kind = m_files.kindOf(m_path);
    if (kind == store::PathKind::Missing || kind == store::PathKind::DanglingLink)
        return State::Gone;
    const core::Result<store::FileContent> content = m_files.readText(m_path);
    return content && content->bytes == m_bytes ? State::Same : State::Changed;
}

void DiskWatch::check()
{
    watch();
    const State state = look();
    if (std::exchange(m_told, state) != state)
        Q_EMIT changed(state);
}

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/files.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <memory>

namespace present {

/// Whether the file of a document still says what was read from it or saved to it. What counts is what it says: a file
/// that is touched, or replaced by one of the same bytes, is the same.
class DiskWatch : public QObject
{
    Q_OBJECT

public:
    enum class State { Same, Changed, Gone };

    /// Borrowed; outlives the watch.
    explicit DiskWatch(const store::Files &files, QObject *parent = nullptr);

    /// `bytes` were just read from `path`, or saved there. An empty path follows nothing.
    void follow(const QString &path, const QByteArray &bytes);

    /// What was told last.
    State noticed() const { return m_told; }

    /// Looks at the disk now.
    State look() const;

    /// Looks at the disk now, and tells what is new there.
    void check();

Q_SIGNALS:
    /// Somebody else changed the file, took it away or brought it back.
    void changed(present::DiskWatch::State state);

private:
    void watch();

    const store::Files &m_files;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    QTimer m_settled; ///< Who replaces a file does so in several steps.
    QString m_path;
    QByteArray m_bytes; ///< Shared with the document while nobody edits it.
    State m_told = State::Same;
};

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/filedescriptor.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace store {

/// What one run of the program keeps of its unsaved documents, in a folder of its own below the journal's, all of it
/// private (0700, 0600). The run holds a lock in it, which the system takes back when the process ends, however it
/// ends: a folder without a locked lock is what a crash left. One thread at a time.
class Journal
{
public:
    /// Below `folder`, which is made with the first write.
    explicit Journal(QString folder);

    /// Keeps `bytes` of the document `number` in place of what was kept of it. Success means that they are on the disk;
    /// on an Error (Code::File) what was kept before still is.
    core::Status write(quint64 number, const QByteArray &bytes);

    /// Forgets the document `number`.
    core::Status remove(quint64 number);

    /// Forgets all, as at an orderly end.
    void clear();

private:
    core::Status prepare();
    QString fileOf(quint64 number) const;

    QString m_folder;
    QString m_own; ///< Of this run; empty before the first write.
    std::optional<FileDescriptor> m_lock;
};

/// What a run that crashed has left. Nobody else is offered it as long as this lives.
class JournalRemains
{
public:
    struct Entry
    {
        QString path;
        QByteArray bytes;
        QDateTime written;
        QString problem; ///< Why it could not be read, a sentence for people; empty when it could.
    };

    /// Locks `folder`; empty when its run still lives, or somebody else has it.
    static std::optional<JournalRemains> lock(const QString &folder);

    const QList<Entry> &entries() const { return m_entries; }

    /// Moves a damaged file out of the way, beside the folders of the runs. Its new path, or an Error.
    core::Result<QString> setAside(const Entry &entry);

    /// Deletes all of it.
    core::Status discard();

private:
    JournalRemains(QString folder, FileDescriptor lock);

    QString m_folder;
    FileDescriptor m_lock;
    QList<Entry> m_entries;
};

/// What runs that crashed have left below `folder`, the oldest first. What holds no document is deleted.
std::vector<JournalRemains> journalRemains(const QString &folder);

} // namespace store

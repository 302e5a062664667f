// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/filedescriptor.h"

#include <QString>

#include <map>
#include <optional>

namespace store {

/// The files that this process has open, said to the other processes of the program by locks in a private folder. The
/// system takes a lock back when its process ends, however it ends. Nothing is forbidden by a claim.
class Claims
{
public:
    /// In `folder`, which is made with the first claim.
    explicit Claims(QString folder);

    /// Claims the file at `path`. The number of the process that has claimed it before, and lives; else nothing. A disk
    /// that cannot lock has nobody to share with.
    std::optional<qint64> claim(const QString &path);

    /// Gives the claim on `path` back, if there is one.
    void release(const QString &path);

private:
    QString lockOf(const QString &path) const;

    QString m_folder;
    std::map<QString, FileDescriptor> m_held; ///< By the path of the file.
};

} // namespace store

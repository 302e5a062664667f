// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace store {

/// Who may read what is saved.
enum class FileMode {
    Kept, ///< As the file that is replaced; a new one as the user's umask has it.
    Private, ///< 0600, for the program's own files.
};

/// Replaces the regular file at `path`, which is no link, by `bytes`, or makes it. Success means that file and name are
/// on the disk: every byte was taken, flushed and synced before the rename, and the folder after it. On an Error
/// (Code::File) the old file is as it was, except when only the last step failed, which the message then says.
core::Status saveDurably(const QString &path, const QByteArray &bytes, FileMode mode);

/// Makes the folder `path` with its parents if need be, and private (0700).
core::Status makePrivateFolder(const QString &path);

} // namespace store

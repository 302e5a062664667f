// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace store {

/// What stands at a path once all links are followed.
enum class PathKind {
    Missing,
    RegularFile,
    Folder,
    Pipe,
    Socket,
    Device,
    DanglingLink, ///< A symbolic link to nothing.
    LinkLoop, ///< Symbolic links that lead back to themselves.
    Unreachable, ///< The system does not let us look.
};

/// The largest session file that is opened, in bytes.
inline constexpr qint64 largestFile = 64LL * 1024 * 1024;

/// A session file as read.
struct FileContent
{
    QByteArray bytes; ///< Exactly what is on the disk: byte order mark, CR, NUL and all.

    bool operator==(const FileContent &) const = default;
};

/// A save that succeeded.
struct Saved
{
    QString note; ///< What the tester should know about it, translated; mostly empty.

    bool operator==(const Saved &) const = default;
};

/// The file system as far as session files go. A seam: tests can refuse a save at will.
///
/// Errors are of Code::Input for what cannot be read and of Code::File for what cannot be saved. Their messages are
/// whole sentences that do not name the path: whoever shows them shows it beside them. The detail does.
class Files
{
public:
    virtual ~Files() = default;

    /// What stands at `path`. Opens nothing.
    virtual PathKind kindOf(const QString &path) const = 0;

    /// Reads a regular file of UTF-8 text (RFC 3629) of at most largestFile bytes, whatever it says. Refused: anything
    /// that is not a regular file, without opening it, and damaged UTF-8, with line and column of the first bad byte.
    virtual core::Result<FileContent> readText(const QString &path) const = 0;

    /// Replaces the file at `path` by `bytes`, or makes it. Success means that it is on the disk. On an Error the old
    /// file is as it was, byte for byte; the one exception, which the message tells, is a folder that cannot be synced
    /// after the new file took its place. A symbolic link is written through, the mode of an existing file is kept, a
    /// new one gets the user's default.
    virtual core::Result<Saved> save(const QString &path, const QByteArray &bytes) const = 0;

protected:
    Files() = default;
    Files(const Files &) = default;
    Files &operator=(const Files &) = default;
};

/// The machine's file system.
class LocalFiles final : public Files
{
public:
    PathKind kindOf(const QString &path) const override;
    core::Result<FileContent> readText(const QString &path) const override;
    core::Result<Saved> save(const QString &path, const QByteArray &bytes) const override;
};

} // namespace store

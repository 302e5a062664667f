// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/files.h"

#include <sys/stat.h>

namespace store {

/// What lstat() and stat() say about a path. The program never opens anything to find out what it is: opening a pipe
/// waits for its other end, and opening a device may do anything.
struct PathFacts
{
    PathKind kind = PathKind::Missing;
    bool isLink = false; ///< The last part of the path is itself a symbolic link.
    int systemError = 0; ///< The errno, for Missing and Unreachable.
    struct stat status = {}; ///< Of the file behind all links; only when something is there.

    /// Looks at `path`, following links.
    static PathFacts of(const QString &path);

    /// The kind of what an open file descriptor stands for.
    static PathKind kindOf(const struct stat &status);
};

/// A refusal of everything but a regular file, in words for people.
core::Error notARegularFile(const PathFacts &facts, const QString &path);

/// The reason behind an errno as part of a sentence ("the disk is full"); the system's own words for a rare one.
QString reasonText(int systemError);

/// An Error of Code::File. The detail is the path and the system's words.
core::Error fileError(const QString &message, const QString &path, int systemError);

} // namespace store

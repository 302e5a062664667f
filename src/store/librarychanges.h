// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/files.h"

namespace store {

/// How a file gets into another folder.
enum class Transfer { Copy, Move };

// Changes to the files and folders of a library. None of them ever takes the place of a file that is there, and a
// template's baseline goes along with it. Errors are of Code::Input for what a person asked wrongly, and of Code::File
// for what the disk refused; their messages are whole sentences without the path.

/// Whether `name`, without its ending, can be the name of a file or folder here and on the machine of whoever shares
/// the folder: what POSIX, Windows and git allow, and nothing that looks like another name.
core::Status checkLibraryName(const QString &name);

/// The name of the file or folder at `path` without the ending that it keeps, as renameInLibrary() takes it.
QString libraryName(const QString &path);

/// Gives the file or folder at `path` another name in its folder, with the ending that it has. The value is its path.
core::Result<QString> renameInLibrary(const QString &path, const QString &name);

/// Saves `bytes` as a template in `folder` under `name`, or the first free one like it, `NAME 2`. The value is its
/// path.
core::Result<QString> addToLibrary(const Files &files, const QString &folder, const QString &name,
                                   const QByteArray &bytes);

/// Makes a copy of the file at `path` beside it, `NAME copy`. The value is its path.
core::Result<QString> duplicateInLibrary(const Files &files, const QString &path);

/// Copies or moves the file at `path` into `folder`, under the first free name like its own; folders are moved only.
/// The value is its path.
core::Result<QString> transferInLibrary(const Files &files, const QString &path, const QString &folder,
                                        Transfer transfer);

/// Makes a folder in `parent`. The value is its path.
core::Result<QString> makeLibraryFolder(const QString &parent, const QString &name);

/// Moves the file or folder at `path` to the trash of the desktop. On an Error it is where it was.
core::Status trashFromLibrary(const QString &path);

} // namespace store

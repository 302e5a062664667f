// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <atomic>

namespace store {

/// What stands in the tester's folders of templates: a folder, or a file whose name ends in `.json`. Baselines
/// (`*.baseline.json`) belong to their templates and are not listed.
struct LibraryEntry
{
    enum class Kind {
        Folder,
        File, ///< A template or a bare session; its LibraryWords know.
        Environment, ///< `*.environment.json`
    };

    Kind kind = Kind::File;
    qsizetype parent = -1; ///< The place of its folder in the list, before it; -1 for a folder that was asked for.
    QString path;
    qint64 size = 0; ///< Bytes; 0 for a folder.
    qint64 changed = 0; ///< When it was last written, in nanoseconds since 1970; with the size it tells one content.
    QString problem; ///< Why it cannot be looked into, a sentence for people; empty when it can.

    bool operator==(const LibraryEntry &) const = default;
};

/// What a file says of itself.
struct LibraryWords
{
    bool isTemplate = false;
    QString name; ///< Empty for a bare session.
    QString description;
    QStringList tags;
    QString problem; ///< Why it was not read, a sentence for people; empty when it was.

    bool operator==(const LibraryWords &) const = default;
};

/// How the names of files end.
inline constexpr QLatin1String templateSuffix(".json");
inline constexpr QLatin1String environmentSuffix(".environment.json");

/// The most that are listed.
inline constexpr qsizetype mostLibraryEntries = 100'000;

/// The largest file that is read for its words, in bytes; larger ones are only listed.
inline constexpr qint64 largestListed = 4LL * 1024 * 1024;

/// What stands in and below `folders`: in each folder the folders before the files, by name. Nothing is opened but
/// folders; what is hidden is left out. A folder that several ways lead to, such as through a link to one above it, is
/// listed once, by the way without links if there is one. Stops when `isCancelled`, and at `most` entries; the folder
/// where it stopped says so.
QList<LibraryEntry> listLibrary(const QStringList &folders, const std::atomic<bool> &isCancelled,
                                qsizetype most = mostLibraryEntries);

/// Reads the words of a file; of what is no regular file, or larger than largestListed, only says so.
LibraryWords readLibraryWords(const LibraryEntry &entry);

} // namespace store

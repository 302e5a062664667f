// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/librarychanges.h"

#include "session/baseline.h"
#include "store/library.h"
#include "store/pathfacts.h"
#include "store/regularfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <string_view>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace store {
namespace {

using core::Error;
using core::Result;

/// In bytes: what file systems allow (NAME_MAX), without the longest ending and the number of a copy.
constexpr qsizetype longestName = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("store", text);
}

Error refusal(const QString &sentence, const QString &detail)
{
    return {Error::Code::Input, sentence, detail};
}

/// The names of devices, which Windows allows no file.
bool isDevice(const QString &name)
{
    constexpr std::array<QLatin1String, 4> plain{QLatin1String("con"), QLatin1String("prn"), QLatin1String("aux"),
                                                 QLatin1String("nul")};
    const QString stem = name.section(u'.', 0, 0).toLower();
    const bool isNumbered
        = stem.size() == 4 && stem.at(3).isDigit() && (stem.startsWith("com"_L1) || stem.startsWith("lpt"_L1));
    return isNumbered || std::find(plain.begin(), plain.end(), stem) != plain.end();
}

bool isAllowed(uint character)
{
    constexpr std::u32string_view forbidden = U"/\\:*?\"<>|\uFFFD"; // the last stands for half a character
    return QChar::isPrint(character) && forbidden.find(character) == std::u32string_view::npos;
}

/// The part of a file's name that a change leaves alone; a folder has none.
QLatin1String endingOf(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    if (path.endsWith(environmentSuffix))
        return environmentSuffix;
    return path.endsWith(templateSuffix) && !session::isBaselinePath(path) ? templateSuffix : QLatin1String();
}

QString baselineOf(const QString &path)
{
    return endingOf(path) == templateSuffix ? session::baselinePath(path) : QString();
}

QString folderOf(const QString &path)
{
    return QFileInfo(path).path();
}

bool isThere(const QString &path)
{
    return PathFacts::of(path).kind != PathKind::Missing;
}

/// A path in `folder` where nothing is: `NAME`, `NAME 2`, `NAME 3`, …
QString freePath(const QString &folder, const QString &name, QLatin1String ending)
{
    constexpr int mostTries = 10'000; // where nothing can be looked at, everything seems to be taken
    QString path = folder + u'/' + name + ending;
    for (int number = 2; number < mostTries && isThere(path); ++number)
        path = folder + u"/%1 %2"_s.arg(name, QString::number(number)) + ending;
    return path;
}

/// rename() that takes nobody's place; the errno, or 0.
int faultOfRename(const QString &from, const QString &to)
{
    const QByteArray one = QFile::encodeName(from);
    const QByteArray other = QFile::encodeName(to);
    if (::renameat2(AT_FDCWD, one.constData(), AT_FDCWD, other.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    if (isThere(to)) // on a file system that cannot promise it
        return EEXIST;
    return ::rename(one.constData(), other.constData()) == 0 ? 0 : errno;
}

core::Status renamed(const QString &from, const QString &to)
{
    const int fault = faultOfRename(from, to);
    if (fault == 0)
        return core::ok();
    if (fault == EEXIST)
        return refusal(tr("There is a file or folder of this name already. Choose another name."), to);
    return fileError(tr("It cannot be moved: %1.").arg(reasonText(fault)), from, fault);
}

/// Moves the baseline of `from` to where the one of `to` belongs, if it has one.
core::Status bringBaseline(const QString &from, const QString &to)
{
    const QString baseline = baselineOf(from);
    return baseline.isEmpty() || !isThere(baseline) ? core::ok() : renamed(baseline, baselineOf(to));
}

Result<QString> copied(const Files &files, const QString &from, const QString &to)
{
    const Result<QByteArray> bytes = readRegularFile(from);
    if (!bytes)
        return bytes.error();
    if (const Result<Saved> saved = files.save(to, *bytes); !saved)
        return saved.error();
    const QString baseline = baselineOf(from);
    if (!baseline.isEmpty() && isThere(baseline)) {
        if (const Result<QString> second = copied(files, baseline, baselineOf(to)); !second)
            return second.error();
    }
    return to;
}

bool isOnAnotherDevice(const QString &path, const QString &folder)
{
    return PathFacts::of(path).status.st_dev != PathFacts::of(folder).status.st_dev;
}

/// Where rename() does not reach. The original goes when all of it is on the disk.
Result<QString> movedByCopy(const Files &files, const QString &from, const QString &to)
{
    Result<QString> copy = copied(files, from, to);
    if (!copy)
        return copy;
    QFile file(from);
    if (!file.remove())
        return fileError(tr("It was copied, but the original could not be removed: %1.").arg(file.errorString()), from,
                         0);
    if (const QString baseline = baselineOf(from); !baseline.isEmpty() && isThere(baseline))
        QFile::remove(baseline);
    return copy;
}

} // namespace

core::Status checkLibraryName(const QString &name)
{
    const QList<uint> characters = name.toUcs4();
    const bool isGood = !name.isEmpty() && name == name.trimmed() && !name.startsWith(u'.') && !name.endsWith(u'.')
        && std::all_of(characters.begin(), characters.end(), isAllowed) && !isDevice(name)
        && QFile::encodeName(name).size() <= longestName;
    if (isGood)
        return core::ok();
    return refusal(tr("This cannot be the name of a file. Use letters, digits, blanks inside of it and most signs, but "
                      "none of / \\ : * ? \" < > |, no dot in front or at the end, and at most %1 bytes.")
                       .arg(longestName),
                   name);
}

QString libraryName(const QString &path)
{
    return QFileInfo(path).fileName().chopped(endingOf(path).size());
}

Result<QString> renameInLibrary(const QString &path, const QString &name)
{
    const QLatin1String ending = endingOf(path);
    const QString bare = !ending.isEmpty() && name.endsWith(ending) ? name.chopped(ending.size()) : name;
    if (const core::Status status = checkLibraryName(bare); !status)
        return status.error();
    const QString target = folderOf(path) + u'/' + bare + ending;
    if (target == path)
        return path;
    if (endingOf(target) != ending && !ending.isEmpty())
        return refusal(tr("With this name the file would no longer be what it is. Leave its ending out."), name);
    if (!baselineOf(path).isEmpty() && isThere(baselineOf(path)) && isThere(baselineOf(target)))
        return refusal(tr("There is a baseline of this name already. Choose another name."), target);
    if (const core::Status status = renamed(path, target); !status)
        return status.error();
    if (const core::Status status = ending.isEmpty() ? core::ok() : bringBaseline(path, target); !status)
        return status.error();
    return target;
}

Result<QString> addToLibrary(const Files &files, const QString &folder, const QString &name, const QByteArray &bytes)
{
    if (const core::Status status = checkLibraryName(name); !status)
        return status.error();
    const QString path = freePath(folder, name, templateSuffix);
    if (const Result<Saved> saved = files.save(path, bytes); !saved)
        return saved.error();
    return path;
}

Result<QString> duplicateInLibrary(const Files &files, const QString &path)
{
    if (QFileInfo(path).isDir())
        return refusal(tr("Folders are not duplicated here. Use the file manager."), path);
    const QString name = tr("%1 copy").arg(libraryName(path));
    return copied(files, path, freePath(folderOf(path), name, endingOf(path)));
}

Result<QString> transferInLibrary(const Files &files, const QString &path, const QString &folder, Transfer transfer)
{
    const bool isFolder = QFileInfo(path).isDir();
    const QLatin1String ending = endingOf(path);
    if (isFolder && transfer == Transfer::Copy)
        return refusal(tr("Folders are not copied here. Use the file manager, or add the folder itself."), path);
    if (!isFolder && ending.isEmpty())
        return refusal(tr("Only files whose name ends in .json are listed here."), path);
    if (isFolder && QString(folder + u'/').startsWith(path + u'/'))
        return refusal(tr("A folder cannot be moved into itself."), path);
    if (transfer == Transfer::Move && folderOf(path) == folder)
        return path;
    const QString target = freePath(folder, libraryName(path), ending);
    if (transfer == Transfer::Copy)
        return copied(files, path, target);
    if (!isFolder && isOnAnotherDevice(path, folder))
        return movedByCopy(files, path, target);
    if (const core::Status status = renamed(path, target); !status)
        return status.error();
    if (const core::Status status = isFolder ? core::ok() : bringBaseline(path, target); !status)
        return status.error();
    return target;
}

Result<QString> makeLibraryFolder(const QString &parent, const QString &name)
{
    if (const core::Status status = checkLibraryName(name); !status)
        return status.error();
    const QString path = parent + u'/' + name;
    if (isThere(path))
        return refusal(tr("There is a file or folder of this name already. Choose another name."), path);
    if (!QDir().mkdir(path))
        return fileError(tr("The folder cannot be made: %1.").arg(reasonText(errno)), path, errno);
    return path;
}

core::Status trashFromLibrary(const QString &path)
{
    const QString baseline = baselineOf(path);
    QFile file(path);
    if (file.moveToTrash()) {
        if (!baseline.isEmpty() && isThere(baseline))
            QFile::moveToTrash(baseline);
        return core::ok();
    }
    return fileError(tr("It could not be moved to the trash, and stays where it is: %1.").arg(file.errorString()), path,
                     0);
}

} // namespace store

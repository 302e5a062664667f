// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/durablesave.h"

#include "store/filedescriptor.h"
#include "store/pathfacts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

#include <fcntl.h>

namespace store {
namespace {

/// Calls a sync function until no signal interrupts it; 0 or the errno.
int synced(int (*sync)(int), int descriptor)
{
    while (sync(descriptor) != 0) {
        if (errno != EINTR)
            return errno;
    }
    return 0;
}

core::Error notSaved(int systemError, const QString &qtError, const QString &path)
{
    const QString reason = systemError == 0 ? qtError : reasonText(systemError);
    const QString text = QCoreApplication::translate(
        "store", "Not saved: %1. The file on the disk is as it was. Make room for it, or save it elsewhere.");
    return {core::Error::Code::File, text.arg(reason), path + u": " + qtError};
}

/// Gives the new file the group and owner of the one that it replaces, as far as the system lets us: a shared template
/// stays shared.
void keepOwner(int descriptor, const PathFacts &old)
{
    struct stat fresh = {};
    if (old.kind != PathKind::RegularFile || ::fstat(descriptor, &fresh) != 0)
        return;
    if (fresh.st_uid == old.status.st_uid && fresh.st_gid == old.status.st_gid)
        return;
    if (::fchown(descriptor, old.status.st_uid, old.status.st_gid) != 0
        && ::fchown(descriptor, static_cast<uid_t>(-1), old.status.st_gid) != 0)
        return; // only root may give files away; the save itself is sound
    ::fchmod(descriptor, old.status.st_mode & 07777); // fchown() takes bits away
}

} // namespace

core::Status saveDurably(const QString &path, const QByteArray &bytes, FileMode mode)
{
    // The folder is opened first: if that fails, nothing has happened yet.
    const QString folderPath = QFileInfo(path).absolutePath();
    const FileDescriptor folder(::open(QFile::encodeName(folderPath).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isValid())
        return notSaved(errno, qt_error_string(errno), path);
    const PathFacts old = PathFacts::of(path);
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return notSaved(errno, file.errorString(), path);
    if (mode == FileMode::Private)
        ::fchmod(file.handle(), S_IRUSR | S_IWUSR);
    else
        keepOwner(file.handle(), old);

    // QSaveFile alone reports success for up to 16,384 bytes on a full disk and leaves an empty file; hence each check.
    errno = 0;
    if (file.write(bytes) != bytes.size() || !file.flush() || file.error() != QFileDevice::NoError) {
        const core::Error error = notSaved(errno, file.errorString(), path);
        file.cancelWriting();
        return error;
    }
    if (const int fault = synced(::fdatasync, file.handle())) {
        file.cancelWriting();
        return notSaved(fault, qt_error_string(fault), path);
    }
    errno = 0;
    if (!file.commit())
        return notSaved(errno, file.errorString(), path);
    const int fault = synced(::fsync, folder.number());
    if (fault == 0 || fault == EINVAL) // EINVAL: the file system has no such thing as syncing a folder
        return core::ok();
    const QString text = QCoreApplication::translate(
        "store",
        "The new text is in the file, but the disk did not confirm it (%1), so a power cut could bring the old text "
        "back. Save again, or save it elsewhere.");
    return fileError(text.arg(reasonText(fault)), path, fault);
}

core::Status makePrivateFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    int fault = ::mkdir(name.constData(), S_IRWXU) == 0 ? 0 : errno;
    if (fault == ENOENT && QDir().mkpath(QFileInfo(path).absolutePath()))
        fault = ::mkdir(name.constData(), S_IRWXU) == 0 ? 0 : errno;
    if (fault == EEXIST) {
        const PathFacts facts = PathFacts::of(path);
        const bool isPrivate = (facts.status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
        if (facts.kind != PathKind::Folder)
            fault = ENOTDIR;
        else
            fault = isPrivate || ::chmod(name.constData(), S_IRWXU) == 0 ? 0 : errno;
    }
    if (fault == 0)
        return core::ok();
    const QString text = QCoreApplication::translate("store", "The folder for settings cannot be made: %1.");
    return fileError(text.arg(reasonText(fault)), path, fault);
}

} // namespace store

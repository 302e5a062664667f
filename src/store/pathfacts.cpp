// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pathfacts.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>

namespace store {
namespace {

struct Reason
{
    int systemError;
    const char *text;
};

constexpr Reason reasons[] = {
    {ENOSPC, QT_TRANSLATE_NOOP("store", "the disk is full")},
    {EDQUOT, QT_TRANSLATE_NOOP("store", "your share of the disk is used up")},
    {EACCES, QT_TRANSLATE_NOOP("store", "you have no permission for it")},
    {EPERM, QT_TRANSLATE_NOOP("store", "the system does not permit it")},
    {EROFS, QT_TRANSLATE_NOOP("store", "the disk is read-only")},
    {EIO, QT_TRANSLATE_NOOP("store", "the disk reported a fault")},
    {EMFILE, QT_TRANSLATE_NOOP("store", "this program has too many files open")},
    {ENFILE, QT_TRANSLATE_NOOP("store", "the system has too many files open")},
    {EFBIG, QT_TRANSLATE_NOOP("store", "the disk cannot hold a file that large")},
    {ENAMETOOLONG, QT_TRANSLATE_NOOP("store", "its name is too long")},
    {ENOENT, QT_TRANSLATE_NOOP("store", "its folder is not there")},
    {ENOTDIR, QT_TRANSLATE_NOOP("store", "a part of its path is not a folder")},
};

struct Refusal
{
    PathKind kind;
    const char *text;
};

constexpr Refusal refusals[] = {
    {PathKind::Missing, QT_TRANSLATE_NOOP("store", "There is no such file.")},
    {PathKind::Folder, QT_TRANSLATE_NOOP("store", "This is a folder. Choose a file in it.")},
    {PathKind::Pipe, QT_TRANSLATE_NOOP("store", "This is a pipe, not a regular file. Choose a regular file.")},
    {PathKind::Socket, QT_TRANSLATE_NOOP("store", "This is a socket, not a regular file. Choose a regular file.")},
    {PathKind::Device, QT_TRANSLATE_NOOP("store", "This is a device, not a regular file. Choose a regular file.")},
    {PathKind::DanglingLink,
     QT_TRANSLATE_NOOP("store", "This is a symbolic link to a file that is not there. Choose a regular file.")},
    {PathKind::LinkLoop, QT_TRANSLATE_NOOP("store", "This symbolic link leads back to itself. Choose a regular file.")},
};

} // namespace

PathKind PathFacts::kindOf(const struct stat &status)
{
    switch (status.st_mode & S_IFMT) {
    case S_IFREG:
        return PathKind::RegularFile;
    case S_IFDIR:
        return PathKind::Folder;
    case S_IFIFO:
        return PathKind::Pipe;
    case S_IFSOCK:
        return PathKind::Socket;
    default: // character and block devices, and whatever a system may add
        return PathKind::Device;
    }
}

PathFacts PathFacts::of(const QString &path)
{
    PathFacts facts;
    if (path.isEmpty() || path.contains(QChar::Null)) { // the system would look at the part before the NUL
        facts.systemError = ENOENT;
        return facts;
    }
    const QByteArray name = QFile::encodeName(path);
    if (::lstat(name.constData(), &facts.status) != 0) {
        facts.systemError = errno;
        facts.kind = facts.systemError == ENOENT ? PathKind::Missing : PathKind::Unreachable;
        return facts;
    }
    facts.isLink = S_ISLNK(facts.status.st_mode);
    if (facts.isLink && ::stat(name.constData(), &facts.status) != 0) {
        facts.systemError = errno;
        if (facts.systemError == ELOOP)
            facts.kind = PathKind::LinkLoop;
        else
            facts.kind = facts.systemError == ENOENT ? PathKind::DanglingLink : PathKind::Unreachable;
        return facts;
    }
    facts.kind = kindOf(facts.status);
    return facts;
}

QString reasonText(int systemError)
{
    for (const Reason &reason : reasons) {
        if (reason.systemError == systemError)
            return QCoreApplication::translate("store", reason.text);
    }
    return qt_error_string(systemError);
}

core::Error fileError(const QString &message, const QString &path, int systemError)
{
    const QString system = systemError == 0 ? QString() : QString(u": " + qt_error_string(systemError));
    return {core::Error::Code::File, message, path + system};
}

core::Error notARegularFile(const PathFacts &facts, const QString &path)
{
    for (const Refusal &refusal : refusals) {
        if (refusal.kind == facts.kind)
            return fileError(QCoreApplication::translate("store", refusal.text), path, facts.systemError);
    }
    const QString text = QCoreApplication::translate("store", "The file cannot be reached: %1.");
    return fileError(text.arg(reasonText(facts.systemError)), path, facts.systemError);
}

} // namespace store

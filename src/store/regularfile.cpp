// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/regularfile.h"

#include "store/filedescriptor.h"
#include "store/files.h"
#include "store/pathfacts.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>

namespace store {
namespace {

core::Error tooLarge(const QString &path)
{
    const QString text
        = QCoreApplication::translate("store", "The file is larger than %1 MiB, the most that is opened.");
    return fileError(text.arg(largestFile / 1024 / 1024), path, 0);
}

core::Error unreadable(int systemError, const QString &path)
{
    const QString text = QCoreApplication::translate("store", "The file cannot be read: %1.");
    return fileError(text.arg(reasonText(systemError)), path, systemError);
}

/// Opens what was a regular file a moment ago. O_NONBLOCK, because by now it may be a pipe.
FileDescriptor opened(const QString &path)
{
    return FileDescriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
}

core::Result<QByteArray> readAll(const FileDescriptor &file, qint64 expected, const QString &path)
{
    // One byte more than expected, so that a file which did not change ends within the first buffer.
    QByteArray bytes(std::min(expected, largestFile) + 1, Qt::Uninitialized);
    qint64 filled = 0;
    while (true) {
        const ssize_t count = ::read(file.number(), bytes.data() + filled, static_cast<size_t>(bytes.size() - filled));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return unreadable(errno, path);
        if (count == 0)
            break;
        filled += count;
        if (filled > largestFile)
            return tooLarge(path);
        if (filled == bytes.size()) // it grows, or its size is not known, as below /proc
            bytes.resize(std::min(2 * filled + 4096, largestFile + 1));
    }
    bytes.truncate(filled);
    return bytes;
}

} // namespace

core::Result<QByteArray> readRegularFile(const QString &path)
{
    PathFacts facts = PathFacts::of(path);
    if (facts.kind != PathKind::RegularFile)
        return notARegularFile(facts, path);
    const FileDescriptor file = opened(path);
    if (!file.isValid())
        return unreadable(errno, path);
    // What is open may not be what was looked at.
    if (::fstat(file.number(), &facts.status) != 0)
        return unreadable(errno, path);
    facts.kind = PathFacts::kindOf(facts.status);
    if (facts.kind != PathKind::RegularFile)
        return notARegularFile(facts, path);
    if (facts.status.st_size > largestFile)
        return tooLarge(path);
    return readAll(file, facts.status.st_size, path);
}

} // namespace store

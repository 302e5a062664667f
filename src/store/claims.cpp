// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/claims.h"

#include "core/digest.h"
#include "store/durablesave.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>

namespace store {
namespace {

qint64 processIn(const FileDescriptor &lock)
{
    std::array<char, 24> text{};
    const ssize_t size = ::pread(lock.number(), text.data(), text.size(), 0);
    return size > 0 ? QByteArray(text.data(), size).toLongLong() : 0;
}

void sign(const FileDescriptor &lock)
{
    const QByteArray number = QByteArray::number(static_cast<qint64>(::getpid()));
    // Who reads a number that could not be written is told of process 0, and nothing worse happens.
    if (::ftruncate(lock.number(), 0) == 0)
        static_cast<void>(::pwrite(lock.number(), number.constData(), static_cast<size_t>(number.size()), 0));
}

} // namespace

Claims::Claims(QString folder)
    : m_folder(std::move(folder))
{ }

/// The file may be called in several ways, and its name may be longer than one of ours.
QString Claims::lockOf(const QString &path) const
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return m_folder + u'/' + core::sha256((real.isEmpty() ? path : real).toUtf8());
}

std::optional<qint64> Claims::claim(const QString &path)
{
    if (m_held.contains(path) || !makePrivateFolder(m_folder))
        return std::nullopt;
    const QByteArray name = QFile::encodeName(lockOf(path));
    FileDescriptor lock(::open(name.constData(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    if (!lock.isValid())
        return std::nullopt;
    if (::flock(lock.number(), LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? std::optional(processIn(lock)) : std::nullopt;
    sign(lock);
    m_held.emplace(path, std::move(lock));
    return std::nullopt;
}

// The file of a lock stays: to unlink it would let two processes lock two files of one name.
void Claims::release(const QString &path)
{
    m_held.erase(path);
}

} // namespace store

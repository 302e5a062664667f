// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"

#include "store/durablesave.h"
#include "store/pathfacts.h"
#include "store/regularfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace store {
namespace {

constexpr QLatin1String lockName("lock");
constexpr QLatin1String suffix(".unsaved");

/// The lock of the run whose folder is `folder`; invalid when somebody else holds it or there is none.
FileDescriptor lockOf(const QString &folder, int flags)
{
    const QByteArray name = QFile::encodeName(folder + u'/' + lockName);
    FileDescriptor lock(
        ::open(name.constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | flags, S_IRUSR | S_IWUSR));
    if (lock.isValid() && ::flock(lock.number(), LOCK_EX | LOCK_NB) != 0)
        return FileDescriptor(-1);
    return lock;
}

core::Error notKept(const QString &path, int fault)
{
    const QString text = QCoreApplication::translate(
        "store", "What is not saved cannot be kept for the case of a crash: %1. Save what you need.");
    return fileError(text.arg(reasonText(fault)), path, fault);
}

core::Status deleted(const QString &path)
{
    if (QFile::remove(path) || !QFileInfo::exists(path))
        return core::ok();
    return notKept(path, errno);
}

} // namespace

Journal::Journal(QString folder)
    : m_folder(std::move(folder))
{ }

core::Status Journal::prepare()
{
    if (m_lock)
        return core::ok();
    m_own = m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (const QString &folder : {m_folder, m_own}) {
        if (core::Status made = makePrivateFolder(folder); !made)
            return made;
    }
    FileDescriptor lock = lockOf(m_own, O_CREAT);
    if (!lock.isValid())
        return notKept(m_own, errno);
    m_lock.emplace(std::move(lock));
    return core::ok();
}

QString Journal::fileOf(quint64 number) const
{
    return m_own + u'/' + QString::number(number) + suffix;
}

core::Status Journal::write(quint64 number, const QByteArray &bytes)
{
    if (core::Status prepared = prepare(); !prepared)
        return prepared;
    core::Status saved = saveDurably(fileOf(number), bytes, FileMode::Private);
    if (saved)
        return saved;
    const QString text
        = QCoreApplication::translate("store", "What is not saved cannot be kept for the case of a crash. %1");
    return core::Error{core::Error::Code::File, text.arg(saved.error().message), saved.error().detail};
}

core::Status Journal::remove(quint64 number)
{
    return m_lock ? deleted(fileOf(number)) : core::ok();
}

void Journal::clear()
{
    if (!m_lock)
        return;
    QDir(m_own).removeRecursively(); // what stays is offered at the next start, which is the safe side
    m_lock.reset();
}

JournalRemains::JournalRemains(QString folder, FileDescriptor lock)
    : m_folder(std::move(folder))
    , m_lock(std::move(lock))
{
    const QFileInfoList files = QDir(m_folder).entryInfoList({u'*' + suffix}, QDir::Files | QDir::Hidden, QDir::Name);
    for (const QFileInfo &file : files) {
        const core::Result<QByteArray> bytes = readRegularFile(file.filePath());
        m_entries.append({file.filePath(), bytes ? *bytes : QByteArray(), file.lastModified(),
                          bytes ? QString() : bytes.error().message});
    }
}

std::optional<JournalRemains> JournalRemains::lock(const QString &folder)
{
    FileDescriptor lock = lockOf(folder, 0);
    if (!lock.isValid())
        return std::nullopt;
    return JournalRemains(folder, std::move(lock));
}

core::Result<QString> JournalRemains::setAside(const Entry &entry)
{
    const QFileInfo file(entry.path);
    const QString to
        = QFileInfo(m_folder).path() + u"/damaged-"_s + QFileInfo(m_folder).fileName() + u'-' + file.fileName();
    if (!QFile::rename(entry.path, to))
        return notKept(entry.path, errno);
    return to;
}

core::Status JournalRemains::discard()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (core::Status gone = deleted(entry.path); !gone)
            return gone;
    }
    m_entries.clear();
    QDir(m_folder).removeRecursively();
    return core::ok();
}

std::vector<JournalRemains> journalRemains(const QString &folder)
{
    std::vector<JournalRemains> found;
    const QFileInfoList runs
        = QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Time | QDir::Reversed);
    found.reserve(static_cast<size_t>(runs.size()));
    for (const QFileInfo &run : runs) {
        std::optional<JournalRemains> remains = JournalRemains::lock(run.filePath());
        if (remains && remains->entries().isEmpty())
            static_cast<void>(remains->discard());
        else if (remains)
            found.push_back(std::move(*remains));
    }
    return found;
}

} // namespace store

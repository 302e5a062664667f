// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history.h"

#include "core/log.h"
#include "store/durablesave.h"
#include "store/filedescriptor.h"
#include "store/historydatabase.h"
#include "store/historyfilter.h"
#include "store/historysql.h"
#include "store/pathfacts.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace store {
namespace {

using core::Error;

QString tr(const char *text)
{
    return QCoreApplication::translate("store", text);
}

/// One process at a time opens the file or moves it aside: two that find the same damage would otherwise move the fresh
/// file of the other. The system takes the lock back when the process ends, however it ends; one that was stopped with
/// it is waited for as long as `patience`.
core::Result<FileDescriptor> lockedFolder(const QString &folder, std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds pause(10); // it is held for milliseconds
    FileDescriptor descriptor(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.isValid())
        return fileError(reasonText(errno), folder, errno);
    for (std::chrono::milliseconds waited{}; ::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0; waited += pause) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            break; // a file system without locks has nobody to share with
        if (waited >= patience)
            return Error{Error::Code::File, tr("another program holds its folder; end that, or wait for it"), folder};
        ::poll(nullptr, 0, static_cast<int>(pause.count())); // flock() has no patience of its own, so it is asked again
    }
    return descriptor;
}

/// The sentence that people read, around the reason that the database gave.
Error spoken(const QString &sentence, const Error &error)
{
    return {error.code, sentence.arg(error.message), error.detail};
}

} // namespace

History::History(QString folder, Told told, Judge judge, std::chrono::milliseconds patience)
    : m_folder(std::move(folder))
    , m_told(std::move(told))
    , m_judge(std::move(judge))
    , m_patience(patience)
{ }

History::~History() = default;

QString History::path() const
{
    return m_folder + "/history.sqlite"_L1;
}

core::Status History::open()
{
    const core::Status status = opened();
    return status ? status : spoken(tr("The history cannot be opened: %1."), status.error());
}

void History::close()
{
    m_database.reset();
}

/// As open(), but the message of the Error is a part of a sentence.
core::Status History::opened()
{
    if (m_database)
        return core::ok();
    if (core::Status made = makePrivateFolder(m_folder); !made)
        return made;
    const core::Result<FileDescriptor> lock = lockedFolder(m_folder, m_patience);
    return lock ? openLocked() : core::Status(lock.error());
}

core::Status History::openLocked()
{
    bool isDamaged = false;
    auto database = HistoryDatabase::open(path(), isDamaged);
    if (isDamaged) {
        if (core::Status moved = moveAside(); !moved)
            return moved;
        database = HistoryDatabase::open(path(), isDamaged);
    }
    if (!database)
        return database.error();
    m_database = std::move(database).value();
    return core::ok();
}

QString History::freeName() const
{
    for (int number = 1;; ++number) {
        QString name = m_folder + u"/history-damaged-%1.sqlite"_s.arg(number);
        if (!QFile::exists(name) && !QFile::exists(name + "-wal"_L1))
            return name;
    }
}

/// Keeps the damaged file under another name. Its log goes first: SQLite would play it into the new file.
core::Status History::moveAside()
{
    const QString aside = freeName();
    QFile::remove(path() + "-shm"_L1); // an index of the log, which is made again
    const QString log = path() + "-wal"_L1;
    const bool isMoved = (!QFile::exists(log) || QFile::rename(log, aside + "-wal"_L1))
        && QFile::rename(path(), aside); // never over an existing file
    if (!isMoved)
        return Error{Error::Code::File, tr("its file is damaged and could not be moved aside"), path()};
    m_told(tr("The file of the history was damaged. It was kept as %1, and a new history begins.").arg(aside));
    return core::ok();
}

/// After damage was met: begins a new file, unless another process has done so already.
core::Status History::mendOnce()
{
    const core::Result<FileDescriptor> lock = lockedFolder(m_folder, m_patience);
    if (!lock)
        return lock.error();
    const bool isInPlace = m_database->isInPlace();
    m_database.reset();
    if (isInPlace) {
        if (core::Status moved = moveAside(); !moved)
            return moved;
    }
    return openLocked();
}

core::Status History::write(const std::function<core::Status(HistoryDatabase &)> &work)
{
    const auto attempt = [this, &work] { return m_database->atOnce([this, &work] { return work(*m_database); }); };
    core::Status status = attempt();
    if (status || !m_database->isDamaged())
        return status;
    if (core::Status mended = mendOnce(); !mended)
        return mended;
    return attempt();
}

core::Status History::begin(const exchange::Exchange &exchange)
{
    if (const core::Status status = opened(); !status) {
        return spoken(tr("Not sent, because the history cannot be opened: %1. Mend that, or submit without the "
                         "history."),
                      status.error());
    }
    exchange::Exchange known = exchange;
    const bool isMasked = maskSecrets(known);
    const core::Status written = write([&known, isMasked](HistoryDatabase &database) -> core::Status {
        if (const auto row = database.run(beginSql, beginValues(known, isMasked)); !row)
            return row.error();
        if (const auto content = database.run(beginContentSql, beginContent(known)); !content)
            return content.error();
        return core::ok();
    });
    if (written)
        return written;
    return spoken(tr("Not sent, because it could not be written into the history first: %1. Mend that, or submit "
                     "without the history."),
                  written.error());
}

void History::begin(const exchange::Exchange &exchange, QObject *, Begun done)
{
    done(begin(exchange));
}

void History::end(const exchange::Exchange &exchange)
{
    if (!m_database)
        return; // begin() failed, or the file could not be opened again
    exchange::Exchange known = exchange;
    const std::optional<bool> isAsExpected = m_judge ? std::optional(m_judge(exchange)) : std::nullopt;
    const bool isMasked = maskSecrets(known);
    // After damage this finds no row: what was begun lies in the file that was moved aside.
    const core::Status written = write([&](HistoryDatabase &database) -> core::Status {
        if (const auto row = database.run(endSql, endValues(known, isAsExpected, isMasked)); !row)
            return row.error();
        if (const auto content = database.run(endContentSql, endContent(known)); !content)
            return content.error();
        return core::ok();
    });
    if (written)
        return;
    qCWarning(lcStore).noquote() << "history:" << written.error().detail;
    m_told(tr("What became of the request could not be written into the history: %1. It stands there as “sent, result "
              "unknown”.")
               .arg(written.error().message));
}

core::Result<QList<HistoryRow>> History::rows(const QString &filter, int limit, qint64 before)
{
    if (core::Status opened = open(); !opened)
        return opened.error();
    const HistoryFilter fitting = readFilter(filter);
    const QString from = fitting.condition.isEmpty()
        ? u"exchange WHERE number < ? ORDER BY number"_s
        : u"%1 JOIN exchange ON exchange.number = %2 WHERE %3 AND %2 < ? ORDER BY %2"_s.arg(
            fitting.table, fitting.number, fitting.condition);
    core::Result<QSqlQuery> query
        = m_database->run("SELECT "_L1 + historyColumns + " FROM "_L1 + from + " DESC LIMIT ?"_L1,
                          fitting.values + QVariantList{before, limit});
    if (!query)
        return spoken(tr("The history cannot be read: %1."), query.error());
    QList<HistoryRow> rows;
    while (query->next())
        rows.append(rowFrom(*query));
    return rows;
}

core::Result<HistoryExtent> History::extent(const QString &filter)
{
    if (core::Status opened = open(); !opened)
        return opened.error();
    const HistoryFilter fitting = readFilter(filter);
    core::Result<QSqlQuery> query
        = m_database->run("SELECT count(*), max(number) FROM exchange"_L1 + fitting.whereClause(), fitting.values);
    if (!query)
        return spoken(tr("The history cannot be read: %1."), query.error());
    if (!query->next())
        return HistoryExtent{};
    return HistoryExtent{query->value(0).toLongLong(), query->value(1).toLongLong()};
}

core::Result<std::optional<HistoryEntry>> History::entry(qint64 number)
{
    if (core::Status opened = open(); !opened)
        return opened.error();
    core::Result<QSqlQuery> query
        = m_database->run("SELECT "_L1 + historyColumns + ", "_L1 + contentColumns
                              + " FROM exchange JOIN content USING (number) WHERE number = ?"_L1,
                          {number});
    if (!query)
        return spoken(tr("The history cannot be read: %1."), query.error());
    return query->next() ? std::optional(entryFrom(*query)) : std::nullopt;
}

core::Result<std::optional<HistoryRow>> History::row(const QUuid &id)
{
    if (!m_database && !QFile::exists(path()))
        return std::optional<HistoryRow>();
    if (core::Status opened = open(); !opened)
        return opened.error();
    core::Result<QSqlQuery> query = m_database->run("SELECT "_L1 + historyColumns + " FROM exchange WHERE id = ?"_L1,
                                                    {id.toString(QUuid::WithoutBraces)});
    if (!query)
        return spoken(tr("The history cannot be read: %1."), query.error());
    return query->next() ? std::optional(rowFrom(*query)) : std::nullopt;
}

core::Result<qint64> History::remove(const QString &filter, qint64 last)
{
    if (core::Status opened = open(); !opened)
        return opened.error();
    const HistoryFilter fitting = readFilter(filter);
    const QString where = fitting.whereClause();
    qint64 removed = 0;
    const core::Status written = m_database->atOnce([&]() -> core::Status {
        const auto query = m_database->run(
            "DELETE FROM exchange"_L1 + (where.isEmpty() ? u" WHERE"_s : where + " AND"_L1) + " number <= ?"_L1,
            fitting.values + QVariantList{last});
        if (!query)
            return query.error();
        removed = query->numRowsAffected();
        return core::ok();
    });
    if (!written)
        return spoken(tr("Nothing was deleted from the history: %1."), written.error());
    // The log shrinks when it has been played into the file, which then gives the room back to the disk.
    (void)m_database->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    return removed;
}

core::Status History::annotate(qint64 number, const HistoryWords &words)
{
    if (core::Status opened = open(); !opened)
        return opened;
    const core::Status written = write([&](HistoryDatabase &database) -> core::Status {
        const auto query = database.run(annotateSql, annotateValues(number, words));
        if (!query)
            return query.error();
        if (query->numRowsAffected() == 0)
            return Error{Error::Code::File, tr("the exchange is not in the history any more"), {}};
        return core::ok();
    });
    return written ? written : spoken(tr("This was not kept: %1."), written.error());
}

qint64 History::size() const
{
    return QFileInfo(path()).size() + QFileInfo(path() + "-wal"_L1).size();
}

} // namespace store

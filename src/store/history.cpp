// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history.h"

#include "core/log.h"
#include "store/durablesave.h"
#include "store/filedescriptor.h"
#include "store/historydatabase.h"
#include "store/historysql.h"
#include "store/pathfacts.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace store {
namespace {

using core::Error;

// The index holds trigrams; a shorter word is looked for in the text itself.
constexpr qsizetype shortestIndexed = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("store", text);
}

/// One process at a time opens the file or moves it aside: two that find the same damage would otherwise move the fresh
/// file of the other. The system takes the lock back when the process ends, however it ends.
core::Result<FileDescriptor> lockedFolder(const QString &folder)
{
    FileDescriptor descriptor(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.isValid())
        return fileError(reasonText(errno), folder, errno);
    // Held for milliseconds. A file system without locks has nobody to share with.
    while (::flock(descriptor.number(), LOCK_EX) != 0 && errno == EINTR) { }
    return descriptor;
}

/// A filter as SQL: a condition on the table `search`, and the values in it.
struct Condition
{
    QString sql;
    QVariantList values;
};

Condition conditionOf(const QString &filter)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    const QStringList words = filter.split(blanks, Qt::SkipEmptyParts);
    QStringList phrases;
    QStringList conditions;
    QVariantList shortWords;
    phrases.reserve(words.size());
    conditions.reserve(words.size() + 1);
    shortWords.reserve(words.size());
    for (QString word : words) {
        word.remove(QChar::Null);
        if (word.toUcs4().size() >= shortestIndexed) {
            phrases += u'"' + word.replace(u'"', u"\"\""_s) + u'"';
        } else if (!word.isEmpty()) {
            conditions += u"instr(lower(search.text), ?) > 0"_s;
            shortWords += word.toLower();
        }
    }
    QVariantList values;
    if (!phrases.isEmpty()) {
        conditions.prepend(u"search MATCH ?"_s);
        values += phrases.join(" AND "_L1);
    }
    return {conditions.join(" AND "_L1), values + shortWords};
}

/// The sentence that people read, around the reason that the database gave.
Error spoken(const QString &sentence, const Error &error)
{
    return {error.code, sentence.arg(error.message), error.detail};
}

} // namespace

History::History(QString folder, Told told)
    : m_folder(std::move(folder))
    , m_told(std::move(told))
{ }

History::~History() = default;

QString History::path() const
{
    return m_folder + "/history.sqlite"_L1;
}

core::Status History::open()
{
    if (m_database)
        return core::ok();
    core::Status status = makePrivateFolder(m_folder);
    if (status) {
        const core::Result<FileDescriptor> lock = lockedFolder(m_folder);
        status = lock ? openLocked() : core::Status(lock.error());
    }
    return status ? status : spoken(tr("The history cannot be opened: %1."), status.error());
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
    const core::Result<FileDescriptor> lock = lockedFolder(m_folder);
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
    if (core::Status opened = open(); !opened)
        return opened;
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

void History::end(const exchange::Exchange &exchange)
{
    if (!m_database)
        return; // begin() failed, or the file could not be opened again
    exchange::Exchange known = exchange;
    const bool isMasked = maskSecrets(known);
    // After damage this finds no row: what was begun lies in the file that was moved aside.
    const core::Status written = write([&known, isMasked](HistoryDatabase &database) -> core::Status {
        if (const auto row = database.run(endSql, endValues(known, isMasked)); !row)
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
    const Condition condition = conditionOf(filter);
    const bool isFiltered = !condition.sql.isEmpty();
    const QString from = isFiltered ? u"search JOIN exchange ON exchange.number = search.rowid WHERE "_s + condition.sql
            + " AND search.rowid < ? ORDER BY search.rowid"_L1
                                    : u"exchange WHERE number < ? ORDER BY number"_s;
    core::Result<QSqlQuery> query
        = m_database->run("SELECT "_L1 + historyColumns + " FROM "_L1 + from + " DESC LIMIT ?"_L1,
                          condition.values + QVariantList{before, limit});
    if (!query)
        return spoken(tr("The history cannot be read: %1."), query.error());
    QList<HistoryRow> rows;
    while (query->next())
        rows.append(rowFrom(*query));
    return rows;
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

core::Result<qint64> History::remove(const QString &filter)
{
    if (core::Status opened = open(); !opened)
        return opened.error();
    const Condition condition = conditionOf(filter);
    const QString where = condition.sql.isEmpty()
        ? QString()
        : u" WHERE number IN (SELECT rowid FROM search WHERE %1)"_s.arg(condition.sql);
    qint64 removed = 0;
    const core::Status written = m_database->atOnce([&]() -> core::Status {
        const auto query = m_database->run("DELETE FROM exchange"_L1 + where, condition.values);
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

qint64 History::size() const
{
    return QFileInfo(path()).size() + QFileInfo(path() + "-wal"_L1).size();
}

} // namespace store

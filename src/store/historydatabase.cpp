// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/historydatabase.h"

#include "store/filedescriptor.h"
#include "store/pathfacts.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

#include <cerrno>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace store {
namespace {

using core::Error;

constexpr int schemaVersion = 2;

// https://www.sqlite.org/rescode.html, the primary codes.
enum Code { Busy = 5, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26 };

// What a filter looks at. The text is kept folded into trigrams, so that any part of a word is found by the index.
constexpr QLatin1String searched(
    "strftime('%Y-%m-%d %H:%M:%S', new.startedAt / 1000000, 'unixepoch') || char(10) || new.environment || char(10) || "
    "new.method || ' ' || new.url || char(10) || ifnull(new.status, '') || ' ' || ifnull(new.reason, '') || char(10) "
    "|| "
    "ifnull(new.errorCode, '') || ' ' || ifnull(new.errorMessage, '') || char(10) || ifnull(new.requestId, '') || ' ' "
    "|| "
    "ifnull(new.clientRequestId, '') || char(10) || ifnull(new.build, '') || ' ' || ifnull(new.template, '') || ' ' || "
    "ifnull(new.verdict, '') || ' ' || ifnull(new.tag, '') || char(10) || ifnull(new.note, '')");

/// The tables of schemaVersion. Times are microseconds since 1970 in UTC, moments nanoseconds since the start. What the
/// list shows stands apart from the bodies, so that a list of thousands reads none of them.
const QStringList &tables()
{
    static const QStringList statements{
        u"CREATE TABLE exchange (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "
        "startedAt INTEGER NOT NULL, environment TEXT NOT NULL, method TEXT NOT NULL, url TEXT NOT NULL, "
        "requestSize INTEGER NOT NULL, clientRequestId TEXT, isEnded INTEGER NOT NULL DEFAULT 0, hasLeft INTEGER, "
        "status INTEGER, reason TEXT, responseSize INTEGER, requestId TEXT, errorCode TEXT, errorMessage TEXT, "
        "errorDetail TEXT, socketStarted INTEGER, encrypted INTEGER, requestSent INTEGER, firstByte INTEGER, "
        "finished INTEGER, isMasked INTEGER NOT NULL, build TEXT, template TEXT, verdict TEXT, note TEXT, tag TEXT, isAsExpected INTEGER)"_s,
        u"CREATE TABLE content (number INTEGER PRIMARY KEY, requestHeaders TEXT NOT NULL, requestBody BLOB NOT NULL, "
        "isComplete INTEGER, responseHeaders TEXT, responseBody BLOB, tls TEXT)"_s,
        u"CREATE VIRTUAL TABLE search USING fts5(text, tokenize = 'trigram')"_s,
        u"CREATE TRIGGER inserted AFTER INSERT ON exchange BEGIN "
        "INSERT INTO search (rowid, text) VALUES (new.number, "_s
            + searched + "); END"_L1,
        u"CREATE TRIGGER updated AFTER UPDATE ON exchange BEGIN UPDATE search SET text = "_s + searched
            + " WHERE rowid = new.number; END"_L1,
        u"CREATE TRIGGER deleted AFTER DELETE ON exchange BEGIN DELETE FROM search WHERE rowid = old.number; "
        "DELETE FROM content WHERE number = old.number; END"_s,
        u"PRAGMA user_version = %1"_s.arg(schemaVersion),
    };
    return statements;
}

QString reasonOf(int code, const QString &text)
{
    switch (code) {
    case Full:
        return reasonText(ENOSPC);
    case ReadOnly:
    case CannotOpen:
        return reasonText(EACCES);
    case InputOutput:
        return reasonText(EIO);
    case Busy:
        return QCoreApplication::translate("store", "another program holds the history");
    case Corrupt:
    case NotADatabase:
        return QCoreApplication::translate("store", "its file is damaged");
    default:
        return text;
    }
}

/// Makes the file, because SQLite would make it readable for everybody; its companions get the same mode by themselves.
/// An existing file is never opened here: closing it would take the locks of other connections away.
core::Status makePrivateFile(const QString &path)
{
    const PathFacts facts = PathFacts::of(path);
    if (facts.kind != PathKind::Missing && facts.kind != PathKind::RegularFile)
        return notARegularFile(facts, path);
    const QByteArray name = QFile::encodeName(path);
    constexpr mode_t mode = S_IRUSR | S_IWUSR;
    if (facts.kind == PathKind::Missing) {
        const FileDescriptor file(::open(name.constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode));
        if (!file.isValid() && errno != EEXIST)
            return fileError(reasonText(errno), path, errno);
    } else if ((facts.status.st_mode & 07777) != mode && ::chmod(name.constData(), mode) != 0) {
        return fileError(reasonText(errno), path, errno);
    }
    return core::ok();
}

} // namespace

HistoryDatabase::HistoryDatabase(QString path, QString connection)
    : m_path(std::move(path))
    , m_connection(std::move(connection))
{ }

HistoryDatabase::~HistoryDatabase()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

core::Result<std::unique_ptr<HistoryDatabase>> HistoryDatabase::open(const QString &path, bool &isDamaged)
{
    isDamaged = false;
    if (const core::Status made = makePrivateFile(path); !made)
        return made.error();
    const QString name = u"history-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<HistoryDatabase> database(new HistoryDatabase(path, name));
    core::Status status = database->connectTo();
    if (status)
        status = database->prepare();
    isDamaged = database->isDamaged();
    if (!status)
        return status.error();
    return database;
}

core::Result<QSqlQuery> HistoryDatabase::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    bool isDone = query.prepare(sql);
    if (isDone) {
        for (const QVariant &value : values)
            query.addBindValue(value);
        isDone = query.exec();
    }
    if (isDone)
        return query;
    const QSqlError error = query.lastError();
    const int code = error.nativeErrorCode().toInt() & 0xff; // the rest is the extended part
    m_isDamaged |= code == Corrupt || code == NotADatabase;
    return Error{Error::Code::File, reasonOf(code, error.driverText()), m_path + ": "_L1 + error.text()};
}

core::Status HistoryDatabase::atOnce(const std::function<core::Status()> &work)
{
    // IMMEDIATE: a transaction that only finds out later that it wants to write is refused instead of waiting.
    if (const auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun.error();
    core::Status status = work();
    if (status) {
        if (const auto committed = run(u"COMMIT"_s); !committed)
            status = committed.error();
    }
    if (!status)
        (void)run(u"ROLLBACK"_s); // a full disk may have rolled back already
    return status;
}

bool HistoryDatabase::isInPlace() const
{
    const PathFacts facts = PathFacts::of(m_path);
    return facts.kind == PathKind::RegularFile && facts.status.st_ino == m_inode;
}

core::Status HistoryDatabase::connectTo()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    m_inode = PathFacts::of(m_path).status.st_ino;
    if (database.open())
        return core::ok();
    const QSqlError error = database.lastError();
    return Error{Error::Code::File, reasonOf(error.nativeErrorCode().toInt() & 0xff, error.driverText()), error.text()};
}

core::Status HistoryDatabase::prepare()
{
    // auto_vacuum comes before the first table, and gives the disk back what was deleted.
    for (const QLatin1String pragma : {"PRAGMA auto_vacuum = FULL"_L1, "PRAGMA journal_mode = WAL"_L1,
                                       "PRAGMA synchronous = FULL"_L1, "PRAGMA cell_size_check = ON"_L1}) {
        if (const auto done = run(pragma); !done)
            return done.error();
    }
    auto version = run(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    const int found = version->next() ? version->value(0).toInt() : -1;
    version->finish();
    if (found > schemaVersion) {
        const QString text = QCoreApplication::translate("store", "a newer version of the program wrote it");
        return Error{Error::Code::File, text, m_path};
    }
    if (found == 0)
        return makeTables();
    core::Status status = found < schemaVersion ? migrate() : core::ok();
    if (status)
        status = look();
    if (!status)
        m_isDamaged |= status.error().detail.contains("no such"_L1); // a table is missing
    return status;
}

/// From version 1, which did not say what was as expected.
core::Status HistoryDatabase::migrate()
{
    return atOnce([this]() -> core::Status {
        for (const QString &statement : {u"ALTER TABLE exchange ADD COLUMN isAsExpected INTEGER"_s,
                                         u"PRAGMA user_version = %1"_s.arg(schemaVersion)}) {
            if (const auto done = run(statement); !done)
                return done.error();
        }
        return core::ok();
    });
}

core::Status HistoryDatabase::makeTables()
{
    auto others = run(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!others)
        return others.error();
    if (others->next() && others->value(0).toInt() > 0) {
        m_isDamaged = true;
        return Error{Error::Code::File, reasonOf(NotADatabase, {}), m_path};
    }
    others->finish();
    return atOnce([this]() -> core::Status {
        for (const QString &statement : tables()) {
            if (const auto done = run(statement); !done)
                return done.error();
        }
        return core::ok();
    });
}

/// Reads a page of each table. Damage deeper down shows when it is met.
core::Status HistoryDatabase::look()
{
    for (const QLatin1String statement : {"SELECT number FROM exchange ORDER BY number DESC LIMIT 1"_L1,
                                          "SELECT number FROM content ORDER BY number DESC LIMIT 1"_L1,
                                          "SELECT rowid FROM search ORDER BY rowid DESC LIMIT 1"_L1}) {
        if (const auto read = run(statement); !read)
            return read.error();
    }
    return core::ok();
}

} // namespace store

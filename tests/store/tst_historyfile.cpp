// SPDX-License-Identifier: GPL-3.0-or-later
// docs/promises.md F6: what lies on the disk, whole or damaged.
#include "historysamples.h"
#include "store/history.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using exchange::Exchange;
using store::History;

class HistoryFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void files_arePrivateWhateverTheMask();
    void looseFile_becomesPrivate();
    void pragmas_areDurable();
    void damagedFile_isMovedAsideAndSaid_data();
    void damagedFile_isMovedAsideAndSaid();
    void damageMetLater_isMovedAside();
    void damagedTwice_keepsBoth();
    void newerVersion_isLeftAlone();
    void firstVersion_isCarriedOver();
    void heldFolder_isWaitedForAndSaid();
    void unusablePlace_isAnError_data();
    void unusablePlace_isAnError();
    void fullDisk_isAnErrorBeforeSending();

private:
    QString folder() const { return m_folder->filePath(u"data"_s); }
    QString path() const { return folder() + u"/history.sqlite"_s; }
    History::Told told()
    {
        return [this](const QString &sentence) { m_told.append(sentence); };
    }
    /// A history of `count` exchanges, closed.
    void make(int count);
    void change(const std::function<void(QFile &)> &change) const;
    /// Runs one statement on the file; its first value.
    QVariant ask(const QString &sql) const;
    static mode_t modeOf(const QString &path);

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_told;
};

void HistoryFileTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_told.clear();
}

void HistoryFileTest::make(int count)
{
    History history(folder(), told());
    for (int number = 0; number < count; ++number) {
        const Exchange exchange = samples::begun();
        QVERIFY(history.begin(exchange));
        history.end(samples::ended(exchange));
    }
}

void HistoryFileTest::change(const std::function<void(QFile &)> &change) const
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    change(file);
}

QVariant HistoryFileTest::ask(const QString &sql) const
{
    QVariant value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        database.setDatabaseName(path());
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (query.exec(sql) && query.next())
            value = query.value(0);
        else
            value = query.lastError().text();
    }
    QSqlDatabase::removeDatabase(u"test"_s);
    return value;
}

mode_t HistoryFileTest::modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

void HistoryFileTest::files_arePrivateWhateverTheMask()
{
    const mode_t old = ::umask(0);
    const auto restore = qScopeGuard([old] { ::umask(old); });
    History history(folder(), told());
    QVERIFY(history.begin(samples::begun()));
    QCOMPARE(modeOf(folder()), mode_t(0700));
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QCOMPARE(modeOf(path() + suffix), mode_t(0600));
}

void HistoryFileTest::looseFile_becomesPrivate()
{
    make(1);
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    make(1);
    QCOMPARE(modeOf(path()), mode_t(0600));
}

void HistoryFileTest::pragmas_areDurable()
{
    make(1);
    QCOMPARE(ask(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    QCOMPARE(ask(u"PRAGMA auto_vacuum"_s).toInt(), 1);
    QCOMPARE(ask(u"PRAGMA user_version"_s).toInt(), 2);
    QCOMPARE(ask(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    QVERIFY(!QFile::exists(path() + "-wal"_L1)); // closed in good order
}

void HistoryFileTest::damagedFile_isMovedAsideAndSaid_data()
{
    using Change = std::function<void(QFile &)>;
    QTest::addColumn<Change>("damage");
    QTest::newRow("garbage") << Change([](QFile &file) {
        file.resize(0);
        file.write(QByteArray(8192, 'g'));
    });
    QTest::newRow("a sentence") << Change([](QFile &file) {
        file.resize(0);
        file.write("This is no database.");
    });
    QTest::newRow("cut within the first page") << Change([](QFile &file) { file.resize(1000); });
    QTest::newRow("cut in the middle") << Change([](QFile &file) { file.resize(file.size() / 2 / 4096 * 4096); });
    QTest::newRow("first page zeroed but for its head") << Change([](QFile &file) {
        file.seek(100);
        file.write(QByteArray(3996, '\0'));
    });
    QTest::newRow("all pages but the first are noise") << Change([](QFile &file) {
        const qint64 rest = file.size() - 4096;
        file.seek(4096);
        file.write(QByteArray(rest, '\xa5'));
    });
}

void HistoryFileTest::damagedFile_isMovedAsideAndSaid()
{
    QFETCH(std::function<void(QFile &)>, damage);
    make(30);
    change(damage);
    QElapsedTimer timer;
    timer.start();
    History history(folder(), told());
    const core::Status opened = history.open();
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message + opened.error().detail));
    QVERIFY(timer.elapsed() < 2000);
    QCOMPARE(m_told.size(), 1);
    QVERIFY2(m_told.constFirst().contains(folder() + "/history-damaged-1.sqlite"_L1), qPrintable(m_told.constFirst()));
    QVERIFY(QFile::exists(folder() + "/history-damaged-1.sqlite"_L1));
    QVERIFY(history.begin(samples::begun()));
    QCOMPARE(history.rows({}, 10).value().size(), 1);
}

void HistoryFileTest::damageMetLater_isMovedAside()
{
    make(30);
    History history(folder(), told());
    QVERIFY(history.open());
    change([](QFile &file) {
        const qint64 rest = file.size() - 4096;
        file.seek(4096);
        file.write(QByteArray(rest, '\xa5'));
    });
    const Exchange exchange = samples::begun();
    const core::Status begun = history.begin(exchange);
    QVERIFY2(begun, begun ? "" : qPrintable(begun.error().message + begun.error().detail));
    history.end(samples::ended(exchange));
    QCOMPARE(m_told.size(), 1);
    QCOMPARE(history.rows({}, 10).value().size(), 1);
    QVERIFY(QFile::exists(folder() + "/history-damaged-1.sqlite"_L1));
}

void HistoryFileTest::damagedTwice_keepsBoth()
{
    for (int time = 1; time <= 2; ++time) {
        change([](QFile &file) { file.write(QByteArray(8192, 'g')); });
        make(1);
        QCOMPARE(m_told.size(), time);
        QVERIFY(QFile::exists(folder() + u"/history-damaged-%1.sqlite"_s.arg(time)));
    }
}

void HistoryFileTest::newerVersion_isLeftAlone()
{
    make(1);
    ask(u"PRAGMA user_version = 3"_s);
    History history(folder(), told());
    const core::Status begun = history.begin(samples::begun());
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, core::Error::Code::File);
    QVERIFY2(begun.error().message.contains("newer version"_L1), qPrintable(begun.error().message));
    QVERIFY(m_told.isEmpty());
    QCOMPARE(ask(u"SELECT count(*) FROM exchange"_s).toInt(), 1);
}

// Version 1 did not say what was as expected.
void HistoryFileTest::firstVersion_isCarriedOver()
{
    make(2);
    ask(u"ALTER TABLE exchange DROP COLUMN isAsExpected"_s);
    ask(u"PRAGMA user_version = 1"_s);
    History history(folder(), told(), [](const Exchange &) { return true; });
    const Exchange exchange = samples::begun();
    QVERIFY(history.begin(exchange));
    history.end(samples::ended(exchange));
    const QList<store::HistoryRow> rows = history.rows({}, 10).value();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).isAsExpected, std::optional(true));
    QCOMPARE(rows.at(2).isAsExpected, std::nullopt);
    QVERIFY(m_told.isEmpty());
}

// As by a process that was stopped while it opened the file.
void HistoryFileTest::heldFolder_isWaitedForAndSaid()
{
    QVERIFY(QDir().mkpath(folder()));
    const int holder = ::open(QFile::encodeName(folder()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const auto close = qScopeGuard([holder] { ::close(holder); });
    QCOMPARE(::flock(holder, LOCK_EX), 0);
    History history(folder(), told(), {}, std::chrono::milliseconds(50));
    const core::Status opened = history.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, core::Error::Code::File);
    QVERIFY2(opened.error().message.contains("another program holds its folder"_L1),
             qPrintable(opened.error().message));
    QCOMPARE(::flock(holder, LOCK_UN), 0);
    QVERIFY(history.open());
}

void HistoryFileTest::unusablePlace_isAnError_data()
{
    using Prepare = std::function<void(const QString &)>;
    QTest::addColumn<Prepare>("prepare");
    QTest::newRow("the folder is a file") << Prepare([](const QString &folder) {
        QFile file(folder);
        QVERIFY(file.open(QIODevice::WriteOnly));
    });
    QTest::newRow("the file is a folder")
        << Prepare([](const QString &folder) { QVERIFY(QDir().mkpath(folder + "/history.sqlite"_L1)); });
    QTest::newRow("the file is a pipe") << Prepare([](const QString &folder) {
        QVERIFY(QDir().mkpath(folder));
        QCOMPARE(::mkfifo(QFile::encodeName(folder + "/history.sqlite"_L1).constData(), 0600), 0);
    });
    QTest::newRow("the folder cannot be made")
        << Prepare([](const QString &folder) { QVERIFY(QFile::link(u"/proc/nowhere"_s, folder)); });
}

void HistoryFileTest::unusablePlace_isAnError()
{
    QFETCH(std::function<void(const QString &)>, prepare);
    prepare(folder());
    History history(folder(), told());
    const core::Status begun = history.begin(samples::begun());
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, core::Error::Code::File);
    QVERIFY(begun.error().message.startsWith("Not sent, because the history cannot be opened: "_L1));
    QVERIFY(m_told.isEmpty());
}

void HistoryFileTest::fullDisk_isAnErrorBeforeSending()
{
    make(1);
    History history(folder(), told());
    QVERIFY(history.open());
    struct rlimit old = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small = {64 * 1024, old.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    Exchange exchange = samples::begun();
    exchange.request.body.fill('x', 512 * 1024);
    const core::Status begun = history.begin(exchange);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &old), 0);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!begun);
    QVERIFY2(begun.error().message.startsWith("Not sent, "_L1), qPrintable(begun.error().message));
    QVERIFY(m_told.isEmpty());
    QVERIFY(history.begin(exchange)); // there is room again
    QCOMPARE(ask(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    QCOMPARE(history.rows({}, 10).value().size(), 2);
}

QTEST_GUILESS_MAIN(HistoryFileTest)
#include "tst_historyfile.moc"

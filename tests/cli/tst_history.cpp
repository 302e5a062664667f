// SPDX-License-Identifier: GPL-3.0-or-later
#include "submitfixture.h"

#include <QDir>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;
using support::RawServer;
using support::Step;

class HistoryVerbTest : public SubmitFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutTheOption_nothingIsKept();
    void submitted_isListedAndShown();
    void template_isJudgedByWhatItExpects();
    void filtered_listsWhatFits();
    void token_isInNoFile();
    void unknownNumber_isUnusable();
    void damagedFile_isSaidAndTheRestGoesOn();
    void unusableFolder_sendsNothing();
    void killed_losesNoPost();

private:
    QProcessEnvironment environment() const;
    Ended run(const QStringList &arguments) const { return runCli(arguments, environment()); }
    QJsonArray listed(const QStringList &more = {}) const;
    QString dataFolder() const { return m_data->filePath(u"org.sessioncomposer.SessionComposer"_s); }
    /// The values of the first column.
    QStringList ask(const QString &sql) const;
    /// Starts a long submit and kills it `delay` after its POST number `posts` has come.
    void killAfter(RawServer &server, int posts, std::chrono::milliseconds delay) const;

    std::unique_ptr<QTemporaryDir> m_data;
};

void HistoryVerbTest::init()
{
    failOnWarning();
    m_data = std::make_unique<QTemporaryDir>();
}

QProcessEnvironment HistoryVerbTest::environment() const
{
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, m_data->path());
    environment.insert(u"CANARY"_s, u"canary-0123456789"_s);
    return environment;
}

QJsonArray HistoryVerbTest::listed(const QStringList &more) const
{
    const Ended ended = run(QStringList{u"history"_s, u"list"_s, u"--output"_s, u"json"_s} + more);
    return ended.exitCode == 0 ? QJsonDocument::fromJson(ended.out).array() : QJsonArray{u"failed"_s};
}

QStringList HistoryVerbTest::ask(const QString &sql) const
{
    QStringList values;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        database.setDatabaseName(dataFolder() + "/history.sqlite"_L1);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (!query.exec(sql))
            values += query.lastError().text();
        while (query.next())
            values += query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(u"test"_s);
    return values;
}

void HistoryVerbTest::withoutTheOption_nothingIsKept()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    QCOMPARE(run(to(server)).exitCode, 0);
    QVERIFY(QDir(m_data->path()).isEmpty());
}

void HistoryVerbTest::submitted_isListedAndShown()
{
    RawServer server;
    server.always({Step::send(RawServer::created("{\"id\": \"\u00e9\" }"))});
    const QString path = file("{\"a\":1.0,\r\n\"a\":2}"_ba, u"odd.json"_s);
    const Ended ended
        = run({u"submit"_s, path, u"--base-url"_s, server.url({}), u"--call-record"_s, u"7"_s, u"--history"_s});
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.err, ""_ba);
    const QJsonArray list = listed();
    QCOMPARE(list.size(), 1);
    const QJsonObject row = list.at(0).toObject();
    QCOMPARE(row.value("number"_L1).toInt(), 1);
    QCOMPARE(row.value("status"_L1).toInt(), 201);
    QCOMPARE(row.value("ended"_L1).toBool(), true);
    QCOMPARE(row.value("requestBytes"_L1).toInt(), 17);
    QVERIFY(row.value("build"_L1).isNull());
    const Ended text = run({u"history"_s, u"list"_s});
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.out.startsWith("1\t20") && text.out.endsWith("\t201 Created\n"), text.out.constData());
    const Ended shown = run({u"history"_s, u"show"_s, u"1"_s});
    QCOMPARE(shown.exitCode, 0);
    QVERIFY2(shown.out.contains("\n\n{\"a\":1.0,\r\n\"a\":2}\n\n201 Created\n"), shown.out.constData());
    QVERIFY2(shown.out.endsWith("\n\n{\"id\": \"\u00e9\" }\n"), shown.out.constData());
}

void HistoryVerbTest::template_isJudgedByWhatItExpects()
{
    RawServer server;
    server.always({Step::send(RawServer::response("400 No", "application/json", R"({"error":{}})"))});
    const QString refusal
        = file(R"({"sessionComposerTemplate": 1, "session": {}, "expectation": {"status": "400"}})"_ba, u"a.json"_s);
    const QString bare = file("{}"_ba, u"b.json"_s);
    QCOMPARE(run({u"submit"_s, refusal, bare, refusal, u"--base-url"_s, server.url({}), u"--call-record"_s, u"7"_s,
                  u"--history"_s})
                 .exitCode,
             1);
    QCOMPARE(ask(u"SELECT isAsExpected FROM exchange ORDER BY rowid"_s), QStringList({u"1"_s, u"0"_s, u"1"_s}));
}

void HistoryVerbTest::filtered_listsWhatFits()
{
    RawServer server;
    server.choose([](const QByteArray &request) {
        return request.contains("/callRecords/7/") ? support::Script{Step::send(RawServer::created())}
                                                   : support::Script{Step::reset()};
    });
    QCOMPARE(run(to(server, {u"--history"_s})).exitCode, 0);
    const QString path = file("{}"_ba);
    QCOMPARE(run({u"submit"_s, path, u"--base-url"_s, server.url({}), u"--call-record"_s, u"other"_s, u"--history"_s})
                 .exitCode,
             3);
    QCOMPARE(listed().size(), 2);
    const QJsonArray list = listed({u"--filter"_s, u"callRecords/OTHER v1.0"_s});
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.at(0)["number"_L1].toInt(), 2);
    QVERIFY(list.at(0)["status"_L1].isNull());
    QVERIFY(!list.at(0)["error"_L1].toString().isEmpty());
    QCOMPARE(listed({u"--filter"_s, u"nowhere"_s}).size(), 0);
}

void HistoryVerbTest::token_isInNoFile()
{
    RawServer server;
    server.choose([](const QByteArray &request) {
        return support::Script{
            Step::send(RawServer::created("{\"id\":\"" + headerOf(request, "authorization") + "\"}"))};
    });
    const Ended ended = run(to(server, {u"--history"_s, u"--token-env"_s, u"CANARY"_s}));
    QVERIFY(ended.out.contains("canary"));
    QCOMPARE(ask(u"SELECT count(*) FROM exchange WHERE isMasked"_s), QStringList{u"1"_s});
    const QDir folder(dataFolder());
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("canary"), qPrintable(name));
    }
    QVERIFY(run({u"history"_s, u"show"_s, u"1"_s}).out.contains("Authorization: Bearer ***\n"));
}

void HistoryVerbTest::unknownNumber_isUnusable()
{
    const Ended ended = run({u"history"_s, u"show"_s, u"7"_s});
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.err, "session-composer-cli: The history has no exchange 7.\n"_ba);
}

void HistoryVerbTest::damagedFile_isSaidAndTheRestGoesOn()
{
    QVERIFY(QDir().mkpath(dataFolder()));
    QFile file(dataFolder() + "/history.sqlite"_L1);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'g')) == 8192);
    file.close();
    RawServer server;
    server.always({Step::send(RawServer::created())});
    const Ended ended = run(to(server, {u"--history"_s}));
    QCOMPARE(ended.exitCode, 0);
    QVERIFY2(ended.err.contains("The file of the history was damaged."), ended.err.constData());
    QCOMPARE(listed().size(), 1);
}

void HistoryVerbTest::unusableFolder_sendsNothing()
{
    QFile file(dataFolder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    RawServer server;
    const Ended ended = run(to(server, {u"--history"_s}));
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.startsWith("session-composer-cli: The history cannot be opened: "), ended.err.constData());
    QCOMPARE(server.connections(), 0);
}

void HistoryVerbTest::killAfter(RawServer &server, int posts, std::chrono::milliseconds delay) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    QEventLoop loop;
    connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject context;
    int left = posts;
    connect(&server, &RawServer::requestCame, &context, [&process, &context, &left, delay] {
        if (--left > 0)
            return;
        if (delay.count() == 0)
            process.kill();
        else
            QTimer::singleShot(delay, Qt::PreciseTimer, &context, [&process] { process.kill(); });
    });
    process.start(QStringLiteral(SC_CLI), to(server, {u"--history"_s, u"--count"_s, u"1000"_s}));
    loop.exec();
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
}

void HistoryVerbTest::killed_losesNoPost()
{
    constexpr int kills = 100;
    RawServer server;
    server.always({Step::send(RawServer::created())});
    for (int time = 0; time < kills; ++time)
        killAfter(server, 1 + time % 4,
                  std::chrono::milliseconds(time % 5)); // every fifth as soon as the POST is there
    QCOMPARE(ask(u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});

    QStringList posted;
    for (const QByteArray &request : server.requests())
        posted += QString::fromLatin1(headerOf(request, "client-request-id"));
    QStringList unposted;
    for (const QString &id : ask(u"SELECT clientRequestId FROM exchange WHERE isEnded"_s))
        QVERIFY2(posted.contains(id), qPrintable(id));
    const QStringList rows = ask(u"SELECT clientRequestId FROM exchange"_s);
    for (const QString &id : rows) {
        if (!posted.removeOne(id))
            unposted += id;
    }
    QVERIFY2(posted.isEmpty(), qPrintable(posted.join(' '_L1)));
    // Killed between the row and the POST: at most one each time, and each says that its result is unknown.
    QVERIFY(unposted.size() <= kills);
    qInfo("%d kills, %d POSTs, %d rows", kills, server.posts(), int(rows.size()));
}

QTEST_GUILESS_MAIN(HistoryVerbTest)
#include "tst_history.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Runs over several templates: folders, the file of results, and baselines.
#include "submitfixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QXmlStreamReader>

#include <csignal>

using namespace Qt::StringLiterals;
using support::RawServer;
using support::Step;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// `CLASSNAME NAME RESULT` of each test in a file of results; empty when it is no XML.
QStringList testsIn(const QByteArray &xml, const QString &folder)
{
    QStringList tests;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = reader.attributes();
        if (reader.name() == "testcase"_L1) {
            QString path = attributes.value("classname"_L1).toString();
            tests += path.replace(folder, u"…"_s) + u' ' + attributes.value("name"_L1) + u" passed"_s;
        }
        for (const QString &result : {u"failure"_s, u"error"_s, u"skipped"_s}) {
            if (reader.name() == result)
                tests.last().replace(u"passed"_s, result);
        }
    }
    return reader.hasError() ? QStringList{reader.errorString()} : tests;
}

const QByteArray plain = R"({"sessionComposerTemplate": 1, "session": {"isTest": true}})";

} // namespace

class CliRunsTest : public SubmitFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void folder_isSentByPath();
    void folder_thatCannotBe_isTwo_data();
    void folder_thatCannotBe_isTwo();
    void body_isForOnePost();
    void junit_tellsEachPost();
    void junit_isWrittenWhenCancelled();
    void junit_thatCannotBeWritten_isTwo();
    void junit_masksTokens();
    void baseline_isAcceptedAndCompared();
    void baseline_keepsWhatIsIgnored();
    void baseline_isNotWritten_data();
    void baseline_isNotWritten();
    void baseline_thatCannotBeRead_isTwo();
    void baseline_ofABareSession_isNoBusiness();

private:
    QStringList run(const RawServer &server, const QStringList &more) const;
    QString path(const QString &name) const { return m_dir->filePath(name); }
    QString put(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void CliRunsTest::init()
{
    failOnWarning();
    m_dir = std::make_unique<QTemporaryDir>();
}

QStringList CliRunsTest::run(const RawServer &server, const QStringList &more) const
{
    return QStringList{u"submit"_s, u"--base-url"_s, server.url({}), u"--call-record"_s, u"7"_s} + more;
}

QString CliRunsTest::put(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void CliRunsTest::folder_isSentByPath()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    for (const char *name : {"s/b.json", "s/a/2.json", "s/a/1.json", "s/note.txt", "s/work.environment.json"})
        put(QString::fromLatin1(name), name);
    const QString more = put(u"more.json"_s, "more");
    const Ended ended = runCli(run(server, {path(u"s"_s), more}));
    QCOMPARE(ended.err, ""_ba);
    QCOMPARE(ended.exitCode, 0);
    QByteArrayList bodies;
    const QList<QByteArray> requests = server.requests();
    for (const QByteArray &request : requests)
        bodies += bodyOf(request);
    QCOMPARE(bodies, QByteArrayList({"s/a/1.json", "s/a/2.json", "s/b.json", "more"}));
    QStringList files;
    const QList<QJsonObject> printed = lines(ended.out);
    for (const QJsonObject &line : printed)
        files += line.value("file"_L1).toString();
    QCOMPARE(files, QStringList({path(u"s/a/1.json"_s), path(u"s/a/2.json"_s), path(u"s/b.json"_s), more}));
}

void CliRunsTest::folder_thatCannotBe_isTwo_data()
{
    QTest::addColumn<QByteArray>("name"); // of a file in the folder
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing in it") << "x.txt"_ba
                                   << "{}"_ba;
    QTest::newRow("one is unreadable") << "x.json"_ba
                                       << "\xFF"_ba;
    QTest::newRow("one is newer") << "x.json"_ba
                                  << R"({"sessionComposerTemplate": 9, "session": {}})"_ba;
}

void CliRunsTest::folder_thatCannotBe_isTwo()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, text);
    RawServer server;
    server.always({Step::send(RawServer::created())});
    put(u"s/"_s + QString::fromLatin1(name), text);
    const QString good = put(u"good.json"_s, plain);
    const Ended ended = runCli(run(server, {good, path(u"s"_s)}));
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.err.count('\n'), 1);
    QCOMPARE(server.connections(), 0);
}

void CliRunsTest::body_isForOnePost()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    put(u"s/a.json"_s, plain);
    QCOMPARE(lines(runCli(run(server, {path(u"s"_s)})).out).size(), 1); // a folder may grow
    QCOMPARE(runCli(run(server, {path(u"s"_s), u"--output"_s, u"body"_s})).out, "{\"id\":\"1\"}"_ba);
    put(u"s/b.json"_s, plain);
    const Ended ended = runCli(run(server, {path(u"s"_s), u"--output"_s, u"body"_s}));
    QCOMPARE(ended.exitCode, 2);
    QVERIFY(ended.err.contains("--output body is for one POST"));
    QCOMPARE(server.posts(), 2);
}

void CliRunsTest::junit_tellsEachPost()
{
    RawServer server;
    server.choose([](const QByteArray &request) -> support::Script {
        if (bodyOf(request) == "close")
            return {Step::close()};
        return {Step::send(bodyOf(request) == "bad" ? RawServer::response("400 <No>", "text/plain", "\x01&")
                                                    : RawServer::created())};
    });
    put(u"s/a.json"_s, "good");
    put(u"s/b.json"_s, "bad");
    put(u"s/c.json"_s, "close");
    put(u"s/t/a.json"_s, plain);
    const QString xml = path(u"results.xml"_s);
    const Ended ended = runCli(run(server, {path(u"s"_s), path(u"s/b.json"_s), u"--junit"_s, xml}));
    QCOMPARE(ended.exitCode, 3);
    QCOMPARE(testsIn(contentOf(xml), m_dir->path()),
             QStringList({u"…/s a.json passed"_s, u"…/s b.json failure"_s, u"…/s c.json error"_s,
                          u"…/s/t a.json passed"_s, u"…/s b.json [2] failure"_s}));
    const QByteArray text = contentOf(xml);
    QVERIFY2(text.contains("tests=\"5\" failures=\"2\" errors=\"1\" skipped=\"0\""), text.constData());
    QVERIFY2(text.contains("<failure message=\"400 &lt;No&gt;\" type=\"otherResponse\">POST http://127.0.0.1:"),
             text.constData());
    QVERIFY2(text.contains("Status: expected 2xx, found 400 &lt;No&gt;."), text.constData());
    QVERIFY2(text.contains("type=\"network\""), text.constData());
}

void CliRunsTest::junit_isWrittenWhenCancelled()
{
    RawServer server;
    server.always({});
    const QString xml = path(u"results.xml"_s);
    put(u"s/a.json"_s, plain);
    put(u"s/b.json"_s, plain);
    QProcess process;
    connect(&server, &RawServer::requestCame, &process, [&process] { ::kill(pid_t(process.processId()), SIGINT); });
    process.setProcessEnvironment(cleanEnvironment());
    process.start(QStringLiteral(SC_CLI), run(server, {path(u"s"_s), u"--junit"_s, xml}));
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(process.exitCode(), 3);
    QCOMPARE(testsIn(contentOf(xml), m_dir->path()), QStringList({u"…/s a.json error"_s, u"…/s b.json skipped"_s}));
}

void CliRunsTest::junit_thatCannotBeWritten_isTwo()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    const QString xml = path(u"none/results.xml"_s);
    const Ended ended = runCli(run(server, {put(u"a.json"_s, plain), u"--junit"_s, xml}));
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.startsWith(QByteArray("session-composer-cli: " + xml.toUtf8() + ": ")), ended.err.constData());
    QCOMPARE(ended.out, "{\"id\":\"1\"}"_ba);
}

void CliRunsTest::junit_masksTokens()
{
    RawServer server;
    server.always({Step::send(RawServer::response("400 canary0123456789abcdef", "text/plain", "x"))});
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"SC_TEST_TOKEN"_s, u"canary0123456789abcdef"_s);
    const QString xml = path(u"results.xml"_s);
    const Ended ended = runCli(
        run(server, {put(u"a.json"_s, plain), u"--junit"_s, xml, u"--token-env"_s, u"SC_TEST_TOKEN"_s}), environment);
    QCOMPARE(ended.exitCode, 1);
    QVERIFY(contentOf(xml).contains("400 ***"));
    QVERIFY(!contentOf(xml).contains("canary"));
    // A secret in the name of a file is not masked, so nothing is written.
    QFile::remove(xml);
    const QString named = put(u"canary0123456789abcdef.json"_s, plain);
    const Ended refused
        = runCli(run(server, {named, u"--junit"_s, xml, u"--token-env"_s, u"SC_TEST_TOKEN"_s}), environment);
    QCOMPARE(refused.exitCode, 4);
    QVERIFY(!QFile::exists(xml));
}

void CliRunsTest::baseline_isAcceptedAndCompared()
{
    RawServer server;
    QByteArray body = R"({"@odata.context":"c","id":"1","isTest":true})";
    server.choose([&body](const QByteArray &) -> support::Script {
        return {Step::send(RawServer::response("201 Created", "application/json", body))};
    });
    const QString file = put(u"s/a.json"_s, plain);
    const Ended accepted = runCli(run(server, {file, u"--accept-baseline"_s}));
    QCOMPARE(accepted.err, ""_ba);
    QCOMPARE(accepted.exitCode, 0);
    const QByteArray baseline = R"({
    "ignored": [
        "/id",
        "/@odata.context"
    ],
    "response": {
        "@odata.context": "c",
        "id": "1",
        "isTest": true
    },
    "sessionComposerBaseline": 1
}
)";
    QCOMPARE(contentOf(path(u"s/a.baseline.json"_s)), baseline);
    body = R"({"@odata.context":"d","id":"2","isTest":true})";
    QCOMPARE(runCli(run(server, {path(u"s"_s)})).exitCode, 0);
    body = R"({"id":"2","isTest":false,"name":"n"})";
    const Ended other = runCli(run(server, {path(u"s"_s)}));
    QCOMPARE(other.exitCode, 1);
    QVERIFY2(other.err.contains("Not as in the baseline: /isTest, /name."), other.err.constData());
    QCOMPARE(lines(other.out).value(0).value("outcome"_L1).toString(), u"otherResponse"_s);
    QCOMPARE(runCli(run(server, {path(u"s"_s), u"--no-baseline"_s})).exitCode, 0);
    QCOMPARE(contentOf(path(u"s/a.baseline.json"_s)), baseline);
    QCOMPARE(runCli(run(server, {path(u"s"_s), u"--accept-baseline"_s})).exitCode, 0); // it replaces the other
    QCOMPARE(runCli(run(server, {path(u"s"_s)})).exitCode, 0);
}

void CliRunsTest::baseline_keepsWhatIsIgnored()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    put(u"a.baseline.json"_s,
        R"({"sessionComposerBaseline": 1, "response": {"x": 1}, "ignored": ["/y"], "later": [1]})");
    QCOMPARE(runCli(run(server, {put(u"a.json"_s, plain), u"--accept-baseline"_s})).exitCode, 0);
    const QJsonObject written = QJsonDocument::fromJson(contentOf(path(u"a.baseline.json"_s))).object();
    QCOMPARE(written.value("ignored"_L1), QJsonValue(QJsonArray{u"/y"_s}));
    QCOMPARE(written.value("later"_L1), QJsonValue(QJsonArray{1}));
    QCOMPARE(written.value("response"_L1), QJsonValue(QJsonObject{{"id"_L1, u"1"_s}}));
}

void CliRunsTest::baseline_isNotWritten_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<int>("code");
    QTest::newRow("not as expected") << RawServer::response("400 No", "application/json", "{}") << 1;
    QTest::newRow("no response") << ""_ba << 3;
    QTest::newRow("a token in it") << RawServer::response("201 Created", "application/json",
                                                          R"({"access_token":"abcdefgh"})")
                                   << 4;
}

void CliRunsTest::baseline_isNotWritten()
{
    QFETCH(QByteArray, response);
    RawServer server;
    server.always({Step::send(response), Step::close()});
    const Ended ended = runCli(run(server, {put(u"a.json"_s, plain), u"--accept-baseline"_s}));
    QTEST(ended.exitCode, "code");
    QVERIFY2(ended.err.contains("a.baseline.json: "), ended.err.constData());
    QVERIFY(!QFile::exists(path(u"a.baseline.json"_s)));
}

void CliRunsTest::baseline_thatCannotBeRead_isTwo()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    const QString file = put(u"a.json"_s, plain);
    put(u"a.baseline.json"_s, "{}");
    const Ended ended = runCli(run(server, {file}));
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.contains("a.baseline.json: This is no baseline"), ended.err.constData());
    QCOMPARE(server.connections(), 0);
    QCOMPARE(runCli(run(server, {file, u"--no-baseline"_s})).exitCode, 0);
}

void CliRunsTest::baseline_ofABareSession_isNoBusiness()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    const QString file = put(u"a.json"_s, "{}");
    put(u"a.baseline.json"_s, "nonsense");
    QCOMPARE(runCli(run(server, {file})).exitCode, 0);
    const Ended ended = runCli(run(server, {file, u"--accept-baseline"_s}));
    QCOMPARE(ended.exitCode, 2);
    QVERIFY(ended.err.contains("--accept-baseline is for templates"));
    QCOMPARE(contentOf(path(u"a.baseline.json"_s)), "nonsense"_ba);
}

QTEST_GUILESS_MAIN(CliRunsTest)
#include "tst_runs.moc"

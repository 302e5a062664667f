// SPDX-License-Identifier: GPL-3.0-or-later
// `submit` as a script sees it: exit code, standard output, standard error, and the bytes that a server got.
#include "sourcedir.h"
#include "submitfixture.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using support::RawServer;
using support::Step;

class SubmitTest : public SubmitFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarning(); }
    void sandbox_storesTheDocumentedExample();
    void request_isAsSaid_data();
    void request_isAsSaid();
    void response_decidesTheCode_data();
    void response_decidesTheCode();
    void unusableInput_isTwoAndNothingIsSent_data();
    void unusableInput_isTwoAndNothingIsSent();
    void oneUnreadableFile_keepsAllFromBeingSent();
    void exchangeLine_hasEveryField();
    void exchangeLine_withoutAResponse_hasNulls();
    void count_reusesOneConnection();
    void severalFiles_areSentInOrderWhateverComes();
    void silence_isATimeout();
    void signal_cancels();
    void proxyVariables_areIgnored();
};

void SubmitTest::sandbox_storesTheDocumentedExample()
{
    const QString example = QStringLiteral(SC_SOURCE_DIR "/resources/gallery/documented-example.json");
    const Ended ended = runCli({u"submit"_s, example, u"--sandbox"_s});
    QCOMPARE(ended.err, ""_ba);
    QCOMPARE(ended.exitCode, 0);
    const QJsonObject stored = QJsonDocument::fromJson(ended.out).object();
    QCOMPARE(stored.value("id"_L1).toString().size(), 36);
    QVERIFY(ended.out.contains("2017-01-01T00:00:14.2767228+03:00"));
    // v1.0 checks by the schema, and the example holds placeholders
    const Ended checked = runCli({u"submit"_s, example, u"--sandbox"_s, u"--api-version"_s, u"v1.0"_s});
    QCOMPARE(checked.exitCode, 1);
    QCOMPARE(checked.err, "session-composer-cli: " + example.toUtf8() + ": 400 Bad Request\n");
    QVERIFY(QJsonDocument::fromJson(checked.out).object().contains("error"_L1));
}

void SubmitTest::request_isAsSaid_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QByteArray>("path");
    const QByteArray usual = "/v1.0/communications/callRecords/7/sessions"_ba;
    QTest::newRow("usual") << "{\"a\": 1.10}\r\n"_ba << QStringList() << usual;
    QTest::newRow("not JSON") << "hello"_ba << QStringList() << usual;
    QTest::newRow("empty") << ""_ba << QStringList() << usual;
    QTest::newRow("version") << "{}"_ba << QStringList{u"--api-version"_s, u"beta"_s}
                             << "/beta/communications/callRecords/7/sessions"_ba;
    QTest::newRow("$ref sends the same bytes") << "{\"a\": 1.0}"_ba << QStringList{u"--ref"_s} << usual + "/$ref";
    QTest::newRow("100 KB") << QByteArray(100'000, ' ') << QStringList() << usual;
}

void SubmitTest::request_isAsSaid()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, more);
    QFETCH(QByteArray, path);
    RawServer server;
    server.always({Step::send(RawServer::created())});
    const QString session = file(body, u"other.json"_s);
    const Ended ended = runCli(
        QStringList{u"submit"_s, session, u"--base-url"_s, server.url(u"/"_s), u"--call-record"_s, u"7"_s} + more);
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.out, "{\"id\":\"1\"}"_ba);
    QCOMPARE(ended.err, ""_ba);
    QCOMPARE(server.requests().size(), 1);
    const QByteArray request = server.requests().constFirst();
    QVERIFY2(request.startsWith(QByteArray("POST " + path + " HTTP/1.1\r\n")), request.left(200).constData());
    QCOMPARE(bodyOf(request), body);
    QCOMPARE(headerOf(request, "content-length"_ba), QByteArray::number(body.size()));
    QCOMPARE(headerOf(request, "content-type"_ba), "application/json"_ba);
    QCOMPARE(headerOf(request, "authorization"_ba), ""_ba);
}

void SubmitTest::response_decidesTheCode_data()
{
    const QByteArray json = "application/json"_ba;
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<QByteArray>("told"); // after `session-composer-cli: FILE: `
    const auto row
        = [](const char *name, const QByteArray &response, const QStringList &more, int code, const QByteArray &out,
             const QByteArray &told) { QTest::newRow(name) << response << more << code << out << told; };
    row("201", RawServer::response("201 Created", json, "{}"), {}, 0, "{}", "");
    row("200", RawServer::response("200 OK", json, "{}"), {}, 0, "{}", "");
    row("400", RawServer::response("400 Bad Request", json, "{\"error\":{}}"), {}, 1, "{\"error\":{}}",
        "400 Bad Request");
    row("400 without a reason", RawServer::response("400 ", json, "{}"), {}, 1, "{}", "400");
    row("503 HTML", RawServer::response("503 Busy", "text/html", "<p>"), {}, 1, "<p>", "503 Busy");
    row("200 HTML", RawServer::response("200 OK", "text/html", "<p>"), {}, 1, "<p>", "200 OK: ");
    row("200 error", RawServer::response("200 OK", json, "{\"error\":{}}"), {}, 1, "{\"error\":{}}", "200 OK: ");
    row("201 array", RawServer::response("201 Created", json, "[]"), {}, 1, "[]", "201 Created: ");
    row("204", "HTTP/1.1 204 No Content\r\nDate: x\r\n\r\n", {}, 1, "", "204 No Content: ");
    row("204 for $ref", "HTTP/1.1 204 No Content\r\nDate: x\r\n\r\n", {u"--ref"_s}, 0, "", "");
    row("307", "HTTP/1.1 307 Moved\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", {}, 1, "", "307 Moved");
    row("cut off", "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{}", {}, 3, "",
        "");
    row("closed at once", "", {}, 3, "", "");
    row("not HTTP", "hello\r\n\r\n", {}, 3, "", "");
    row("binary body", RawServer::response("500 No", "x/y", QByteArray("\0\xFF\r\n", 4)), {}, 1,
        QByteArray("\0\xFF\r\n", 4), "500 No");
}

void SubmitTest::response_decidesTheCode()
{
    QFETCH(QByteArray, response);
    QFETCH(QStringList, more);
    QFETCH(int, code);
    QFETCH(QByteArray, out);
    QFETCH(QByteArray, told);
    RawServer server;
    server.always({Step::send(response), Step::close()});
    const Ended ended = runCli(to(server, more));
    QCOMPARE(ended.exitCode, code);
    QCOMPARE(ended.out, out);
    QCOMPARE(server.posts(), 1);
    if (code == 0) {
        QCOMPARE(ended.err, ""_ba);
        return;
    }
    const QByteArray start = "session-composer-cli: " + m_folder.filePath(u"session.json"_s).toUtf8() + ": " + told;
    QVERIFY2(ended.err.startsWith(start), ended.err.constData());
    QCOMPARE(ended.err.count('\n'), 1);
    if (!told.isEmpty() && !told.endsWith(": "))
        QCOMPARE(ended.err, start + '\n');
}

void SubmitTest::unusableInput_isTwoAndNothingIsSent_data()
{
    QTest::addColumn<QString>("baseUrl"); // %1 is the server's host and port
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("more");
    const auto row = [](const char *name, const QString &baseUrl, const QString &id, const QStringList &more = {}) {
        QTest::newRow(name) << baseUrl << id << more;
    };
    row("no host", u"http://"_s, u"7"_s);
    row("no scheme", u"%1"_s, u"7"_s);
    row("other scheme", u"ftp://%1"_s, u"7"_s);
    row("empty URL", QString(), u"7"_s);
    row("userinfo", u"http://me:canary@%1"_s, u"7"_s);
    row("query", u"http://%1?a=b"_s, u"7"_s);
    row("fragment", u"http://%1#a"_s, u"7"_s);
    row("empty id", u"http://%1"_s, QString());
    row("id .", u"http://%1"_s, u"."_s);
    row("id ..", u"http://%1"_s, u".."_s);
    row("empty version", u"http://%1"_s, u"7"_s, {u"--api-version"_s, QString()});
    row("version ..", u"http://%1"_s, u"7"_s, {u"--api-version"_s, u".."_s});
    row("unset variable", u"http://%1"_s, u"7"_s, {u"--token-env"_s, u"SC_TEST_UNSET"_s});
    row("missing token file", u"http://%1"_s, u"7"_s, {u"--token-file"_s, u"/nonexistent/token"_s});
}

void SubmitTest::unusableInput_isTwoAndNothingIsSent()
{
    QFETCH(QString, baseUrl);
    QFETCH(QString, id);
    QFETCH(QStringList, more);
    RawServer server;
    server.always({Step::send(RawServer::created())});
    const QString url = baseUrl.contains("%1"_L1) ? baseUrl.arg(server.url({}).mid(7)) : baseUrl;
    const Ended ended
        = runCli(QStringList{u"submit"_s, file("{}"_ba), u"--base-url"_s, url, u"--call-record"_s, id} + more);
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.out, ""_ba);
    QCOMPARE(ended.err.count('\n'), 1);
    QVERIFY(!ended.err.contains("canary"));
    QCOMPARE(server.connections(), 0);
}

void SubmitTest::oneUnreadableFile_keepsAllFromBeingSent()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    const Ended ended = runCli(to(server, {m_folder.filePath(u"none.json"_s)}));
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.out, ""_ba);
    QVERIFY(ended.err.contains("none.json: There is no such file."));
    QCOMPARE(server.connections(), 0);
}

void SubmitTest::exchangeLine_hasEveryField()
{
    RawServer server;
    server.always({Step::send("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nrequest-id: abc\r\n"
                              "Content-Length: 2\r\n\r\n{}"_ba)});
    const Ended ended = runCli(to(server, {u"--output"_s, u"exchange"_s}));
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.err, ""_ba);
    QCOMPARE(ended.out.count('\n'), 1);
    static const QRegularExpression names(u"\"(\\w+)\":"_s);
    QStringList order;
    for (auto match = names.globalMatch(QString::fromUtf8(ended.out)); match.hasNext();)
        order.append(match.next().captured(1));
    QCOMPARE(order.join(u' '),
             u"file url status requestBytes requestSha256 responseBytes responseSha256 elapsedMs requestId "
             u"clientRequestId outcome"_s);
    const QJsonObject line = lines(ended.out).constFirst();
    const QString digest = QString::fromLatin1(QCryptographicHash::hash("{}", QCryptographicHash::Sha256).toHex());
    QCOMPARE(line.value("file"_L1).toString(), m_folder.filePath(u"session.json"_s));
    QCOMPARE(line.value("url"_L1).toString(), server.url(u"/v1.0/communications/callRecords/7/sessions"_s));
    QCOMPARE(line.value("status"_L1), QJsonValue(201));
    QCOMPARE(line.value("requestBytes"_L1), QJsonValue(2));
    QCOMPARE(line.value("requestSha256"_L1).toString(), digest);
    QCOMPARE(line.value("responseBytes"_L1), QJsonValue(2));
    QCOMPARE(line.value("responseSha256"_L1).toString(), digest);
    QVERIFY(line.value("elapsedMs"_L1).isDouble() && line.value("elapsedMs"_L1).toDouble() > 0);
    QCOMPARE(line.value("requestId"_L1).toString(), u"abc"_s);
    QCOMPARE(line.value("clientRequestId"_L1).toString().toLatin1(),
             headerOf(server.requests().constFirst(), "client-request-id"_ba));
    QCOMPARE(line.value("outcome"_L1).toString(), u"asExpected"_s);
}

void SubmitTest::exchangeLine_withoutAResponse_hasNulls()
{
    RawServer server;
    server.always({Step::close()});
    const Ended ended = runCli(to(server, {u"--output"_s, u"exchange"_s}));
    QCOMPARE(ended.exitCode, 3);
    const QJsonObject line = lines(ended.out).value(0);
    QCOMPARE(line.size(), 11);
    for (const QString &name : {u"status"_s, u"responseBytes"_s, u"responseSha256"_s, u"requestId"_s})
        QVERIFY2(line.value(name).isNull(), qPrintable(name));
    QCOMPARE(line.value("outcome"_L1).toString(), u"network"_s);
    QVERIFY(line.value("elapsedMs"_L1).isDouble());
}

void SubmitTest::count_reusesOneConnection()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    const Ended ended = runCli(to(server, {u"--count"_s, u"5"_s}));
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(server.posts(), 5);
    QCOMPARE(server.connections(), 1);
    QSet<QString> ids;
    const QList<QJsonObject> objects = lines(ended.out);
    for (const QJsonObject &line : objects)
        ids.insert(line.value("clientRequestId"_L1).toString());
    QCOMPARE(objects.size(), 5);
    QCOMPARE(ids.size(), 5);
}

void SubmitTest::severalFiles_areSentInOrderWhateverComes()
{
    RawServer server;
    server.choose([](const QByteArray &request) -> support::Script {
        const QByteArray body = bodyOf(request);
        if (body == "2")
            return {Step::close()};
        return {Step::send(RawServer::response(body == "1" ? "400 No" : "201 Created", "application/json", "{}"))};
    });
    QStringList arguments{u"submit"_s, u"--base-url"_s, server.url({}), u"--call-record"_s, u"7"_s};
    for (const QByteArray &body : {"1"_ba, "2"_ba, "3"_ba})
        arguments.append(file(body, QString::fromLatin1(body)));
    const Ended ended = runCli(arguments);
    QCOMPARE(ended.exitCode, 3); // of 1, 3 and 0
    QStringList outcomes;
    const QList<QJsonObject> objects = lines(ended.out);
    for (const QJsonObject &line : objects)
        outcomes.append(line.value("outcome"_L1).toString());
    QCOMPARE(outcomes, QStringList({u"otherResponse"_s, u"network"_s, u"asExpected"_s}));
    QCOMPARE(server.posts(), 3);
    QCOMPARE(ended.err.count('\n'), 2);
}

void SubmitTest::silence_isATimeout()
{
    RawServer server;
    server.always({});
    const Ended ended = runCli(to(server, {u"--timeout"_s, u"0.2"_s, u"--output"_s, u"exchange"_s}));
    QCOMPARE(ended.exitCode, 3);
    QCOMPARE(lines(ended.out).value(0).value("outcome"_L1).toString(), u"timeout"_s);
    QVERIFY(lines(ended.out).value(0).value("elapsedMs"_L1).toDouble() < 10'000); // not the usual idle limit of 15 s
    QCOMPARE(server.posts(), 1);
}

void SubmitTest::signal_cancels()
{
    RawServer server;
    server.always({});
    QProcess process;
    connect(&server, &RawServer::requestCame, &process, [&process] { ::kill(pid_t(process.processId()), SIGINT); });
    process.setProcessEnvironment(cleanEnvironment());
    process.start(QStringLiteral(SC_CLI), to(server, {u"--count"_s, u"3"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 3);
    const QList<QJsonObject> objects = lines(process.readAllStandardOutput());
    QCOMPARE(objects.size(), 1); // the two behind it are not sent
    QCOMPARE(objects.constFirst().value("outcome"_L1).toString(), u"cancelled"_s);
    QCOMPARE(server.posts(), 1);
}

void SubmitTest::proxyVariables_areIgnored()
{
    RawServer server;
    RawServer proxy;
    server.always({Step::send(RawServer::created())});
    proxy.always({Step::send(RawServer::created())});
    QProcessEnvironment environment = cleanEnvironment();
    for (const QString &name : {u"http_proxy"_s, u"HTTP_PROXY"_s, u"all_proxy"_s, u"ALL_PROXY"_s, u"https_proxy"_s})
        environment.insert(name, proxy.url({}));
    const Ended ended = runCli(to(server), environment);
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(server.posts(), 1);
    QCOMPARE(proxy.connections(), 0);
}

QTEST_GUILESS_MAIN(SubmitTest)
#include "tst_submit.moc"

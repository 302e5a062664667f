// SPDX-License-Identifier: GPL-3.0-or-later
// Template files as scripts use them: what is sent, printed, judged and refused.
#include "submitfixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using support::RawServer;
using support::Step;

namespace {

/// A template with these members beside its session.
QByteArray templateOf(const QByteArray &members, const QByteArray &session = R"({"id": "{{guid}}"})")
{
    return R"({"sessionComposerTemplate": 1, )" + members + (members.isEmpty() ? "" : ", ") + R"("session": )" + session
        + "}";
}

const QByteArray guid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

bool matches(const QByteArray &text, const QByteArray &pattern)
{
    const QRegularExpression expression(u"\\A(?:"_s + QString::fromUtf8(pattern) + u")\\z"_s);
    return expression.match(QString::fromUtf8(text)).hasMatch();
}

} // namespace

class CliTemplatesTest : public SubmitFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarning(); }
    void request_isAsTheTemplateSays_data();
    void request_isAsTheTemplateSays();
    void authorization_isAsTheTemplateSays_data();
    void authorization_isAsTheTemplateSays();
    void body_isTheTemplates_data();
    void body_isTheTemplates();
    void placeholders_areDrawnForEachPost();
    void format_isRepeatable();
    void format_ofAReference_needsTheAddress();
    void cannotBeSent_isTwoAndNothingIsSent_data();
    void cannotBeSent_isTwoAndNothingIsSent();
    void bareSession_isSentWhateverItSays();
    void callRecord_mayComeFromTheTemplate();
    void expectation_decidesTheCode_data();
    void expectation_decidesTheCode();
    void validate_judgesTheSession_data();
    void validate_judgesTheSession();
    void compare_takesTheSession();
};

void CliTemplatesTest::request_isAsTheTemplateSays_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("headers"); // lines that are there, and with ! in front lines that are not
    const QByteArray usual = "/v1.0/communications/callRecords/7/sessions"_ba;
    const auto row = [](const char *name, const QByteArray &members, const QStringList &more, const QByteArray &path,
                        const QByteArray &headers) { QTest::newRow(name) << members << more << path << headers; };
    row("nothing", "", {u"--call-record"_s, u"7"_s}, usual, "Content-Type: application/json\nAccept: application/json");
    row("target", R"("target": {"version": "beta", "callRecordId": "a b", "path": "/sessions/$ref"})", {},
        "/beta/communications/callRecords/a%20b/sessions/$ref", {});
    row("the command line wins", R"("target": {"version": "beta", "callRecordId": "a", "path": "/sessions"})",
        {u"--call-record"_s, u"7"_s, u"--api-version"_s, u"v1.0"_s, u"--ref"_s}, usual + "/$ref", {});
    row("header added", R"("headers": [{"name": "X-A", "value": "1"}, {"name": "x-b"}])", {u"--call-record"_s, u"7"_s},
        usual, "X-A: 1\nx-b: \nAccept: application/json");
    row("header in its place", R"("headers": [{"name": "content-TYPE", "value": "text/plain"}])",
        {u"--call-record"_s, u"7"_s}, usual, "content-TYPE: text/plain\n!Content-Type: application/json");
    row("header twice", R"("headers": [{"name": "Accept", "value": "a/b"}, {"name": "accept", "value": "c/d"}])",
        {u"--call-record"_s, u"7"_s}, usual, "Accept: a/b, c/d");
    row("header left out", R"("headers": [{"name": "accept", "isSent": false}, {"name": "Prefer", "value": "x"}])",
        {u"--call-record"_s, u"7"_s}, usual, "!Accept: application/json\nPrefer: x");
    row("what is always sent", R"("headers": [{"name": "Accept-Language", "isSent": false}])",
        {u"--call-record"_s, u"7"_s}, usual, "Accept-Language: en");
    row("own client-request-id", R"("headers": [{"name": "client-request-id", "value": "c1"}])",
        {u"--call-record"_s, u"7"_s}, usual, "client-request-id: c1");
}

void CliTemplatesTest::request_isAsTheTemplateSays()
{
    QFETCH(QByteArray, members);
    QFETCH(QStringList, more);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, headers);
    RawServer server;
    server.always({Step::send(RawServer::created())});
    const Ended ended
        = runCli(QStringList{u"submit"_s, file(templateOf(members)), u"--base-url"_s, server.url({})} + more);
    QCOMPARE(ended.err, ""_ba);
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(server.posts(), 1);
    const QByteArray request = server.requests().constFirst();
    QVERIFY2(request.startsWith(QByteArray("POST " + path + " HTTP/1.1\r\n")), request.left(200).constData());
    for (const QByteArray &line : headers.isEmpty() ? QByteArrayList() : headers.split('\n')) {
        const bool isThere = !line.startsWith('!');
        const QByteArray wanted = "\r\n" + (isThere ? line : line.sliced(1)) + "\r\n";
        QVERIFY2(request.contains(wanted) == isThere, QByteArray(wanted + request).constData());
    }
}

void CliTemplatesTest::authorization_isAsTheTemplateSays_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("header"); // with SC_TEST_TOKEN given
    QTest::newRow("absent") << ""_ba
                            << "Bearer abc"_ba;
    QTest::newRow("environment") << R"("authorization": "environment")"_ba
                                 << "Bearer abc"_ba;
    QTest::newRow("none") << R"("authorization": "none")"_ba
                          << ""_ba;
    QTest::newRow("malformed") << R"("authorization": "malformed")"_ba
                               << "Bearer malformed token"_ba;
}

void CliTemplatesTest::authorization_isAsTheTemplateSays()
{
    QFETCH(QByteArray, members);
    RawServer server;
    server.always({Step::send(RawServer::created())});
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"SC_TEST_TOKEN"_s, u"abc"_s);
    const Ended ended = runCli({u"submit"_s, file(templateOf(members)), u"--base-url"_s, server.url({}),
                                u"--call-record"_s, u"7"_s, u"--token-env"_s, u"SC_TEST_TOKEN"_s},
                               environment);
    QCOMPARE(ended.exitCode, 0);
    QTEST(headerOf(server.requests().value(0), "authorization"_ba), "header");
}

void CliTemplatesTest::body_isTheTemplates_data()
{
    QTest::addColumn<QByteArray>("text"); // of the file
    QTest::addColumn<QByteArray>("pattern"); // of the body
    const QByteArray on = R"("placeholders": true)";
    QTest::newRow("canonical") << templateOf({}, R"({"b":1,"a":"{{guid}}"})")
                               << R"(\{\n    "a": "\{\{guid\}\}",\n    "b": 1\n\}\n)"_ba;
    QTest::newRow("source") << R"({"sessionComposerTemplate": 1, "source": ["{\"a\":1.10}\r\n", "x"]})"_ba
                            << R"(\{"a":1\.10\}\r\nx)"_ba;
    QTest::newRow("guid") << templateOf(on) << R"(\{\n    "id": ")" + guid + R"("\n\}\n)";
    QTest::newRow("now") << templateOf(on, R"({"a":"{{now+1h}}"})")
                         << R"(\{\n    "a": "20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z"\n\}\n)"_ba;
    QTest::newRow("id of the call record, of the command line")
        << templateOf(on, R"({"a":"{{callRecordId}}"})") << R"(\{\n    "a": "7"\n\}\n)"_ba;
    QTest::newRow("variable") << templateOf(on, R"({"a":"{{env:name}}"})") << R"(\{\n    "a": "v\\"="\n\}\n)"_ba;
    QTest::newRow("reference") << templateOf(on + R"(, "target": {"path": "/sessions/$ref @odata.id"})")
                               << "\\{\n    \"@odata.id\": \"http://127\\.0\\.0\\.1:\\d+/v1\\.0/communications/"
                                  "callRecords/7/sessions/"
            + guid + "\"\n\\}\n";
    QTest::newRow("text of a reference that is not JSON")
        << R"({"sessionComposerTemplate": 1, "source": ["x"], "target": {"path": "/sessions/$ref @odata.id"}})"_ba
        << "\\{\n    \"@odata.id\": \"http://127\\.0\\.0\\.1:\\d+/v1\\.0/communications/callRecords/7/sessions\"\n\\}\n"_ba;
}

void CliTemplatesTest::body_isTheTemplates()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pattern);
    RawServer server;
    server.always({Step::send(RawServer::response("204 No Content", "application/json", {}))});
    const QStringList arguments{file(text), u"--base-url"_s, server.url({}), u"--call-record"_s,
                                u"7"_s,     u"--variable"_s, u"name=v\"="_s};
    const Ended ended = runCli(QStringList{u"submit"_s} + arguments);
    QVERIFY2(server.posts() == 1, ended.err.constData());
    const QByteArray sent = bodyOf(server.requests().constFirst());
    QVERIFY2(matches(sent, pattern), sent.constData());
    const Ended formatted = runCli(QStringList{u"format"_s} + arguments);
    QCOMPARE(formatted.exitCode, 0);
    QVERIFY2(matches(formatted.out, pattern), formatted.out.constData());
}

void CliTemplatesTest::placeholders_areDrawnForEachPost()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    const QByteArray text = templateOf(R"("placeholders": true)", R"({"a":"{{guid}}","b":"{{guid}}","c":"{{now}}"})");
    const Ended ended = runCli(
        {u"submit"_s, file(text), u"--base-url"_s, server.url({}), u"--call-record"_s, u"7"_s, u"--count"_s, u"3"_s});
    QCOMPARE(ended.exitCode, 0);
    QSet<QString> guids;
    QSet<QString> times;
    const QList<QByteArray> requests = server.requests();
    for (const QByteArray &request : requests) {
        const QJsonObject session = QJsonDocument::fromJson(bodyOf(request)).object();
        guids << session.value("a"_L1).toString() << session.value("b"_L1).toString();
        times << session.value("c"_L1).toString();
    }
    QCOMPARE(requests.size(), 3);
    QCOMPARE(guids.size(), 6);
    QCOMPARE(times.size(), 3);
}

void CliTemplatesTest::format_isRepeatable()
{
    const QString path = file(templateOf(R"("placeholders": true)", R"({"a":"{{guid}} {{guid}}","b":"{{now-5m}}"})"));
    const QStringList arguments{u"format"_s, path, u"--at"_s, u"2017-01-01T00:00:14.2767228+03:00"_s, u"--seed"_s};
    const Ended seven = runCli(arguments + QStringList{u"7"_s});
    QCOMPARE(seven.exitCode, 0);
    // Fixed for good: a script keeps what it was once given.
    QCOMPARE(seven.out,
             "{\n    \"a\": \"afc419f6-43d3-4767-9cb9-8e1748596e2a da88a7e6-44b0-4f87-ac00-4b37fa0613bc\",\n"
             "    \"b\": \"2016-12-31T20:55:14.2767228Z\"\n}\n"_ba);
    QCOMPARE(runCli(arguments + QStringList{u"7"_s}).out, seven.out);
    QVERIFY(runCli(arguments + QStringList{u"8"_s}).out != seven.out);
    const Ended drawn = runCli({u"format"_s, path});
    QVERIFY(drawn.out != runCli({u"format"_s, path}).out);
}

void CliTemplatesTest::format_ofAReference_needsTheAddress()
{
    const QString path = file(templateOf(R"("target": {"path": "/sessions/$ref @odata.id"})", R"({"id": "s1"})"));
    const Ended ended = runCli({u"format"_s, path});
    QCOMPARE(ended.exitCode, 2);
    QVERIFY(ended.err.contains("--base-url"));
    QCOMPARE(runCli({u"format"_s, path, u"--ref"_s}).out, "{\n    \"id\": \"s1\"\n}\n"_ba);
    QCOMPARE(runCli({u"format"_s, path, u"--base-url"_s, u"https://h"_s}).out,
             "{\n    \"@odata.id\": \"https://h/v1.0/communications/callRecords/e523d2ed-2966-4b6b-925b-754a88034cc5/"
             "sessions/s1\"\n}\n"_ba);
}

void CliTemplatesTest::cannotBeSent_isTwoAndNothingIsSent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("told"); // after FILE:
    const auto row
        = [](const char *name, const QByteArray &text, const QByteArray &told) { QTest::newRow(name) << text << told; };
    const QByteArray on = R"("placeholders": true)";
    row("unknown placeholder", templateOf(on, R"({"a":[{"b":"{{nope}}"}]})"), "{{nope}} at /a/0/b is no placeholder");
    row("variable that is not given", templateOf(on, R"({"a":"{{env:x}}"})"), "{{env:x}} at /a is no placeholder");
    row("time out of the calendar", templateOf(on, R"({"a":"{{now+9999999d}}"})"), "{{now+9999999d}} at /a");
    row("newer", R"({"sessionComposerTemplate": 2, "session": {}})", "This is a template of format 2");
    row("no body", R"({"sessionComposerTemplate": 1})", "The file has to have either");
    row("member of another form", templateOf(R"("tags": "x")"), "/tags of the file cannot be read");
    row("unreadable number of the format", R"({"sessionComposerTemplate": "1", "session": {}})",
        "/sessionComposerTemplate of the file");
    row("conflict",
        "{\n<<<<<<< HEAD\n\"name\": \"a\",\n=======\n\"name\": \"b\",\n>>>>>>> theirs\n"
        "\"sessionComposerTemplate\": 1, \"session\": {}}\n",
        "git left two versions, \xE2\x80\x9CHEAD\xE2\x80\x9D and \xE2\x80\x9Ctheirs\xE2\x80\x9D, at 1 place(s), the "
        "first at line 2.");
    row("credential", templateOf(R"("headers": [{"name": "Authorization", "value": "Bearer x"}])"), "");
    row("bad header", templateOf(R"("headers": [{"name": "a b", "value": "x"}])"), "");
    row("version ..", templateOf(R"("target": {"version": ".."})"), "");
}

void CliTemplatesTest::cannotBeSent_isTwoAndNothingIsSent()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, told);
    RawServer server;
    server.always({Step::send(RawServer::created())});
    const QString good = file("{}"_ba, u"good.json"_s);
    const QString path = file(text);
    const Ended ended = runCli({u"submit"_s, good, path, u"--base-url"_s, server.url({}), u"--call-record"_s, u"7"_s});
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.out, ""_ba);
    QCOMPARE(server.connections(), 0);
    const QByteArray start = "session-composer-cli: " + path.toUtf8() + ": " + told;
    QVERIFY2(ended.err.startsWith(start), ended.err.constData());
    QCOMPARE(ended.err.count('\n'), 1);
}

void CliTemplatesTest::bareSession_isSentWhateverItSays()
{
    for (const QByteArray &body :
         {"{\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n}\n"_ba, R"({"id": "{{guid}} {{nope}}"})"_ba,
          R"([{"sessionComposerTemplate": 2}])"_ba, R"({"a": {"sessionComposerTemplate": 2}})"_ba}) {
        RawServer server;
        server.always({Step::send(RawServer::created())});
        const Ended ended
            = runCli({u"submit"_s, file(body), u"--base-url"_s, server.url({}), u"--call-record"_s, u"7"_s});
        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(bodyOf(server.requests().value(0)), body);
        QCOMPARE(runCli({u"format"_s, file(body)}).out, body);
    }
}

void CliTemplatesTest::callRecord_mayComeFromTheTemplate()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    const QString with = file(templateOf(R"("target": {"callRecordId": "8"})"), u"with.json"_s);
    const QString without = file(templateOf({}), u"without.json"_s);
    QCOMPARE(runCli({u"submit"_s, with, u"--base-url"_s, server.url({})}).exitCode, 0);
    const Ended ended = runCli({u"submit"_s, with, without, u"--base-url"_s, server.url({})});
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.contains("without.json: --base-url wants --call-record ID"), ended.err.constData());
    QCOMPARE(server.posts(), 1);
    const Ended bare = runCli({u"submit"_s, file("{}"_ba), u"--base-url"_s, server.url({})});
    QCOMPARE(bare.exitCode, 2);
    QVERIFY(bare.err.startsWith("session-composer-cli: --base-url wants --call-record ID"));
}

void CliTemplatesTest::expectation_decidesTheCode_data()
{
    const QByteArray json = "application/json";
    QTest::addColumn<QByteArray>("expectation");
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QByteArray>("told"); // empty: as expected
    const auto row = [](const char *name, const QByteArray &expectation, const QByteArray &response,
                        const QByteArray &told) { QTest::newRow(name) << expectation << response << told; };
    const QByteArray created = RawServer::response("201 Created", json, R"({"id":"1","isTest":true})");
    const QByteArray refused
        = RawServer::response("400 Bad Request", json, R"({"error":{"code":"badRequest","message":""}})");
    row("none, 201", "{}", created, {});
    row("none, 400", "{}", refused, "400 Bad Request");
    row("400 expected", R"({"status": "400", "errorCode": "badRequest"})", refused, {});
    row("400 expected, 201", R"({"status": "400"})", created, "201 Created: The status is 201 Created, and 400 is");
    row("other code", R"({"status": "400", "errorCode": "x"})", refused,
        "400 Bad Request: The error has not the code x");
    row("member as sent", R"({"members": {"/isTest": "asSent"}})", created, {});
    row("member as sent, not", R"({"members": {"/name": "asSent"}})", created, "201 Created: /name did not come back");
    row("member of a value", R"({"members": {"/id": {"json": "\"2\""}}})", created, "201 Created: /id is \"1\"");
    row("absent member", R"({"members": {"/name": "absent"}})", created, {});
    row("all that was sent", R"({"checks": {"returned": true}})", created, "201 Created: Not as it was sent: /name.");
    row("header", R"({"headers": {"X-Y": null}})", created, "201 Created: The response has no header X-Y.");
    row("time", R"({"timeLimitMs": 100000})", created, {});
}

void CliTemplatesTest::expectation_decidesTheCode()
{
    QFETCH(QByteArray, expectation);
    QFETCH(QByteArray, response);
    QFETCH(QByteArray, told);
    RawServer server;
    server.always({Step::send(response)});
    const QString path = file(templateOf(R"("expectation": )" + expectation, R"({"isTest": true, "name": "n"})"));
    const Ended ended = runCli(
        {u"submit"_s, path, u"--base-url"_s, server.url({}), u"--call-record"_s, u"7"_s, u"--output"_s, u"exchange"_s});
    QCOMPARE(ended.exitCode, told.isEmpty() ? 0 : 1);
    QCOMPARE(lines(ended.out).value(0).value("outcome"_L1).toString(),
             told.isEmpty() ? u"asExpected"_s : u"otherResponse"_s);
    const QByteArray start = told.isEmpty() ? ""_ba : "session-composer-cli: " + path.toUtf8() + ": " + told;
    QVERIFY2(ended.err.startsWith(start) && ended.err.isEmpty() == told.isEmpty(), ended.err.constData());
}

void CliTemplatesTest::validate_judgesTheSession_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("line"); // what follows FILE:, as it begins; empty for none
    QTest::addColumn<int>("code");
    const QByteArray on = R"("placeholders": true)";
    const QByteArray session = R"({"startDateTime": "{{now-5m}}", "endDateTime": "{{now}}", "modalities": []})";
    QTest::newRow("good once drawn") << templateOf(on, session) << ""_ba << 0;
    QTest::newRow("not drawn") << templateOf({}, session) << "/endDateTime: error: "_ba << 1;
    QTest::newRow("pointer in the session")
        << templateOf(on, R"({"startDateTime": "{{now}}", "endDateTime": "{{now}}", "modalities": ["x"]})")
        << "/modalities/0: error: "_ba << 1;
    QTest::newRow("place in the session") << R"({"sessionComposerTemplate": 1, "source": ["{\n", "  tru}"]})"_ba
                                          << "2:3: error: "_ba << 1;
    QTest::newRow("unknown placeholder") << templateOf(on, R"({"startDateTime": "{{x}}"})")
                                         << "/startDateTime: error: {{x}} at /startDateTime"_ba << 1;
    QTest::newRow("conflict in a session") << "{\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n}\n"_ba
                                           << "2:1: error: git left two versions"_ba << 1;
    QTest::newRow("newer") << R"({"sessionComposerTemplate": 2, "session": {}})"_ba
                           << ""_ba << 2;
}

void CliTemplatesTest::validate_judgesTheSession()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, line);
    const QString path = file(text);
    const Ended ended = runCli({u"validate"_s, path});
    QTEST(ended.exitCode, "code");
    QCOMPARE(ended.out.isEmpty(), line.isEmpty());
    QVERIFY2(line.isEmpty() || ended.out.startsWith(QByteArray(path.toUtf8() + ':' + line)), ended.out.constData());
}

void CliTemplatesTest::compare_takesTheSession()
{
    const QString sent = file(templateOf({}, R"({"id": "a", "isTest": true})"), u"sent.json"_s);
    const QString returned = file(R"({"id": "b", "isTest": true})", u"returned.json"_s);
    const Ended ended = runCli({u"compare"_s, sent, returned});
    QCOMPARE(ended.exitCode, 1);
    QVERIFY2(ended.out.contains("sent.json:/id: changed: "), ended.out.constData());
    QVERIFY2(ended.out.contains("sent.json:/isTest: same: "), ended.out.constData());
    QCOMPARE(ended.out.count('\n'), 2);
}

QTEST_GUILESS_MAIN(CliTemplatesTest)
#include "tst_templates.moc"

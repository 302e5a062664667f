// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "rawclient.h"
#include "sandbox/options.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using sandbox::Sandbox;

class SandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_sandbox.reset(); }
    void start_givesLoopbackUrl();
    void start_portTaken_isAnError();
    void stop_withClients_isQuick();
    void post_localtest_storesByteForByte();
    void post_specificationExample_equalsItsResponse();
    void post_specificationExample_isRefusedByTheSchema();
    void post_soundSession_isCreated_data();
    void post_soundSession_isCreated();
    void post_refused_data();
    void post_refused();
    void post_references_data();
    void post_references();
    void post_minimal_givesNoBody();
    void location_answersGet();
    void list_growsAndIsPaged();
    void head_givesNoBody();
    void metadata_isTheSchema();
    void request_refused_data();
    void request_refused();
    void headers_areGraphs();
    void token_isRequired_data();
    void token_isRequired();
    void token_missing_doesNotCountForTheRehearsal();
    void body_overLimit_isRefused_data();
    void body_overLimit_isRefused();
    void store_full_isSaid();
    void thousandPosts_onOneConnection();

private:
    RawResponse ask(const QByteArray &request);

    std::unique_ptr<Sandbox> m_sandbox;
    quint16 m_port = 0;
};

static constexpr auto localPath = "/localtest/communications/callRecords/e523d2ed-2966-4b6b-925b-754a88034cc5/sessions";
static constexpr auto strictPath = "/v1.0/communications/callRecords/e523d2ed-2966-4b6b-925b-754a88034cc5/sessions";
static constexpr auto soundSession
    = R"({"startDateTime":"2017-01-01T00:00:14Z","endDateTime":"2017-01-01T00:02:18Z","modalities":["audio"]})";

static QByteArray sample(const QString &name)
{
    QFile file(SC_SOURCE_DIR "/../shared/graph/samples/"_L1 + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static QJsonObject errorOf(const RawResponse &response)
{
    return QJsonDocument::fromJson(response.body).object().value("error"_L1).toObject();
}

static QStringList targetsOf(const RawResponse &response)
{
    QStringList targets;
    for (const QJsonValue &detail : errorOf(response).value("details"_L1).toArray())
        targets.append(detail.toObject().value("target"_L1).toString());
    return targets;
}

void SandboxTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    sandbox::Options options;
    options.request.body = 1024 * 1024;
    options.store.sessions = 1200;
    m_sandbox = std::make_unique<Sandbox>(options);
    const core::Result<quint16> port = m_sandbox->start(0);
    QVERIFY(port);
    m_port = *port;
}

RawResponse SandboxTest::ask(const QByteArray &request)
{
    RawClient client(m_port);
    client.send(request);
    return client.read();
}

void SandboxTest::start_givesLoopbackUrl()
{
    QCOMPARE(m_sandbox->rootUrl(), QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)));
    QVERIFY(!Sandbox().rootUrl().isValid());
}

void SandboxTest::start_portTaken_isAnError()
{
    Sandbox second;
    const core::Result<quint16> port = second.start(m_port);
    QVERIFY(!port);
    QCOMPARE(port.error().code, core::Error::Code::Input);
    QVERIFY(port.error().message.contains(QString::number(m_port)));
    QVERIFY(!second.rootUrl().isValid());
    QVERIFY(second.start(0)); // and it can still be used
}

void SandboxTest::stop_withClients_isQuick()
{
    RawClient idle(m_port);
    RawClient half(m_port);
    half.send("POST /localtest/");
    m_sandbox.reset();
    QVERIFY(idle.isClosed());
    QVERIFY(half.isClosed());
}

void SandboxTest::post_localtest_storesByteForByte()
{
    const RawResponse response = ask(postRequest(localPath, R"({"z":1.10,"a":[1e400, "\u00e9"],"z":2})"));
    QCOMPARE(response.statusLine, "HTTP/1.1 201 Created"_ba);
    const QString id
        = QJsonDocument::fromJson(QByteArray(response.body).replace("1e400", "1")).object().value("id"_L1).toString();
    QVERIFY(!QUuid(id).isNull());
    QCOMPARE(response.body, R"({"id":")" + id.toLatin1() + R"(","z":1.10,"a":[1e400, "\u00e9"],"z":2})");
}

void SandboxTest::post_specificationExample_equalsItsResponse()
{
    const QByteArray sent = sample(u"08_specification_request.json"_s);
    if (sent.isEmpty())
        QSKIP("the samples are not there");
    const RawResponse response = ask(postRequest(localPath, sent));
    QCOMPARE(response.status, 201);
    const QString id = QJsonDocument::fromJson(response.body).object().value("id"_L1).toString();
    QVERIFY(!QUuid(id).isNull());
    QByteArray expected = sample(u"09_specification_response_201.json"_s);
    QCOMPARE(response.body, expected.replace("34101743-1743-3410-4317-103443171034", id.toLatin1()));
}

void SandboxTest::post_specificationExample_isRefusedByTheSchema()
{
    const QByteArray sent = sample(u"08_specification_request.json"_s);
    if (sent.isEmpty())
        QSKIP("the samples are not there");
    const RawResponse response = ask(postRequest(strictPath, sent));
    QCOMPARE(response.statusLine, "HTTP/1.1 400 Bad Request"_ba);
    const QStringList targets = targetsOf(response);
    QVERIFY(targets.contains(u"/modalities/0"_s));
    QVERIFY(targets.contains(u"/failureInfo/stage"_s));
    const QJsonObject detail = errorOf(response).value("details"_L1).toArray().at(0).toObject();
    QVERIFY(!detail.value("code"_L1).toString().isEmpty());
    QVERIFY(!detail.value("message"_L1).toString().isEmpty());
}

void SandboxTest::post_soundSession_isCreated_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("v1.0") << "v1.0"_ba;
    QTest::newRow("beta") << "beta"_ba;
    QTest::newRow("localtest") << "localtest"_ba;
}

void SandboxTest::post_soundSession_isCreated()
{
    QFETCH(QByteArray, version);
    const RawResponse response
        = ask(postRequest('/' + version + "/communications/callRecords/a%2Fb/sessions", soundSession));
    QCOMPARE(response.status, 201);
    const QByteArray id = QJsonDocument::fromJson(response.body).object().value("id"_L1).toString().toLatin1();
    QCOMPARE(response.header("Location"),
             "http://127.0.0.1/" + version + "/communications/callRecords/a%2Fb/sessions/" + id);
}

void SandboxTest::post_refused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray path = localPath;
    const auto typed = [&path](const QByteArray &type) -> QByteArray {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + type + "Content-Length: 2\r\n\r\n{}";
    };
    QTest::newRow("JSON in UTF-8") << typed("Content-Type: Application/JSON; charset=\"UTF-8\"\r\n") << 201;
    QTest::newRow("other parameters") << typed("Content-Type: application/json;odata.metadata=minimal\r\n") << 201;
    QTest::newRow("no type") << typed({}) << 415;
    QTest::newRow("text") << typed("Content-Type: text/plain\r\n") << 415;
    QTest::newRow("form") << typed("Content-Type: application/x-www-form-urlencoded\r\n") << 415;
    QTest::newRow("almost JSON") << typed("Content-Type: application/jsonx\r\n") << 415;
    QTest::newRow("UTF-16") << typed("Content-Type: application/json; charset=utf-16\r\n") << 415;
    QTest::newRow("compressed") << typed("Content-Type: application/json\r\nContent-Encoding: gzip\r\n") << 415;
    QTest::newRow("empty body") << postRequest(path, {}) << 400;
    QTest::newRow("array") << postRequest(path, "[{}]") << 400;
    QTest::newRow("text value") << postRequest(path, "\"{}\"") << 400;
    QTest::newRow("null") << postRequest(path, "null") << 400;
    QTest::newRow("cut") << postRequest(path, "{") << 400;
    QTest::newRow("byte order mark") << postRequest(path, "\xef\xbb\xbf{}") << 400;
    QTest::newRow("strict, empty object") << postRequest(strictPath, "{}") << 400;
    const auto with = [](const QByteArray &member) -> QByteArray {
        return '{' + member + ',' + QByteArray(soundSession).sliced(1);
    };
    QTest::newRow("strict, unknown member") << postRequest(strictPath, with(R"("x":1)")) << 400;
    QTest::newRow("strict, documented modality") // a warning in the form, and yet no member of the enumeration
        << postRequest(strictPath, QByteArray(soundSession).replace("audio", "unknown")) << 400;
    QTest::newRow("strict, abstract type") << postRequest(strictPath, with(R"("caller":{"userAgent":{}})")) << 201;
    const QByteArray newMember
        = with(R"("caller":{"userAgent":{"@odata.type":"#microsoft.graph.callRecords.clientUserAgent",)"
               R"("productFamily":"azureCommunicationServices"}})");
    QTest::newRow("strict, member above the sentinel") << postRequest(strictPath, newMember) << 400;
    QTest::newRow("strict, member above the sentinel, known to the client")
        << postRequest(strictPath, newMember, "Prefer: include-unknown-enum-members\r\n") << 201;
}

void SandboxTest::post_refused()
{
    QFETCH(QByteArray, request);
    const RawResponse response = ask(request);
    QTEST(response.status, "status");
    QCOMPARE(errorOf(response).isEmpty(), response.status == 201);
}

void SandboxTest::post_references_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray local = QByteArray(localPath) + "/$ref";
    const QByteArray strict = QByteArray(strictPath) + "/$ref";
    const QByteArray reference = R"({"@odata.id":"https://graph.microsoft.com/v1.0/x"})"_ba;
    QTest::newRow("reference") << local << reference << 204;
    QTest::newRow("strict reference") << strict << reference << 204;
    QTest::newRow("session, as the specification has it") << local << QByteArray(soundSession) << 201;
    QTest::newRow("strict session") << strict << QByteArray(soundSession) << 400;
    QTest::newRow("reference is no text") << strict << R"({"@odata.id":5})"_ba << 400;
    QTest::newRow("reference is empty") << strict << R"({"@odata.id":""})"_ba << 400;
    QTest::newRow("not JSON") << local << "{"_ba << 400;
}

void SandboxTest::post_references()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    RawClient client(m_port);
    client.send(postRequest(path, body) + getRequest("/v1.0/none"));
    const RawResponse response = client.read();
    QTEST(response.status, "status");
    if (response.status == 204)
        QVERIFY(response.header("Content-Length").startsWith("(0")); // RFC 9110 §8.6
    QCOMPARE(client.read().status, 404); // the next response stands right after it
}

void SandboxTest::post_minimal_givesNoBody()
{
    const RawResponse response = ask(postRequest(localPath, "{}", "Prefer: odata.x, Return=minimal\r\n"));
    QCOMPARE(response.status, 204);
    QCOMPARE(response.header("Preference-Applied"), "return=minimal"_ba);
    QCOMPARE(response.header("OData-EntityId"), response.header("Location"));
    const RawResponse both
        = ask(postRequest(localPath, "{}", "Prefer: include-unknown-enum-members, return=minimal\r\n"));
    QCOMPARE(both.header("Preference-Applied"), "include-unknown-enum-members, return=minimal"_ba);
    const QByteArray location
        = QUrl(QString::fromLatin1(response.header("Location"))).path(QUrl::FullyEncoded).toLatin1();
    QCOMPARE(ask(getRequest(location)).status, 200);
}

void SandboxTest::location_answersGet()
{
    RawClient client(m_port);
    client.send(postRequest(localPath, R"({"a": 1.10})"));
    const RawResponse created = client.read();
    const QByteArray path = QUrl(QString::fromLatin1(created.header("Location"))).path(QUrl::FullyEncoded).toLatin1();
    client.send(getRequest(path));
    const RawResponse read = client.read();
    QCOMPARE(read.status, 200);
    QCOMPARE(read.body, created.body);
    client.send(getRequest(QByteArray(path).replace("localtest", "beta"))); // each version has its own
    QCOMPARE(client.read().status, 404);
    client.send(getRequest(path + "x"));
    QCOMPARE(client.read().status, 404);
}

void SandboxTest::list_growsAndIsPaged()
{
    RawClient client(m_port);
    client.send(getRequest(localPath));
    const QByteArray empty = "{\"@odata.context\":\"http://127.0.0.1/localtest/$metadata#communications/callRecords("
                             "'e523d2ed-2966-4b6b-925b-754a88034cc5')/sessions\",\"value\":[]}"_ba;
    QCOMPARE(client.read().body, empty);
    for (int i = 0; i < 61; ++i) {
        client.send(postRequest(localPath, R"({"number":)" + QByteArray::number(i) + '}'));
        QCOMPARE(client.read().status, 201);
    }
    client.send(getRequest(localPath));
    const QJsonObject first = QJsonDocument::fromJson(client.read().body).object();
    QCOMPARE(first.value("value"_L1).toArray().size(), 60);
    const QUrl next(first.value("@odata.nextLink"_L1).toString());
    client.send(getRequest(next.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)));
    const QJsonObject second = QJsonDocument::fromJson(client.read().body).object();
    QCOMPARE(second.value("value"_L1).toArray().size(), 1);
    QCOMPARE(second.value("value"_L1).toArray().at(0).toObject().value("number"_L1).toInt(), 60);
    QVERIFY(!second.contains("@odata.nextLink"_L1));
    client.send(getRequest(localPath + "?$skiptoken=x"_ba));
    QCOMPARE(client.read().status, 400);
    client.send(getRequest(localPath + "?%24skiptoken=-1"_ba));
    QCOMPARE(client.read().status, 400);
}

void SandboxTest::head_givesNoBody()
{
    RawClient client(m_port);
    client.send(getRequest(localPath));
    const QByteArray length = client.read().header("Content-Length");
    client.send(getRequest(localPath).replace("GET", "HEAD") + getRequest(localPath));
    const RawResponse head = client.read(false);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.header("Content-Length"), length);
    QCOMPARE(client.read().status, 200);
}

void SandboxTest::metadata_isTheSchema()
{
    const RawResponse response = ask(getRequest("/beta/$metadata"));
    QCOMPARE(response.status, 200);
    QVERIFY(response.header("Content-Type").startsWith("application/xml"));
    QFile file(u":/schema/callrecords.csdl.xml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(response.body, file.readAll());
}

void SandboxTest::request_refused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    const QByteArray path = localPath;
    const QByteArray none;
    QTest::newRow("unknown version") << getRequest("/v2.0/communications/callRecords/a/sessions") << 404 << none;
    QTest::newRow("unknown path") << getRequest("/v1.0/users") << 404 << none;
    QTest::newRow("damaged path") << getRequest("/v1.0/%zz") << 400 << none;
    QTest::newRow("PUT") << getRequest(path).replace("GET", "PUT") << 405 << "GET, HEAD, POST"_ba;
    QTest::newRow("OPTIONS") << getRequest(path).replace("GET", "OPTIONS") << 405 << "GET, HEAD, POST"_ba;
    QTest::newRow("GET $ref") << getRequest(path + "/$ref") << 405 << "POST"_ba;
    QTest::newRow("POST metadata") << postRequest("/v1.0/$metadata", "{}") << 405 << "GET, HEAD"_ba;
    QTest::newRow("PATCH one") << getRequest(path + "/a").replace("GET", "PATCH") << 405 << "GET, HEAD"_ba;
    QTest::newRow("foreign Host") << getRequest(path).replace("127.0.0.1", "graph.microsoft.com") << 421 << none;
    QTest::newRow("rebound Host") << getRequest(path).replace("127.0.0.1", "127.0.0.1.nip.io") << 421 << none;
    QTest::newRow("foreign Host, unknown path") << getRequest("/").replace("127.0.0.1", "evil.example") << 421 << none;
    QTest::newRow("foreign absolute target") << getRequest("http://evil.example" + path) << 421 << none;
    QTest::newRow("own absolute target") << getRequest("http://127.0.0.1" + path) << 200 << none;
    QTest::newRow("localhost") << getRequest(path).replace("127.0.0.1", "localhost:1") << 200 << none;
    QTest::newRow("foreign page") << postRequest(path, "{}", "Origin: https://evil.example\r\n") << 403 << none;
    QTest::newRow("foreign page's image")
        << getRequest(path).replace("\r\n\r\n", "\r\nSec-Fetch-Site: cross-site\r\n\r\n") << 403 << none;
    QTest::newRow("own page") << postRequest(path, "{}", "Origin: http://localhost:3000\r\n") << 201 << none;
    QTest::newRow("not HTTP") << "\x16\x03\x01\x02"_ba << 400 << none;
    QTest::newRow("smuggled") << postRequest(path, "{}", "Transfer-Encoding: chunked\r\n") << 400 << none;
    QTest::newRow("HTTP/2") << "PRI * HTTP/2.0\r\n\r\n"_ba << 505 << none;
}

void SandboxTest::request_refused()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, allow);
    const RawResponse response = ask(request);
    QTEST(response.status, "status");
    if (!allow.isEmpty())
        QCOMPARE(response.header("Allow"), allow);
    if (response.status >= 400) {
        QVERIFY(!errorOf(response).value("code"_L1).toString().isEmpty());
        QVERIFY(response.header("Access-Control-Allow-Origin").startsWith("(0"));
    }
}

void SandboxTest::headers_areGraphs()
{
    QLocale::setDefault(QLocale(QLocale::German)); // Date must stay English
    RawClient client(m_port);
    client.send(postRequest(localPath, "{}", "client-request-id: mine-1\r\n"));
    const RawResponse response = client.read();
    QVERIFY(!QUuid(QString::fromLatin1(response.header("request-id"))).isNull());
    QCOMPARE(response.header("client-request-id"), "mine-1"_ba);
    QCOMPARE(response.header("OData-Version"), "4.0"_ba);
    QCOMPARE(response.header("Content-Type"),
             "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"_ba);
    QCOMPARE(response.header("Connection"), "keep-alive"_ba);
    QVERIFY(QJsonDocument::fromJson(response.header("x-ms-ags-diagnostic")).object().contains("ServerInfo"_L1));
    const QRegularExpression date(
        u"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
        "\\d{4} \\d\\d:\\d\\d:\\d\\d GMT$"_s);
    QVERIFY(date.match(QString::fromLatin1(response.header("Date"))).hasMatch());

    client.send(getRequest("/none"));
    const RawResponse error = client.read();
    QCOMPARE(error.header("client-request-id"), error.header("request-id"));
    const QJsonObject inner = errorOf(error).value("innerError"_L1).toObject();
    QCOMPARE(inner.value("request-id"_L1).toString(), QString::fromLatin1(error.header("request-id")));
    QCOMPARE(inner.value("client-request-id"_L1).toString(), QString::fromLatin1(error.header("request-id")));
    QVERIFY(QRegularExpression(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$"_s)
                .match(inner.value("date"_L1).toString())
                .hasMatch());
    QVERIFY(error.header("request-id") != response.header("request-id"));
    QLocale::setDefault(QLocale::c());
}

void SandboxTest::token_isRequired_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArray() << 401;
    QTest::newRow("opaque") << "Authorization: Bearer abc\r\n"_ba << 201;
    const QByteArray claims = "{}"_ba.toBase64();
    QTest::newRow("without role") << "Authorization: Bearer " + claims.chopped(1) + '.' + claims.chopped(1) + ".x\r\n"
                                  << 403;
}

void SandboxTest::token_isRequired()
{
    QFETCH(QByteArray, header);
    QCOMPARE(ask(postRequest(localPath, "{}", header)).status, 201);
    m_sandbox->setTokenRequired(true);
    const RawResponse response = ask(postRequest(localPath, "{}", header));
    QTEST(response.status, "status");
    if (response.status == 401)
        QVERIFY(response.header("WWW-Authenticate").startsWith("Bearer "));
    if (response.status == 403)
        QCOMPARE(errorOf(response).value("message"_L1), QJsonValue(u""_s));
    m_sandbox->setTokenRequired(false);
    QCOMPARE(ask(postRequest(localPath, "{}")).status, 201);
}

void SandboxTest::token_missing_doesNotCountForTheRehearsal()
{
    m_sandbox->setTokenRequired(true);
    m_sandbox->setRehearsal({sandbox::Rehearsal::Kind::Status, 500, 1});
    QCOMPARE(ask(postRequest(localPath, "{}")).status, 401);
    QCOMPARE(ask(getRequest(localPath)).status, 200);
    QCOMPARE(ask(postRequest(localPath, "{}", "Authorization: Bearer abc\r\n")).status, 500);
}

void SandboxTest::body_overLimit_isRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    const QByteArray body(2 * 1024 * 1024, ' ');
    QTest::newRow("sent") << postRequest(localPath, body);
    QTest::newRow("announced") << postRequest(localPath, body, "Expect: 100-continue\r\n").chopped(body.size());
    QTest::newRow("chunked") << "POST /localtest/communications/callRecords/a/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                "Transfer-Encoding: chunked\r\n\r\n200000\r\n"
            + body + "\r\n0\r\n\r\n";
}

void SandboxTest::body_overLimit_isRefused()
{
    QFETCH(QByteArray, request);
    RawClient client(m_port);
    client.send(request);
    const RawResponse response = client.read(); // not lost, although the body was on its way
    QCOMPARE(response.status, 413);
    QCOMPARE(response.header("Connection"), "close"_ba);
    QVERIFY(client.isClosed());
}

void SandboxTest::store_full_isSaid()
{
    RawClient client(m_port);
    for (int i = 0; i < 1200; ++i) {
        client.send(postRequest(localPath, "{}"));
        QCOMPARE(client.read().status, 201);
    }
    client.send(postRequest(localPath, "{}"));
    QCOMPARE(client.read().status, 507);
    client.send(getRequest(localPath));
    QCOMPARE(client.read().status, 200);
}

void SandboxTest::thousandPosts_onOneConnection()
{
    const QByteArray sent = sample(u"08_specification_request.json"_s);
    const QByteArray request = postRequest(localPath, sent.isEmpty() ? "{}"_ba : sent);
    RawClient client(m_port);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 1000; ++i) {
        client.send(request);
        QCOMPARE(client.read().status, 201);
    }
    qInfo("1,000 POSTs in %lld ms: %lld a second", timer.elapsed(), 1'000'000 / std::max<qint64>(1, timer.elapsed()));
}

QTEST_GUILESS_MAIN(SandboxTest)
#include "tst_sandbox.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "sandboxfixture.h"

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

class SandboxTest : public SandboxFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_sandbox.reset(); }
    void start_givesLoopbackUrl();
    void start_portTaken_isAnError();
    void stop_withClients_isQuick();
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
};

void SandboxTest::init()
{
    sandbox::Options options;
    options.request.body = 1024 * 1024;
    options.store.sessions = 1200;
    start(options);
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

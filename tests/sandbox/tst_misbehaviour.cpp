// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxfixture.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sandbox::Sandbox;

/// The rehearsals, in which the sandbox misbehaves on purpose.
class MisbehaviourTest : public SandboxFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_sandbox.reset(); }
    void status_isGraphs_data();
    void status_isGraphs();
    void storesAsGraph_normalises();
    void storesWrongly_dropsAndChanges();
    void slow_isSilentFirst();
    void slow_clientLeaves_isSurvived();
    void drip_comesWhole();
    void cutOff_endsEarly_data();
    void cutOff_endsEarly();
    void wrongLength_isShort();
    void notJson_isStored();
    void html_isNoApiResponse();
    void large_isValidAndStored();
    void rehearsal_fallsBack_andSays();
    void rehearsal_newChoice_isNotReportedAsEnded();
};

static constexpr auto path = "/localtest/communications/callRecords/a/sessions";

void MisbehaviourTest::init()
{
    sandbox::Options options;
    options.pace = {100ms, 0ms, 10'000ms, 50ms};
    start(options);
}

void MisbehaviourTest::status_isGraphs_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("hasMessage");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("401") << 401 << u"InvalidAuthenticationToken"_s << true << "WWW-Authenticate"_ba;
    QTest::newRow("403") << 403 << u"Forbidden"_s << false << ""_ba;
    QTest::newRow("404") << 404 << u"NotFound"_s << false << ""_ba;
    QTest::newRow("405") << 405 << u"Request_BadRequest"_s << true << "Allow"_ba;
    QTest::newRow("409") << 409 << u"Conflict"_s << true << ""_ba;
    QTest::newRow("413") << 413 << u"RequestEntityTooLarge"_s << true << ""_ba;
    QTest::newRow("429") << 429 << u"TooManyRequests"_s << true << "Retry-After"_ba;
    QTest::newRow("500") << 500 << u"InternalServerError"_s << true << ""_ba;
    QTest::newRow("503") << 503 << u"ServiceUnavailable"_s << true << ""_ba;
    QTest::newRow("504") << 504 << u"GatewayTimeout"_s << true << ""_ba;
}

void MisbehaviourTest::status_isGraphs()
{
    QFETCH(int, status);
    QFETCH(bool, hasMessage);
    QFETCH(QByteArray, header);
    rehearse(QString::number(status));
    RawClient client(m_port);
    client.send(postRequest(path, "{}"));
    const RawResponse response = client.read();
    QCOMPARE(response.status, status);
    const QJsonObject error = QJsonDocument::fromJson(response.body).object().value("error"_L1).toObject();
    QTEST(error.value("code"_L1).toString(), "code");
    QVERIFY(error.value("message"_L1).isString());
    QCOMPARE(!error.value("message"_L1).toString().isEmpty(), hasMessage);
    QVERIFY(error.value("innerError"_L1).toObject().contains("request-id"_L1));
    if (!header.isEmpty())
        QVERIFY(!response.header(header).startsWith('('));
    if (status == 429)
        QCOMPARE(response.header("Retry-After"), "5"_ba);
    client.send(getRequest(path)); // rehearsals are for POSTs
    QCOMPARE(client.read().status, 200);
}

void MisbehaviourTest::storesAsGraph_normalises()
{
    rehearse(u"stores-as-graph"_s);
    RawClient client(m_port);
    client.send(postRequest(path, R"({"id":"x", "startDateTime":"2017-01-01T00:00:14.2767220+03:00", "isTest":null})"));
    const RawResponse created = client.read();
    const QByteArray id = QJsonDocument::fromJson(created.body).object().value("id"_L1).toString().toLatin1();
    QCOMPARE(created.body, R"({"id":")" + id + R"(", "startDateTime":"2016-12-31T21:00:14.276722Z"})");
    client.send(getRequest(pathOf(created)));
    QCOMPARE(client.read().body, created.body);
}

void MisbehaviourTest::storesWrongly_dropsAndChanges()
{
    rehearse(u"stores-wrongly"_s);
    RawClient client(m_port);
    client.send(postRequest(path, R"({"id":"x","failureInfo":{"stage":"midcall","reason":"R"}})"));
    const RawResponse created = client.read();
    QVERIFY(created.body.endsWith(R"("failureInfo":{"stage":"unknown"}})"));
    client.send(getRequest(pathOf(created)));
    QCOMPARE(client.read().body, created.body);
}

void MisbehaviourTest::slow_isSilentFirst()
{
    rehearse(u"slow"_s);
    RawClient client(m_port);
    QElapsedTimer timer;
    timer.start();
    client.send(postRequest(path, "{}"));
    client.readBytes(1);
    QVERIFY(timer.elapsed() >= 95);
}

void MisbehaviourTest::slow_clientLeaves_isSurvived()
{
    rehearse(u"slow:20"_s);
    for (int i = 0; i < 20; ++i) {
        RawClient client(m_port);
        client.send(postRequest(path, "{}"));
        client.abort();
    }
    const auto answers = [this] {
        RawClient client(m_port);
        client.send(postRequest(path, "{}"));
        return client.read().status;
    };
    for (int i = 0; i < 20; ++i)
        QCOMPARE(answers(), 201);
}

void MisbehaviourTest::drip_comesWhole()
{
    rehearse(u"drip"_s);
    const QByteArrayList bodies{"{}"_ba, "{\"a\":\""_ba + QByteArray(100'000, 'x') + "\"}"};
    for (const QByteArray &body : bodies) {
        RawClient client(m_port);
        client.send(postRequest(path, body) + getRequest("/none"));
        const RawResponse response = client.read();
        QCOMPARE(response.status, 201);
        QVERIFY(QJsonDocument::fromJson(response.body).isObject());
        QVERIFY(response.body.size() > body.size());
        QCOMPARE(client.read().status, 404);
    }
}

void MisbehaviourTest::cutOff_endsEarly_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("with a body") << QByteArray(path) << R"({"a":"0123456789"})"_ba;
    QTest::newRow("without a body") << path + "/$ref"_ba
                                    << R"({"@odata.id":"x"})"_ba;
}

void MisbehaviourTest::cutOff_endsEarly()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    rehearse(u"cut-off"_s);
    RawClient client(m_port);
    client.send(postRequest(target, body));
    const QByteArray bytes = client.readToEnd();
    QVERIFY(client.isClosed());
    QVERIFY(bytes.startsWith("HTTP/1.1 20"));
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (target == path) {
        const qsizetype announced
            = bytes.mid(bytes.indexOf("Content-Length: ") + 16).split('\r').constFirst().toLongLong();
        QCOMPARE(bytes.size() - end - 4, announced / 2);
    } else {
        QCOMPARE(end, -1);
    }
}

void MisbehaviourTest::wrongLength_isShort()
{
    rehearse(u"wrong-length"_s);
    RawClient client(m_port);
    client.send(postRequest(path, R"({"a":"0123456789"})"));
    const QByteArray bytes = client.readToEnd();
    const qsizetype announced = bytes.mid(bytes.indexOf("Content-Length: ") + 16).split('\r').constFirst().toLongLong();
    const QByteArray body = bytes.sliced(bytes.indexOf("\r\n\r\n") + 4);
    QCOMPARE(body.size(), announced + 10);
    QVERIFY(QJsonDocument::fromJson(body).isObject());
    QVERIFY(client.isClosed());
}

void MisbehaviourTest::notJson_isStored()
{
    rehearse(u"not-json"_s);
    RawClient client(m_port);
    client.send(postRequest(path, "{}"));
    const RawResponse created = client.read();
    QCOMPARE(created.status, 201);
    QVERIFY(created.header("Content-Type").startsWith("application/json"));
    QVERIFY(QJsonDocument::fromJson(created.body).isNull());
    client.send(getRequest(pathOf(created)));
    QVERIFY(QJsonDocument::fromJson(client.read().body).isObject());
}

void MisbehaviourTest::html_isNoApiResponse()
{
    rehearse(u"html"_s);
    RawClient client(m_port);
    client.send(postRequest(path, "{}"));
    const RawResponse response = client.read();
    QCOMPARE(response.status, 200);
    QVERIFY(response.header("Content-Type").startsWith("text/html"));
    QVERIFY(response.body.startsWith("<!DOCTYPE html>"));
}

void MisbehaviourTest::large_isValidAndStored()
{
    rehearse(u"large"_s);
    RawClient client(m_port);
    client.send(postRequest(
        "/v1.0/communications/callRecords/a/sessions",
        R"({"startDateTime":"2017-01-01T00:00:14Z","endDateTime":"2017-01-01T00:02:18Z","modalities":[]})"));
    const RawResponse created = client.read();
    QCOMPARE(created.status, 201);
    QVERIFY(created.body.size() >= 8 * 1024 * 1024 && created.body.size() < 9 * 1024 * 1024);
    QVERIFY(QJsonDocument::fromJson(created.body).isObject());
    client.send(getRequest(pathOf(created)));
    QVERIFY(client.read().body == created.body);
    rehearse(u"none"_s);
    client.send(postRequest("/v1.0/communications/callRecords/b/sessions", created.body));
    QCOMPARE(client.read().status, 201); // the schema has nothing against it
}

void MisbehaviourTest::rehearsal_fallsBack_andSays()
{
    rehearse(u"503:2"_s);
    QSignalSpy ended(m_sandbox.get(), &Sandbox::rehearsalEnded);
    RawClient client(m_port);
    client.send(postRequest(path, "{}"));
    QCOMPARE(client.read().status, 503);
    client.send(postRequest(path, "{}"));
    QCOMPARE(client.read().status, 503);
    QTRY_COMPARE(ended.size(), 1);
    client.send(postRequest(path, "{}"));
    QCOMPARE(client.read().status, 201);
    QCOMPARE(ended.size(), 1);
}

void MisbehaviourTest::rehearsal_newChoice_isNotReportedAsEnded()
{
    QSignalSpy ended(m_sandbox.get(), &Sandbox::rehearsalEnded);
    rehearse(u"503:1"_s);
    RawClient client(m_port);
    client.send(postRequest(path, "{}"));
    QCOMPARE(client.read().status, 503); // blocking: the signal waits in our event loop
    rehearse(u"504:1"_s);
    client.send(postRequest(path, "{}"));
    QCOMPARE(client.read().status, 504);
    QTRY_COMPARE(ended.size(), 1); // of the second alone
    QCoreApplication::processEvents();
    QCOMPARE(ended.size(), 1);
}

QTEST_GUILESS_MAIN(MisbehaviourTest)
#include "tst_misbehaviour.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What a POST of a session or of a reference to one gives.
#include "sandboxfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

class PostsTest : public SandboxFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start({}); }
    void cleanup() { m_sandbox.reset(); }
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
};

static constexpr auto strictPath = "/v1.0/communications/callRecords/e523d2ed-2966-4b6b-925b-754a88034cc5/sessions";
static constexpr auto soundSession
    = R"({"startDateTime":"2017-01-01T00:00:14Z","endDateTime":"2017-01-01T00:02:18Z","modalities":["audio"]})";

static QStringList targetsOf(const RawResponse &response)
{
    QStringList targets;
    for (const QJsonValue &detail : errorOf(response).value("details"_L1).toArray())
        targets.append(detail.toObject().value("target"_L1).toString());
    return targets;
}

void PostsTest::post_localtest_storesByteForByte()
{
    const RawResponse response = ask(postRequest(localPath, R"({"z":1.10,"a":[1e400, "\u00e9"],"z":2})"));
    QCOMPARE(response.statusLine, "HTTP/1.1 201 Created"_ba);
    const QString id
        = QJsonDocument::fromJson(QByteArray(response.body).replace("1e400", "1")).object().value("id"_L1).toString();
    QVERIFY(!QUuid(id).isNull());
    QCOMPARE(response.body, R"({"id":")" + id.toLatin1() + R"(","z":1.10,"a":[1e400, "\u00e9"],"z":2})");
}

void PostsTest::post_specificationExample_equalsItsResponse()
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

void PostsTest::post_specificationExample_isRefusedByTheSchema()
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

void PostsTest::post_soundSession_isCreated_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("v1.0") << "v1.0"_ba;
    QTest::newRow("beta") << "beta"_ba;
    QTest::newRow("localtest") << "localtest"_ba;
}

void PostsTest::post_soundSession_isCreated()
{
    QFETCH(QByteArray, version);
    const RawResponse response
        = ask(postRequest('/' + version + "/communications/callRecords/a%2Fb/sessions", soundSession));
    QCOMPARE(response.status, 201);
    const QByteArray id = QJsonDocument::fromJson(response.body).object().value("id"_L1).toString().toLatin1();
    QCOMPARE(response.header("Location"),
             "http://127.0.0.1/" + version + "/communications/callRecords/a%2Fb/sessions/" + id);
}

void PostsTest::post_refused_data()
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

void PostsTest::post_refused()
{
    QFETCH(QByteArray, request);
    const RawResponse response = ask(request);
    QTEST(response.status, "status");
    QCOMPARE(errorOf(response).isEmpty(), response.status == 201);
}

void PostsTest::post_references_data()
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

void PostsTest::post_references()
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

void PostsTest::post_minimal_givesNoBody()
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

QTEST_GUILESS_MAIN(PostsTest)
#include "tst_posts.moc"

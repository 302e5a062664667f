// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness.h"

#include <QLoggingCategory>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace support;
using namespace std::chrono_literals;
using exchange::Exchange;

class SendingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void challenge_isOneRequest_data();
    void challenge_isOneRequest();
    void cookies_areNotReturned();
    void proxies_areIgnored();
    void fresh_opensAConnectionEachTime();
    void reused_keepsOneConnection_data();
    void reused_keepsOneConnection();
    void localhost_isLoopbackWithoutDns_data();
    void localhost_isLoopbackWithoutDns();
    void refusal_leavesNothing_data();
    void refusal_leavesNothing();
    void log_refuses_stopsTheSend();
    void log_beginsBeforeTheFirstByte();
    void done_isCalledOnceAndLater();
    void done_contextGone_isNotCalled();
    void clientGone_endsTheLog();
    void timing_isInOrder();
    void nothingListens_hasNotLeft();
    void token_isInNoLogLine();

private:
    TestAuthority m_authority;
};

void SendingTest::challenge_isOneRequest_data()
{
    QTest::addColumn<QByteArray>("head");
    for (const char *scheme : {"NTLM", "Negotiate", "Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"1\"", "Bearer"}) {
        QTest::addRow("401 %s", scheme) << "401 Unauthorized\r\nWWW-Authenticate: "_ba + scheme;
        QTest::addRow("407 %s", scheme) << "407 Proxy Authentication Required\r\nProxy-Authenticate: "_ba + scheme;
    }
}

void SendingTest::challenge_isOneRequest()
{
    QFETCH(const QByteArray, head);
    RawServer server;
    server.always({Step::send(RawServer::response(head, "text/plain", "no"))});
    Harness harness;
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(exchange.hasWholeResponse());
    QCOMPARE(exchange.response->status, head.left(3).toInt());
    QCOMPARE(exchange.response->body, "no"_ba);
    QVERIFY(!server.requests().constFirst().contains("uthorization:"));
}

void SendingTest::cookies_areNotReturned()
{
    RawServer server;
    server.always({Step::send("HTTP/1.1 201 Created\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n")});
    Harness harness;
    harness.connection = graph::Connection::Reused;
    for (int round = 0; round < 2; ++round)
        QVERIFY(harness.send(Harness::post(server.url(u"/s"_s))).hasWholeResponse());
    QCOMPARE(server.requests().constLast(), server.requests().constFirst());
    QVERIFY(!server.requests().constLast().toLower().contains("cookie"));
}

void SendingTest::proxies_areIgnored()
{
    RawServer proxy;
    proxy.always({Step::send(RawServer::created("{\"proxy\":1}"))});
    RawServer server;
    server.always({Step::send(RawServer::created())});
    for (const char *variable : {"http_proxy", "all_proxy", "HTTP_PROXY"})
        qputenv(variable, proxy.url({}).toLatin1());
    QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port()});
    Harness harness;
    // Not a loopback address, for which Qt asks no proxy anyway; it leads here all the same.
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s, u"0.0.0.0"_s)));
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::DefaultProxy));
    for (const char *variable : {"http_proxy", "all_proxy", "HTTP_PROXY"})
        qunsetenv(variable);
    QVERIFY(exchange.hasWholeResponse());
    QCOMPARE(proxy.connections(), 0);
    QCOMPARE(server.posts(), 1);
}

void SendingTest::fresh_opensAConnectionEachTime()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    Harness harness;
    for (int round = 0; round < 3; ++round)
        QVERIFY(harness.send(Harness::post(server.url(u"/s"_s))).hasWholeResponse());
    QCOMPARE(server.connections(), 3);
}

void SendingTest::reused_keepsOneConnection_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("http") << false;
    QTest::newRow("https") << true;
}

void SendingTest::reused_keepsOneConnection()
{
    QFETCH(const bool, tls);
    RawServer server(tls ? std::optional(m_authority.issueLoopback().configuration()) : std::nullopt, u"127.0.0.1"_s);
    server.always({Step::send(RawServer::created())});
    Harness harness;
    harness.connection = graph::Connection::Reused;
    harness.client.setCaCertificates({m_authority.certificate()});
    for (int round = 0; round < 50; ++round) {
        const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
        QVERIFY(exchange.hasWholeResponse());
        QCOMPARE(exchange.tls.has_value(), tls);
        QCOMPARE(exchange.timing.encrypted.has_value(), tls && round == 0);
    }
    QCOMPARE(server.connections(), 1);
}

void SendingTest::localhost_isLoopbackWithoutDns_data()
{
    QTest::addColumn<QString>("listens");
    QTest::addColumn<bool>("tls");
    QTest::newRow("IPv4") << u"127.0.0.1"_s << false;
    QTest::newRow("IPv4, https") << u"127.0.0.1"_s << true;
    QTest::newRow("only IPv6") << u"::1"_s << false;
    QTest::newRow("only IPv6, https") << u"::1"_s << true;
}

void SendingTest::localhost_isLoopbackWithoutDns()
{
    QFETCH(const QString, listens);
    QFETCH(const bool, tls);
    // The certificate is for the name alone: the address that the name is pinned to must not be what is verified.
    const Identity identity = m_authority.issue({u"DNS:localhost"_s});
    RawServer server(tls ? std::optional(identity.configuration()) : std::nullopt, listens);
    if (server.port() == 0)
        QSKIP("This machine has no IPv6.");
    server.always({Step::send(RawServer::created())});
    Harness harness;
    harness.client.setCaCertificates({m_authority.certificate()});
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s, u"localhost"_s)));
    QVERIFY2(exchange.hasWholeResponse(), qPrintable(exchange.error ? exchange.error->message : QString()));
    QVERIFY(server.requests().constFirst().contains(
        QByteArray("\r\nHost: localhost:" + QByteArray::number(server.port()) + "\r\n")));
    QCOMPARE(server.posts(), 1);
    QCOMPARE(harness.log.begun.size(), 1);
}

void SendingTest::refusal_leavesNothing_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("url"); // %1: the server
    QTest::addColumn<exchange::HeaderList>("headers");
    QTest::addColumn<bool>("token");
    const QString good = u"http://%1/s"_s;
    QTest::newRow("method with a line break")
        << "POST / HTTP/1.1\r\nX: y"_ba << good << exchange::HeaderList() << false;
    QTest::newRow("no method") << QByteArray() << good << exchange::HeaderList() << false;
    QTest::newRow("userinfo") << "POST"_ba << u"http://a:b@%1/s"_s << exchange::HeaderList() << false;
    QTest::newRow("file") << "POST"_ba << u"file:///%1/s"_s << exchange::HeaderList() << false;
    QTest::newRow("ftp") << "POST"_ba << u"ftp://%1/s"_s << exchange::HeaderList() << false;
    QTest::newRow("header injection") << "POST"_ba << good << exchange::HeaderList{{"X", "a\r\nHost: b"}} << false;
    QTest::newRow("header of ours") << "POST"_ba << good << exchange::HeaderList{{"host", "b"}} << false;
    QTest::newRow("token for another origin") << "POST"_ba << good << exchange::HeaderList() << true;
}

void SendingTest::refusal_leavesNothing()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, url);
    QFETCH(const exchange::HeaderList, headers);
    QFETCH(const bool, token);
    RawServer server;
    server.always({Step::send(RawServer::created())});
    Harness harness;
    if (token)
        harness.authorization = Harness::token(u"https://graph.microsoft.com"_s);
    const QString place = u"127.0.0.1:"_s + QString::number(server.port());
    const Exchange exchange = harness.send({method, QUrl(url.arg(place)), headers, "x"});
    QVERIFY(exchange.error);
    QCOMPARE(exchange.error->code, token ? core::Error::Code::Refused : core::Error::Code::Input);
    QVERIFY(!exchange.hasLeft);
    QVERIFY(!exchange.response);
    QCOMPARE(server.connections(), 0);
    QVERIFY(harness.log.begun.isEmpty() && harness.log.ended.isEmpty());
}

void SendingTest::log_refuses_stopsTheSend()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    Harness harness;
    harness.log.refusal = core::Error{core::Error::Code::File, u"The history cannot be written."_s, {}};
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QCOMPARE(exchange.error, harness.log.refusal);
    QVERIFY(!exchange.hasLeft);
    QCOMPARE(server.connections(), 0);
    QVERIFY(harness.log.ended.isEmpty());
}

void SendingTest::log_beginsBeforeTheFirstByte()
{
    RawServer server;
    Harness harness;
    qsizetype begun = 0;
    server.choose([&](const QByteArray &) {
        begun = harness.log.begun.size() - harness.log.ended.size();
        return Script{Step::send(RawServer::created())};
    });
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QCOMPARE(begun, 1);
    QCOMPARE(harness.log.ended, QList<Exchange>{exchange});
    QCOMPARE(harness.log.begun.constFirst().id, exchange.id);
    QCOMPARE(harness.log.begun.constFirst().request, exchange.request);
    QVERIFY(!harness.log.begun.constFirst().hasLeft);
}

void SendingTest::done_isCalledOnceAndLater()
{
    RawServer server;
    server.always({Step::send(RawServer::created()), Step::close()});
    Harness harness;
    int calls = 0;
    bool hasReturned = false;
    for (const QByteArray &method : {"POST"_ba, "not a method"_ba}) {
        exchange::Request request = Harness::post(server.url(u"/s"_s));
        request.method = method;
        calls = 0;
        hasReturned = false;
        graph::Sending *sending
            = harness.client.send(request, {}, {}, {}, graph::Connection::Fresh, this, [&](const Exchange &) {
                  QVERIFY(hasReturned);
                  ++calls;
              });
        const QSignalSpy gone(sending, &QObject::destroyed);
        hasReturned = true;
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(calls, 1);
    }
}

void SendingTest::done_contextGone_isNotCalled()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    Harness harness;
    bool wasCalled = false;
    auto context = std::make_unique<QObject>();
    graph::Sending *sending
        = harness.client.send(Harness::post(server.url(u"/s"_s)), {}, {}, {}, graph::Connection::Fresh, context.get(),
                              [&wasCalled](const Exchange &) { wasCalled = true; });
    const QSignalSpy gone(sending, &QObject::destroyed);
    context.reset();
    QTRY_COMPARE(gone.size(), 1);
    QVERIFY(!wasCalled);
    QCOMPARE(harness.log.ended.size(), 1); // What was sent stays in the history.
    QVERIFY(harness.log.ended.constFirst().hasWholeResponse());
}

void SendingTest::clientGone_endsTheLog()
{
    RawServer server; // Silent.
    core::SystemClock clock;
    MemoryExchangeLog log;
    auto client = std::make_unique<graph::GraphClient>(clock, log);
    bool wasCalled = false;
    client->send(Harness::post(server.url(u"/s"_s)), {}, {}, {}, graph::Connection::Fresh, this,
                 [&wasCalled](const Exchange &) { wasCalled = true; });
    QTRY_COMPARE(server.posts(), 1);
    client.reset();
    QCOMPARE(log.ended.size(), 1);
    QCOMPARE(log.ended.constFirst().error->code, core::Error::Code::Cancelled);
    QVERIFY(log.ended.constFirst().hasLeft);
    QCoreApplication::processEvents();
    QVERIFY(!wasCalled);
}

void SendingTest::timing_isInOrder()
{
    RawServer server(m_authority.issueLoopback().configuration());
    server.always(
        {Step::send("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n"), Step::wait(20ms), Step::send("{}")});
    Harness harness;
    harness.client.setCaCertificates({m_authority.certificate()});
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QVERIFY(exchange.hasWholeResponse());
    const exchange::Timing &timing = exchange.timing;
    QVERIFY(timing.socketStarted && timing.encrypted && timing.requestSent && timing.firstByte && timing.finished);
    QVERIFY(*timing.socketStarted > 0ns);
    QVERIFY(*timing.socketStarted < *timing.encrypted);
    QVERIFY(*timing.encrypted < *timing.requestSent);
    QVERIFY(*timing.requestSent < *timing.firstByte);
    QVERIFY(*timing.firstByte + 15ms < *timing.finished);
}

void SendingTest::nothingListens_hasNotLeft()
{
    quint16 port = 0;
    {
        const RawServer gone;
        port = gone.port();
    }
    Harness harness;
    for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s}) {
        const Exchange exchange = harness.send(Harness::post(u"http://%1:%2/s"_s.arg(host).arg(port)));
        QVERIFY(!exchange.hasLeft);
        QVERIFY2(exchange.error->message.contains(u"Nothing was sent"_s), qPrintable(exchange.error->message));
        QVERIFY(exchange.error->detail.startsWith(u"ConnectionRefusedError"_s));
    }
    QCOMPARE(harness.log.ended.size(), 2);
}

namespace {
QStringList logged;
}

void SendingTest::token_isInNoLogLine()
{
    RawServer server;
    server.always({Step::send(RawServer::response("401 Unauthorized", "text/plain", "no"))});
    Harness harness;
    harness.authorization = Harness::token(server.url({}));
    QLoggingCategory::setFilterRules(u"sessioncomposer.*=true"_s);
    logged.clear();
    const QtMessageHandler before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { logged.append(text); });
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(server.requests().constFirst().contains("\r\nAuthorization: Bearer canary.token\r\n"));
    QVERIFY(logged.size() >= 2);
    QVERIFY2(!core::Secret::isIn(logged.join(u'\n').toUtf8()), qPrintable(logged.join(u'\n')));
    QVERIFY(!core::Secret::isIn(exchange::toLines(exchange.request.headers)));
    QVERIFY(!core::Secret::isIn(exchange::toLines(harness.log.begun.constFirst().request.headers)));
}

QTEST_GUILESS_MAIN(SendingTest)
#include "tst_sending.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace support;
using exchange::Exchange;

namespace {

const QList<QPair<QByteArray, Script>> dropModes{
    {"close", {Step::close()}},
    {"reset", {Step::reset()}},
    {"partial status line", {Step::send("HTTP/1.1 20"), Step::close()}},
    {"junk", {Step::send("this is not HTTP\r\n\r\n"), Step::close()}},
};

} // namespace

/// docs/promises.md N1: one click is at most one POST, however the connection ends.
class OnceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void post_connectionDrops_isSentOnce_data();
    void post_connectionDrops_isSentOnce();
    void post_keptAliveConnectionDrops_isSentOnce_data();
    void post_keptAliveConnectionDrops_isSentOnce();
    void post_emptyBodyConnectionDrops_isSentOnce();
    void post_toLocalhostDrops_isNotTriedElsewhere();
    void get_connectionDrops_isSentOnce_data();
    void get_connectionDrops_isSentOnce();

private:
    TestAuthority m_authority;
};

void OnceTest::post_connectionDrops_isSentOnce_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<bool>("tls");
    for (const auto &[name, script] : dropModes) {
        QTest::addRow("%s, http", name.constData()) << script << false;
        QTest::addRow("%s, https", name.constData()) << script << true;
    }
}

void OnceTest::post_connectionDrops_isSentOnce()
{
    QFETCH(const Script, script);
    QFETCH(const bool, tls);
    RawServer server(tls ? std::optional(m_authority.issueLoopback().configuration()) : std::nullopt, u"127.0.0.1"_s);
    server.always(script);
    Harness harness;
    harness.client.setCaCertificates({m_authority.certificate()});
    for (int round = 1; round <= 20; ++round) {
        const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
        QCOMPARE(server.posts(), round);
        QVERIFY(exchange.hasLeft);
        QVERIFY(!exchange.response);
        QCOMPARE(exchange.error->code, core::Error::Code::Network);
        QVERIFY2(exchange.error->message.contains(u"sent once, its result is unknown"_s),
                 qPrintable(exchange.error->message));
    }
    qInfo("20 clicks, %d whole POSTs, %d connections", server.posts(), server.connections());
}

void OnceTest::post_keptAliveConnectionDrops_isSentOnce_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("http") << false;
    QTest::newRow("https") << true;
}

void OnceTest::post_keptAliveConnectionDrops_isSentOnce()
{
    QFETCH(const bool, tls);
    RawServer server(tls ? std::optional(m_authority.issueLoopback().configuration()) : std::nullopt, u"127.0.0.1"_s);
    server.choose([](const QByteArray &request) {
        return request.contains("\"drop\"") ? Script{Step::close()} : Script{Step::send(RawServer::created())};
    });
    Harness harness;
    harness.connection = graph::Connection::Reused;
    harness.client.setCaCertificates({m_authority.certificate()});
    for (int round = 1; round <= 20; ++round) {
        QVERIFY(harness.send(Harness::post(server.url(u"/s"_s))).hasWholeResponse());
        const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s), "\"drop\""));
        QCOMPARE(server.posts(), 2 * round);
        QVERIFY(!exchange.response);
        QVERIFY2(exchange.error->message.contains(u"sent once, its result is unknown"_s),
                 qPrintable(exchange.error->message));
    }
    qInfo("20 dropped clicks on kept-alive connections, %d whole POSTs", server.posts() - 20);
}

void OnceTest::post_emptyBodyConnectionDrops_isSentOnce()
{
    for (const auto &mode : dropModes) {
        RawServer server;
        server.always(mode.second);
        Harness harness;
        const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s), {}));
        QCOMPARE(server.posts(), 1);
        QVERIFY(exchange.hasLeft);
        QVERIFY(exchange.error);
    }
}

void OnceTest::post_toLocalhostDrops_isNotTriedElsewhere()
{
    RawServer server;
    server.always({Step::close()});
    Harness harness;
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s, u"localhost"_s)));
    QCOMPARE(server.posts(), 1);
    // Had ::1 been tried next, its refusal would be told.
    QVERIFY2(exchange.error->detail.startsWith(u"ContentReSendError"_s), qPrintable(exchange.error->detail));
}

void OnceTest::get_connectionDrops_isSentOnce_data()
{
    QTest::addColumn<Script>("script");
    for (const auto &[name, script] : dropModes)
        QTest::newRow(name.constData()) << script;
}

void OnceTest::get_connectionDrops_isSentOnce()
{
    QFETCH(const Script, script);
    RawServer server;
    server.always(script);
    Harness harness;
    const Exchange exchange = harness.send({"GET", QUrl(server.url(u"/s"_s)), {}, {}});
    QVERIFY(exchange.error);
    QVERIFY2(exchange.error->message.contains(u"can be tried again"_s), qPrintable(exchange.error->message));
    QCOMPARE(server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(OnceTest)
#include "tst_once.moc"

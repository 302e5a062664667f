// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace support;
using exchange::Exchange;

/// docs/promises.md N4: TLS faults never pass.
class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void fault_letsNothingOut_data();
    void fault_letsNothingOut();
    void oldProtocol_letsNothingOut();
    void plainHttpBehindHttps_letsNothingOut();
    void facts_areTheServers();
    void authority_isNotKeptForTheNextClient();

private:
    TestAuthority m_authority;
};

void TlsTest::fault_letsNothingOut_data()
{
    QTest::addColumn<QSslConfiguration>("tls");
    QTest::addColumn<QString>("word");
    QTest::newRow("self-signed") << TestAuthority::selfSigned({u"IP:127.0.0.1"_s}).configuration() << u"self-signed"_s;
    QTest::newRow("wrong name") << m_authority.issue({u"DNS:example.org"_s}).configuration() << u"name"_s;
    QTest::newRow("wrong address") << m_authority.issue({u"IP:127.0.0.2"_s}).configuration() << u"name"_s;
    QTest::newRow("expired") << m_authority.issue({u"IP:127.0.0.1"_s}, -3).configuration() << u"expired"_s;
    QTest::newRow("unknown authority") << TestAuthority("another authority").issueLoopback().configuration()
                                       << u"issuer"_s;
}

void TlsTest::fault_letsNothingOut()
{
    QFETCH(const QSslConfiguration, tls);
    QFETCH(const QString, word);
    RawServer server(tls);
    server.always({Step::send(RawServer::created())});
    for (const auto connection : {graph::Connection::Fresh, graph::Connection::Reused}) {
        Harness harness;
        harness.connection = connection;
        harness.client.setCaCertificates({m_authority.certificate()});
        harness.authorization = Harness::token(server.url({}));
        const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
        QVERIFY(exchange.error);
        QVERIFY(!exchange.response);
        QVERIFY(!exchange.hasLeft);
        QVERIFY2(exchange.error->message.contains(word), qPrintable(exchange.error->message));
        QVERIFY2(exchange.error->message.contains(u"Nothing was sent"_s), qPrintable(exchange.error->message));
    }
    QCOMPARE(server.received(), 0);
}

void TlsTest::oldProtocol_letsNothingOut()
{
    QSslConfiguration tls = m_authority.issueLoopback().configuration();
    // OpenSSL 3 speaks TLS 1.1 only at security level 0; without this, the server and not the client would be tested.
    tls.setProtocol(QSsl::AnyProtocol);
    tls.setBackendConfigurationOption("MinProtocol", "TLSv1.1"_ba);
    tls.setBackendConfigurationOption("MaxProtocol", "TLSv1.1"_ba);
    tls.setBackendConfigurationOption("CipherString", "ALL:@SECLEVEL=0"_ba);
    RawServer server(tls);
    server.always({Step::send(RawServer::created())});
    Harness harness;
    harness.client.setCaCertificates({m_authority.certificate()});
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QVERIFY(exchange.error && !exchange.response && !exchange.hasLeft);
    QVERIFY2(exchange.error->detail.contains(u"protocol"_s) || exchange.error->detail.contains(u"version"_s),
             qPrintable(exchange.error->detail));
    QCOMPARE(server.received(), 0);
    QCOMPARE(server.connections(), 0);
}

void TlsTest::plainHttpBehindHttps_letsNothingOut()
{
    RawServer server; // It would see the request if it came in plain text.
    server.always({Step::send(RawServer::created())});
    Harness harness;
    harness.limits.idle = std::chrono::milliseconds(300);
    harness.authorization = Harness::token(u"https://127.0.0.1:"_s + QString::number(server.port()));
    const Exchange exchange = harness.send(Harness::post(u"https://127.0.0.1:%1/s"_s.arg(server.port())));
    QVERIFY(exchange.error && !exchange.response && !exchange.hasLeft);
    QVERIFY2(exchange.error->message.contains(u"silent for 0.3 s"_s), qPrintable(exchange.error->message));
    QVERIFY(server.requests().isEmpty());
}

void TlsTest::facts_areTheServers()
{
    const Identity identity = m_authority.issueLoopback();
    RawServer server(identity.configuration());
    server.always({Step::send(RawServer::created())});
    Harness harness;
    harness.client.setCaCertificates({m_authority.certificate()});
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QVERIFY2(exchange.hasWholeResponse(), qPrintable(exchange.error ? exchange.error->message : QString()));
    QVERIFY(exchange.tls);
    QCOMPARE(exchange.tls->protocol, u"TLS 1.3"_s);
    QVERIFY2(exchange.tls->cipher.startsWith(u"TLS_"_s), qPrintable(exchange.tls->cipher));
    QVERIFY(!exchange.tls->chain.isEmpty());
    const exchange::Certificate &first = exchange.tls->chain.constFirst();
    QCOMPARE(first.subject, u"CN=test service"_s);
    QCOMPARE(first.issuer, u"CN=Session Composer test authority"_s);
    QCOMPARE(first.sha256, identity.certificate.digest(QCryptographicHash::Sha256).toHex());
    QCOMPARE(first.notAfter, identity.certificate.expiryDate().toUTC().toString(Qt::ISODate));
    QVERIFY(first.notBefore.endsWith(u'Z') && first.notBefore < first.notAfter);
}

void TlsTest::authority_isNotKeptForTheNextClient()
{
    RawServer server(m_authority.issueLoopback().configuration());
    server.always({Step::send(RawServer::created())});
    {
        Harness harness;
        harness.client.setCaCertificates({m_authority.certificate()});
        QVERIFY(harness.send(Harness::post(server.url(u"/s"_s))).hasWholeResponse());
        harness.client.setCaCertificates({});
        QVERIFY(!harness.send(Harness::post(server.url(u"/s"_s))).response);
    }
    Harness harness;
    QVERIFY(!harness.send(Harness::post(server.url(u"/s"_s))).response);
    QCOMPARE(server.posts(), 1);
}

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/auth/tokenguard.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using exchange::Authorization;
using graph::auth::TokenGuard;

class TokenGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void read_data();
    void read();
    void origin_data();
    void origin();
    void otherKinds_needNoOrigin();
    void secretNotReadHere_isJudgedToo();
};

void TokenGuardTest::read_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QByteArray>("token"); // empty: refused
    QTest::newRow("jwt") << "eyJ0.eyJh.x-_"_ba
                         << "eyJ0.eyJh.x-_"_ba;
    QTest::newRow("every symbol") << "aZ09-._~+/=="_ba
                                  << "aZ09-._~+/=="_ba;
    QTest::newRow("one byte") << "a"_ba
                              << "a"_ba;
    QTest::newRow("final LF") << "abc\n"_ba
                              << "abc"_ba;
    QTest::newRow("final CR LF") << "abc\r\n"_ba
                                 << "abc"_ba;
    QTest::newRow("longest") << QByteArray(16'384, 'a') << QByteArray(16'384, 'a');
    QTest::newRow("longest and LF") << QByteArray(QByteArray(16'384, 'a') + '\n') << QByteArray(16'384, 'a');
    QTest::newRow("too long") << QByteArray(16'385, 'a') << QByteArray();
    for (const char *refused : {"",
                                "\n",
                                "\r\n",
                                "abc\n\n",
                                "abc\r",
                                "abc\r\n\n",
                                "\nabc",
                                "a b",
                                " abc",
                                "abc ",
                                "Bearer abc",
                                "\"abc\"",
                                "a\r\nHost: b",
                                "a=b",
                                "=",
                                "==",
                                "=a",
                                "a\tb",
                                "\xc2\xa0"
                                "abc",
                                "abc\xc2\xa0",
                                "a,b",
                                "a:b",
                                "\xef\xbb\xbf"
                                "abc",
                                "a\x7f",
                                "\xc3\xbc"})
        QTest::addRow("refused: %s", QByteArray(refused).toPercentEncoding().constData())
            << QByteArray(refused) << QByteArray();
    QTest::newRow("refused: NUL") << QByteArray("a\0b", 3) << QByteArray();
    QTest::newRow("refused: NUL at the end") << QByteArray("a\0", 2) << QByteArray();
}

void TokenGuardTest::read()
{
    QFETCH(const QByteArray, pasted);
    QFETCH(const QByteArray, token);
    const core::Result<core::Secret> secret = TokenGuard::readToken(pasted);
    QCOMPARE(secret.has_value(), !token.isEmpty());
    if (secret) {
        QVERIFY(*secret == core::Secret(token));
    } else {
        QCOMPARE(secret.error().code, core::Error::Code::Refused);
        QVERIFY(pasted.size() < 4 || !secret.error().message.toUtf8().contains(pasted));
    }
}

void TokenGuardTest::origin_data()
{
    QTest::addColumn<QString>("bound");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowsHttp");
    QTest::addColumn<bool>("goes");
    const QString graph = u"https://graph.microsoft.com"_s;
    const auto row = [](const char *name, const QString &bound, const QString &url, bool goes,
                        bool allowsHttp = false) { QTest::newRow(name) << bound << url << allowsHttp << goes; };
    row("same", graph, u"https://graph.microsoft.com/v1.0/x"_s, true);
    row("default port written", graph, u"https://graph.microsoft.com:443/x"_s, true);
    row("upper case", graph, u"HTTPS://GRAPH.Microsoft.COM/x"_s, true);
    row("same port", u"https://a.example:8443"_s, u"https://a.example:8443/x"_s, true);
    row("other host", graph, u"https://graph.microsoft.us/"_s, false);
    row("other port", graph, u"https://graph.microsoft.com:444/"_s, false);
    row("http", graph, u"http://graph.microsoft.com/"_s, false);
    row("http on 443", graph, u"http://graph.microsoft.com:443/"_s, false);
    row("http with consent but bound to https", graph, u"http://graph.microsoft.com/"_s, false, true);
    row("sub-domain", graph, u"https://a.graph.microsoft.com/"_s, false);
    row("parent", graph, u"https://microsoft.com/"_s, false);
    row("longer", graph, u"https://graph.microsoft.com.evil.example/"_s, false);
    row("suffix", graph, u"https://evilgraph.microsoft.com/"_s, false);
    row("trailing dot", graph, u"https://graph.microsoft.com./"_s, false);
    row("userinfo", graph, u"https://graph.microsoft.com@evil.example/"_s, false);
    row("userinfo with a port", graph, u"https://graph.microsoft.com:443@evil.example/"_s, false);
    row("back slash", graph, u"https://evil.example\\@graph.microsoft.com/"_s, false);
    row("fragment", graph, u"https://evil.example#@graph.microsoft.com/"_s, false);
    row("homograph", graph, u"https://gr\u0430ph.microsoft.com/"_s, false);
    row("idn and its ascii", u"https://b\u00fccher.example"_s, u"https://xn--bcher-kva.example/"_s, true);
    row("file", graph, u"file://graph.microsoft.com/x"_s, false);
    row("no url", graph, QString(), false);
    row("bound to nothing", QString(), u"https://graph.microsoft.com/"_s, false);
    row("nothing at all", QString(), QString(), false);
    row("bound to file", u"file:///x"_s, u"file:///x"_s, false);
    row("loopback", u"http://127.0.0.1:8080"_s, u"http://127.0.0.1:8080/x"_s, true);
    row("loopback, other port", u"http://127.0.0.1:8080"_s, u"http://127.0.0.1:8081/x"_s, false);
    row("loopback, other address", u"http://127.0.0.1:8080"_s, u"http://127.0.0.2:8080/x"_s, false);
    row("loopback, name and address", u"http://localhost:8080"_s, u"http://127.0.0.1:8080/x"_s, false);
    row("127.9.9.9", u"http://127.9.9.9"_s, u"http://127.9.9.9/x"_s, true);
    row("ipv6 loopback", u"http://[::1]:1"_s, u"http://[::1]:1/"_s, true);
    row("localhost", u"http://localhost"_s, u"http://localhost/x"_s, true);
    row("localhost with a dot", u"http://localhost."_s, u"http://localhost./x"_s, false);
    row("below localhost", u"http://a.localhost"_s, u"http://a.localhost/x"_s, false);
    row("looks like loopback", u"http://127.0.0.1.evil.example"_s, u"http://127.0.0.1.evil.example/"_s, false);
    row("any address", u"http://0.0.0.0"_s, u"http://0.0.0.0/"_s, false);
    row("ipv4 in ipv6", u"http://[::ffff:127.0.0.1]"_s, u"http://[::ffff:127.0.0.1]/"_s, false);
    row("plain http", u"http://mock.example"_s, u"http://mock.example/x"_s, false);
    row("plain http by consent", u"http://mock.example"_s, u"http://mock.example/x"_s, true, true);
    row("by consent, other host", u"http://mock.example"_s, u"http://other.example/x"_s, false, true);
    row("private network", u"http://192.168.0.1"_s, u"http://192.168.0.1/x"_s, false);
}

void TokenGuardTest::origin()
{
    QFETCH(const QString, bound);
    QFETCH(const QString, url);
    QFETCH(const bool, allowsHttp);
    QFETCH(const bool, goes);
    const Authorization authorization{Authorization::Kind::Token, core::Secret("a.b.canary"),
                                      exchange::Origin::of(QUrl(bound)), allowsHttp};
    const auto value = TokenGuard::authorizationFor(authorization, {"POST", QUrl(url), {}, {}});
    QCOMPARE(value.has_value(), goes);
    if (goes) {
        QCOMPARE(*value, "Bearer a.b.canary"_ba);
    } else {
        QCOMPARE(value.error().code, core::Error::Code::Refused);
        QVERIFY(!core::Secret::isIn(value.error().message.toUtf8()));
    }
}

void TokenGuardTest::otherKinds_needNoOrigin()
{
    const exchange::Request request{"POST", QUrl(u"http://a.example"_s), {}, {}};
    QCOMPARE(TokenGuard::authorizationFor({}, request).value(), QByteArray());
    Authorization malformed;
    malformed.kind = Authorization::Kind::Malformed;
    malformed.token = core::Secret("a.b.canary");
    QCOMPARE(TokenGuard::authorizationFor(malformed, request).value(), "Bearer malformed token"_ba);
}

void TokenGuardTest::secretNotReadHere_isJudgedToo()
{
    const QUrl url(u"https://a.example"_s);
    for (const QByteArray &bytes : {QByteArray(), "a\r\nHost: b"_ba, QByteArray(16'385, 'a')}) {
        const Authorization authorization{Authorization::Kind::Token, core::Secret(bytes), exchange::Origin::of(url),
                                          false};
        QCOMPARE(TokenGuard::authorizationFor(authorization, {"POST", url, {}, {}}).error().code,
                 core::Error::Code::Refused);
    }
}

QTEST_GUILESS_MAIN(TokenGuardTest)
#include "tst_tokenguard.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/sessionsurl.h"
#include "harness.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace support;
using exchange::PathChoice;
using exchange::Target;

class SessionsUrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void root_data();
    void root();
    void sessions_path_data();
    void sessions_path();
    void id_onTheWire_data();
    void id_onTheWire();
    void session_ofAnId();
    void metadata_isBesideTheData();
};

void SessionsUrlTest::root_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("root"); // empty: refused
    QTest::newRow("graph") << u"https://graph.microsoft.com"_s << u"https://graph.microsoft.com"_s;
    QTest::newRow("slash") << u"https://graph.microsoft.com/"_s << u"https://graph.microsoft.com"_s;
    QTest::newRow("port and path") << u"http://127.0.0.1:4810/mock/"_s << u"http://127.0.0.1:4810/mock"_s;
    QTest::newRow("ipv6") << u"http://[::1]:80"_s << u"http://[::1]:80"_s;
    QTest::newRow("upper case scheme") << u"HTTPS://a.example"_s << u"https://a.example"_s;
    for (const char *refused : {"",
                                "/",
                                "graph.microsoft.com",
                                "graph.microsoft.com:443",
                                "//graph.microsoft.com",
                                "https://",
                                "https:///x",
                                "https:",
                                "ftp://a.example",
                                "file:///etc",
                                "javascript:alert(1)",
                                "https://user@a.example",
                                "https://user:pw@a.example",
                                "https://@a.example",
                                "https://a.example?x=1",
                                "https://a.example?",
                                "https://a.example#x",
                                "https://a.example/#",
                                "https://a example",
                                "https://a.example:99999",
                                "https://a.example/a b",
                                "https://a.example/\n",
                                "https://a.example\r\nHost: b",
                                " https://a.example",
                                "https://a.example:0"})
        QTest::addRow("refused: %s", QByteArray(refused).toPercentEncoding(":/?#@").constData())
            << QString::fromLatin1(refused) << QString();
}

void SessionsUrlTest::root()
{
    QFETCH(const QString, text);
    QFETCH(const QString, root);
    const core::Result<QUrl> url = graph::rootUrl(text);
    QCOMPARE(url.has_value() ? url->toString(QUrl::FullyEncoded) : QString(), root);
    if (!url) {
        QCOMPARE(url.error().code, core::Error::Code::Input);
        QVERIFY(!url.error().message.isEmpty());
    }
}

void SessionsUrlTest::sessions_path_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("choice");
    QTest::addColumn<QByteArray>("path"); // empty: refused
    const QString guid = u"e523d2ed-2966-4b6b-925b-754a88034cc5"_s;
    const QByteArray collection = "/v1.0/communications/callRecords/e523d2ed-2966-4b6b-925b-754a88034cc5/sessions";
    QTest::newRow("sessions") << u"v1.0"_s << guid << int(PathChoice::Sessions) << collection;
    QTest::newRow("ref") << u"v1.0"_s << guid << int(PathChoice::Ref) << QByteArray(collection + "/$ref");
    QTest::newRow("ref with an id") << u"v1.0"_s << guid << int(PathChoice::RefODataId)
                                    << QByteArray(collection + "/$ref");
    for (const char *dots : {"", ".", "..", "%2e", "%2e%2e", "%2E.", ".%2e", "%2E%2e"}) {
        QTest::addRow("refused id: %s", dots) << u"v1.0"_s << QString::fromLatin1(dots) << 0 << QByteArray();
        QTest::addRow("refused version: %s", dots) << QString::fromLatin1(dots) << guid << 0 << QByteArray();
    }
    QTest::newRow("three dots are a name")
        << u"v1.0"_s << u"..."_s << 0 << "/v1.0/communications/callRecords/.../sessions"_ba;
}

void SessionsUrlTest::sessions_path()
{
    QFETCH(const QString, version);
    QFETCH(const QString, id);
    QFETCH(const int, choice);
    QFETCH(const QByteArray, path);
    const core::Result<QUrl> url
        = graph::sessionsUrl({u"https://graph.microsoft.com/"_s, version, id, static_cast<PathChoice>(choice)});
    QCOMPARE(url.has_value() ? url->path(QUrl::FullyEncoded).toLatin1() : QByteArray(), path);
}

void SessionsUrlTest::id_onTheWire_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("segment");
    QTest::newRow("guid") << u"e523d2ed-2966"_s << "e523d2ed-2966"_ba;
    QTest::newRow("slash") << u"a/b"_s << "a%2Fb"_ba;
    QTest::newRow("back slash") << u"a\\b"_s << "a%5Cb"_ba;
    QTest::newRow("up and down") << u"../../users"_s << "..%2F..%2Fusers"_ba;
    QTest::newRow("query") << u"a?b=c"_s << "a%3Fb%3Dc"_ba;
    QTest::newRow("fragment") << u"a#b"_s << "a%23b"_ba;
    QTest::newRow("percent") << u"100%"_s << "100%25"_ba;
    QTest::newRow("escaped already") << u"a%2Fb"_s << "a%252Fb"_ba;
    QTest::newRow("blank and plus") << u"a b+c"_s << "a%20b%2Bc"_ba;
    QTest::newRow("line break") << u"a\r\nHost: b"_s << "a%0D%0AHost%3A%20b"_ba;
    QTest::newRow("NUL") << u"a\0b"_s << "a%00b"_ba;
    QTest::newRow("no-break space") << u"a\u00a0b"_s << "a%C2%A0b"_ba;
    QTest::newRow("beyond Latin") << u"\u00fc\U0001F600"_s << "%C3%BC%F0%9F%98%80"_ba;
    QTest::newRow("dots inside") << u"a..b"_s << "a..b"_ba;
    QTest::newRow("tilde") << u"~a_b-c"_s << "~a_b-c"_ba;
    QTest::newRow("dollar and at") << u"$ref@x;y=z,'!()*"_s << "%24ref%40x%3By%3Dz%2C%27%21%28%29%2A"_ba;
}

void SessionsUrlTest::id_onTheWire()
{
    QFETCH(const QString, id);
    QFETCH(const QByteArray, segment);
    RawServer server;
    server.always({Step::send(RawServer::created())});
    Harness harness;
    for (const PathChoice path : {PathChoice::Sessions, PathChoice::Ref}) {
        const core::Result<QUrl> url = graph::sessionsUrl({server.url(u"/base"_s), u"v1.0"_s, id, path});
        QVERIFY(url);
        QVERIFY(harness.send({"POST", *url, {}, "{}"}).hasWholeResponse());
        const QByteArray line = "POST /base/v1.0/communications/callRecords/" + segment
            + (path == PathChoice::Ref ? "/sessions/$ref HTTP/1.1\r\n" : "/sessions HTTP/1.1\r\n");
        const QByteArray sent = server.requests().constLast();
        QCOMPARE(sent.first(sent.indexOf('\n') + 1), line);
    }
}

void SessionsUrlTest::session_ofAnId()
{
    const Target target{u"http://a.example"_s, u"beta"_s, u"x"_s, PathChoice::RefODataId};
    QCOMPARE(graph::sessionUrl(target, u"1/2"_s).value().toEncoded(),
             "http://a.example/beta/communications/callRecords/x/sessions/1%2F2"_ba);
    QCOMPARE(graph::sessionUrl(target, {}).value().toEncoded(),
             "http://a.example/beta/communications/callRecords/x/sessions"_ba);
    QVERIFY(!graph::sessionUrl(target, u"%2e."_s));
}

void SessionsUrlTest::metadata_isBesideTheData()
{
    QCOMPARE(graph::metadataUrl(u"http://a.example/mock/"_s, u"v1.0"_s).value().toEncoded(),
             "http://a.example/mock/v1.0/$metadata"_ba);
    QCOMPARE(graph::metadataUrl(u"http://a.example"_s, u"a/b"_s).value().toEncoded(),
             "http://a.example/a%2Fb/$metadata"_ba);
    for (const QString &version : {QString(), u".."_s, u"%2e"_s})
        QVERIFY(!graph::metadataUrl(u"http://a.example"_s, version));
    QVERIFY(!graph::metadataUrl(u"http://u:p@a.example"_s, u"v1.0"_s));
}

QTEST_GUILESS_MAIN(SessionsUrlTest)
#include "tst_sessionsurl.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/headers.h"
#include "harness.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace support;
using exchange::Authorization;
using exchange::HeaderList;

class HeadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void check_data();
    void check();
    void shown_isSent_data();
    void shown_isSent();
    void host_data();
    void host();
    void token_isMaskedInWhatIsShown();
    void defaults_areShown();
    void repeats_areJoinedInTheFirst();
};

void HeadersTest::check_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << "Prefer"_ba
                           << "return=minimal"_ba << true;
    QTest::newRow("every symbol of a token") << "!#$%&'*+-.^_`|~09azAZ"_ba
                                             << "x"_ba << true;
    QTest::newRow("empty value") << "X"_ba
                                 << ""_ba << true;
    QTest::newRow("bytes beyond ASCII") << "X"_ba
                                        << "\xc3\xbc\xff"_ba << true;
    for (const char *name :
         {"Host", "content-length", "CONNECTION", "Transfer-Encoding", "accept-encoding", "Authorization"})
        QTest::addRow("ours: %s", name) << QByteArray(name) << "x"_ba << false;
    QTest::newRow("no name") << ""_ba
                             << "x"_ba << false;
    for (const char c : "\r\n\t :\"(),/;<=>?@[\\]{}\x7f\xc3\xa0")
        QTest::addRow("in a name: %02x", static_cast<unsigned char>(c))
            << QByteArray("a"_ba + c + 'b') << "x"_ba << false;
    QTest::newRow("CR LF") << "X"_ba
                           << "a\r\nHost: b"_ba << false;
    QTest::newRow("CR") << "X"_ba
                        << "a\rb"_ba << false;
    QTest::newRow("LF") << "X"_ba
                        << "a\nb"_ba << false;
    QTest::newRow("NUL") << "X"_ba << QByteArray("a\0b", 3) << false;
    QTest::newRow("LF at the end") << "X"_ba
                                   << "a\n"_ba << false;
}

void HeadersTest::check()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    const core::Status status = graph::checkHeader({name, value});
    QTEST(status.has_value(), "good");
    if (!status)
        QVERIFY(status.error().message.contains(QString::fromUtf8(name)));
}

void HeadersTest::shown_isSent_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("usual") << "POST"_ba
                           << HeaderList{{"Content-Type", "application/json"}, {"Accept", "application/json"}}
                           << "{}"_ba;
    QTest::newRow("none: no Content-Type, no Accept") << "POST"_ba << HeaderList() << "{}"_ba;
    QTest::newRow("no body") << "POST"_ba << HeaderList() << ""_ba;
    QTest::newRow("GET") << "GET"_ba << HeaderList{{"Accept", "*/*"}} << ""_ba;
    QTest::newRow("other methods") << "PATCH"_ba << HeaderList{{"Content-Type", "x"}} << "{}"_ba;
    QTest::newRow("spelling") << "POST"_ba
                              << HeaderList{{"content-TYPE", "Text/PLAIN"}, {"x-UPPER", "1"}, {"ACCEPT", "b"}}
                              << "{}"_ba;
    QTest::newRow("order") << "POST"_ba
                           << HeaderList{{"Z", "1"}, {"User-Agent", "me"}, {"A", "2"}, {"Content-Type", "x"}}
                           << "{}"_ba;
    QTest::newRow("repeats")
        << "POST"_ba << HeaderList{{"Prefer", "a"}, {"X", "1"}, {"prefer", "b"}, {"Content-Type", "x"}, {"PREFER", "c"}}
        << "{}"_ba;
    QTest::newRow("repeated Content-Type")
        << "POST"_ba << HeaderList{{"Content-Type", "a/b"}, {"content-type", "c/d"}} << "{}"_ba;
    QTest::newRow("empty values")
        << "POST"_ba << HeaderList{{"X", ""}, {"User-Agent", ""}, {"accept-language", ""}, {"Content-Type", ""}}
        << "{}"_ba;
    QTest::newRow("null values")
        << "POST"_ba << HeaderList{{"X", {}}, {"User-Agent", {}}, {"accept-language", {}}, {"Content-Type", {}}}
        << "{}"_ba;
    QTest::newRow("blanks") << "POST"_ba << HeaderList{{"X", "  a  b  "}, {"Content-Type", " x "}, {"Y", " "}}
                            << "{}"_ba;
    QTest::newRow("bytes") << "POST"_ba << HeaderList{{"X", "\xc3\xbc\xff\t\x01\x7f"}} << "{}"_ba;
    QTest::newRow("what Qt reads itself") << "POST"_ba
                                          << HeaderList{{"Cookie", "a=b; c=d"},
                                                        {"Set-Cookie", "x=y"},
                                                        {"If-Modified-Since", "yesterday"},
                                                        {"Last-Modified", "Mon, 1 Jan 2018 00:00:00 GMT"},
                                                        {"Location", "not a url"},
                                                        {"ETag", "\"1\""},
                                                        {"If-Match", "*"},
                                                        {"Range", "bytes=0-"},
                                                        {"Content-Disposition", "x"},
                                                        {"Cache-Control", "no-cache"},
                                                        {"Pragma", "y"},
                                                        {"Expect", "200-ok"},
                                                        {"TE", "trailers"},
                                                        {"Upgrade", "h2c"},
                                                        {"Proxy-Connection", "close"},
                                                        {"Proxy-Authorization", "x"},
                                                        {"Keep-Alive", "timeout=5"},
                                                        {"X-Qt-ReplaceContent", "1"},
                                                        {"Content-Encoding", "gzip"}}
                                          << "{}"_ba;
    QTest::newRow("64 KiB body") << "POST"_ba << HeaderList{{"Content-Type", "x"}} << QByteArray(65536, 'x');
    QTest::newRow("8 MiB body") << "POST"_ba << HeaderList{{"Content-Type", "x"}} << QByteArray(8 << 20, 'y');
    QTest::newRow("NUL and line breaks in the body") << "POST"_ba << HeaderList() << QByteArray("\0\r\n\r\n\xff\n", 7);
}

void HeadersTest::shown_isSent()
{
    QFETCH(const QByteArray, method);
    QFETCH(const HeaderList, headers);
    QFETCH(const QByteArray, body);
    RawServer server;
    server.always({Step::send(RawServer::created())});
    Harness harness;
    using Kind = Authorization::Kind;
    for (const Kind kind : {Kind::None, Kind::Malformed, Kind::Token}) {
        const exchange::Request request{method, QUrl(server.url(u"/a/b?c=d"_s)), headers, body};
        harness.authorization = Harness::token(server.url({}));
        harness.authorization.kind = kind;
        const exchange::Exchange exchange = harness.send(request);
        QVERIFY(exchange.response && exchange.response->status == 201);
        const exchange::Request shown = graph::asOnTheWire(request, kind);
        QCOMPARE(exchange.request, shown);
        QByteArray expected = method + " /a/b?c=d HTTP/1.1\r\n";
        for (const exchange::Header &header : shown.headers)
            expected += header.name + ": " + (header.value == "Bearer ***" ? "Bearer canary.token"_ba : header.value)
                + "\r\n";
        expected += "\r\n" + body;
        QCOMPARE(server.requests().constLast(), expected);
    }
    QCOMPARE(server.requests().size(), 3);
}

void HeadersTest::host_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("default port") << u"https://graph.microsoft.com/v1.0"_s << "graph.microsoft.com"_ba;
    QTest::newRow("default port written") << u"https://graph.microsoft.com:443/"_s << "graph.microsoft.com"_ba;
    QTest::newRow("other port") << u"https://a.example:8443/"_s << "a.example:8443"_ba;
    QTest::newRow("http on 443") << u"http://a.example:443/"_s << "a.example:443"_ba;
    QTest::newRow("ipv6") << u"http://[::1]:81/"_s << "[::1]:81"_ba;
    QTest::newRow("idn") << u"https://b\u00fccher.example/"_s << "xn--bcher-kva.example"_ba;
}

void HeadersTest::host()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, host);
    const exchange::Request shown = graph::asOnTheWire({"POST", QUrl(url), {}, {}}, Authorization::Kind::None);
    QCOMPARE(shown.headers.constFirst(), (exchange::Header{"Host", host}));
}

void HeadersTest::token_isMaskedInWhatIsShown()
{
    const exchange::Request request = Harness::post(u"https://a.example"_s);
    using Kind = Authorization::Kind;
    const auto shown = [&request](Kind kind) {
        return exchange::valueOf(graph::asOnTheWire(request, kind).headers, "authorization");
    };
    QCOMPARE(shown(Kind::None), std::nullopt);
    QCOMPARE(shown(Kind::Token), "Bearer ***"_ba);
    QCOMPARE(shown(Kind::Malformed), "Bearer malformed token"_ba);
}

void HeadersTest::defaults_areShown()
{
    const HeaderList shown
        = graph::asOnTheWire({"POST", QUrl(u"http://a.example"_s), {}, "abc"}, Authorization::Kind::None).headers;
    QVERIFY(exchange::valueOf(shown, "User-Agent")->startsWith("SessionComposer/"));
    QCOMPARE(exchange::valueOf(shown, "Accept-Language"), "en"_ba);
    QCOMPARE(exchange::valueOf(shown, "Accept-Encoding"), "identity"_ba);
    QCOMPARE(exchange::valueOf(shown, "Connection"), "keep-alive"_ba);
    QCOMPARE(exchange::valueOf(shown, "Content-Length"), "3"_ba);
    QVERIFY(!exchange::valueOf(shown, "Content-Type") && !exchange::valueOf(shown, "Accept"));
}

void HeadersTest::repeats_areJoinedInTheFirst()
{
    const HeaderList typed{{"Prefer", "a"}, {"X", "1"}, {"prefer", "b"}, {"PREFER", "c"}};
    const HeaderList shown
        = graph::asOnTheWire({"POST", QUrl(u"http://a.example"_s), typed, {}}, Authorization::Kind::None).headers;
    QCOMPARE(shown.mid(1, 2), (HeaderList{{"Prefer", "a, b, c"}, {"X", "1"}}));
    QCOMPARE(shown.constFirst(), (exchange::Header{"Host", "a.example"}));
    QCOMPARE(exchange::toLines(shown).toLower().count("\nprefer:"), 1);
}

QTEST_GUILESS_MAIN(HeadersTest)
#include "tst_headers.moc"

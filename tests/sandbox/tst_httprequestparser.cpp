// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/httprequestparser.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::HttpRequest;
using sandbox::HttpRequestParser;
using Progress = HttpRequestParser::Progress;

class HttpRequestParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void request_isRead_data();
    void request_isRead();
    void request_byteByByte_isTheSame_data() { request_isRead_data(); }
    void request_byteByByte_isTheSame();
    void malformed_isRefused_data();
    void malformed_isRefused();
    void malformed_byteByByte_isRefused_data() { malformed_isRefused_data(); }
    void malformed_byteByByte_isRefused();
    void unfinished_needsMore_data();
    void unfinished_needsMore();
    void pipelined_comeOneByOne();
    void expectation_isAskedForOnce();
    void expectation_withBodyAlready_isNotAskedFor();
    void expectation_overLimit_isRefusedAtOnce();
    void keepAlive_followsVersionAndHeader_data();
    void keepAlive_followsVersionAndHeader();
    void betweenRequests_isKnown();
    void manySmallPieces_costLinearTime();
};

constexpr HttpRequestParser::Limits smallLimits{1000, 100};

static QByteArray get(const QByteArray &headers)
{
    return "GET /a HTTP/1.1\r\nHost: h\r\n"_ba + headers + "\r\n";
}

static QByteArray post(const QByteArray &headersAndBody)
{
    return "POST /a HTTP/1.1\r\nHost: h\r\n"_ba + headersAndBody;
}

void HttpRequestParserTest::request_isRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("no body") << get({}) << "/a"_ba
                             << ""_ba;
    QTest::newRow("query") << "GET /a?b=/c%20 HTTP/1.1\r\nHost: h\r\n\r\n"_ba
                           << "/a?b=/c%20"_ba
                           << ""_ba;
    QTest::newRow("absolute form") << "GET http://h:1/a HTTP/1.1\r\nHost: h\r\n\r\n"_ba
                                   << "/a"_ba
                                   << ""_ba;
    QTest::newRow("empty lines before") << "\r\n\r\n"_ba + get({}) << "/a"_ba
                                        << ""_ba;
    QTest::newRow("length") << post("Content-Length: 5\r\n\r\nhello") << "/a"_ba
                            << "hello"_ba;
    QTest::newRow("length 0") << post("Content-Length: 0\r\n\r\n") << "/a"_ba
                              << ""_ba;
    QTest::newRow("length with zeros") << post("content-length:\t0005 \r\n\r\nhello") << "/a"_ba
                                       << "hello"_ba;
    QTest::newRow("body with line ends") << post("Content-Length: 4\r\n\r\n\r\n\r\n") << "/a"_ba
                                         << "\r\n\r\n"_ba;
    QTest::newRow("chunks") << post("Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n") << "/a"_ba
                            << "hello"_ba;
    QTest::newRow("chunk in hexadecimal")
        << post("Transfer-Encoding: Chunked\r\n\r\n0A\r\n0123456789\r\n0\r\n\r\n") << "/a"_ba
        << "0123456789"_ba;
    QTest::newRow("chunk extension") << post("Transfer-Encoding: chunked\r\n\r\n5 ; a=\"b\"\r\nhello\r\n0;c\r\n\r\n")
                                     << "/a"_ba
                                     << "hello"_ba;
    QTest::newRow("trailers") << post("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nA: b\r\nC: d\r\n\r\n")
                              << "/a"_ba
                              << "hello"_ba;
    QTest::newRow("chunk of line ends") << post("Transfer-Encoding: chunked\r\n\r\n2\r\n\r\n\r\n0\r\n\r\n") << "/a"_ba
                                        << "\r\n"_ba;
    QTest::newRow("body at the limit") << post("Content-Length: 100\r\n\r\n" + QByteArray(100, 'x')) << "/a"_ba
                                       << QByteArray(100, 'x');
    QTest::newRow("chunks at the limit") << post("Transfer-Encoding: chunked\r\n\r\n64\r\n" + QByteArray(100, 'x')
                                                 + "\r\n0\r\n\r\n")
                                         << "/a"_ba << QByteArray(100, 'x');
    QTest::newRow("obs-text in a value") << get("X: \xe9\r\n") << "/a"_ba
                                         << ""_ba;
    QTest::newRow("empty value") << get("X:\r\n") << "/a"_ba
                                 << ""_ba;
    QTest::newRow("HTTP/1.0 without Host") << "GET /a HTTP/1.0\r\n\r\n"_ba
                                           << "/a"_ba
                                           << ""_ba;
    QTest::newRow("100 headers") << get(QByteArray("X:y\r\n").repeated(99)) << "/a"_ba
                                 << ""_ba;
}

void HttpRequestParserTest::request_isRead()
{
    QFETCH(QByteArray, bytes);
    HttpRequestParser parser(smallLimits);
    parser.append(bytes);
    QCOMPARE(parser.advance(), Progress::Complete);
    const HttpRequest request = parser.takeRequest();
    QTEST(request.target, "target");
    QTEST(request.body, "body");
    QVERIFY(parser.isBetweenRequests());
    QCOMPARE(parser.advance(), Progress::NeedsMore);
}

void HttpRequestParserTest::request_byteByByte_isTheSame()
{
    QFETCH(QByteArray, bytes);
    HttpRequestParser parser(smallLimits);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QCOMPARE(parser.advance(), Progress::NeedsMore);
        parser.append(bytes.sliced(i, 1));
    }
    QCOMPARE(parser.advance(), Progress::Complete);
    const HttpRequest request = parser.takeRequest();
    QTEST(request.target, "target");
    QTEST(request.body, "body");
}

void HttpRequestParserTest::malformed_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    QTest::newRow("TLS greeting") << "\x16\x03\x01"_ba << 400;
    QTest::newRow("no version") << "GET /a\r\n\r\n"_ba << 400;
    QTest::newRow("HTTP/2") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba << 505;
    QTest::newRow("HTTP/1.x") << "GET /a HTTP/1.x\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("http/1.1") << "GET /a http/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("blank in the target") << "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("two blanks") << "GET  /a HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("relative target") << "GET a HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("asterisk") << "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("authority form") << "CONNECT h:1 HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("fragment") << "GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("raw UTF-8 target") << "GET /\xc3\xa9 HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("method is no token") << "G@T /a HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("no Host") << "GET /a HTTP/1.1\r\n\r\n"_ba << 400;
    QTest::newRow("two Host") << get("Host: h\r\n") << 400;
    QTest::newRow("LF alone") << "GET /a HTTP/1.1\nHost: h\n\n"_ba << 400;
    QTest::newRow("CR in a value") << get("X: a\rb\r\n") << 400;
    QTest::newRow("NUL in a value") << get("X: a\0b\r\n"_ba) << 400;
    QTest::newRow("folded header") << get("X: a\r\n b\r\n") << 400;
    QTest::newRow("blank before the colon") << get("X : a\r\n") << 400;
    QTest::newRow("no colon") << get("X\r\n") << 400;
    QTest::newRow("no name") << get(": a\r\n") << 400;
    QTest::newRow("length is no number") << post("Content-Length: 5x\r\n\r\nhello") << 400;
    QTest::newRow("length with plus") << post("Content-Length: +5\r\n\r\nhello") << 400;
    QTest::newRow("length negative") << post("Content-Length: -5\r\n\r\nhello") << 400;
    QTest::newRow("length empty") << post("Content-Length:\r\n\r\n") << 400;
    QTest::newRow("length list") << post("Content-Length: 5, 5\r\n\r\nhello") << 400;
    QTest::newRow("two equal lengths") << post("Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello") << 400;
    QTest::newRow("two lengths") << post("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello") << 400;
    QTest::newRow("length and coding") << post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                       << 400;
    QTest::newRow("coding and length") << post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n")
                                       << 400;
    QTest::newRow("two codings") << post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                 << 400;
    QTest::newRow("other coding") << post("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n") << 501;
    QTest::newRow("almost chunked") << post("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n") << 501;
    QTest::newRow("coding in HTTP/1.0") << "POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba << 400;
    QTest::newRow("chunk without size") << post("Transfer-Encoding: chunked\r\n\r\n\r\n") << 400;
    QTest::newRow("chunk size 0x5") << post("Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n") << 400;
    QTest::newRow("chunk size negative") << post("Transfer-Encoding: chunked\r\n\r\n-5\r\n") << 400;
    QTest::newRow("chunk size too long") << post("Transfer-Encoding: chunked\r\n\r\n0000000000000005\r\n") << 400;
    QTest::newRow("chunk longer than its size")
        << post("Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n") << 400;
    QTest::newRow("chunk line with LF alone") << post("Transfer-Encoding: chunked\r\n\r\n5\nhello\r\n0\r\n\r\n") << 400;
    QTest::newRow("bad trailer") << post("Transfer-Encoding: chunked\r\n\r\n0\r\nno colon\r\n\r\n") << 400;
    QTest::newRow("body over the limit") << post("Content-Length: 101\r\n\r\n") << 413;
    QTest::newRow("length over 64 bits") << post("Content-Length: 99999999999999999999\r\n\r\n") << 413;
    QTest::newRow("chunk over the limit") << post("Transfer-Encoding: chunked\r\n\r\n65\r\n") << 413;
    QTest::newRow("chunks over the limit")
        << post("Transfer-Encoding: chunked\r\n\r\n64\r\n" + QByteArray(100, 'x') + "\r\n1\r\nx") << 413;
    QTest::newRow("target over the limit") << "GET /" + QByteArray(1000, 'a') << 414;
    QTest::newRow("head over the limit") << get("X: " + QByteArray(1000, 'a')) << 431;
    QTest::newRow("101 headers") << get(QByteArray("X:y\r\n").repeated(100)) << 431;
    QTest::newRow("endless empty lines") << QByteArray("\r\n").repeated(501) << 414;
    QTest::newRow("trailers over the limit")
        << post("Transfer-Encoding: chunked\r\n\r\n0\r\n" + QByteArray("A: b\r\n").repeated(200)) << 431;
    QTest::newRow("unknown expectation") << post("Expect: 200-ok\r\nContent-Length: 1\r\n\r\nx") << 417;
}

void HttpRequestParserTest::malformed_isRefused()
{
    QFETCH(QByteArray, bytes);
    HttpRequestParser parser(smallLimits);
    parser.append(bytes);
    QCOMPARE(parser.advance(), Progress::Failed);
    QTEST(parser.fault().status, "status");
    QVERIFY(!parser.fault().reason.isEmpty());
    parser.append(get({})); // nothing can be trusted after it
    QCOMPARE(parser.advance(), Progress::Failed);
}

void HttpRequestParserTest::malformed_byteByByte_isRefused()
{
    QFETCH(QByteArray, bytes);
    HttpRequestParser parser(smallLimits);
    Progress progress = Progress::NeedsMore;
    for (qsizetype i = 0; i < bytes.size() && progress != Progress::Failed; ++i) {
        parser.append(bytes.sliced(i, 1));
        progress = parser.advance();
        QVERIFY(progress != Progress::Complete);
    }
    QCOMPARE(progress, Progress::Failed);
    QTEST(parser.fault().status, "status");
}

void HttpRequestParserTest::unfinished_needsMore_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("half a request line") << "GET /a HT"_ba;
    QTest::newRow("no empty line") << "GET /a HTTP/1.1\r\nHost: h\r\n"_ba;
    QTest::newRow("half an empty line") << "GET /a HTTP/1.1\r\nHost: h\r\n\r"_ba;
    QTest::newRow("body short by one") << post("Content-Length: 5\r\n\r\nhell");
    QTest::newRow("no last chunk") << post("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    QTest::newRow("no end of trailers") << post("Transfer-Encoding: chunked\r\n\r\n0\r\n");
}

void HttpRequestParserTest::unfinished_needsMore()
{
    QFETCH(QByteArray, bytes);
    HttpRequestParser parser(smallLimits);
    parser.append(bytes);
    QCOMPARE(parser.advance(), Progress::NeedsMore);
    QCOMPARE(parser.isBetweenRequests(), bytes.isEmpty());
}

void HttpRequestParserTest::pipelined_comeOneByOne()
{
    HttpRequestParser parser(smallLimits);
    parser.append(post("Content-Length: 3\r\n\r\none") + post("Transfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n")
                  + get({}) + "GE");
    for (const QByteArray &body : {"one"_ba, "two"_ba, ""_ba}) {
        QCOMPARE(parser.advance(), Progress::Complete);
        QCOMPARE(parser.takeRequest().body, body);
    }
    QCOMPARE(parser.advance(), Progress::NeedsMore);
    QVERIFY(!parser.isBetweenRequests());
}

void HttpRequestParserTest::expectation_isAskedForOnce()
{
    HttpRequestParser parser(smallLimits);
    parser.append(post("Expect: 100-Continue\r\nContent-Length: 5\r\n\r\n"));
    QCOMPARE(parser.advance(), Progress::WantsContinue);
    QCOMPARE(parser.advance(), Progress::NeedsMore);
    parser.append("hello");
    QCOMPARE(parser.advance(), Progress::Complete);
    QCOMPARE(parser.takeRequest().body, "hello"_ba);
    parser.append(post("Content-Length: 1\r\n\r\n"));
    QCOMPARE(parser.advance(), Progress::NeedsMore);
}

void HttpRequestParserTest::expectation_withBodyAlready_isNotAskedFor()
{
    HttpRequestParser parser(smallLimits);
    parser.append(post("Expect: 100-continue\r\nContent-Length: 5\r\n\r\nhello"));
    QCOMPARE(parser.advance(), Progress::Complete);
}

void HttpRequestParserTest::expectation_overLimit_isRefusedAtOnce()
{
    HttpRequestParser parser(smallLimits);
    parser.append(post("Expect: 100-continue\r\nContent-Length: 101\r\n\r\n"));
    QCOMPARE(parser.advance(), Progress::Failed);
    QCOMPARE(parser.fault().status, 413);
}

void HttpRequestParserTest::keepAlive_followsVersionAndHeader_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("1.1") << get({}) << true;
    QTest::newRow("1.1 close") << get("Connection: TE, Close\r\n") << false;
    QTest::newRow("1.1 close in a second header") << get("Connection: keep-alive\r\nConnection: close\r\n") << false;
    QTest::newRow("1.0") << "GET /a HTTP/1.0\r\n\r\n"_ba << false;
    QTest::newRow("1.0 keep-alive") << "GET /a HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"_ba << true;
}

void HttpRequestParserTest::keepAlive_followsVersionAndHeader()
{
    QFETCH(QByteArray, bytes);
    HttpRequestParser parser(smallLimits);
    parser.append(bytes);
    QCOMPARE(parser.advance(), Progress::Complete);
    QTEST(parser.takeRequest().keepAlive, "keepAlive");
}

void HttpRequestParserTest::betweenRequests_isKnown()
{
    HttpRequestParser parser(smallLimits);
    QVERIFY(parser.isBetweenRequests());
    parser.append("GET /a HTTP/1.1\r\n");
    QCOMPARE(parser.advance(), Progress::NeedsMore);
    QVERIFY(!parser.isBetweenRequests());
}

void HttpRequestParserTest::manySmallPieces_costLinearTime()
{
    HttpRequestParser parser({64 * 1024, 64 * 1024 * 1024});
    const qsizetype size = 2 * 1024 * 1024;
    parser.append(post("Content-Length: " + QByteArray::number(size) + "\r\n\r\n"));
    for (qsizetype i = 0; i < size; i += 8) { // 262,144 pieces: squared time would be minutes
        QCOMPARE(parser.advance(), Progress::NeedsMore);
        parser.append("01234567");
    }
    QCOMPARE(parser.advance(), Progress::Complete);
    QCOMPARE(parser.takeRequest().body.size(), size);
}

QTEST_GUILESS_MAIN(HttpRequestParserTest)
#include "tst_httprequestparser.moc"

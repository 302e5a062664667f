// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness.h"
#include "present/errorguide.h"
#include "present/verdict.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace support;
using exchange::Exchange;

namespace {

const QByteArray object = R"({"id":1})"; // 8 bytes

QByteArray created(const QByteArray &fields, const QByteArray &body = object)
{
    return "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n" + fields + "\r\n" + body;
}

} // namespace

/// docs/qt-traps.md "Receiving": what comes back is taken for what it is.
class ResponseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void malformed_isNoSuccess_data();
    void malformed_isNoSuccess();
    void limitOfQt_isKnown_data();
    void limitOfQt_isKnown();
    void whole_isAResponse_data();
    void whole_isAResponse();
    void redirect_isNotFollowed_data();
    void redirect_isNotFollowed();
    void cutBody_isKept();
};

void ResponseTest::malformed_isNoSuccess_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isWhole");
    const auto row = [](const char *name, const QByteArray &bytes, bool isWhole = false) {
        QTest::newRow(name) << bytes << isWhole;
    };
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    row("chunk size is no number", created(chunked, "ZZ\r\n" + object + "\r\n0\r\n\r\n"));
    row("negative chunk size", created(chunked, "-8\r\n" + object + "\r\n0\r\n\r\n"));
    row("chunk size beyond 64 bits", created(chunked, "ffffffffffffffffff\r\n" + object + "\r\n0\r\n\r\n"));
    row("chunk size too small", created(chunked, "2\r\n" + object + "\r\n0\r\n\r\n"), true);
    row("chunk size too large", created(chunked, "ff\r\n" + object + "\r\n0\r\n\r\n"));
    row("no last chunk", created(chunked, "8\r\n" + object + "\r\n"));
    row("cut in a chunk", created(chunked, "8\r\n{\"id"));
    row("no chunk at all", created(chunked, "0\r\n\r\n"));
    row("two lengths", created("Content-Length: 8\r\nContent-Length: 4\r\n"));
    row("two lengths, the smaller first", created("Content-Length: 4\r\nContent-Length: 8\r\n"));
    row("negative length", created("Content-Length: -8\r\n"));
    row("length with a sign", created("Content-Length: +8\r\n"));
    row("length is no number", created("Content-Length: 8x\r\n"));
    row("length beyond 64 bits", created("Content-Length: 99999999999999999999\r\n"));
    row("body shorter than its length", created("Content-Length: 9\r\n"));
    row("body longer than its length", created("Content-Length: 7\r\n"), true);
    row("length and chunks", created("Content-Length: 8\r\n" + chunked, "8\r\n" + object + "\r\n0\r\n\r\n"));
    row("unknown transfer coding", created("Transfer-Encoding: gzip, chunked\r\n", "8\r\n" + object + "\r\n0\r\n\r\n"));
    row("101 header fields", created("Content-Length: 8\r\n" + QByteArray("X: y\r\n").repeated(101)));
    row("300 KB of headers", created("Content-Length: 8\r\nX: " + QByteArray(300'000, 'y') + "\r\n"));
    row("a header without colon", created("broken\r\nContent-Length: 8\r\n"));
    row("a blank before the colon", created("Content-Length : 8\r\n"));
    row("no headers", "HTTP/1.1 201 Created\r\n\r\n" + object);
    row("100 and no more", "HTTP/1.1 100 Continue\r\n\r\n");
    row("101", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n");
    row("102 before", "HTTP/1.1 102 Processing\r\n\r\n" + created("Content-Length: 8\r\n"));
    row("103 before", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + created("Content-Length: 8\r\n"));
    row("gzip that nobody asked for", created("Content-Encoding: gzip\r\nContent-Length: 8\r\n"));
    row("status in letters", "HTTP/1.1 2O1 Created\r\nContent-Length: 8\r\n\r\n" + object);
    row("status 000", "HTTP/1.1 000 Created\r\nContent-Length: 8\r\n\r\n" + object);
    row("status 999", "HTTP/1.1 999 Created\r\nContent-Length: 8\r\n\r\n" + object);
    row("status of two digits", "HTTP/1.1 20 Created\r\nContent-Length: 8\r\n\r\n" + object);
    row("status of four digits", "HTTP/1.1 2010 Created\r\nContent-Length: 8\r\n\r\n" + object);
    row("negative status", "HTTP/1.1 -201 Created\r\nContent-Length: 8\r\n\r\n" + object);
    row("partial status line", "HTTP/1.1 20");
    row("head cut off", "HTTP/1.1 201 Created\r\nContent-Type: appl");
    row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n");
    row("no head", object);
    row("nothing", {});
    row("an HTML page", RawServer::response("200 OK", "text/html", "<html></html>"), true);
    row("HTML said to be JSON", RawServer::created("<html></html>"), true);
    row("JSON said to be text", RawServer::response("201 Created", "text/plain", object), true);
    row("a list", RawServer::created("[]"), true);
    row("a cut object", RawServer::created("{\"id\":"), true);
    row("empty body", RawServer::created({}), true);
    row("204 with a body",
        "HTTP/1.1 204 No Content\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n" + object, true);
}

void ResponseTest::malformed_isNoSuccess()
{
    QFETCH(const QByteArray, bytes);
    RawServer server;
    server.always({Step::send(bytes), Step::close()});
    Harness harness;
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    const exchange::HeaderList seen = exchange.response ? exchange.response->headers : exchange::HeaderList();
    const QByteArray lines = exchange::toLines(seen);
    QVERIFY2(present::judge(exchange).outcome != present::Outcome::AsExpected, lines.constData());
    QVERIFY2(!present::guideOf(present::Examination(exchange)).next.isEmpty(), lines.constData());
    QTEST(exchange.hasWholeResponse(), "isWhole");
    QCOMPARE(exchange.hasWholeResponse(), !exchange.error);
    if (exchange.error) {
        QCOMPARE(exchange.error->code, core::Error::Code::Network);
        QVERIFY2(exchange.error->message.contains(u"sent once"_s), qPrintable(exchange.error->message));
        QVERIFY(!exchange.response || !exchange.response->isComplete);
    }
    QCOMPARE(server.posts(), 1);
}

void ResponseTest::limitOfQt_isKnown_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    QTest::newRow("chunk fault behind a whole object")
        << created("Transfer-Encoding: chunked\r\n", "8\r\n" + object + "\r\nZZ\r\n0\r\n\r\n")
        << u"Qt 6.4 takes a malformed chunk size for the last chunk and says nothing."_s;
    QTest::newRow("empty length") << created("Content-Length:\r\n")
                                  << u"Qt 6.4 drops a header whose value is empty and says nothing."_s;
}

// What cannot be told through QNetworkAccessManager. In both, the body is a whole object all the same.
void ResponseTest::limitOfQt_isKnown()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, why);
    RawServer server;
    server.always({Step::send(bytes), Step::close()});
    Harness harness;
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QCOMPARE(exchange.response->body, object);
    QEXPECT_FAIL("", qPrintable(why), Continue);
    QVERIFY(present::judge(exchange).outcome != present::Outcome::AsExpected);
}

void ResponseTest::whole_isAResponse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<exchange::Response>("response");
    const QByteArray eight = "Content-Length: 8\r\n";
    const exchange::HeaderList fields{{"Content-Type", "application/json"}, {"Content-Length", "8"}};
    QTest::newRow("201") << created(eight) << exchange::Response{201, "Created", fields, object, true};
    QTest::newRow("no reason") << "HTTP/1.1 201\r\nContent-Length: 8\r\n\r\n"_ba + object
                               << exchange::Response{201, "", {{"Content-Length", "8"}}, object, true};
    QTest::newRow("long reason") << "HTTP/1.1 409 It is \xc3\xbc there\r\nContent-Length: 0\r\n\r\n"_ba
                                 << exchange::Response{
                                        409, "It is \xc3\xbc there", {{"Content-Length", "0"}}, {}, true};
    QTest::newRow("100 before") << "HTTP/1.1 100 Continue\r\n\r\n"_ba + created(eight)
                                << exchange::Response{201, "Created", fields, object, true};
    QTest::newRow("chunks with a trailer")
        << created("Transfer-Encoding: chunked\r\n", "3\r\n{\"i\r\n5;x=y\r\nd\":1}\r\n0\r\nT: u\r\n\r\n")
        << exchange::Response{
               201, "Created", {{"Content-Type", "application/json"}, {"Transfer-Encoding", "chunked"}}, object, true};
    QTest::newRow("until the connection closes")
        << created({}) << exchange::Response{201, "Created", {fields.constFirst()}, object, true};
    QTest::newRow("the same length twice")
        << created("Content-Length: 8\r\nContent-Length: 8\r\n")
        << exchange::Response{201, "Created", {fields.constFirst(), {"Content-Length", "8, 8"}}, object, true};
    QTest::newRow("repeats are folded at the last")
        << "HTTP/1.1 200 OK\r\nA: 1\r\nB: 2\r\na: 3\r\nContent-Length: 0\r\n\r\n"_ba
        << exchange::Response{200, "OK", {{"B", "2"}, {"a", "1, 3"}, {"Content-Length", "0"}}, {}, true};
    for (const QByteArray &status : {"307"_ba, "308"_ba})
        QTest::addRow("%s in chunks", status.constData())
            << QByteArray("HTTP/1.1 " + status + " X\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n")
            << exchange::Response{status.toInt(), "X", {{"Transfer-Encoding", "chunked"}}, "ab", true};
    QTest::newRow("empty chunks with an error")
        << "HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba
        << exchange::Response{403, "Forbidden", {{"Transfer-Encoding", "chunked"}}, {}, true};
    for (const int status : {400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 415, 418, 422, 423,
                             429, 431, 451, 500, 501, 502, 503, 504, 507, 509, 599, 200, 202, 203, 206, 300, 304}) {
        const QByteArray body = status == 304 ? QByteArray() : "any"_ba;
        const QByteArray length = QByteArray::number(body.size());
        QTest::addRow("%d", status) << QByteArray("HTTP/1.1 " + QByteArray::number(status)
                                                  + " X\r\nContent-Length: " + length + "\r\n\r\n" + body)
                                    << exchange::Response{status, "X", {{"Content-Length", length}}, body, true};
    }
    QTest::newRow("204") << "HTTP/1.1 204 No Content\r\nX: y\r\n\r\n"_ba
                         << exchange::Response{204, "No Content", {{"X", "y"}}, {}, true};
    const QByteArray every = [] {
        QByteArray bytes;
        for (int c = 0; c < 256; ++c)
            bytes += static_cast<char>(c);
        return bytes;
    }();
    QTest::newRow("every byte") << RawServer::response("200 OK", "x", every)
                                << exchange::Response{
                                       200, "OK", {{"Content-Type", "x"}, {"Content-Length", "256"}}, every, true};
    const QByteArray large(9'000'000, 'j');
    QTest::newRow("9 MB until the connection closes")
        << "HTTP/1.1 200 OK\r\nX: y\r\n\r\n"_ba + large << exchange::Response{200, "OK", {{"X", "y"}}, large, true};
    QTest::newRow("9 MB") << RawServer::response("200 OK", "x", large)
                          << exchange::Response{
                                 200, "OK", {{"Content-Type", "x"}, {"Content-Length", "9000000"}}, large, true};
}

void ResponseTest::whole_isAResponse()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const exchange::Response, response);
    RawServer server;
    server.always({Step::send(bytes), Step::close()});
    Harness harness;
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QVERIFY2(!exchange.error, qPrintable(exchange.error ? exchange.error->message : QString()));
    QVERIFY(exchange.hasWholeResponse());
    QCOMPARE(exchange.response->status, response.status);
    QCOMPARE(exchange.response->reason, response.reason);
    QCOMPARE(exchange::toLines(exchange.response->headers), exchange::toLines(response.headers));
    QVERIFY(exchange.response->body == response.body);
    QCOMPARE(server.posts(), 1);
}

void ResponseTest::redirect_isNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("place"); // %1: the port of another server, %2: of this one
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d to another host", status) << status << u"http://127.0.0.2:%1/x"_s;
        QTest::addRow("%d to another port", status) << status << u"http://127.0.0.1:%1/x"_s;
        QTest::addRow("%d to http", status) << status << u"http://localhost:%1/x"_s;
        QTest::addRow("%d to a sub-domain", status) << status << u"http://a.localhost:%1/x"_s;
        QTest::addRow("%d to a trailing dot", status) << status << u"http://localhost.:%1/x"_s;
        QTest::addRow("%d to userinfo", status) << status << u"http://127.0.0.1:%2@127.0.0.1:%1/x"_s;
        QTest::addRow("%d to a file", status) << status << u"file:///etc/hostname"_s;
    }
}

void ResponseTest::redirect_isNotFollowed()
{
    QFETCH(const int, status);
    QFETCH(const QString, place);
    RawServer other(std::nullopt, u"0.0.0.0"_s);
    other.always({Step::send(RawServer::created())});
    const TestAuthority authority;
    RawServer server(authority.issueLoopback().configuration());
    const QByteArray location = QString(place)
                                    .replace(u"%1"_s, QString::number(other.port()))
                                    .replace(u"%2"_s, QString::number(server.port()))
                                    .toLatin1();
    server.always({Step::send("HTTP/1.1 " + QByteArray::number(status) + " Elsewhere\r\nLocation: " + location
                              + "\r\nContent-Length: 4\r\n\r\nbody")});
    Harness harness;
    harness.client.setCaCertificates({authority.certificate()});
    harness.authorization = Harness::token(server.url({}));
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QVERIFY2(exchange.hasWholeResponse(), qPrintable(exchange.error ? exchange.error->message : QString()));
    QCOMPARE(exchange.response->status, status);
    QCOMPARE(exchange.response->body, "body"_ba);
    QCOMPARE(exchange::valueOf(exchange.response->headers, "Location"), location);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(other.connections(), 0);
    QCOMPARE(other.received(), 0);
}

void ResponseTest::cutBody_isKept()
{
    RawServer server;
    server.always({Step::send("HTTP/1.1 500 Oops\r\nContent-Length: 99\r\n\r\nhalf a"), Step::close()});
    Harness harness;
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QVERIFY(exchange.error);
    QCOMPARE(exchange.response->status, 500);
    QCOMPARE(exchange.response->body, "half a"_ba);
    QVERIFY(!exchange.response->isComplete);
    QVERIFY(exchange.timing.finished);
}

QTEST_GUILESS_MAIN(ResponseTest)
#include "tst_response.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/har.h"

#include "core/secret.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using exchange::Exchange;
using exchange::Timing;

namespace {

Exchange exchangeWith(const QByteArray &sent, const QByteArray &returned)
{
    Exchange exchange;
    exchange.id = QUuid(u"8a4d2f6e-0000-4000-8000-000000000001"_s);
    exchange.environment = u"Sandbox"_s;
    exchange.request = {"POST",
                        QUrl(u"http://127.0.0.1:1/v1.0/sessions?a=1%202&b"_s),
                        {{"Content-Type", "application/json"}, {"client-request-id", "mine"}},
                        sent};
    exchange.response = exchange::Response{
        201, "Created", {{"Content-Type", "text/plain"}, {"request-id", "theirs"}}, returned, true};
    exchange.hasLeft = true;
    return exchange;
}

QJsonObject entryOf(const Exchange &exchange)
{
    const QJsonDocument document = QJsonDocument::fromJson(report::harDocument({exchange}));
    return document["log"_L1]["entries"_L1][0].toObject();
}

} // namespace

Q_DECLARE_METATYPE(exchange::Timing)

class HarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void document_hasWhatTheFormatWants();
    void document_isDeterministicAndInOrder();
    void request_asOnTheWire();
    void request_sizeOfHead_data();
    void request_sizeOfHead();
    void body_data();
    void body();
    void body_keepsItsByteOrderMark();
    void cookies_haveNoValues();
    void secrets_areMasked();
    void noResponse_hasStatusZero();
    void timings_data();
    void timings();
};

void HarTest::document_hasWhatTheFormatWants()
{
    const QJsonObject log
        = QJsonDocument::fromJson(report::harDocument({exchangeWith("{}", "x")}))["log"_L1].toObject();
    QCOMPARE(log.value("version"_L1).toString(), u"1.2"_s);
    QCOMPARE(log.value("creator"_L1)["name"_L1].toString(), u"Session Composer"_s);
    const QJsonObject entry = log.value("entries"_L1)[0].toObject();
    QCOMPARE(entry.value("startedDateTime"_L1).toString(), u"1970-01-01T00:00:00.000Z"_s);
    QVERIFY(entry.value("cache"_L1).isObject());
    QCOMPARE(entry.value("_requestId"_L1).toString(), u"theirs"_s);
    QCOMPARE(entry.value("_clientRequestId"_L1).toString(), u"mine"_s);
    const QJsonObject response = entry.value("response"_L1).toObject();
    QCOMPARE(response.value("status"_L1).toInt(), 201);
    QCOMPARE(response.value("statusText"_L1).toString(), u"Created"_s);
    QCOMPARE(response.value("headersSize"_L1).toInt(), -1);
    QCOMPARE(response.value("bodySize"_L1).toInt(), 1);
}

void HarTest::document_isDeterministicAndInOrder()
{
    const QList<Exchange> exchanges{exchangeWith("1", "2"), exchangeWith("3", "4")};
    QCOMPARE(report::harDocument(exchanges), report::harDocument(exchanges));
    const QJsonDocument document = QJsonDocument::fromJson(report::harDocument(exchanges));
    QCOMPARE(document["log"_L1]["entries"_L1][1]["request"_L1]["postData"_L1]["text"_L1].toString(), u"3"_s);
}

void HarTest::request_asOnTheWire()
{
    const QJsonObject request = entryOf(exchangeWith("{}", "x")).value("request"_L1).toObject();
    QCOMPARE(request.value("method"_L1).toString(), u"POST"_s);
    QCOMPARE(request.value("url"_L1).toString(), u"http://127.0.0.1:1/v1.0/sessions?a=1%202&b"_s);
    QCOMPARE(request.value("headers"_L1)[1]["value"_L1].toString(), u"mine"_s);
    QCOMPARE(request.value("queryString"_L1)[0]["value"_L1].toString(), u"1 2"_s);
    QCOMPARE(request.value("queryString"_L1)[1]["name"_L1].toString(), u"b"_s);
    QCOMPARE(request.value("postData"_L1)["mimeType"_L1].toString(), u"application/json"_s);
    QVERIFY(!entryOf(exchangeWith({}, {})).value("request"_L1).toObject().contains("postData"_L1));
}

void HarTest::request_sizeOfHead_data()
{
    QTest::addColumn<exchange::Header>("header");
    QTest::addColumn<int>("size");
    const QByteArray head = "POST /v1.0/sessions?a=1%202&b HTTP/1.1\r\nContent-Type: application/json\r\n"
                            "client-request-id: mine\r\nX: \xE9\r\n\r\n"_ba;
    QTest::newRow("all known") << exchange::Header{"X", "\xE9"} << int(head.size());
    QTest::newRow("a credential") << exchange::Header{"Authorization", "Bearer ***"} << -1;
}

void HarTest::request_sizeOfHead()
{
    QFETCH(const exchange::Header, header);
    Exchange exchange = exchangeWith("{}", {});
    exchange.request.headers += header;
    QTEST(entryOf(exchange).value("request"_L1)["headersSize"_L1].toInt(), "size");
}

void HarTest::body_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isBase64");
    QTest::newRow("JSON") << "{\"a\": 1.0}\r\n"_ba << u"{\"a\": 1.0}\r\n"_s << false;
    QTest::newRow("U+2028 and beyond the BMP") << "\u2028\U0001F642"_ba << u"\u2028\U0001F642"_s << false;
    QTest::newRow("controls") << "\x1b\x07"_ba << u"\x1b\x07"_s << false;
    QTest::newRow("Latin-1") << "\xE9"_ba << u"6Q=="_s << true;
    QTest::newRow("NUL") << QByteArray("\0", 1) << u"AA=="_s << true;
}

void HarTest::body()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QFETCH(const bool, isBase64);
    const QJsonObject entry = entryOf(exchangeWith(bytes, bytes));
    const QJsonObject content = entry.value("response"_L1)["content"_L1].toObject();
    QCOMPARE(content.value("text"_L1).toString(), text);
    QCOMPARE(content.value("encoding"_L1).toString(), isBase64 ? u"base64"_s : QString());
    QCOMPARE(content.value("size"_L1).toInt(), int(bytes.size()));
    QVERIFY(!content.contains("comment"_L1));
    const QJsonObject data = entry.value("request"_L1)["postData"_L1].toObject();
    QCOMPARE(data.value(isBase64 ? "_base64"_L1 : "text"_L1).toString(), text);
    QCOMPARE(data.contains("text"_L1), !isBase64); // a reader would send it as it stands
    QCOMPARE(entry.value("request"_L1)["bodySize"_L1].toInt(), int(bytes.size()));
}

// Qt's own reader would swallow it.
void HarTest::body_keepsItsByteOrderMark()
{
    QVERIFY(report::harDocument({exchangeWith("\xEF\xBB\xBF[]", {})}).contains("\"text\": \"\xEF\xBB\xBF[]\""));
}

void HarTest::cookies_haveNoValues()
{
    Exchange exchange = exchangeWith("{}", "x");
    exchange.request.headers += exchange::Header{"Cookie", "a=canary; b=canary"};
    exchange.response->headers += exchange::Header{"Set-Cookie", "c=canary; path=/\nd=canary"};
    const QByteArray document = report::harDocument({exchange});
    QVERIFY2(!document.contains("canary"), document.constData());
    const QJsonObject entry = entryOf(exchange);
    QCOMPARE(entry.value("request"_L1)["cookies"_L1][1]["name"_L1].toString(), u"b"_s);
    QCOMPARE(entry.value("response"_L1)["cookies"_L1][1]["name"_L1].toString(), u"d"_s);
    QCOMPARE(entry.value("response"_L1)["cookies"_L1][1]["value"_L1].toString(), u"***"_s);
}

void HarTest::secrets_areMasked()
{
    const core::Secret secret("known-canary");
    Exchange exchange = exchangeWith("{\"a\":\"known-canary\"}", "Bearer 0123456789abcdef0123");
    exchange.environment = u"known-canary"_s;
    exchange.request.url = QUrl(u"http://u:known-canary@h/?known-canary=known-canary"_s);
    exchange.request.headers += exchange::Header{"Authorization", "Bearer ***"};
    exchange.request.headers += exchange::Header{"X", "known-canary"};
    exchange.response->headers += exchange::Header{"Location", "known-canary"};
    const QByteArray document = report::harDocument({exchange});
    QVERIFY2(!document.contains("canary") && !document.contains("Bearer 0"), document.constData());
    QVERIFY(document.contains("\"Bearer ***\""));
    QVERIFY(entryOf(exchange).value("response"_L1)["content"_L1].toObject().contains("comment"_L1));
}

void HarTest::noResponse_hasStatusZero()
{
    Exchange exchange = exchangeWith("{}", {});
    exchange.response.reset();
    exchange.error = core::Error{core::Error::Code::Timeout, u"Zeit um."_s, {}};
    const QJsonObject entry = entryOf(exchange);
    QCOMPARE(entry.value("response"_L1)["status"_L1].toInt(-1), 0);
    QCOMPARE(entry.value("_error"_L1).toString(), u"timeout"_s);
    QVERIFY(!report::harDocument({exchange}).contains("Zeit"));
}

void HarTest::timings_data()
{
    QTest::addColumn<Timing>("timing");
    QTest::addColumn<QList<double>>("expected"); // blocked, connect, send, wait, receive, time
    using Doubles = QList<double>;
    QTest::newRow("TLS") << Timing{1ms, 11ms, 12ms, 20ms, 20'500us} << Doubles{1, 10, 1, 8, 0.5, 20.5};
    QTest::newRow("plain http") << Timing{1ms, {}, 3ms, 7ms, 8ms} << Doubles{1, -1, 2, 4, 1, 8};
    QTest::newRow("open connection") << Timing{{}, {}, 3ms, 7ms, 8ms} << Doubles{-1, -1, 3, 4, 1, 8};
    QTest::newRow("refused while connecting") << Timing{1ms, {}, {}, {}, 4ms} << Doubles{1, 3, 0, 0, 0, 4};
    QTest::newRow("no first byte") << Timing{1ms, {}, 2ms, {}, 9ms} << Doubles{1, -1, 1, 7, 0, 9};
    QTest::newRow("answered early") << Timing{1ms, {}, 5ms, 4ms, 6ms} << Doubles{1, -1, 4, 0, 1, 6};
    QTest::newRow("never sent") << Timing{{}, {}, {}, {}, 2ms} << Doubles{2, -1, 0, 0, 0, 2};
    QTest::newRow("unknown") << Timing() << Doubles{-1, -1, 0, 0, 0, 0};
    QTest::newRow("nanoseconds") << Timing{100'400ns, {}, 200'600ns, 300us, 1'000'100ns}
                                 << Doubles{0.1, -1, 0.101, 0.099, 0.7, 1};
}

void HarTest::timings()
{
    QFETCH(const Timing, timing);
    QFETCH(const QList<double>, expected);
    Exchange exchange = exchangeWith("{}", "x");
    exchange.timing = timing;
    const QJsonObject entry = entryOf(exchange);
    const QLatin1String names[] = {"blocked"_L1, "connect"_L1, "send"_L1, "wait"_L1, "receive"_L1};
    QList<double> found;
    for (const QLatin1String name : names)
        found += entry.value("timings"_L1)[name].toDouble(-2);
    found += entry.value("time"_L1).toDouble(-2);
    QCOMPARE(found, expected);
    QCOMPARE(entry.value("timings"_L1)["dns"_L1].toInt(), -1);
    QCOMPARE(entry.value("timings"_L1)["ssl"_L1].toInt(), -1);
}

QTEST_GUILESS_MAIN(HarTest)
#include "tst_har.moc"

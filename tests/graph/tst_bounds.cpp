// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace support;
using namespace std::chrono_literals;
using core::Error;
using exchange::Exchange;

namespace {

// The highest memory of this process since the last call of resetPeak(), in bytes.
qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QFile::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLongLong() * 1024;
}

void resetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QFile::WriteOnly))
        file.write("5");
}

} // namespace

/// docs/promises.md N5: how long, how much, and how soon it stops.
class BoundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void endlessBody_endsAtTheCap_data();
    void endlessBody_endsAtTheCap();
    void cap_isExact_data();
    void cap_isExact();
    void silence_endsAtTheIdleLimit_data();
    void silence_endsAtTheIdleLimit();
    void drip_endsAtTheTotalLimit_data();
    void drip_endsAtTheTotalLimit();
    void drip_outlastsTheIdleLimit();
    void cancel_isSoon_data();
    void cancel_isSoon();
    void cancelBeforeTheStart_sendsNothing();
    void cancelAfterTheEnd_doesNothing();
    void progress_isTold();
    void gzipBomb_staysSmall();
};

void BoundsTest::endlessBody_endsAtTheCap_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("flood");
    QTest::addColumn<graph::Connection>("connection");
    const QByteArray block(65536, 'x');
    for (const auto &[name, connection] :
         {std::pair("fresh", graph::Connection::Fresh), {"reused", graph::Connection::Reused}}) {
        QTest::addRow("until the end, %s", name) << "HTTP/1.1 200 OK\r\nX: y\r\n\r\n"_ba << block << connection;
        QTest::addRow("chunks, %s", name) << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"_ba
                                          << QByteArray("10000\r\n" + block + "\r\n") << connection;
        QTest::addRow("a huge length, %s", name)
            << "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n"_ba << block << connection;
    }
}

void BoundsTest::endlessBody_endsAtTheCap()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, flood);
    QFETCH(const graph::Connection, connection);
    RawServer server;
    server.always({Step::send(head), Step::flood(flood)});
    Harness harness; // The default cap of 64 MiB.
    harness.connection = connection;
    RawServer other;
    other.always({Step::send(RawServer::created())});
    QVERIFY(harness.send(Harness::post(other.url(u"/s"_s))).hasWholeResponse()); // What Qt needs once does not count.
    resetPeak();
    const qint64 before = peakMemory();
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    const qint64 grown = peakMemory() - before;
    QCOMPARE(exchange.error->code, Error::Code::Limit);
    QCOMPARE(exchange.response->body.size(), harness.limits.bodyCap);
    QVERIFY(!exchange.response->isComplete);
    qInfo("cap 64 MiB: memory grew by %.1f MiB at most, the server wrote %.1f MiB", double(grown) / 1048576,
          double(server.written()) / 1048576);
    QVERIFY(grown <= harness.limits.bodyCap + 8 * 1024 * 1024);
}

void BoundsTest::cap_isExact_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("fits");
    QTest::newRow("one less") << qint64(99'999) << true;
    QTest::newRow("the cap") << qint64(100'000) << true;
    QTest::newRow("one more") << qint64(100'001) << false;
    QTest::newRow("far more") << qint64(5'000'000) << false;
}

void BoundsTest::cap_isExact()
{
    QFETCH(const qint64, size);
    QFETCH(const bool, fits);
    RawServer server;
    const QByteArray body(size, 'x');
    server.always({Step::send(RawServer::response("200 OK", "x", body))});
    Harness harness;
    harness.limits.bodyCap = 100'000;
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QCOMPARE(exchange.hasWholeResponse(), fits);
    QCOMPARE(exchange.response->body.size(), std::min<qint64>(size, 100'000));
    if (!fits)
        QCOMPARE(exchange.error->code, Error::Code::Limit);
}

void BoundsTest::silence_endsAtTheIdleLimit_data()
{
    QTest::addColumn<Script>("script");
    const QByteArray head = "HTTP/1.1 201 Created\r\nContent-Length: 8\r\n\r\n";
    QTest::newRow("no byte") << Script();
    QTest::newRow("half a status line") << Script{Step::send("HTTP/1.1 2")};
    QTest::newRow("a head") << Script{Step::send(head)};
    QTest::newRow("half a body") << Script{Step::send(head + "{\"id")};
    QTest::newRow("no last chunk") << Script{
        Step::send("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")};
}

void BoundsTest::silence_endsAtTheIdleLimit()
{
    QFETCH(const Script, script);
    RawServer server;
    server.always(script);
    Harness harness;
    harness.limits.idle = 1s;
    QElapsedTimer timer;
    timer.start();
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QCOMPARE(exchange.error->code, Error::Code::Timeout);
    QVERIFY(exchange.error->message.contains(u"silent for 1 s"_s));
    QVERIFY(exchange.error->message.contains(u"sent once"_s));
    QVERIFY2(timer.elapsed() >= 1000 && timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(server.posts(), 1);
}

void BoundsTest::drip_endsAtTheTotalLimit_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("body") << "HTTP/1.1 201 Created\r\nContent-Length: 100000\r\n\r\n"_ba;
    QTest::newRow("header") << "HTTP/1.1 201 Created\r\nX: "_ba;
}

void BoundsTest::drip_endsAtTheTotalLimit()
{
    QFETCH(const QByteArray, head);
    RawServer server;
    server.always({Step::send(head), Step::drip("x", 20ms)});
    Harness harness;
    harness.limits.total = 500ms;
    QElapsedTimer timer;
    timer.start();
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QCOMPARE(exchange.error->code, Error::Code::Timeout);
    QVERIFY(exchange.error->message.contains(u"within 0.5 s"_s));
    QVERIFY2(timer.elapsed() >= 500 && timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void BoundsTest::drip_outlastsTheIdleLimit()
{
    RawServer server;
    Script script{Step::send("HTTP/1.1 201 Created\r\nContent-Length: 10\r\n\r\n")};
    for (int i = 0; i < 10; ++i)
        script << Step::wait(40ms) << Step::send("x");
    server.always(script);
    Harness harness;
    harness.limits.idle = 300ms;
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QVERIFY2(exchange.hasWholeResponse(), qPrintable(exchange.error ? exchange.error->message : QString()));
    QVERIFY(*exchange.timing.finished >= 380ms);
}

void BoundsTest::cancel_isSoon_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<bool>("hasResponse");
    const QByteArray head = "HTTP/1.1 201 Created\r\nContent-Length: 999999999\r\n\r\n";
    QTest::newRow("silent") << Script() << false;
    QTest::newRow("after the head") << Script{Step::send(head)} << true;
    QTest::newRow("drip") << Script{Step::send(head), Step::drip("x", 5ms)} << true;
    QTest::newRow("flood") << Script{Step::send("HTTP/1.1 200 OK\r\nX: y\r\n\r\n"), Step::flood(QByteArray(65536, 'x'))}
                           << true;
}

void BoundsTest::cancel_isSoon()
{
    QFETCH(const Script, script);
    QFETCH(const bool, hasResponse);
    const TestAuthority authority;
    for (const bool tls : {false, true}) {
        RawServer server(tls ? std::optional(authority.issueLoopback().configuration()) : std::nullopt, u"127.0.0.1"_s);
        server.always(script);
        Harness harness;
        harness.client.setCaCertificates({authority.certificate()});
        std::optional<Exchange> result;
        QElapsedTimer sinceCancel;
        QEventLoop loop;
        graph::Sending *sending = nullptr;
        const auto cancel = [&] {
            sinceCancel.start();
            sending->cancel();
            QVERIFY(!result);
        };
        sending = harness.client.send(Harness::post(server.url(u"/s"_s)), {}, {}, {}, graph::Connection::Fresh, this,
                                      [&](const Exchange &exchange) {
                                          result = exchange;
                                          loop.quit();
                                      });
        const auto afterAWhile = [&] { QTimer::singleShot(40ms, &loop, cancel); };
        connect(&server, &RawServer::requestCame, &loop, afterAWhile);
        QTimer::singleShot(5s, &loop, &QEventLoop::quit);
        loop.exec();
        QVERIFY(result);
        QVERIFY2(sinceCancel.elapsed() <= 200, qPrintable(QString::number(sinceCancel.elapsed())));
        QCOMPARE(result->error->code, Error::Code::Cancelled);
        QCOMPARE(result->response.has_value(), hasResponse);
        QVERIFY(result->hasLeft);
        QTRY_COMPARE(harness.client.findChildren<graph::Sending *>().size(), 0);
        QCOMPARE(harness.log.ended.size(), 1);
    }
}

void BoundsTest::cancelBeforeTheStart_sendsNothing()
{
    RawServer server;
    Harness harness;
    std::optional<Exchange> result;
    harness.client
        .send(Harness::post(server.url(u"/s"_s)), {}, {}, {}, graph::Connection::Fresh, this,
              [&result](const Exchange &exchange) { result = exchange; })
        ->cancel();
    QVERIFY(!result);
    QTRY_VERIFY(result);
    QCOMPARE(result->error->code, Error::Code::Cancelled);
    QVERIFY(!result->hasLeft);
    QCOMPARE(server.connections(), 0);
    QVERIFY(harness.log.begun.isEmpty() && harness.log.ended.isEmpty());
}

void BoundsTest::cancelAfterTheEnd_doesNothing()
{
    RawServer server;
    server.always({Step::send(RawServer::created())});
    Harness harness;
    int calls = 0;
    std::optional<Exchange> result;
    graph::Sending *sending = nullptr;
    sending = harness.client.send(Harness::post(server.url(u"/s"_s)), {}, {}, {}, graph::Connection::Fresh, this,
                                  [&](const Exchange &exchange) {
                                      ++calls;
                                      result = exchange;
                                      sending->cancel();
                                  });
    QTRY_VERIFY(result);
    QTRY_COMPARE(harness.client.findChildren<graph::Sending *>().size(), 0);
    QVERIFY(result->hasWholeResponse());
    QCOMPARE(calls, 1);
    QCOMPARE(harness.log.ended.size(), 1);
}

void BoundsTest::progress_isTold()
{
    RawServer server;
    server.always(
        {Step::send("HTTP/1.1 201 Created\r\nContent-Length: 4\r\n\r\nab"), Step::wait(20ms), Step::send("cd")});
    Harness harness;
    QList<std::pair<qint64, qint64>> seen;
    bool isDone = false;
    const graph::Sending *sending
        = harness.client.send(Harness::post(server.url(u"/s"_s)), {}, {}, {}, graph::Connection::Fresh, this,
                              [&isDone](const Exchange &) { isDone = true; });
    connect(sending, &graph::Sending::progressed, this, [&seen](qint64 received, qint64 expected) {
        seen.append({received, expected});
    });
    QTRY_VERIFY(isDone);
    QVERIFY(!seen.isEmpty() && seen.size() <= 2); // A slow machine may see both halves at once.
    QCOMPARE(seen.constFirst().second, 4);
    QCOMPARE(seen.constLast(), std::pair(qint64(4), qint64(4)));
}

void BoundsTest::gzipBomb_staysSmall()
{
    // 16 MB of zeros, as zlib packs them. With Qt's own decompression they would be unpacked.
    const QByteArray packed = qCompress(QByteArray(16'000'000, '\0'), 9).mid(4);
    RawServer server;
    server.always({Step::send("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: "
                              + QByteArray::number(packed.size()) + "\r\n\r\n" + packed)});
    Harness harness;
    const Exchange exchange = harness.send(Harness::post(server.url(u"/s"_s)));
    QVERIFY(exchange.response);
    QCOMPARE(exchange.response->body, packed);
}

QTEST_GUILESS_MAIN(BoundsTest)
#include "tst_bounds.moc"

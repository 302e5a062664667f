// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Connections to the sandbox: how long they live, and in which order they are served.
class ConnectionsTest : public SandboxFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start({100ms, 0ms, 10'000ms, 50ms}); }
    void cleanup() { m_sandbox.reset(); }
    void keepAlive_servesManyRequests();
    void pipelined_areAnsweredInOrder();
    void pipelined_behindSlow_areAnsweredInOrder();
    void connectionClose_closes();
    void expectation_isMet();
    void fault_closes();
    void idle_isClosed();
    void unread_isClosed();
    void tooManyConnections_areTold();

private:
    void start(const sandbox::Pace &pace, int connections = 100);
};

static constexpr auto path = "/localtest/communications/callRecords/a/sessions";

void ConnectionsTest::start(const sandbox::Pace &pace, int connections)
{
    sandbox::Options options;
    options.pace = pace;
    options.connections = connections;
    SandboxFixture::start(options);
}

void ConnectionsTest::keepAlive_servesManyRequests()
{
    RawClient client(m_port);
    for (int i = 0; i < 10; ++i) {
        client.send(postRequest(path, "{}"));
        const RawResponse response = client.read();
        QCOMPARE(response.status, 201);
        QCOMPARE(response.header("Connection"), "keep-alive"_ba);
    }
}

void ConnectionsTest::pipelined_areAnsweredInOrder()
{
    RawClient client(m_port);
    QByteArray requests;
    for (int i = 0; i < 200; ++i)
        requests += postRequest(path, R"({"number":)" + QByteArray::number(i) + '}');
    client.send(requests);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(client.read().body.split(':').constLast(), QByteArray::number(i) + '}');
}

void ConnectionsTest::pipelined_behindSlow_areAnsweredInOrder()
{
    rehearse(u"slow:1"_s);
    RawClient client(m_port);
    client.send(postRequest(path, R"({"number":1})") + postRequest(path, R"({"number":2})"));
    client.send(postRequest(path, R"({"number":3})"));
    for (const char *end : {"1}", "2}", "3}"})
        QVERIFY(client.read().body.endsWith(end));
}

void ConnectionsTest::connectionClose_closes()
{
    RawClient client(m_port);
    client.send(postRequest(path, "{}", "Connection: close\r\n"));
    const RawResponse response = client.read();
    QCOMPARE(response.status, 201);
    QCOMPARE(response.header("Connection"), "close"_ba);
    QVERIFY(client.isClosed());
}

void ConnectionsTest::expectation_isMet()
{
    RawClient client(m_port);
    const QByteArray request = postRequest(path, R"({"a":1})", "Expect: 100-continue\r\n");
    client.send(request.chopped(7));
    QCOMPARE(client.readBytes(25), "HTTP/1.1 100 Continue\r\n\r\n"_ba);
    client.send(request.last(7));
    QCOMPARE(client.read().status, 201);
}

void ConnectionsTest::fault_closes()
{
    RawClient client(m_port);
    client.send("GET / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n" + getRequest(path));
    const RawResponse response = client.read();
    QCOMPARE(response.status, 400);
    QCOMPARE(response.header("Connection"), "close"_ba);
    QCOMPARE(client.readToEnd(), ""_ba); // what stood behind it is not read as a request
    QVERIFY(client.isClosed());
}

void ConnectionsTest::idle_isClosed()
{
    start({100ms, 0ms, 50ms, 50ms});
    RawClient silent(m_port);
    RawClient half(m_port);
    half.send("POST /localtest/");
    QVERIFY(silent.isClosed());
    QVERIFY(half.isClosed());
    rehearse(u"slow"_s); // its own silence, longer than idle, does not count
    RawClient waiting(m_port);
    waiting.send(postRequest(path, "{}"));
    QCOMPARE(waiting.read().status, 201);
}

void ConnectionsTest::unread_isClosed()
{
    start({100ms, 0ms, 100ms, 50ms});
    rehearse(u"large"_s);
    RawClient client(m_port);
    client.readSlowly();
    client.send(postRequest(path, "{}"));
    const QByteArray first = client.readBytes(1);
    QVERIFY(first.startsWith("HTTP/1.1 201"));
    QVERIFY(
        RawClient(m_port).isClosed()); // a second client was silent for as long, so the first one's time is over, too
    QVERIFY(first.size() + client.readToEnd().size() < 8 * 1024 * 1024);
}

void ConnectionsTest::tooManyConnections_areTold()
{
    start({100ms, 0ms, 10'000ms, 50ms}, 2);
    auto first = std::make_unique<RawClient>(m_port);
    RawClient second(m_port);
    for (RawClient *client : {first.get(), &second}) {
        client->send(getRequest(path));
        QCOMPARE(client->read().status, 200);
    }
    RawClient third(m_port);
    QCOMPARE(third.read().status, 503);
    QVERIFY(third.isClosed());
    first.reset();
    const auto statusOfNext = [this] {
        RawClient next(m_port);
        next.send(getRequest(path));
        return next.read().status;
    };
    QVERIFY(QTest::qWaitFor([&statusOfNext] { return statusOfNext() == 200; })); // each try takes a place for a moment
}

QTEST_GUILESS_MAIN(ConnectionsTest)
#include "tst_connections.moc"

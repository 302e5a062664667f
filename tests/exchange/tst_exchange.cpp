// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchange.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using exchange::Exchange;

namespace {

using Change = std::function<void(Exchange &)>;

Exchange complete()
{
    Exchange exchange;
    exchange.id = QUuid(u"{e523d2ed-2966-4b6b-925b-754a88034cc5}"_s);
    exchange.startedAt = std::chrono::system_clock::time_point(1s);
    exchange.environment = u"Sandbox"_s;
    exchange.request = {"POST", QUrl(u"http://127.0.0.1/s"_s), {{"Accept", "application/json"}}, "{}"};
    exchange.response = {201, "Created", {{"Date", "now"}}, R"({"id":"1"})", true};
    exchange.timing = {1ns, 2ns, 3ns, 4ns, 5ns};
    exchange.tls = {u"TLS 1.3"_s, u"AES"_s, {{u"service"_s, u"issuer"_s, u"2026"_s, u"2027"_s, "00ff"}}};
    exchange.hasLeft = true;
    return exchange;
}

} // namespace

/// An exchange is a value: what history keeps and gives back is compared with what happened, member by member.
class ExchangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void equality_seesEveryMember_data();
    void equality_seesEveryMember();
    void hasWholeResponse_data();
    void hasWholeResponse();
};

void ExchangeTest::equality_seesEveryMember_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("id") << Change([](Exchange &e) { e.id = {}; });
    QTest::newRow("start") << Change([](Exchange &e) { e.startedAt += 1ns; });
    QTest::newRow("environment") << Change([](Exchange &e) { e.environment += u'2'; });
    QTest::newRow("method") << Change([](Exchange &e) { e.request.method = "GET"; });
    QTest::newRow("URL") << Change([](Exchange &e) { e.request.url.setPath(u"/t"_s); });
    QTest::newRow("request header") << Change([](Exchange &e) { e.request.headers[0].value = "*/*"; });
    QTest::newRow("request body") << Change([](Exchange &e) { e.request.body += '\n'; });
    QTest::newRow("no response") << Change([](Exchange &e) { e.response.reset(); });
    QTest::newRow("status") << Change([](Exchange &e) { e.response->status = 200; });
    QTest::newRow("reason") << Change([](Exchange &e) { e.response->reason = "OK"; });
    QTest::newRow("response header") << Change([](Exchange &e) { e.response->headers[0].name = "date"; });
    QTest::newRow("response body") << Change([](Exchange &e) { e.response->body.chop(1); });
    QTest::newRow("cut off") << Change([](Exchange &e) { e.response->isComplete = false; });
    QTest::newRow("error") << Change([](Exchange &e) { e.error = Error{Error::Code::Network, u"gone"_s, {}}; });
    QTest::newRow("socket started") << Change([](Exchange &e) { e.timing.socketStarted.reset(); });
    QTest::newRow("encrypted") << Change([](Exchange &e) { e.timing.encrypted = 9ns; });
    QTest::newRow("request sent") << Change([](Exchange &e) { e.timing.requestSent = 9ns; });
    QTest::newRow("first byte") << Change([](Exchange &e) { e.timing.firstByte = 9ns; });
    QTest::newRow("finished") << Change([](Exchange &e) { e.timing.finished = 9ns; });
    QTest::newRow("no TLS") << Change([](Exchange &e) { e.tls.reset(); });
    QTest::newRow("protocol") << Change([](Exchange &e) { e.tls->protocol = u"TLS 1.2"_s; });
    QTest::newRow("cipher") << Change([](Exchange &e) { e.tls->cipher.clear(); });
    QTest::newRow("no chain") << Change([](Exchange &e) { e.tls->chain.clear(); });
    QTest::newRow("subject") << Change([](Exchange &e) { e.tls->chain[0].subject.clear(); });
    QTest::newRow("issuer") << Change([](Exchange &e) { e.tls->chain[0].issuer.clear(); });
    QTest::newRow("not before") << Change([](Exchange &e) { e.tls->chain[0].notBefore.clear(); });
    QTest::newRow("not after") << Change([](Exchange &e) { e.tls->chain[0].notAfter.clear(); });
    QTest::newRow("digest") << Change([](Exchange &e) { e.tls->chain[0].sha256.clear(); });
    QTest::newRow("has left") << Change([](Exchange &e) { e.hasLeft = false; });
}

void ExchangeTest::equality_seesEveryMember()
{
    QFETCH(const Change, change);
    const Exchange original = complete();
    Exchange other = original;
    QVERIFY(other == original);
    change(other);
    QVERIFY(other != original);
}

void ExchangeTest::hasWholeResponse_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("whole");
    QTest::newRow("201") << Change([](Exchange &) {}) << true;
    QTest::newRow("500") << Change([](Exchange &e) { e.response->status = 500; }) << true;
    QTest::newRow("none") << Change([](Exchange &e) { e.response.reset(); }) << false;
    QTest::newRow("cut off") << Change([](Exchange &e) { e.response->isComplete = false; }) << false;
    QTest::newRow("error after it") << Change([](Exchange &e) {
        e.error = Error{Error::Code::Limit, u"long"_s, {}};
    }) << false;
}

void ExchangeTest::hasWholeResponse()
{
    QFETCH(const Change, change);
    QFETCH(const bool, whole);
    Exchange exchange = complete();
    change(exchange);
    QCOMPARE(exchange.hasWholeResponse(), whole);
}

QTEST_GUILESS_MAIN(ExchangeTest)
#include "tst_exchange.moc"

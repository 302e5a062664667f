// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/readbackplan.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using present::SessionPage;
using present::SessionTimes;

namespace {

const QString sessions = u"https://graph.microsoft.com/v1.0/communications/callRecords/e5/sessions"_s;
const QByteArray sent = R"({"startDateTime":"2017-01-01T00:00:00Z","endDateTime":"2017-01-01T01:00:00Z"})";

exchange::Exchange answered(int status, const QByteArray &body, const QByteArray &location = {})
{
    exchange::Exchange exchange;
    exchange.hasLeft = true;
    exchange.request = {"POST", QUrl(sessions), {}, sent};
    exchange.response = exchange::Response{status, "Reason", {}, body, true};
    if (!location.isEmpty())
        exchange.response->headers.append({"location", location});
    return exchange;
}

exchange::Exchange lost(const QByteArray &body)
{
    exchange::Exchange exchange;
    exchange.hasLeft = true;
    exchange.request = {"POST", QUrl(sessions + "/$ref"_L1), {}, body};
    exchange.error = core::Error{core::Error::Code::Network, u"gone"_s, {}};
    return exchange;
}

SessionTimes sentTimes()
{
    constexpr qint64 second = 10'000'000;
    return {1'483'228'800 * second, 1'483'232'400 * second};
}

} // namespace

class ReadBackPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void mayHaveMade_data();
    void mayHaveMade();
    void way_data();
    void way();
    void noWay_isSaid_data();
    void noWay_isSaid();
    void request_onlyAsks();
    void page_data();
    void page();
    void durations_areWords_data();
    void durations_areWords();
};

void ReadBackPlanTest::mayHaveMade_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("hasLeft");
    QTest::addColumn<int>("status"); // 0: none
    QTest::addColumn<bool>("may");
    const auto row = [](const char *name, const QByteArray &method, bool hasLeft, int status, bool may) {
        QTest::newRow(name) << method << hasLeft << status << may;
    };
    row("created", "POST", true, 201, true);
    row("no content", "POST", true, 204, true);
    row("no response", "POST", true, 0, true);
    row("gateway timeout", "POST", true, 504, true);
    row("not sent", "POST", false, 0, false);
    row("refused", "POST", true, 400, false);
    row("throttled", "POST", true, 429, false);
    row("redirect", "POST", true, 302, false);
    row("a read-back itself", "GET", true, 200, false);
    row("not made", {}, false, 0, false);
}

void ReadBackPlanTest::mayHaveMade()
{
    QFETCH(const QByteArray, method);
    QFETCH(const bool, hasLeft);
    QFETCH(const int, status);
    QTEST(present::mayHaveMade(method, hasLeft, status == 0 ? std::nullopt : std::optional(status)), "may");
}

void ReadBackPlanTest::way_data()
{
    QTest::addColumn<exchange::Exchange>("submit");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isSearched");
    const auto row = [](const char *name, const exchange::Exchange &submit, const QString &url, bool isSearched) {
        QTest::newRow(name) << submit << url << isSearched;
    };
    const QByteArray location = sessions.toLatin1() + "/L";
    row("id", answered(201, R"({"id":"1"})"), sessions + "/1"_L1, false);
    row("id before Location", answered(201, R"({"id":"1"})", location), sessions + "/1"_L1, false);
    row("id to encode", answered(201, R"({"id":"a/b?"})"), sessions + "/a%2Fb%3F"_L1, false);
    row("last of two ids", answered(201, R"({"id":"1","id":"2"})"), sessions + "/2"_L1, false);
    row("Location", answered(204, {}, location), sessions + "/L"_L1, false);
    row("relative Location", answered(204, {}, "sessions('L')"), sessions + "('L')"_L1, false);
    row("id that would change the path", answered(201, R"({"id":".."})", location), sessions + "/L"_L1, false);
    row("id that would change it encoded", answered(201, R"({"id":"%2E."})", location), sessions + "/L"_L1, false);
    row("id that is no text", answered(201, R"({"id":1})", location), sessions + "/L"_L1, false);
    row("empty id", answered(201, R"({"id":""})", location), sessions + "/L"_L1, false);
    row("body that is a list", answered(200, R"([{"id":"1"}])"), sessions, true);
    row("body that is text", answered(201, R"("id")"), sessions, true);
    row("body that is no JSON", answered(201, "The session was created."), sessions, true);
    row("cut body", answered(201, R"({"id":"1","ver)"), sessions, true);
    row("Location of another host", answered(204, {}, "https://evil.example/sessions/L"), sessions, true);
    row("Location that is the list", answered(204, {}, sessions.toLatin1()), sessions, true);
    row("no response", lost(sent), sessions, true);
    row("5xx, whatever it says", answered(504, R"({"id":"1"})", location), sessions, true);
}

void ReadBackPlanTest::way()
{
    QFETCH(const exchange::Exchange, submit);
    QFETCH(const bool, isSearched);
    const core::Result<present::ReadBackPlan> plan = present::readBackPlan(submit);
    QVERIFY(plan);
    QTEST(QString::fromLatin1(plan->url.toEncoded()), "url");
    QCOMPARE(plan->wanted.has_value(), isSearched);
    if (isSearched)
        QCOMPARE(*plan->wanted, sentTimes());
}

void ReadBackPlanTest::noWay_isSaid_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << "{"_ba;
    QTest::newRow("no object") << "[]"_ba;
    QTest::newRow("no times") << "{}"_ba;
    QTest::newRow("one time") << R"({"startDateTime":"2017-01-01T00:00:00Z"})"_ba;
    QTest::newRow("no instants") << R"({"startDateTime":"2017-02-30T00:00:00Z","endDateTime":"now"})"_ba;
    QTest::newRow("reference") << R"({"@odata.id":"https://graph.microsoft.com/v1.0/x"})"_ba;
}

void ReadBackPlanTest::noWay_isSaid()
{
    QFETCH(const QByteArray, body);
    const core::Result<present::ReadBackPlan> plan = present::readBackPlan(lost(body));
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, core::Error::Code::Input);
    QVERIFY(plan.error().message.contains("no start and end"_L1));
}

void ReadBackPlanTest::request_onlyAsks()
{
    const exchange::Request submit{"POST",
                                   QUrl(sessions),
                                   {{"Host", "graph.microsoft.com"},
                                    {"Authorization", "Bearer ***"},
                                    {"Content-Type", "application/json"},
                                    {"accept", "application/json"},
                                    {"client-request-id", "c1"},
                                    {"Prefer", "include-unknown-enum-members"},
                                    {"If-Match", "*"},
                                    {"X-Tenant", "t"},
                                    {"Content-Language", "en"},
                                    {"Content-Length", "2"}},
                                   sent};
    const exchange::Request request = present::readBackRequest(submit, QUrl(sessions + "/1"_L1));
    QCOMPARE(request.method, "GET"_ba);
    QCOMPARE(request.url, QUrl(sessions + "/1"_L1));
    QCOMPARE(request.body, QByteArray());
    QCOMPARE(request.headers.size(), 4);
    QCOMPARE(exchange::valueOf(request.headers, "Accept"), "application/json"_ba);
    QCOMPARE(exchange::valueOf(request.headers, "Prefer"), "include-unknown-enum-members"_ba);
    QCOMPARE(exchange::valueOf(request.headers, "X-Tenant"), "t"_ba);
    QVERIFY(exchange::valueOf(request.headers, "client-request-id") != "c1"_ba);
}

void ReadBackPlanTest::page_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isList");
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<QString>("next");
    const auto row = [](const char *name, const QByteArray &body, bool isList, const QStringList &ids,
                        const QString &next) { QTest::newRow(name) << body << isList << ids << next; };
    const auto session = [](const QByteArray &id, const QByteArray &start, const QByteArray &end) -> QByteArray {
        return R"({"id":")" + id + R"(","startDateTime":")" + start + R"(","endDateTime":")" + end + R"("})";
    };
    const QByteArray same = session("a", "2017-01-01T00:00:00Z", "2017-01-01T01:00:00Z");
    const QByteArray spelt = session("b", "2017-01-01T03:00:00.0000000+03:00", "2016-12-31t23:00:00-02:00");
    const QByteArray tick = session("c", "2017-01-01T00:00:00.0000001Z", "2017-01-01T01:00:00Z");
    const QByteArray later = session("d", "2017-01-01T00:00:00Z", "2017-01-01T01:00:01Z");
    row("empty", R"({"value":[]})", true, {}, {});
    row("the same", R"({"value":[)" + later + "," + same + R"(]})", true, {u"a"_s}, {});
    row("the same instants", R"({"value":[)" + spelt + R"(]})", true, {u"b"_s}, {});
    row("a tick apart", R"({"value":[)" + tick + R"(]})", true, {}, {});
    row("two", R"({"value":[)" + same + "," + spelt + R"(]})", true, {u"a"_s, u"b"_s}, {});
    row("goes on", R"({"value":[],"@odata.nextLink":"https://h/x"})", true, {}, u"https://h/x"_s);
    row("link that is no text", R"({"value":[],"@odata.nextLink":5})", true, {}, u""_s);
    row("without an id", R"({"value":[{"startDateTime":"2017-01-01T00:00:00Z","endDateTime":"2017-01-01T01:00:00Z"}]})",
        true, {QString()}, {});
    row("items of all kinds", R"({"value":[1,null,"x",[],{},{"startDateTime":1}]})", true, {}, {});
    row("no list", same, false, {}, {});
    row("no object", "[" + same + "]", false, {}, {});
    row("value that is none", R"({"value":{}})", false, {}, {});
    row("no JSON", "<html>", false, {}, {});
}

void ReadBackPlanTest::page()
{
    QFETCH(const QByteArray, body);
    const SessionPage page = present::readSessionPage(body, sentTimes());
    QTEST(page.isList, "isList");
    QTEST(page.ids, "ids");
    QFETCH(const QString, next);
    QCOMPARE(page.nextLink.has_value(), !next.isNull());
    QCOMPARE(QString::fromUtf8(page.nextLink.value_or(QByteArray())), next);
}

void ReadBackPlanTest::durations_areWords_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << 0 << u"0 seconds"_s;
    QTest::newRow("one") << 1 << u"1 second"_s;
    QTest::newRow("below a minute") << 59 << u"59 seconds"_s;
    QTest::newRow("a minute") << 60 << u"1 minute"_s;
    QTest::newRow("both") << 61 << u"1 minute and 1 second"_s;
    QTest::newRow("all") << 600 << u"10 minutes"_s;
}

void ReadBackPlanTest::durations_areWords()
{
    QFETCH(const int, seconds);
    QTEST(present::durationText(std::chrono::seconds(seconds)), "words");
}

QTEST_GUILESS_MAIN(ReadBackPlanTest)
#include "tst_readbackplan.moc"

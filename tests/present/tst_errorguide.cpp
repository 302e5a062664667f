// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/errorguide.h"

#include "edm/builtinschema.h"
#include "graph/networkerrors.h"
#include "graph/retryafter.h"
#include "present/guidecases.h"
#include "present/guiderows.h"
#include "present/verdict.h"
#include "support/fakes.h"

#include <QMetaEnum>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using exchange::Exchange;
using present::Examination;
using present::Guide;

namespace {

Exchange posted()
{
    Exchange exchange;
    exchange.hasLeft = true;
    exchange.startedAt = std::chrono::system_clock::time_point(1'500'000'000s);
    exchange.timing.finished = 500ms;
    exchange.request
        = {"POST",
           QUrl(u"https://graph.microsoft.com/v1.0/communications/callRecords/e5/sessions"_s),
           {{"Authorization", "Bearer ***"}},
           R"({"modalities":["audio"],"failureInfo":{"stage":"x"},"caller":{"userAgent":{"headerValue":""}}})"};
    return exchange;
}

Exchange answered(const GuideCase &one)
{
    Exchange exchange = posted();
    exchange.response = exchange::Response{one.status, "Reason", {}, one.body, true};
    const QByteArrayList lines = QByteArray(one.headers).split('\n');
    for (const QByteArray &line : lines) {
        if (const qsizetype colon = line.indexOf(": "); colon > 0)
            exchange.response->headers.append({line.left(colon), line.mid(colon + 2)});
    }
    if (!exchange::valueOf(exchange.response->headers, "Content-Type"))
        exchange.response->headers.prepend({"Content-Type", "application/json"});
    return exchange;
}

Exchange failed(core::Error::Code code, bool hasLeft, bool cameInPart = false)
{
    Exchange exchange = posted();
    exchange.hasLeft = hasLeft;
    exchange.error = core::Error{code, u"It broke. Mend it."_s, {}};
    if (cameInPart)
        exchange.response = exchange::Response{201, {}, {}, "{", false};
    return exchange;
}

Guide guideOf(const Exchange &exchange)
{
    return present::guideOf(Examination(exchange, {}, &edm::builtinSchema()));
}

} // namespace

class ErrorGuideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void response_data();
    void response();
    void noResponse_data();
    void noResponse();
    void question_data();
    void question();
    void everyRow_hasACase();
    void everyNetworkError_hasItsGuide();
    void facts_areTold();
    void noToken_isToldFromARefusedOne();
    void expectation_explainsTheErrorAllTheSame();
    void retryAfter_countsFromTheResponse();
};

void ErrorGuideTest::response_data()
{
    QTest::addColumn<const GuideCase *>("one");
    for (const GuideCase &one : guideCases)
        QTest::newRow(one.name) << &one;
}

void ErrorGuideTest::response()
{
    QFETCH(const GuideCase *, one);
    const Exchange exchange = answered(*one);
    const Guide guide = guideOf(exchange);
    QCOMPARE(QString(guide.id), QString::fromLatin1(one->id));
    QCOMPARE(guide.id.isEmpty(), present::judge(exchange).outcome == present::Outcome::AsExpected);
    QCOMPARE(guide.said, QString::fromUtf8(one->said));
    QStringList places;
    for (const present::NamedPlace &place : guide.places)
        places += place.pointer.toString();
    QCOMPARE(places.join(u' '), QString::fromLatin1(one->places));
    for (const QString &sentence : {guide.happened, guide.why, guide.next})
        QVERIFY2(guide.id.isEmpty() || sentence.endsWith(u'.'), qPrintable(sentence));
}

void ErrorGuideTest::noResponse_data()
{
    QTest::addColumn<Exchange>("exchange");
    QTest::addColumn<QString>("id");
    using Code = core::Error::Code;
    QTest::newRow("refused") << failed(Code::Refused, false) << u"refused"_s;
    QTest::newRow("no request") << failed(Code::Input, false) << u"refused"_s;
    QTest::newRow("nobody listens") << failed(Code::Network, false) << u"not-sent"_s;
    QTest::newRow("no connection in time") << failed(Code::Timeout, false) << u"not-sent"_s;
    QTest::newRow("cancelled before it left") << failed(Code::Cancelled, false) << u"not-sent"_s;
    QTest::newRow("cancelled") << failed(Code::Cancelled, true) << u"cancelled"_s;
    QTest::newRow("timeout") << failed(Code::Timeout, true) << u"timeout"_s;
    QTest::newRow("timeout in the body") << failed(Code::Timeout, true, true) << u"timeout"_s;
    QTest::newRow("limit") << failed(Code::Limit, true, true) << u"limit"_s;
    QTest::newRow("cut off") << failed(Code::Network, true, true) << u"cut-off"_s;
    QTest::newRow("closed") << failed(Code::Network, true) << u"no-response"_s;
}

void ErrorGuideTest::noResponse()
{
    QFETCH(const Exchange, exchange);
    const Guide guide = guideOf(exchange);
    QTEST(QString(guide.id), "id");
    QCOMPARE(guide.happened, u"It broke. Mend it."_s);
    QVERIFY(guide.why.endsWith(u'.') && guide.next.endsWith(u'.'));
    QCOMPARE(guide.next.contains(u"Look for the session"_s), exchange.hasLeft);
}

// A GET has stored nothing: nobody needs to look before he asks again.
void ErrorGuideTest::question_data()
{
    QTest::addColumn<Exchange>("exchange");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, Exchange exchange, int status, const QString &id) {
        exchange.request.method = "GET";
        if (status != 0)
            exchange.response = exchange::Response{status, {}, {{"Content-Type", "application/json"}}, "{}", true};
        QTest::newRow(name) << exchange << id;
    };
    Exchange ended;
    ended.hasLeft = true;
    row("closed", failed(core::Error::Code::Network, true), 0, u"not-read"_s);
    row("timeout", failed(core::Error::Code::Timeout, true), 0, u"not-read"_s);
    row("not sent", failed(core::Error::Code::Network, false), 0, u"not-sent"_s);
    row("200", ended, 200, {});
    row("404", ended, 404, u"not-there"_s);
    row("403", ended, 403, u"role"_s);
    row("500", ended, 500, u"not-readable"_s);
    row("504", ended, 504, u"not-readable"_s);
}

void ErrorGuideTest::question()
{
    QFETCH(const Exchange, exchange);
    const Guide guide = guideOf(exchange);
    QTEST(QString(guide.id), "id");
    QVERIFY(!guide.next.contains(u"submit again"_s) || guide.id == "not-sent"_L1 || guide.id == "role"_L1);
}

void ErrorGuideTest::everyRow_hasACase()
{
    const QStringList withoutResponse{u"refused"_s,   u"not-sent"_s,    u"cancelled"_s,   u"timeout"_s,
                                      u"limit"_s,     u"cut-off"_s,     u"no-response"_s, u"not-read"_s,
                                      u"not-there"_s, u"not-readable"_s};
    QStringList names;
    for (int number = 0; number < present::guideRowCount(); ++number) {
        const QLatin1String id = present::guideRow(number).id;
        const bool hasCase = withoutResponse.contains(id) || id == "no-token"_L1
            || std::any_of(std::begin(guideCases), std::end(guideCases),
                           [id](const GuideCase &one) { return id == QLatin1String(one.id); });
        QVERIFY2(hasCase, id.data());
        names += id;
    }
    QCOMPARE(names.removeDuplicates(), 0);
    const auto errors = std::count_if(std::begin(guideCases), std::end(guideCases),
                                      [](const GuideCase &one) { return one.status >= 400; });
    QVERIFY(errors >= 40);
}

void ErrorGuideTest::everyNetworkError_hasItsGuide()
{
    const QMetaEnum errors = QMetaEnum::fromType<QNetworkReply::NetworkError>();
    for (int i = 0; i < errors.keyCount(); ++i) {
        const auto error = static_cast<QNetworkReply::NetworkError>(errors.value(i));
        if (error == QNetworkReply::NoError)
            continue;
        Exchange exchange = posted();
        exchange.error = graph::networkError(error, graph::Reach::Unknown, {});
        const Guide guide = guideOf(exchange);
        QVERIFY2(!guide.id.isEmpty() && !guide.next.isEmpty(), errors.key(i));
        QCOMPARE(guide.happened, exchange.error->message);
    }
}

void ErrorGuideTest::facts_areTold()
{
    const auto why = [](int status, const char *headers, const char *body) {
        return guideOf(answered({"", status, headers, body, ""})).why;
    };
    const char *error = R"({"error":{"code":"x","message":"m"}})";
    QVERIFY(why(401, "WWW-Authenticate: Bearer claims=\"eyJhIjp7fX0=\"", error).endsWith(u"are {\"a\":{}}."_s));
    QVERIFY(why(401, "WWW-Authenticate: Bearer error_description=\"Too old\"", error).endsWith(u": Too old"_s));
    QVERIFY(why(405, "Allow: GET", error).endsWith(u"It allows GET."_s));
    QVERIFY(why(307, "Location: http://x/", error).endsWith(u"It points to http://x/."_s));
    QVERIFY(why(201, "", "{\n!").contains(u"At 2:1: "_s));
    QVERIFY(why(405, "", error).endsWith(u"after a call."_s));
}

void ErrorGuideTest::noToken_isToldFromARefusedOne()
{
    Exchange exchange = answered({"", 401, "", R"({"error":{"code":"InvalidAuthenticationToken"}})", ""});
    QCOMPARE(guideOf(exchange).id, "token-refused"_L1);
    exchange.request.headers.clear();
    QCOMPARE(guideOf(exchange).id, "no-token"_L1);
}

void ErrorGuideTest::expectation_explainsTheErrorAllTheSame()
{
    session::Expectation expectation;
    expectation.statuses = *session::StatusSet::parse(u"204, 400"_s);
    const auto id = [&expectation](int status, const char *body) {
        return present::guideOf(Examination(answered({"", status, "", body, ""}), expectation)).id;
    };
    QCOMPARE(id(400, "{}"), "bad-request"_L1);
    QCOMPARE(id(204, ""), QLatin1String());
    QCOMPARE(id(201, R"({"id":"1"})"), QLatin1String());
}

void ErrorGuideTest::retryAfter_countsFromTheResponse()
{
    support::FixedClock clock;
    clock.wall = posted().startedAt + 3s;
    const Guide guide = guideOf(answered({"", 429, "Retry-After: 10", "", ""}));
    QVERIFY(guide.retryAt);
    QCOMPARE(graph::timeUntil(*guide.retryAt, clock).count(), 7'500);
    clock.advance(1min);
    QCOMPARE(graph::timeUntil(*guide.retryAt, clock).count(), 0);
    QVERIFY(!guideOf(answered({"", 429, "Retry-After: soon", "", ""})).retryAt);
    QVERIFY(!guideOf(answered({"", 429, "", "", ""})).retryAt);
}

QTEST_GUILESS_MAIN(ErrorGuideTest)
#include "tst_errorguide.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/checks.h"

#include "edm/builtinschema.h"
#include "present/verdict.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using exchange::Exchange;
using present::Check;
using present::CheckId;
using present::CheckState;
using present::Examination;
using present::Outcome;

namespace {

const QByteArray sent
    = R"({"startDateTime":"2017-01-01T00:00:00Z","endDateTime":"2017-01-01T01:00:00Z","modalities":["audio"],)"
      R"("failureInfo":{"stage":"midcall","reason":"r"}})";
const QByteArray stored = R"({"id":"s1",)" + sent.mid(1);
const QByteArray sessions = "https://graph.microsoft.com/v1.0/communications/callRecords/e5/sessions";

Exchange answered(int status, const QByteArray &body, const exchange::HeaderList &headers = {})
{
    Exchange exchange;
    exchange.hasLeft = true;
    exchange.request = {"POST", QUrl(QString::fromLatin1(sessions)), {{"client-request-id", "c1"}}, sent};
    exchange.response = exchange::Response{status, "Reason", {{"Content-Type", "application/json"}}, body, true};
    exchange.response->headers += headers;
    exchange.timing.finished = 12ms;
    return exchange;
}

session::Expectation expecting(const QByteArray &json)
{
    const core::Result<session::Expectation> expectation
        = session::expectationOf(QJsonDocument::fromJson(json).object());
    Q_ASSERT(expectation);
    return *expectation;
}

Examination examined(const Exchange &exchange, const QByteArray &expectation)
{
    return Examination(exchange, expecting(expectation), &edm::builtinSchema());
}

QString stateWord(CheckState state)
{
    constexpr QLatin1String words[] = {"met"_L1, "not met"_L1, "not applicable"_L1};
    return words[static_cast<int>(state)];
}

QByteArray with(const QByteArray &body, const QByteArray &from, const QByteArray &to)
{
    QByteArray changed = body;
    changed.replace(from, to);
    Q_ASSERT(changed != body);
    return changed;
}

} // namespace

Q_DECLARE_METATYPE(CheckId)

class ChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void check_data();
    void check();
    void everyCheck_isSeenBothWays();
    void counts_followTheExpectation_data();
    void counts_followTheExpectation();
    void noWholeResponse_appliesToNothingElse();
    void returned_namesThePlaces();
    void withoutSchema_nothingIsCompared();
    void reference_isNotCompared();

private:
    void responseRows();
    void bodyRows();
    void sessionRows();
    void memberRows();
};

namespace {

/// The states in which the rows have a check: for a row that is missing.
std::set<std::pair<CheckId, QString>> &seenStates()
{
    static std::set<std::pair<CheckId, QString>> seen;
    return seen;
}

void row(const char *name, CheckId id, const Exchange &exchange, const QByteArray &expectation, const QString &states)
{
    seenStates().emplace(id, states);
    QTest::newRow(name) << id << exchange << expectation << states;
}

const QString met = u"met"_s;
const QString notMet = u"not met"_s;
const QString notApplicable = u"not applicable"_s;

} // namespace

void ChecksTest::responseRows()
{
    Exchange cut = answered(201, stored);
    cut.response->isComplete = false;
    row("whole", CheckId::Arrived, answered(500, {}), "{}", met);
    row("cut off", CheckId::Arrived, cut, "{}", notMet);
    row("status, cut off", CheckId::Status, cut, "{}", notApplicable);
    row("201", CheckId::Status, answered(201, stored), "{}", met);
    row("400", CheckId::Status, answered(400, "{}"), "{}", notMet);
    row("400 expected", CheckId::Status, answered(400, "{}"), R"({"status":"4xx"})", met);
    row("201, 400 expected", CheckId::Status, answered(201, stored), R"({"status":"400"})", notMet);
    row("204 expected", CheckId::Status, answered(204, {}), R"({"status":"204"})", met);
    row("header there", CheckId::Header, answered(201, stored, {{"x", "1"}}), R"({"headers":{"X":null}})", met);
    row("header not there", CheckId::Header, answered(201, stored), R"({"headers":{"X":null}})", notMet);
    row("header with its value", CheckId::Header, answered(201, stored, {{"X", "1"}}), R"({"headers":{"X":"1"}})", met);
    row("header with another", CheckId::Header, answered(201, stored, {{"X", "1"}}), R"({"headers":{"X":"1 "}})",
        notMet);
    row("two headers", CheckId::Header, answered(201, stored, {{"X", "1"}}), R"({"headers":{"X":"1","Y":null}})",
        u"met, not met"_s);
    row("no header wanted", CheckId::Header, answered(201, stored), "{}", {});
    row("header, cut off", CheckId::Header, cut, R"({"headers":{"X":null}})", notApplicable);
    row("location", CheckId::Location, answered(201, stored, {{"Location", sessions + "/s1"}}), "{}", met);
    row("location of another id", CheckId::Location, answered(201, stored, {{"Location", sessions + "/s2"}}), "{}",
        notMet);
    row("no location", CheckId::Location, answered(201, stored), "{}", notMet);
    row("no location in a 200", CheckId::Location, answered(200, stored), "{}", notApplicable);
    row("location in a 200", CheckId::Location, answered(200, stored, {{"Location", "/x"}}), "{}", notMet);
    row("location in a 204", CheckId::Location, answered(204, {}, {{"Location", sessions + "/s7"}}), "{}", met);
    row("location of a redirect", CheckId::Location, answered(307, {}, {{"Location", "/x"}}), "{}", notApplicable);
    row("echo", CheckId::ClientRequestId, answered(400, "{}", {{"Client-Request-Id", "c1"}}), "{}", met);
    row("other echo", CheckId::ClientRequestId, answered(201, stored, {{"client-request-id", "C1"}}), "{}", notMet);
    row("no echo", CheckId::ClientRequestId, answered(201, stored), "{}", notMet);
    Exchange unnamed = answered(201, stored, {{"client-request-id", "c1"}});
    unnamed.request.headers.clear();
    row("nothing to echo", CheckId::ClientRequestId, unnamed, "{}", notApplicable);
    row("at the limit", CheckId::Time, answered(201, stored), R"({"timeLimitMs":12})", met);
    row("over the limit", CheckId::Time, answered(201, stored), R"({"timeLimitMs":11})", notMet);
    row("no limit", CheckId::Time, answered(201, stored), "{}", notApplicable);
    row("time, cut off", CheckId::Time, cut, R"({"timeLimitMs":12})", notApplicable);
}

void ChecksTest::bodyRows()
{
    Exchange typeless = answered(201, stored);
    typeless.response->headers.clear();
    Exchange html = answered(403, "<html>");
    html.response->headers = {{"Content-Type", "text/html"}};
    row("JSON type", CheckId::ContentType, answered(201, stored), "{}", met);
    row("no type", CheckId::ContentType, typeless, "{}", notMet);
    row("HTML that is not expected anyway", CheckId::ContentType, html, "{}", notApplicable);
    row("HTML where 403 is expected", CheckId::ContentType, html, R"({"status":"403"})", notMet);
    row("type of no body", CheckId::ContentType, answered(403, {}), R"({"status":"403"})", notApplicable);
    row("type of a 204", CheckId::ContentType, answered(204, {}), R"({"status":"204"})", notApplicable);
    row("object", CheckId::Body, answered(201, stored), "{}", met);
    row("array", CheckId::Body, answered(201, "[]"), "{}", notMet);
    row("no JSON", CheckId::Body, answered(201, "{"), "{}", notMet);
    row("no body", CheckId::Body, answered(201, {}), "{}", notMet);
    row("error in a 201", CheckId::Body, answered(201, R"({"error":{}})"), "{}", notMet);
    row("error where 400 is expected", CheckId::Body, answered(400, R"({"error":{}})"), R"({"status":"400"})", met);
    row("page where 403 is expected", CheckId::Body, html, R"({"status":"403"})", notMet);
    row("error without a body", CheckId::Body, answered(403, {}), R"({"status":"403"})", notApplicable);
    const QByteArray error
        = R"({"error":{"code":"a","target":"t","details":[{"code":"b","target":"failureInfo.stage"}],)"
          R"("innerError":{"code":"c"}}})";
    for (const char *code : {"a", "b", "c"}) {
        row(qPrintable(u"error code "_s + QString::fromLatin1(code)), CheckId::Error, answered(400, error),
            R"({"errorCode":")" + QByteArray(code) + R"("})", met);
    }
    row("other error code", CheckId::Error, answered(400, error), R"({"errorCode":"A"})", notMet);
    row("error target", CheckId::Error, answered(400, error), R"({"errorTarget":"t"})", met);
    row("error target of a detail", CheckId::Error, answered(400, error), R"({"errorTarget":"/failureInfo/stage"})",
        met);
    row("other error target", CheckId::Error, answered(400, error), R"({"errorTarget":"/failureInfo"})", notMet);
    row("code without target", CheckId::Error, answered(400, error), R"({"errorCode":"b","errorTarget":"x"})", notMet);
    row("no error", CheckId::Error, answered(201, stored), R"({"errorCode":"a"})", notMet);
    row("no error wanted", CheckId::Error, answered(400, error), "{}", {});
}

void ChecksTest::sessionRows()
{
    row("id", CheckId::Id, answered(201, stored), "{}", met);
    row("no id", CheckId::Id, answered(201, sent), "{}", notMet);
    row("empty id", CheckId::Id, answered(201, with(stored, "s1", "")), "{}", notMet);
    row("id is a number", CheckId::Id, answered(201, with(stored, "\"s1\"", "1")), "{}", notMet);
    row("id of an error", CheckId::Id, answered(400, stored), "{}", notApplicable);
    row("of the schema", CheckId::Schema, answered(201, stored), "{}", met);
    row("not of the schema", CheckId::Schema, answered(201, with(stored, "midcall", "String")), "{}", notMet);
    row("schema of an error", CheckId::Schema, answered(400, R"({"error":{}})"), "{}", notApplicable);
    row("returned", CheckId::Returned, answered(201, stored), "{}", met);
    row("returned in other words", CheckId::Returned, answered(201, with(stored, "00:00:00Z", "00:00:00.0Z")), "{}",
        met);
    row("changed", CheckId::Returned, answered(201, with(stored, "midcall", "unknown")), "{}", notMet);
    row("dropped", CheckId::Returned, answered(201, with(stored, R"(,"reason":"r")", "")), "{}", notMet);
    row(
        "not JSON was sent", CheckId::Returned,
        [] {
            Exchange exchange = answered(201, stored);
            exchange.request.body = "{";
            return exchange;
        }(),
        "{}", notApplicable);
    row("changed, ignored", CheckId::Returned, answered(201, with(stored, "midcall", "unknown")),
        R"({"members":{"/failureInfo/stage":"ignored"}})", met);
    row("changed below what is ignored", CheckId::Returned, answered(201, with(stored, "midcall", "unknown")),
        R"({"members":{"/failureInfo":"ignored"}})", met);
    row("dropped with what is ignored", CheckId::Returned,
        answered(201, with(stored, R"(,"failureInfo":{"stage":"midcall","reason":"r"})", "")),
        R"({"members":{"/failureInfo/stage":"ignored"}})", notMet);
}

void ChecksTest::memberRows()
{
    const QByteArray changed = with(stored, "midcall", "unknown");
    const auto wish = [](const QByteArray &pointer, const QByteArray &kind) -> QByteArray {
        return R"({"members":{")" + pointer + "\":" + kind + "}}";
    };
    row("as sent", CheckId::Member, answered(201, stored), wish("/failureInfo", R"("asSent")"), met);
    row("not as sent", CheckId::Member, answered(201, changed), wish("/failureInfo", R"("asSent")"), notMet);
    row("beside what changed", CheckId::Member, answered(201, changed), wish("/failureInfo/reason", R"("asSent")"),
        met);
    row("dropped with its parent", CheckId::Member,
        answered(201, with(stored, R"({"stage":"midcall","reason":"r"})", "null")),
        wish("/failureInfo/reason", R"("asSent")"), notMet);
    row("was not sent", CheckId::Member, answered(201, stored), wish("/isTest", R"("asSent")"), notApplicable);
    row("as sent, of an error", CheckId::Member, answered(400, "{}"), wish("/isTest", R"("asSent")"), notApplicable);
    row("value", CheckId::Member, answered(201, changed), wish("/failureInfo/stage", R"({"json":"\"unknown\""})"), met);
    row("other value", CheckId::Member, answered(201, stored), wish("/failureInfo/stage", R"({"json":"\"unknown\""})"),
        notMet);
    row("the same instant", CheckId::Member, answered(201, stored),
        wish("/startDateTime", R"({"json":"\"2017-01-01T01:00:00+01:00\""})"), met);
    row("object with one more", CheckId::Member, answered(201, stored),
        wish("/failureInfo", R"({"json":"{\"stage\":\"midcall\"}"})"), notMet);
    row("value of what is not there", CheckId::Member, answered(201, stored), wish("/isTest", R"({"json":"null"})"),
        notMet);
    row("value in an error", CheckId::Member, answered(400, R"({"error":{"code":"a"}})"),
        wish("/error/code", R"({"json":"\"a\""})"), met);
    row("value of no JSON", CheckId::Member, answered(400, "<html>"), wish("/error", R"({"json":"1"})"), notApplicable);
    row("absent", CheckId::Member, answered(201, stored), wish("/isTest", R"("absent")"), met);
    row("not absent", CheckId::Member, answered(201, stored), wish("/id", R"("absent")"), notMet);
    row("absent in no JSON", CheckId::Member, answered(201, "{"), wish("/id", R"("absent")"), notApplicable);
    row("ignored", CheckId::Member, answered(201, changed), wish("/failureInfo", R"("ignored")"), {});
}

void ChecksTest::check_data()
{
    QTest::addColumn<CheckId>("id");
    QTest::addColumn<Exchange>("exchange");
    QTest::addColumn<QByteArray>("expectation");
    QTest::addColumn<QString>("states");
    responseRows();
    bodyRows();
    sessionRows();
    memberRows();
}

void ChecksTest::check()
{
    QFETCH(const CheckId, id);
    QFETCH(const Exchange, exchange);
    QFETCH(const QByteArray, expectation);
    const QList<Check> checks = present::look(present::rowOf(id), examined(exchange, expectation));
    QStringList states;
    for (const Check &check : checks) {
        QCOMPARE(check.id, id);
        QVERIFY(!present::titleOf(check).isEmpty());
        states += stateWord(check.state);
        if (check.state == CheckState::NotApplicable)
            continue;
        QVERIFY(!check.expected.isEmpty() && !check.found.isEmpty());
        // What is not met says why, but for a status, which says it itself.
        const bool saysWhy = !check.reason.isEmpty() || id == CheckId::Status;
        QVERIFY2(check.state == CheckState::Met || saysWhy, qPrintable(check.found));
        QVERIFY(check.reason.isEmpty() || check.reason.endsWith(u'.'));
    }
    QTEST(states.join(", "_L1), "states");
}

void ChecksTest::everyCheck_isSeenBothWays()
{
    QSet<QString> names;
    for (int number = 0; number < present::checkCount(); ++number) {
        const present::CheckRow &row = present::rowOf(static_cast<CheckId>(number));
        names += row.name;
        if (row.id == CheckId::Baseline) // it needs one: tst_baselinecheck
            continue;
        QVERIFY2(seenStates().contains({row.id, met}) && seenStates().contains({row.id, notMet}), row.name.data());
    }
    QCOMPARE(names.size(), present::checkCount());
}

void ChecksTest::counts_followTheExpectation_data()
{
    QTest::addColumn<Exchange>("exchange");
    QTest::addColumn<QByteArray>("expectation");
    QTest::addColumn<QStringList>("reasons"); // of what is not as expected, or empty
    const Exchange good = answered(201, stored, {{"Location", sessions + "/s1"}, {"client-request-id", "c1"}});
    const Exchange changed = answered(201, with(stored, "midcall", "String"));
    const auto row = [](const char *name, const Exchange &exchange, const QByteArray &expectation,
                        const QStringList &reasons = {}) { QTest::newRow(name) << exchange << expectation << reasons; };
    row("good", good, "{}");
    row("all count", good, R"({"checks":{"id":true,"schema":true,"returned":true,"location":true,
        "client-request-id":true}})");
    row("told and not counted", changed, "{}");
    row("schema counts", changed, R"({"checks":{"schema":true}})", {u"/failureInfo/stage"_s});
    row("two count", changed, R"({"checks":{"returned":true,"location":true}})",
        {u"/failureInfo/stage"_s, u"Location"_s});
    row("not applicable is no fault", answered(400, R"({"error":{}})"), R"({"status":"400","checks":{"schema":true}})");
    row("404 expected", good, R"({"status":"404"})", {u"404"_s});
    row("body does not count", answered(201, "[]"), R"({"checks":{"body":false}})");
    row("status does not count", answered(500, {}), R"({"checks":{"status":false}})");
    row("a response always counts",
        [] {
            Exchange exchange = answered(201, stored);
            exchange.response->isComplete = false;
            return exchange;
        }(),
        R"({"checks":{"arrived":false}})", {u"cut off"_s});
    row("limit and member", changed, R"({"timeLimitMs":1,"members":{"/id":"absent"}})", {u"/id"_s, u"1.0 ms"_s});
    row("limit that does not count", good, R"({"timeLimitMs":1,"checks":{"time":false}})");
}

void ChecksTest::counts_followTheExpectation()
{
    QFETCH(const Exchange, exchange);
    QFETCH(const QByteArray, expectation);
    QFETCH(const QStringList, reasons);
    const Examination examination = examined(exchange, expectation);
    const present::Verdict verdict = present::judge(examination);
    QCOMPARE(verdict.outcome == Outcome::AsExpected, reasons.isEmpty());
    QCOMPARE(verdict.reasons.size(), reasons.size());
    for (qsizetype i = 0; i < reasons.size(); ++i)
        QVERIFY2(verdict.reasons.at(i).contains(reasons.at(i)), qPrintable(verdict.reasons.at(i)));
    // The list of checks and the verdict are of one mind.
    const QList<Check> checks = present::checksOf(examination);
    const bool isOtherwise = std::any_of(checks.cbegin(), checks.cend(), [](const Check &check) {
        return check.counts && check.state == CheckState::NotMet;
    });
    QCOMPARE(isOtherwise, verdict.outcome != Outcome::AsExpected);
}

void ChecksTest::noWholeResponse_appliesToNothingElse()
{
    Exchange exchange = answered(201, stored, {{"Location", "/x"}});
    exchange.error = core::Error{core::Error::Code::Timeout, u"It took too long."_s, {}};
    const Examination examination = examined(exchange, R"({"status":"201","errorCode":"a","timeLimitMs":1,
        "headers":{"X":null},"members":{"/id":"absent","/a":"asSent","/b":{"json":"1"}}})");
    const QList<Check> checks = present::checksOf(examination);
    QCOMPARE(checks.size(), 15);
    for (const Check &check : checks)
        QCOMPARE(check.state, check.id == CheckId::Arrived ? CheckState::NotMet : CheckState::NotApplicable);
    QCOMPARE(present::judge(examination).outcome, Outcome::Timeout);
    QCOMPARE(present::judge(examination).reasons, QStringList{u"It took too long."_s});
}

void ChecksTest::returned_namesThePlaces()
{
    const Check check = present::look(present::rowOf(CheckId::Returned), examined(answered(201, "{}"), "{}")).first();
    QCOMPARE(check.found, u"4 dropped"_s);
    QCOMPARE(check.reason, u"Not as it was sent: /startDateTime, /endDateTime, /modalities and 1 more."_s);
}

void ChecksTest::withoutSchema_nothingIsCompared()
{
    const Examination examination(answered(201, "{}"));
    QVERIFY(!examination.comparison());
    QVERIFY(examination.findings().isEmpty());
    QCOMPARE(present::look(present::rowOf(CheckId::Schema), examination).first().state, CheckState::NotApplicable);
}

void ChecksTest::reference_isNotCompared()
{
    Exchange exchange = answered(201, stored);
    exchange.request.body = R"({"@odata.id":"https://graph.microsoft.com/v1.0/x"})";
    QVERIFY(!examined(exchange, "{}").comparison());
    QVERIFY(examined(answered(201, stored), "{}").comparison());
}

QTEST_GUILESS_MAIN(ChecksTest)
#include "tst_checks.moc"

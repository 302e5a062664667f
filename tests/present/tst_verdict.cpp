// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/verdict.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using exchange::Exchange;
using present::Outcome;

class VerdictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void judge_response_data();
    void judge_response();
    void judge_error_data();
    void judge_error();
    void judge_cutOff_isNetwork();
    void statusText_codeBlankReason();
    void outcomes_haveNamesAndExitCodes();
};

static Exchange withResponse(int status, const QByteArray &contentType, const QByteArray &body)
{
    Exchange exchange;
    exchange.hasLeft = true;
    exchange.request = {"POST", QUrl(u"http://127.0.0.1/v1.0/communications/callRecords/x/sessions"_s), {}, "{}"};
    exchange.response = exchange::Response{status, "Reason", {{"Content-Type", contentType}}, body, true};
    return exchange;
}

void VerdictTest::judge_response_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("prefer");
    QTest::addColumn<bool>("asExpected");
    QTest::addColumn<bool>("hasReason");
    const QString sessions = u"/v1.0/communications/callRecords/x/sessions"_s;
    const QString ref = sessions + u"/$ref"_s;
    const QByteArray json = "application/json";
    QTest::newRow("201") << 201 << json << "{}"_ba << sessions << QByteArray() << true << false;
    QTest::newRow("201 with parameters") << 201 << "Application/JSON; odata.metadata=minimal;charset=utf-8"_ba
                                         << R"({"id":"1"})"_ba << sessions << QByteArray() << true << false;
    QTest::newRow("201 +json") << 201 << "application/vnd.x+json"_ba
                               << "{}"_ba << sessions << QByteArray() << true << false;
    QTest::newRow("200 with a note") << 200 << json << "{}"_ba << sessions << QByteArray() << true << true;
    QTest::newRow("202 with a note") << 202 << json << "{}"_ba << sessions << QByteArray() << true << true;
    QTest::newRow("array") << 201 << json << "[]"_ba << sessions << QByteArray() << false << true;
    QTest::newRow("scalar") << 201 << json << "5"_ba << sessions << QByteArray() << false << true;
    QTest::newRow("empty body") << 201 << json << ""_ba << sessions << QByteArray() << false << true;
    QTest::newRow("not json") << 201 << json << "{"_ba << sessions << QByteArray() << false << true;
    QTest::newRow("two objects") << 201 << json << "{}{}"_ba << sessions << QByteArray() << false << true;
    QTest::newRow("html by type") << 201 << "text/html"_ba
                                  << "{}"_ba << sessions << QByteArray() << false << true;
    QTest::newRow("text/json is no JSON type") << 201 << "text/json"_ba
                                               << "{}"_ba << sessions << QByteArray() << false << true;
    QTest::newRow("error in a 201") << 201 << json << R"({"error":{}})"_ba << sessions << QByteArray() << false << true;
    QTest::newRow("204 alone") << 204 << ""_ba
                               << ""_ba << sessions << QByteArray() << false << true;
    QTest::newRow("204 on $ref") << 204 << ""_ba
                                 << ""_ba << ref << QByteArray() << true << false;
    QTest::newRow("204 minimal") << 204 << ""_ba
                                 << ""_ba << sessions << "return=minimal"_ba << true << false;
    QTest::newRow("204 minimal in a list") << 204 << ""_ba
                                           << ""_ba << sessions << "a=1, Return = Minimal; x"_ba << true << false;
    QTest::newRow("204 representation") << 204 << ""_ba
                                        << ""_ba << sessions << "return=representation"_ba << false << true;
    QTest::newRow("400") << 400 << json << R"({"error":{}})"_ba << sessions << QByteArray() << false << false;
    QTest::newRow("307") << 307 << json << "{}"_ba << sessions << QByteArray() << false << false;
    QTest::newRow("503") << 503 << json << "{}"_ba << sessions << QByteArray() << false << false;
    QTest::newRow("199") << 199 << json << "{}"_ba << sessions << QByteArray() << false << false;
}

void VerdictTest::judge_response()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, prefer);
    QFETCH(const bool, asExpected);
    QFETCH(const bool, hasReason);
    Exchange exchange = withResponse(status, type, body);
    exchange.request.url.setPath(path);
    if (!prefer.isEmpty())
        exchange.request.headers += {"prefer", prefer};
    const present::Verdict verdict = present::judge(exchange);
    QCOMPARE(verdict.outcome, asExpected ? Outcome::AsExpected : Outcome::OtherResponse);
    QCOMPARE(!verdict.reasons.isEmpty(), hasReason);
}

void VerdictTest::judge_error_data()
{
    QTest::addColumn<core::Error::Code>("code");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("timeout") << core::Error::Code::Timeout << Outcome::Timeout;
    QTest::newRow("network") << core::Error::Code::Network << Outcome::Network;
    QTest::newRow("limit") << core::Error::Code::Limit << Outcome::Limit;
    QTest::newRow("cancelled") << core::Error::Code::Cancelled << Outcome::Cancelled;
    QTest::newRow("refused") << core::Error::Code::Refused << Outcome::Refused;
    QTest::newRow("input") << core::Error::Code::Input << Outcome::Refused;
    QTest::newRow("file") << core::Error::Code::File << Outcome::Refused;
}

void VerdictTest::judge_error()
{
    QFETCH(const core::Error::Code, code);
    // Even with a fine 201 beside it: an error means that no whole response came.
    Exchange exchange = withResponse(201, "application/json", "{}");
    exchange.error = core::Error{code, u"It broke."_s, {}};
    QTEST(present::judge(exchange).outcome, "outcome");
    QCOMPARE(present::judge(exchange).reasons, QStringList{u"It broke."_s});
}

void VerdictTest::judge_cutOff_isNetwork()
{
    Exchange exchange = withResponse(201, "application/json", "{}");
    exchange.response->isComplete = false;
    QCOMPARE(present::judge(exchange).outcome, Outcome::Network);
    exchange.response.reset();
    QCOMPARE(present::judge(exchange).outcome, Outcome::Network);
}

void VerdictTest::statusText_codeBlankReason()
{
    QCOMPARE(present::statusText({201, "Created", {}, {}, true}), u"201 Created"_s);
    QCOMPARE(present::statusText({299, "", {}, {}, true}), u"299"_s);
    QCOMPARE(present::statusText({200, "\xc3\xa4", {}, {}, true}), u"200 \u00e4"_s);
}

void VerdictTest::outcomes_haveNamesAndExitCodes()
{
    QCOMPARE(present::outcomeName(Outcome::AsExpected), "asExpected"_L1);
    QCOMPARE(present::outcomeName(Outcome::OtherResponse), "otherResponse"_L1);
    QCOMPARE(present::outcomeName(Outcome::Timeout), "timeout"_L1);
    QCOMPARE(present::exitCode(Outcome::AsExpected), 0);
    QCOMPARE(present::exitCode(Outcome::OtherResponse), 1);
    for (const Outcome outcome : {Outcome::Timeout, Outcome::Network, Outcome::Limit, Outcome::Cancelled})
        QCOMPARE(present::exitCode(outcome), 3);
    QCOMPARE(present::exitCode(Outcome::Refused), 4);
}

QTEST_GUILESS_MAIN(VerdictTest)
#include "tst_verdict.moc"

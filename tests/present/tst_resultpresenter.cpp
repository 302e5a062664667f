// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/resultpresenter.h"

#include "edm/builtinschema.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using present::Result;
using present::resultOf;

class ResultPresenterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void result_isCompared();
    void absence_saysWhy_data();
    void absence_saysWhy();
    void refusal_isExplained();
    void error_isNoResult();
};

static exchange::Exchange ended(int status, const QByteArray &sent, const QByteArray &returned)
{
    exchange::Exchange exchange;
    exchange.request.body = sent;
    exchange.response.emplace();
    exchange.response->status = status;
    exchange.response->body = returned;
    return exchange;
}

static present::Examination examined(const exchange::Exchange &exchange)
{
    return present::Examination(exchange, {}, &edm::builtinSchema());
}

void ResultPresenterTest::result_isCompared()
{
    const Result result
        = resultOf(examined(ended(201, R"({"id":"a","isTest":true})", R"({"id":"b","isTest":true,"version":1})")));
    QCOMPARE(result.absence, QString());
    QCOMPARE(result.comparison.count(session::ComparisonKind::Changed), 1);
    QCOMPARE(result.comparison.count(session::ComparisonKind::Same), 1);
    QCOMPARE(result.comparison.count(session::ComparisonKind::Added), 1);
}

void ResultPresenterTest::absence_saysWhy_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("returned");
    QTest::addColumn<QString>("word");
    QTest::addRow("refused") << 400 << "{}"_ba
                             << R"({"error":{}})"_ba << u"did not take"_s;
    QTest::addRow("redirected") << 302 << "{}"_ba
                                << "{}"_ba << u"did not take"_s;
    QTest::addRow("no body") << 204 << "{}"_ba
                             << ""_ba << u"no body"_s;
    QTest::addRow("sent no JSON") << 201 << "{,}"_ba
                                  << "{}"_ba << u"was sent is no session"_s;
    QTest::addRow("sent a reference") << 201 << R"({"@odata.id":"a"})"_ba
                                      << "{}"_ba << u"was sent is no session"_s;
    QTest::addRow("returned no JSON") << 201 << "{}"_ba
                                      << "<html>"_ba << u"came back is no session"_s;
}

void ResultPresenterTest::absence_saysWhy()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, returned);
    QFETCH(const QString, word);
    const Result result = resultOf(examined(ended(status, sent, returned)));
    QVERIFY2(result.absence.contains(word), qPrintable(result.absence));
    QVERIFY(result.comparison.places().isEmpty());
}

void ResultPresenterTest::refusal_isExplained()
{
    const Result result = resultOf(examined(
        ended(400, "{}",
              R"({"error":{"code":"BadRequest","message":"m","details":[{"target":"/id","message":"no GUID"}]}})")));
    QVERIFY(!result.guide.happened.isEmpty() && !result.guide.next.isEmpty());
    QCOMPARE(result.guide.places.size(), 1);
    QCOMPARE(result.guide.places.constFirst().pointer.toString(), u"/id"_s);
    QVERIFY(std::any_of(result.checks.cbegin(), result.checks.cend(), [](const present::Check &check) {
        return check.id == present::CheckId::Status && check.state == present::CheckState::NotMet;
    }));
}

void ResultPresenterTest::error_isNoResult()
{
    exchange::Exchange exchange = ended(201, "{}", "{}");
    exchange.error.emplace();
    QVERIFY(resultOf(examined(exchange)).absence.contains(u"No whole response"_s));
    QVERIFY(resultOf(examined({})).absence.contains(u"No whole response"_s));
}

QTEST_GUILESS_MAIN(ResultPresenterTest)
#include "tst_resultpresenter.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/resultpresenter.h"

#include "edm/builtinschema.h"

#include <QRegularExpression>
#include <QTest>

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

void ResultPresenterTest::result_isCompared()
{
    const Result result = resultOf(ended(201, R"({"id":"a","isTest":true})", R"({"id":"b","isTest":true,"version":1})"),
                                   edm::builtinSchema());
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
                                  << "{}"_ba << u"was sent is not JSON"_s;
    QTest::addRow("returned no JSON") << 201 << "{}"_ba
                                      << "<html>"_ba << u"came back is not JSON"_s;
}

void ResultPresenterTest::absence_saysWhy()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, returned);
    QFETCH(const QString, word);
    const Result result = resultOf(ended(status, sent, returned), edm::builtinSchema());
    QVERIFY2(result.absence.contains(word), qPrintable(result.absence));
    QVERIFY(result.comparison.places().isEmpty());
}

void ResultPresenterTest::error_isNoResult()
{
    exchange::Exchange exchange = ended(201, "{}", "{}");
    exchange.error.emplace();
    QVERIFY(resultOf(exchange, edm::builtinSchema()).absence.contains(u"No whole response"_s));
    QVERIFY(resultOf({}, edm::builtinSchema()).absence.contains(u"No whole response"_s));
}

QTEST_GUILESS_MAIN(ResultPresenterTest)
#include "tst_resultpresenter.moc"

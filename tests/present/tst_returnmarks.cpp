// SPDX-License-Identifier: GPL-3.0-or-later
// What the last response made of the values of the fields.
#include "present/returnmarks.h"

#include "edm/builtinschema.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using present::ReturnSentences;

namespace {

ReturnSentences sentences(int status, const QByteArray &sent, const QByteArray &returned)
{
    exchange::Exchange exchange;
    exchange.request.body = sent;
    exchange.response = exchange::Response{status, {}, {}, returned, true};
    return present::returnSentences(present::Examination(exchange, {}, &edm::builtinSchema()));
}

} // namespace

class ReturnMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void sentence_isOfWhatIsNotAsSent_data();
    void sentence_isOfWhatIsNotAsSent();
    void nothingToCompare_hasNone_data();
    void nothingToCompare_hasNone();
};

void ReturnMarksTest::sentence_isOfWhatIsNotAsSent_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("returned");
    QTest::addColumn<ReturnSentences>("expected");
    const QString dropped = u"Dropped: the response does not have it."_s;
    QTest::addRow("same") << R"({"isTest":true})"_ba
                          << R"({"isTest":true})"_ba << ReturnSentences();
    QTest::addRow("added") << "{}"_ba
                           << R"({"id":"a"})"_ba << ReturnSentences();
    QTest::addRow("same instant") << R"({"startDateTime":"2026-01-01T01:00:00+01:00"})"_ba
                                  << R"({"startDateTime":"2026-01-01T00:00:00Z"})"_ba << ReturnSentences();
    QTest::addRow("changed") << R"({"version":1})"_ba
                             << R"({"version":2})"_ba
                             << ReturnSentences{{u"/version"_s, u"Changed: the response has 2."_s}};
    QTest::addRow("dropped") << R"({"isTest":true})"_ba
                             << "{}"_ba << ReturnSentences{{u"/isTest"_s, dropped}};
    QTest::addRow("dropped object") << R"({"caller":{"name":"a"}})"_ba
                                    << "{}"_ba << ReturnSentences{{u"/caller"_s, dropped}};
    QTest::addRow("inside") << R"({"failureInfo":{"stage":"x"}})"_ba
                            << R"({"failureInfo":{"stage":"y"}})"_ba
                            << ReturnSentences{{u"/failureInfo/stage"_s, u"Changed: the response has \"y\"."_s}};
}

void ReturnMarksTest::sentence_isOfWhatIsNotAsSent()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, returned);
    QFETCH(const ReturnSentences, expected);
    QCOMPARE(sentences(201, sent, returned), expected);
}

void ReturnMarksTest::nothingToCompare_hasNone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("returned");
    QTest::addRow("refused") << 400 << R"({"error":{"code":"badRequest"}})"_ba;
    QTest::addRow("no body") << 204 << ""_ba;
    QTest::addRow("no JSON") << 201 << "<html>"_ba;
}

void ReturnMarksTest::nothingToCompare_hasNone()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, returned);
    QCOMPARE(sentences(status, R"({"isTest":true})", returned), ReturnSentences());
}

QTEST_GUILESS_MAIN(ReturnMarksTest)
#include "tst_returnmarks.moc"

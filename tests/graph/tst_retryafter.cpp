// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/retryafter.h"

#include "support/fakes.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

// 2026-11-24T12:00:00Z
constexpr std::chrono::system_clock::time_point noon{1'795'521'600s};

} // namespace

class RetryAfterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void retryAt_data();
    void retryAt();
    void retryAt_refused_data();
    void retryAt_refused();
    void twoDigits_areTheNearestCentury_data();
    void twoDigits_areTheNearestCentury();
    void timeUntil_endsAtZero();
};

void RetryAfterTest::retryAt_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("milliseconds");
    const auto row = [](const QByteArray &value, milliseconds after) {
        QTest::newRow(value.constData()) << value << qint64(after.count());
    };
    row("0", 0ms);
    row("5", 5s);
    row(" 120 ", 120s);
    row("007", 7s);
    row("2.128", 2128ms);
    row("0.5", 500ms);
    row("2.1281", 2129ms);
    row("2.12800", 2128ms);
    row("31536000", 365 * 24h);
    row("99999999999999999999", 365 * 24h);
    row("Tue, 24 Nov 2026 12:00:10 GMT", 10s);
    row("Tue, 24 Nov 2026 11:59:00 GMT", -60s);
    row("Wed, 25 Nov 2026 12:00:00 GMT", 24h);
    row("Mon, 24 Nov 2036 12:00:00 GMT", 365 * 24h);
    row("Tuesday, 24-Nov-26 12:00:10 GMT", 10s);
    row("Tue Nov 24 12:00:10 2026", 10s);
    row("Tue Dec  1 12:00:00 2026", 7 * 24h);
    row("Tue, 24 Nov 2026 12:00:60 GMT", 60s);
}

void RetryAfterTest::retryAt()
{
    QFETCH(const QByteArray, value);
    const auto moment = graph::retryAt(value, noon);
    QVERIFY(moment);
    QTEST(qint64(std::chrono::duration_cast<milliseconds>(*moment - noon).count()), "milliseconds");
}

void RetryAfterTest::retryAt_refused_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"",
                              " ",
                              "-1",
                              "+5",
                              "5s",
                              "5,10",
                              "5.",
                              ".5",
                              "1e3",
                              "0x10",
                              "soon",
                              "Tue, 24 Nov 2026 12:00:10",
                              "Tue, 24 Nov 2026 12:00:10 UTC",
                              "Tue, 24 Nov 2026 12:00:10 +0100",
                              "Tue, 31 Nov 2026 12:00:10 GMT",
                              "Tue, 24 nov 2026 12:00:10 GMT",
                              "Tue, 24 ovD 2026 12:00:10 GMT",
                              "Tue, 24 Nov 2026 24:00:10 GMT",
                              "Tue, 24 Nov 2026 1::00:10 GMT",
                              "2026-11-24T12:00:10Z",
                              "5\xa0"})
        QTest::newRow(*value ? value : "nothing") << QByteArray(value);
}

void RetryAfterTest::retryAt_refused()
{
    QFETCH(const QByteArray, value);
    QVERIFY(!graph::retryAt(value, noon));
}

void RetryAfterTest::twoDigits_areTheNearestCentury_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("year");
    QTest::newRow("past") << "Sunday, 06-Nov-94 08:49:37 GMT"_ba << 1994;
    QTest::newRow("in 50 years") << "Friday, 06-Nov-76 08:49:37 GMT"_ba << 2076;
    QTest::newRow("49 years ago") << "Sunday, 06-Nov-77 08:49:37 GMT"_ba << 1977;
}

// What lies ahead is cut off at a year, so that only the direction is left to see.
void RetryAfterTest::twoDigits_areTheNearestCentury()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, year);
    const auto moment = graph::retryAt(value, noon);
    QVERIFY(moment);
    QCOMPARE(*moment > noon, year > 2026);
}

void RetryAfterTest::timeUntil_endsAtZero()
{
    support::FixedClock clock;
    clock.wall = noon;
    QCOMPARE(graph::timeUntil(noon + 5s, clock).count(), 5000);
    QCOMPARE(graph::timeUntil(noon + 1ns, clock).count(), 1);
    QCOMPARE(graph::timeUntil(noon, clock).count(), 0);
    QCOMPARE(graph::timeUntil(noon - 5s, clock).count(), 0);
}

QTEST_GUILESS_MAIN(RetryAfterTest)
#include "tst_retryafter.moc"

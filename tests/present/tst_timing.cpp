// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/timing.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using exchange::Timing;
using present::TimingSpan;
using Kind = present::TimingSpan::Kind;

class TimingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void spans_data();
    void spans();
    void words_areDistinct();
    void text_saysWhatThePictureShows();
    void milliseconds_haveADecimalBelowTen();
};

void TimingTest::spans_data()
{
    QTest::addColumn<Timing>("timing");
    QTest::addColumn<QList<TimingSpan>>("spans");
    const auto unknown = std::nullopt;
    QTest::newRow("not sent") << Timing{} << QList<TimingSpan>{};
    QTest::newRow("with TLS") << Timing{1ms, 5ms, 6ms, 9ms, 10ms}
                              << QList<TimingSpan>{{Kind::Queued, 0ms, 1ms},
                                                   {Kind::Connecting, 1ms, 5ms},
                                                   {Kind::Sending, 5ms, 6ms},
                                                   {Kind::Awaiting, 6ms, 9ms},
                                                   {Kind::Receiving, 9ms, 10ms}};
    QTest::newRow("without TLS") << Timing{1ms, unknown, 6ms, 9ms, 10ms}
                                 << QList<TimingSpan>{{Kind::Queued, 0ms, 1ms},
                                                      {Kind::ConnectingAndSending, 1ms, 6ms},
                                                      {Kind::Awaiting, 6ms, 9ms},
                                                      {Kind::Receiving, 9ms, 10ms}};
    QTest::newRow("open connection") << Timing{
        unknown, unknown, 6ms, 9ms,
        10ms} << QList<TimingSpan>{{Kind::Sending, 0ms, 6ms}, {Kind::Awaiting, 6ms, 9ms}, {Kind::Receiving, 9ms, 10ms}};
    QTest::newRow("refused") << Timing{1ms, unknown, unknown, unknown, 3ms}
                             << QList<TimingSpan>{{Kind::Queued, 0ms, 1ms}, {Kind::Connecting, 1ms, 3ms}};
    QTest::newRow("no response") << Timing{1ms, 2ms, 3ms, unknown, 60'000ms}
                                 << QList<TimingSpan>{{Kind::Queued, 0ms, 1ms},
                                                      {Kind::Connecting, 1ms, 2ms},
                                                      {Kind::Sending, 2ms, 3ms},
                                                      {Kind::Awaiting, 3ms, 60'000ms}};
    QTest::newRow("answered before all was sent")
        << Timing{unknown, unknown, unknown, 4ms, 5ms}
        << QList<TimingSpan>{{Kind::Sending, 0ms, 4ms}, {Kind::Receiving, 4ms, 5ms}};
    QTest::newRow("out of order") << Timing{1ms, unknown, 6ms, 4ms, 5ms}
                                  << QList<TimingSpan>{{Kind::Queued, 0ms, 1ms},
                                                       {Kind::ConnectingAndSending, 1ms, 6ms},
                                                       {Kind::Awaiting, 6ms, 6ms},
                                                       {Kind::Receiving, 6ms, 6ms}};
    QTest::newRow("stopped in the queue")
        << Timing{unknown, unknown, unknown, unknown, 3ms} << QList<TimingSpan>{{Kind::Queued, 0ms, 3ms}};
}

void TimingTest::spans()
{
    QFETCH(const Timing, timing);
    QFETCH(const QList<TimingSpan>, spans);
    const QList<TimingSpan> found = present::timingSpans(timing);
    QCOMPARE(found.size(), spans.size());
    for (qsizetype i = 0; i < spans.size(); ++i) {
        QCOMPARE(found.at(i).kind, spans.at(i).kind);
        QVERIFY(found.at(i) == spans.at(i));
        QCOMPARE(found.at(i).length().count(), (spans.at(i).end - spans.at(i).begin).count());
    }
}

void TimingTest::words_areDistinct()
{
    QSet<QString> words;
    for (const Kind kind :
         {Kind::Queued, Kind::Connecting, Kind::ConnectingAndSending, Kind::Sending, Kind::Awaiting, Kind::Receiving})
        words += present::spanText(kind);
    QCOMPARE(words.size(), 6);
    QVERIFY(!words.contains(QString()));
}

void TimingTest::text_saysWhatThePictureShows()
{
    QCOMPARE(present::timingText({}), QString());
    QCOMPARE(present::timingText({{Kind::Queued, 0ms, 1ms}, {Kind::Connecting, 1ms, 45ms}}),
             u"waiting for its turn 1.0 ms; connecting, TLS included 44 ms"_s);
}

void TimingTest::milliseconds_haveADecimalBelowTen()
{
    QCOMPARE(present::milliseconds(0ns), u"0.0 ms"_s);
    QCOMPARE(present::milliseconds(1234567ns), u"1.2 ms"_s);
    QCOMPARE(present::milliseconds(12'345'678ns), u"12 ms"_s);
    QCOMPARE(present::milliseconds(60s), u"60000 ms"_s);
}

QTEST_GUILESS_MAIN(TimingTest)
#include "tst_timing.moc"

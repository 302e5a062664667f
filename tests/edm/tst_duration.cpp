// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/duration.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using edm::Judgement;

class DurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void judge_legal_data();
    void judge_legal();
    void judge_invalid_namesThePlace_data();
    void judge_invalid_namesThePlace();
    void span_isExact_data();
    void span_isExact();
};

void DurationTest::judge_legal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word"); // of the note; empty when it is valid
    const auto row
        = [](const char *name, const QString &text, const QString &word = {}) { QTest::newRow(name) << text << word; };
    row("documentation", u"PT0.016S"_s);
    row("zero", u"PT0S"_s);
    row("days", u"P1D"_s);
    row("hours", u"PT36H"_s);
    row("minutes", u"PT90M"_s);
    row("everything, negative", u"-P6DT23H59M59.9999S"_s);
    row("hours and seconds", u"PT1H1S"_s);
    row("days and seconds", u"P1DT1S"_s);
    row("leading zeros", u"PT007S"_s);
    row("long number", u"PT123456789012345678901234567890S"_s);
    row("seven digits", u"PT2M4.1162662S"_s);
    row("eight digits", u"PT2M4.11626620S"_s, u"7 fraction digits"_s);
    row("lower case", u"pt5s"_s, u"upper case"_s);
    row("bare P", u"P"_s, u"XML Schema"_s);
    row("bare PT", u"PT"_s, u"XML Schema"_s);
    row("bare T after days", u"P1DT"_s, u"XML Schema"_s);
    row("bare and negative", u"-P"_s, u"XML Schema"_s);
}

void DurationTest::judge_legal()
{
    QFETCH(const QString, text);
    QFETCH(const QString, word);
    const Judgement judgement = edm::judgeDuration(text);
    QCOMPARE(judgement.verdict, word.isEmpty() ? Judgement::Verdict::Valid : Judgement::Verdict::Note);
    QCOMPARE(judgement.reason.isEmpty(), word.isEmpty());
    QVERIFY2(judgement.reason.contains(word), qPrintable(judgement.reason));
    QCOMPARE(judgement.position, -1);
}

void DurationTest::judge_invalid_namesThePlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("position");
    const auto row
        = [](const char *name, const QString &text, qsizetype position) { QTest::newRow(name) << text << position; };
    row("empty", {}, 0);
    row("sign only", u"-"_s, 1);
    row("plus", u"+PT1S"_s, 0);
    row("no P", u"1D"_s, 0);
    row("years", u"P1Y6DT23H59M59.9999S"_s, 2);
    row("months", u"P1M6DT23H59M59.9999S"_s, 2);
    row("weeks", u"P1W"_s, 2);
    row("seconds without T", u"P1S"_s, 2);
    row("days after T", u"PT1D"_s, 3);
    row("days twice", u"P1D1D"_s, 4);
    row("wrong order", u"PT1M1H"_s, 5);
    row("minutes twice", u"PT1M1M"_s, 5);
    row("fraction of hours", u"PT1.5H"_s, 5);
    row("fraction of days", u"P1.5D"_s, 2);
    row("dot without digits", u"PT1.S"_s, 4);
    row("no digit before the dot", u"PT.5S"_s, 2);
    row("no designator", u"PT5"_s, 3);
    row("designator without number", u"PTS"_s, 2);
    row("number negative inside", u"PT-5S"_s, 2);
    row("comma", u"PT1,5S"_s, 3);
    row("blank after", u"PT1S "_s, 4);
    row("clock", u"00:02:04"_s, 0);
}

void DurationTest::judge_invalid_namesThePlace()
{
    QFETCH(const QString, text);
    const Judgement judgement = edm::judgeDuration(text);
    QCOMPARE(judgement.verdict, Judgement::Verdict::Invalid);
    QTEST(judgement.position, "position");
    QVERIFY(judgement.reason.endsWith(u'.'));
}

void DurationTest::span_isExact_data()
{
    QTest::addColumn<qint64>("ticks");
    QTest::addColumn<QString>("clock");
    QTest::addColumn<QString>("literal");
    const auto row = [](const char *name, qint64 ticks, const QString &clock, const QString &literal) {
        QTest::newRow(name) << ticks << clock << literal;
    };
    row("zero", 0, u"00:00:00"_s, u"PT0S"_s);
    row("one tick", 1, u"00:00:00.0000001"_s, u"PT0.0000001S"_s);
    row("minus one tick", -1, u"-00:00:00.0000001"_s, u"-PT0.0000001S"_s);
    row("specification", 1'241'162'662, u"00:02:04.1162662"_s, u"PT2M4.1162662S"_s);
    row("trimmed", 5'000'000, u"00:00:00.5"_s, u"PT0.5S"_s);
    row("minute", 600'000'000, u"00:01:00"_s, u"PT1M"_s);
    row("hour", 36'000'000'000, u"01:00:00"_s, u"PT1H"_s);
    row("hour and tick", 36'000'000'001, u"01:00:00.0000001"_s, u"PT1H0.0000001S"_s);
    row("day", 864'000'000'000, u"1.00:00:00"_s, u"P1D"_s);
    row("just below a day", 863'999'999'999, u"23:59:59.9999999"_s, u"PT23H59M59.9999999S"_s);
    row("days, negative", -937'840'050'000, u"-1.02:03:04.005"_s, u"-P1DT2H3M4.005S"_s);
    row("greatest", std::numeric_limits<qint64>::max(), u"10675199.02:48:05.4775807"_s,
        u"P10675199DT2H48M5.4775807S"_s);
    row("least", std::numeric_limits<qint64>::min(), u"-10675199.02:48:05.4775808"_s, u"-P10675199DT2H48M5.4775808S"_s);
}

void DurationTest::span_isExact()
{
    QFETCH(const qint64, ticks);
    QTEST(edm::clockText(ticks), "clock");
    QTEST(edm::durationLiteral(ticks), "literal");
    QCOMPARE(edm::judgeDuration(edm::durationLiteral(ticks)), Judgement());
}

QTEST_GUILESS_MAIN(DurationTest)
#include "tst_duration.moc"

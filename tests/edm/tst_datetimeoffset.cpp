// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/datetimeoffset.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using edm::DateTimeOffset;
using edm::Judgement;

namespace {

constexpr qint64 second = DateTimeOffset::ticksPerSecond;
constexpr qint64 day = 86'400 * second;
constexpr qint64 least = std::numeric_limits<qint64>::min();
constexpr qint64 greatest = std::numeric_limits<qint64>::max();

} // namespace

class DateTimeOffsetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void parse_legal_isUnderstood_data();
    void parse_legal_isUnderstood();
    void judge_invalid_namesThePlace_data();
    void judge_invalid_namesThePlace();
    void judge_unusual_isNoted_data();
    void judge_unusual_isNoted();
    void ticks_beyondRange_areEmpty_data();
    void ticks_beyondRange_areEmpty();
    void utcLiteral_isTrimmed_data();
    void utcLiteral_isTrimmed();
    void everyDay_ofFourCenturies_followsTheOneBefore();
    void randomTicks_comeBack();
    void ticksOf_aText();
    void ticksAt_aClock_isRoundedDown();
};

void DateTimeOffsetTest::parse_legal_isUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ticks");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("utc");
    const auto row = [](const char *name, const QString &text, qint64 ticks, int offset, int digits,
                        const QString &utc) { QTest::newRow(name) << text << ticks << offset << digits << utc; };
    row("epoch", u"1970-01-01T00:00:00Z"_s, 0, 0, 0, u"1970-01-01T00:00:00Z"_s);
    row("no seconds", u"1970-01-01T00:01Z"_s, 60 * second, 0, 0, u"1970-01-01T00:01:00Z"_s);
    row("one digit", u"1970-01-01T00:00:00.5Z"_s, second / 2, 0, 1, u"1970-01-01T00:00:00.5Z"_s);
    row("trailing zeros", u"1970-01-01T00:00:00.500Z"_s, second / 2, 0, 3, u"1970-01-01T00:00:00.500Z"_s);
    row("one tick", u"1970-01-01T00:00:00.0000001Z"_s, 1, 0, 7, u"1970-01-01T00:00:00.0000001Z"_s);
    row("one tick before", u"1969-12-31T23:59:59.9999999Z"_s, -1, 0, 7, u"1969-12-31T23:59:59.9999999Z"_s);
    row("12 digits are cut", u"1970-01-01T00:00:00.123456789012Z"_s, 1'234'567, 0, 12,
        u"1970-01-01T00:00:00.123456789012Z"_s);
    row("cut, not rounded", u"1970-01-01T00:00:00.99999999Z"_s, second - 1, 0, 8, u"1970-01-01T00:00:00.99999999Z"_s);
    row("cut before the epoch", u"1969-12-31T23:59:59.99999999Z"_s, -1, 0, 8, u"1969-12-31T23:59:59.99999999Z"_s);
    row("east", u"1970-01-01T03:00:00+03:00"_s, 0, 180, 0, u"1970-01-01T00:00:00Z"_s);
    row("west", u"1969-12-31T18:30:00-05:30"_s, 0, -330, 0, u"1970-01-01T00:00:00Z"_s);
    row("negative zero", u"1970-01-01T00:00:00-00:00"_s, 0, 0, 0, u"1970-01-01T00:00:00Z"_s);
    row("greatest offset", u"1970-01-01T23:59:00+23:59"_s, 0, 1'439, 0, u"1970-01-01T00:00:00Z"_s);
    row("lower case", u"1970-01-02t00:00:00z"_s, day, 0, 0, u"1970-01-02T00:00:00Z"_s);
    row("leap day", u"2020-02-29T00:00:00Z"_s, 18'321 * day, 0, 0, u"2020-02-29T00:00:00Z"_s);
    row("leap second", u"1972-06-30T23:59:60Z"_s, 912 * day, 0, 0, u"1972-07-01T00:00:00Z"_s);
    row("within a leap second", u"1972-06-30T23:59:60.5Z"_s, 912 * day + second / 2, 0, 1, u"1972-07-01T00:00:00.5Z"_s);
    row("specification start", u"2017-01-01T00:00:14.2767228+03:00"_s, 14'832'180'142'767'228, 180, 7,
        u"2016-12-31T21:00:14.2767228Z"_s);
    row("specification end", u"2017-01-01T00:02:18.392989+03:00"_s, 14'832'181'383'929'890, 180, 6,
        u"2016-12-31T21:02:18.392989Z"_s);
    row("year zero", u"0000-01-01T00:00Z"_s, -719'528 * day, 0, 0, u"0000-01-01T00:00:00Z"_s);
    row("year one", u"0001-01-01T00:00Z"_s, -719'162 * day, 0, 0, u"0001-01-01T00:00:00Z"_s);
    row("negative year", u"-0001-12-31T00:00Z"_s, -719'529 * day, 0, 0, u"-0001-12-31T00:00:00Z"_s);
    row("negative zero year", u"-0000-01-01T00:00Z"_s, -719'528 * day, 0, 0, u"0000-01-01T00:00:00Z"_s);
    row("five digits", u"10000-01-01T00:00Z"_s, 2'932'897 * day, 0, 0, u"10000-01-01T00:00:00Z"_s);
    row("over the turn of the year", u"9999-12-31T23:00:00-01:00"_s, 2'932'897 * day, -60, 0,
        u"10000-01-01T00:00:00Z"_s);
}

void DateTimeOffsetTest::parse_legal_isUnderstood()
{
    QFETCH(const QString, text);
    const std::optional<DateTimeOffset> value = DateTimeOffset::parse(text);
    QVERIFY(value);
    QCOMPARE(value->text(), text);
    QVERIFY(value->ticks());
    QTEST(*value->ticks(), "ticks");
    QTEST(value->offsetMinutes(), "offset");
    QTEST(value->fractionDigits(), "digits");
    QTEST(value->toUtc(), "utc");
    QVERIFY(DateTimeOffset::judge(text).verdict != Judgement::Verdict::Invalid);
}

void DateTimeOffsetTest::judge_invalid_namesThePlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("position");
    const auto row
        = [](const char *name, const QString &text, qsizetype position) { QTest::newRow(name) << text << position; };
    row("empty", {}, 0);
    row("blank before", u" 2020-01-01T00:00:00Z"_s, 0);
    row("blank after", u"2020-01-01T00:00:00Z "_s, 20);
    row("plus before the year", u"+2020-01-01T00:00:00Z"_s, 0);
    row("three-digit year", u"202-01-01T00:00:00Z"_s, 3);
    row("five digits after a zero", u"02020-01-01T00:00:00Z"_s, 4);
    row("digits of another script", u"٢٠٢٠-01-01T00:00:00Z"_s, 0);
    row("no hyphen after the year", u"2020/01-01T00:00:00Z"_s, 4);
    row("month 00", u"2020-00-01T00:00:00Z"_s, 6);
    row("month 13", u"2020-13-01T00:00:00Z"_s, 6);
    row("month 20", u"2020-20-01T00:00:00Z"_s, 5);
    row("one-digit month", u"2020-1-01T00:00:00Z"_s, 6);
    row("no hyphen after the month", u"2020-01/01T00:00:00Z"_s, 7);
    row("day 00", u"2020-01-00T00:00:00Z"_s, 9);
    row("day 32", u"2020-01-32T00:00:00Z"_s, 9);
    row("date only", u"2020-01-01"_s, 10);
    row("blank for T", u"2020-01-01 00:00:00Z"_s, 10);
    row("hour 24", u"2020-01-01T24:00:00Z"_s, 12);
    row("hour 30", u"2020-01-01T30:00:00Z"_s, 11);
    row("hour only", u"2020-01-01T00Z"_s, 13);
    row("percent-encoded", u"2012-09-03T23%3A59Z"_s, 13);
    row("minute 60", u"2020-01-01T00:60:00Z"_s, 14);
    row("second 61", u"2020-01-01T00:00:61Z"_s, 18);
    row("one-digit second", u"2020-01-01T00:00:1Z"_s, 18);
    row("fraction without seconds", u"2020-01-01T00:00.5Z"_s, 16);
    row("dot without digits", u"2020-01-01T00:00:00.Z"_s, 20);
    row("comma", u"2020-01-01T00:00:00,5Z"_s, 19);
    row("13 digits", u"2020-01-01T00:00:00.1234567890123Z"_s, 32);
    row("no offset", u"2020-01-01T00:00:00"_s, 19);
    row("offset without colon", u"2020-01-01T00:00:00+0300"_s, 22);
    row("offset hours only", u"2020-01-01T00:00:00+03"_s, 22);
    row("offset 24:00", u"2020-01-01T00:00:00+24:00"_s, 21);
    row("offset 00:60", u"2020-01-01T00:00:00+00:60"_s, 23);
    row("offset with seconds", u"2020-01-01T00:00:00+00:00:00"_s, 25);
    row("two offsets", u"2020-01-01T00:00:00Z+01:00"_s, 20);
    row("minus sign U+2212", u"2020-01-01T00:00:00−01:00"_s, 19);
    row("infinity", u"-INF"_s, 1);
    row("placeholder", u"String (timestamp)"_s, 0);
}

void DateTimeOffsetTest::judge_invalid_namesThePlace()
{
    QFETCH(const QString, text);
    const Judgement judgement = DateTimeOffset::judge(text);
    QCOMPARE(judgement.verdict, Judgement::Verdict::Invalid);
    QTEST(judgement.position, "position");
    QVERIFY(judgement.reason.endsWith(u'.'));
    QVERIFY(!DateTimeOffset::parse(text));
}

void DateTimeOffsetTest::judge_unusual_isNoted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word"); // of the reason; empty when it is valid
    QTest::newRow("7 digits") << u"2020-02-25T18:52:21.2169889Z"_s << QString();
    QTest::newRow("8 digits") << u"2020-02-25T18:52:21.21698890Z"_s << u"7 fraction digits"_s;
    QTest::newRow("second 59") << u"2020-01-01T00:00:59Z"_s << QString();
    QTest::newRow("second 60") << u"2020-01-01T00:00:60Z"_s << u"leap second"_s;
    QTest::newRow("year 0001") << u"0001-01-01T00:00:00Z"_s << QString();
    QTest::newRow("year 0000") << u"0000-01-01T00:00:00Z"_s << u"year"_s;
    QTest::newRow("year 9999") << u"9999-01-01T00:00:00Z"_s << QString();
    QTest::newRow("year 10000") << u"10000-01-01T00:00:00Z"_s << u"year"_s;
    QTest::newRow("negative year") << u"-2020-01-01T00:00:00Z"_s << u"year"_s;
    QTest::newRow("offset +14:00") << u"2020-01-01T00:00:00+14:00"_s << QString();
    QTest::newRow("offset +14:01") << u"2020-01-01T00:00:00+14:01"_s << u"14:00"_s;
    QTest::newRow("offset -14:01") << u"2020-01-01T00:00:00-14:01"_s << u"14:00"_s;
    QTest::newRow("t") << u"2020-01-01t00:00:00Z"_s << u"upper case"_s;
    QTest::newRow("z") << u"2020-01-01T00:00:00z"_s << u"upper case"_s;
    QTest::newRow("30 February") << u"2020-02-30T00:00:00Z"_s << u"no such day"_s;
    QTest::newRow("31 April") << u"2020-04-31T00:00:00Z"_s << u"no such day"_s;
    QTest::newRow("leap day of 2100") << u"2100-02-29T00:00:00Z"_s << u"no such day"_s;
    QTest::newRow("leap day of 2000") << u"2000-02-29T00:00:00Z"_s << QString();
}

void DateTimeOffsetTest::judge_unusual_isNoted()
{
    QFETCH(const QString, text);
    QFETCH(const QString, word);
    const Judgement judgement = DateTimeOffset::judge(text);
    QCOMPARE(judgement.verdict, word.isEmpty() ? Judgement::Verdict::Valid : Judgement::Verdict::Note);
    QCOMPARE(judgement.position, -1);
    QCOMPARE(judgement.reason.isEmpty(), word.isEmpty());
    QVERIFY2(judgement.reason.contains(word), qPrintable(judgement.reason));
    QVERIFY(DateTimeOffset::parse(text));
}

void DateTimeOffsetTest::ticks_beyondRange_areEmpty_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("hasTicks");
    QTest::newRow("last tick") << u"31197-09-14T02:48:05.4775807Z"_s << true;
    QTest::newRow("a tick after") << u"31197-09-14T02:48:05.4775808Z"_s << false;
    QTest::newRow("first tick") << u"-27258-04-19T21:11:54.5224192Z"_s << true;
    QTest::newRow("a tick before") << u"-27258-04-19T21:11:54.5224191Z"_s << false;
    QTest::newRow("six-digit year") << u"999999-12-31T23:59:59Z"_s << false;
    QTest::newRow("forty-digit year") << u"1234567890123456789012345678901234567890-01-01T00:00:00Z"_s << false;
    QTest::newRow("negative forty-digit year") << u"-1234567890123456789012345678901234567890-01-01T00:00Z"_s << false;
    QTest::newRow("no such day") << u"2021-02-29T00:00:00Z"_s << false;
}

void DateTimeOffsetTest::ticks_beyondRange_areEmpty()
{
    QFETCH(const QString, text);
    QFETCH(const bool, hasTicks);
    const std::optional<DateTimeOffset> value = DateTimeOffset::parse(text);
    QVERIFY(value);
    QCOMPARE(value->ticks().has_value(), hasTicks);
    QCOMPARE(value->toUtc(), hasTicks ? text : QString());
}

void DateTimeOffsetTest::utcLiteral_isTrimmed_data()
{
    QTest::addColumn<qint64>("ticks");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no fraction") << qint64(0) << u"1970-01-01T00:00:00Z"_s;
    QTest::newRow("seven digits") << qint64(1) << u"1970-01-01T00:00:00.0000001Z"_s;
    QTest::newRow("trimmed") << second / 2 << u"1970-01-01T00:00:00.5Z"_s;
    QTest::newRow("inner zeros stay") << qint64(1'000'010) << u"1970-01-01T00:00:00.100001Z"_s;
    QTest::newRow("before") << qint64(-1) << u"1969-12-31T23:59:59.9999999Z"_s;
    QTest::newRow("a second before") << -second << u"1969-12-31T23:59:59Z"_s;
    QTest::newRow("specification end") << qint64(14'832'181'383'929'890) << u"2016-12-31T21:02:18.392989Z"_s;
    QTest::newRow("last") << greatest << u"31197-09-14T02:48:05.4775807Z"_s;
    QTest::newRow("first") << least << u"-27258-04-19T21:11:54.5224192Z"_s;
}

void DateTimeOffsetTest::utcLiteral_isTrimmed()
{
    QFETCH(const qint64, ticks);
    QTEST(edm::utcLiteral(ticks), "expected");
}

void DateTimeOffsetTest::everyDay_ofFourCenturies_followsTheOneBefore()
{
    // QDate is the oracle of the calendar; its day 0 of the Julian count is far from our epoch.
    constexpr int days = 146'097;
    QDate date(1899, 12, 31);
    const qint64 start = QDate(1970, 1, 1).daysTo(date);
    for (qint64 number = start; number < start + days; number += 1, date = date.addDays(1)) {
        const QString expected = date.toString(Qt::ISODate) + u"T00:00:00Z"_s;
        if (edm::utcLiteral(number * day) != expected || DateTimeOffset::parse(expected)->ticks() != number * day)
            QFAIL(qPrintable(expected));
    }
}

void DateTimeOffsetTest::randomTicks_comeBack()
{
    QRandomGenerator random(20170101);
    for (int round = 0; round < 2'000; ++round) {
        // Of any magnitude, so that small and negative instants come as often as far ones.
        const qint64 ticks = static_cast<qint64>(random.generate64()) >> random.bounded(64);
        const std::optional<DateTimeOffset> value = DateTimeOffset::parse(edm::utcLiteral(ticks));
        QVERIFY2(value && value->ticks() == ticks, qPrintable(QString::number(ticks)));
    }
}

void DateTimeOffsetTest::ticksOf_aText()
{
    QCOMPARE(edm::DateTimeOffset::ticksOf(u"1970-01-01T00:00:01.0000002+00:00"_s), std::optional<qint64>(10'000'002));
    QVERIFY(!edm::DateTimeOffset::ticksOf(u"1970-01-01"_s));
    QVERIFY(!edm::DateTimeOffset::ticksOf(u"2017-02-30T00:00:00Z"_s));
}

void DateTimeOffsetTest::ticksAt_aClock_isRoundedDown()
{
    using Time = std::chrono::system_clock::time_point;
    QCOMPARE(edm::ticksAt(Time(std::chrono::nanoseconds(1'999))), 19);
    QCOMPARE(edm::ticksAt(Time(std::chrono::nanoseconds(-1))), -1);
}

QTEST_GUILESS_MAIN(DateTimeOffsetTest)
#include "tst_datetimeoffset.moc"

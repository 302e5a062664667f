// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/timeedit.h"

#include "edm/datetimeoffset.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using edm::DateTimeOffset;
using edm::OffsetChange;

namespace {

constexpr qint64 second = DateTimeOffset::ticksPerSecond;
constexpr qint64 day = 86'400 * second;

} // namespace

class TimeEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void stepped_movesTheUnitUnderTheCursor_data();
    void stepped_movesTheUnitUnderTheCursor();
    void stepped_whereItCannot_saysWhy_data();
    void stepped_whereItCannot_saysWhy();
    void stepped_thereAndBack_isTheSame_data();
    void stepped_thereAndBack_isTheSame();
    void moved_keepsTheForm_data();
    void moved_keepsTheForm();
    void moved_whereItCannot_saysWhy_data();
    void moved_whereItCannot_saysWhy();
    void moved_byRandomTicks_isExact();
    void withOffset_keepsOneOfTwo_data();
    void withOffset_keepsOneOfTwo();
    void withDate_replacesTheDateAlone_data();
    void withDate_replacesTheDateAlone();
    void locale_isOfNoInterest_data();
    void locale_isOfNoInterest();
};

// The cursor is marked by | before and after.
void TimeEditTest::stepped_movesTheUnitUnderTheCursor_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, int steps, const QString &after) {
        QTest::newRow(name) << before << steps << after;
    };
    row("year, at the start", u"|2016-12-31T21:00:14.2767228Z"_s, 1, u"|2017-12-31T21:00:14.2767228Z"_s);
    row("year, at its end", u"2016|-12-31T21:00:14Z"_s, -1, u"2015|-12-31T21:00:14Z"_s);
    row("year from a leap day", u"20|20-02-29T00:00:00Z"_s, 1, u"20|21-02-28T00:00:00Z"_s);
    row("year to a leap year", u"20|20-02-29T00:00:00Z"_s, 4, u"20|24-02-29T00:00:00Z"_s);
    row("year gets a digit", u"9999|-12-31T00:00:00Z"_s, 1, u"1000|0-12-31T00:00:00Z"_s);
    row("year before 0", u"0000|-01-01T00:00:00Z"_s, -1, u"-000|1-01-01T00:00:00Z"_s);
    row("year loses its sign", u"-0001|-01-01T00:00:00Z"_s, 1, u"0000|-01-01T00:00:00Z"_s);
    row("month", u"2016-|11-30T21:00:14Z"_s, 1, u"2016-|12-30T21:00:14Z"_s);
    row("month carries", u"2016-12|-31T21:00:14Z"_s, 1, u"2017-01|-31T21:00:14Z"_s);
    row("month borrows", u"2017-0|1-31T21:00:14Z"_s, -1, u"2016-1|2-31T21:00:14Z"_s);
    row("month is shorter", u"2016-0|1-31T21:00:14Z"_s, 1, u"2016-0|2-29T21:00:14Z"_s);
    row("ten months", u"2016-0|5-31T21:00:14Z"_s, 10, u"2017-0|3-31T21:00:14Z"_s);
    row("minus ten months", u"2016-0|5-31T21:00:14Z"_s, -10, u"2015-0|7-31T21:00:14Z"_s);
    row("month carries into five digits", u"9999-1|2-31T00:00Z"_s, 1, u"10000-0|1-31T00:00Z"_s);
    row("day", u"2016-12-|30T21:00:14Z"_s, 1, u"2016-12-|31T21:00:14Z"_s);
    row("day carries", u"2016-12-31|T21:00:14Z"_s, 1, u"2017-01-01|T21:00:14Z"_s);
    row("day borrows", u"2020-03-0|1T21:00:14Z"_s, -1, u"2020-02-2|9T21:00:14Z"_s);
    row("day of no leap year", u"2100-02-2|8T21:00:14Z"_s, 1, u"2100-03-0|1T21:00:14Z"_s);
    row("ten days", u"2016-12-2|5t21:00:14z"_s, 10, u"2017-01-0|4t21:00:14z"_s);
    row("hour", u"2016-12-31T|21:00:14Z"_s, 1, u"2016-12-31T|22:00:14Z"_s);
    row("hour carries", u"2016-12-31T23|:00:14.5Z"_s, 1, u"2017-01-01T00|:00:14.5Z"_s);
    row("hour borrows", u"2017-01-01T0|0:00:14Z"_s, -1, u"2016-12-31T2|3:00:14Z"_s);
    row("ten hours, offset kept", u"2017-01-01T1|5:00:14+03:00"_s, 10, u"2017-01-02T0|1:00:14+03:00"_s);
    row("minute", u"2016-12-31T21:|00:14Z"_s, 1, u"2016-12-31T21:|01:14Z"_s);
    row("minute borrows", u"2016-12-31T21:00|:14Z"_s, -1, u"2016-12-31T20:59|:14Z"_s);
    row("minute without seconds", u"2016-12-31T23:59|Z"_s, 1, u"2017-01-01T00:00|Z"_s);
    row("second", u"2016-12-31T21:00:1|4.2767228Z"_s, 1, u"2016-12-31T21:00:1|5.2767228Z"_s);
    row("second carries to the year", u"2016-12-31T23:59:59|Z"_s, 1, u"2017-01-01T00:00:00|Z"_s);
    row("second borrows", u"2017-01-01T00:00:00|.0Z"_s, -1, u"2016-12-31T23:59:59|.0Z"_s);
    row("first fraction digit", u"2016-12-31T21:00:14.|2767228Z"_s, 1, u"2016-12-31T21:00:14.|3767228Z"_s);
    row("fraction digit carries to the left", u"2016-12-31T21:00:14.2|967228Z"_s, 1,
        u"2016-12-31T21:00:14.3|067228Z"_s);
    row("first digit carries to the second", u"2016-12-31T21:00:14.|9Z"_s, 1, u"2016-12-31T21:00:15.|0Z"_s);
    row("last digit, at its end", u"2016-12-31T21:00:14.2767228|Z"_s, 1, u"2016-12-31T21:00:14.2767229|Z"_s);
    row("a tick carries to the year", u"2016-12-31T23:59:59.999999|9Z"_s, 1, u"2017-01-01T00:00:00.000000|0Z"_s);
    row("a tick borrows from the year", u"2017-01-01T00:00:00.000000|0Z"_s, -1, u"2016-12-31T23:59:59.999999|9Z"_s);
    row("ten of the last digit", u"2016-12-31T21:00:14.39298|9+03:00"_s, 10, u"2016-12-31T21:00:14.39299|9+03:00"_s);
    row("twelfth digit", u"2016-12-31T23:59:59.99999999999|9Z"_s, 1, u"2017-01-01T00:00:00.00000000000|0Z"_s);
    row("eighth of twelve", u"2016-12-31T21:00:14.1234567|89012Z"_s, 1, u"2016-12-31T21:00:14.1234567|99012Z"_s);
    row("trailing zeros stay", u"2016-12-31T21:00:14.|500Z"_s, 1, u"2016-12-31T21:00:14.|600Z"_s);
    row("offset hour, at its sign", u"2017-01-01T00:00:14.5+|03:00"_s, 1, u"2017-01-01T00:00:14.5+|04:00"_s);
    row("offset hour", u"2017-01-01T00:00:14+03|:00"_s, -1, u"2017-01-01T00:00:14+02|:00"_s);
    row("offset turns west", u"2017-01-01T00:00:14+0|0:30"_s, -1, u"2017-01-01T00:00:14-0|0:30"_s);
    row("offset minute carries", u"2017-01-01T00:00:14+05:5|9"_s, 1, u"2017-01-01T00:00:14+06:0|0"_s);
    row("offset minute, at the end", u"2017-01-01T00:00:14+05:30|"_s, 10, u"2017-01-01T00:00:14+05:40|"_s);
    row("negative zero", u"2017-01-01T00:00:14-00:0|0"_s, -1, u"2017-01-01T00:00:14-00:0|1"_s);
    row("leap second stays while minutes step", u"2016-12-31T23:5|9:60Z"_s, 1, u"2017-01-01T00:0|0:60Z"_s);
    row("leap second stays while days step", u"2016-12-3|1T23:59:60Z"_s, -1, u"2016-12-3|0T23:59:60Z"_s);
    row("leap second counts up", u"2016-12-31T23:59:6|0Z"_s, 1, u"2017-01-01T00:00:0|1Z"_s);
    row("leap second counts down", u"2016-12-31T23:59:6|0Z"_s, -1, u"2016-12-31T23:59:5|9Z"_s);
    row("fraction within a leap second", u"2016-12-31T23:59:60.|5Z"_s, 1, u"2016-12-31T23:59:60.|6Z"_s);
    row("fraction out of a leap second", u"2016-12-31T23:59:60.|9Z"_s, 1, u"2017-01-01T00:00:01.|0Z"_s);
    row("no step", u"2016-12-31T23:59:6|0z"_s, 0, u"2016-12-31T23:59:6|0z"_s);
}

void TimeEditTest::stepped_movesTheUnitUnderTheCursor()
{
    QFETCH(const QString, before);
    QFETCH(const int, steps);
    const core::Result<edm::SteppedTime> step = edm::stepped(QString(before).remove(u'|'), before.indexOf(u'|'), steps);
    QVERIFY2(step, step ? "" : qPrintable(step.error().message));
    QTEST(QString(step->text).insert(step->cursor, u'|'), "after");
}

void TimeEditTest::stepped_whereItCannot_saysWhy_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const QString &before, int steps, const QString &word) {
        QTest::newRow(name) << before << steps << word;
    };
    row("empty", u"|"_s, 1, u"year"_s);
    row("24:00", u"2016-12-31T|24:00:00Z"_s, 1, u"hour"_s);
    row("missing offset", u"2016-12-31T|21:00:14"_s, 1, u"offset"_s);
    row("offset without colon", u"2016-12-31T|21:00:14+0300"_s, 1, u"offset"_s);
    row("13 digits", u"|2016-12-31T21:00:14.1234567890123Z"_s, 1, u"offset"_s);
    row("30 February", u"2016-02-|30T00:00:00Z"_s, 1, u"no such day"_s);
    row("Z", u"2016-12-31T21:00:14Z|"_s, 1, u"Z stands for UTC"_s);
    row("z", u"2016-12-31T21:00:14z|"_s, -1, u"z stands for UTC"_s);
    row("offset too far east", u"2016-12-31T21:00:14+2|3:00"_s, 1, u"23:59"_s);
    row("offset too far west", u"2016-12-31T21:00:14-23:5|9"_s, -1, u"23:59"_s);
    row("year too far", u"2016|-12-31T21:00:14Z"_s, 1'000'000, u"too far"_s);
    row("year that has no ticks", u"99999|-12-31T21:00:14Z"_s, 1, u"too far"_s);
    row("words", u"yester|day"_s, 1, u"no time"_s);
}

void TimeEditTest::stepped_whereItCannot_saysWhy()
{
    QFETCH(const QString, before);
    QFETCH(const int, steps);
    QFETCH(const QString, word);
    const core::Result<edm::SteppedTime> step = edm::stepped(QString(before).remove(u'|'), before.indexOf(u'|'), steps);
    QVERIFY(!step);
    QVERIFY2(step.error().message.contains(word), qPrintable(step.error().message));
    QVERIFY(step.error().message.endsWith(u'.'));
}

void TimeEditTest::stepped_thereAndBack_isTheSame_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("seven digits", u"2017-01-01T00:00:14.2767228+03:00"_s);
    row("twelve digits", u"2016-12-28T23:59:59.999999999999-11:30"_s);
    row("no seconds", u"2016-01-01T00:00+00:00"_s);
    row("lower case", u"2016-12-28t21:00:14.5+05:00"_s);
}

void TimeEditTest::stepped_thereAndBack_isTheSame()
{
    QFETCH(const QString, text);
    for (qsizetype cursor = 0; cursor <= text.size(); ++cursor) {
        for (const int steps : {1, -1, 10, -10}) {
            const core::Result<edm::SteppedTime> there = edm::stepped(text, cursor, steps);
            QVERIFY2(there, qPrintable(QString::number(cursor)));
            QCOMPARE(there->cursor, cursor);
            QVERIFY(there->text != text);
            QCOMPARE(there->text.size(), text.size());
            const core::Result<edm::SteppedTime> back = edm::stepped(there->text, there->cursor, -steps);
            QVERIFY(back);
            QCOMPARE(*back, (edm::SteppedTime{text, cursor}));
        }
    }
}

void TimeEditTest::moved_keepsTheForm_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<qint64>("ticks");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, qint64 ticks, const QString &after) {
        QTest::newRow(name) << before << ticks << after;
    };
    row("nothing", u"2016-12-31t23:59:60.50z"_s, 0, u"2016-12-31t23:59:60.50z"_s);
    row("a day", u"2016-12-31T21:00:14.2767228+03:00"_s, day, u"2017-01-01T21:00:14.2767228+03:00"_s);
    row("a day back", u"2017-01-01T00:00:14.27-05:30"_s, -day, u"2016-12-31T00:00:14.27-05:30"_s);
    row("a second", u"2016-12-31T23:59:59Z"_s, second, u"2017-01-01T00:00:00Z"_s);
    row("a second back", u"2017-01-01T00:00:00Z"_s, -second, u"2016-12-31T23:59:59Z"_s);
    row("a tick", u"2016-12-31T23:59:59.9999999Z"_s, 1, u"2017-01-01T00:00:00.0000000Z"_s);
    row("a tick back", u"2017-01-01T00:00:00.0000000Z"_s, -1, u"2016-12-31T23:59:59.9999999Z"_s);
    row("finer than the form", u"2017-01-01T00:00:00Z"_s, 1, u"2017-01-01T00:00:00.0000001Z"_s);
    row("no finer than needed", u"2017-01-01T00:00:00.5Z"_s, second / 100, u"2017-01-01T00:00:00.51Z"_s);
    row("digits stay", u"2017-01-01T00:00:00.5000Z"_s, second / 2, u"2017-01-01T00:00:01.0000Z"_s);
    row("twelve digits ride along", u"2017-01-01T00:00:00.999999912345Z"_s, 1, u"2017-01-01T00:00:01.000000012345Z"_s);
    row("no seconds", u"2017-01-01T23:59Z"_s, 60 * second, u"2017-01-02T00:00Z"_s);
    row("no seconds, but they are needed", u"2017-01-01T23:59Z"_s, second, u"2017-01-01T23:59:01Z"_s);
    row("no seconds, but a fraction is needed", u"2017-01-01T23:59Z"_s, second / 2, u"2017-01-01T23:59:00.5Z"_s);
    row("leap second by a day", u"2016-12-31T23:59:60Z"_s, day, u"2017-01-01T23:59:60Z"_s);
    row("leap second by a second", u"2016-12-31T23:59:60Z"_s, second, u"2017-01-01T00:00:01Z"_s);
    row("into five digits", u"9999-12-31T23:59:59Z"_s, second, u"10000-01-01T00:00:00Z"_s);
}

void TimeEditTest::moved_keepsTheForm()
{
    QFETCH(const QString, before);
    QFETCH(const qint64, ticks);
    const core::Result<QString> after = edm::moved(before, ticks);
    QVERIFY(after);
    QTEST(*after, "after");
    QCOMPARE(*DateTimeOffset::parse(*after)->ticks(), *DateTimeOffset::parse(before)->ticks() + ticks);
}

void TimeEditTest::moved_whereItCannot_saysWhy_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<qint64>("ticks");
    QTest::addColumn<QString>("word");
    QTest::newRow("24:00") << u"2016-12-31T24:00:00Z"_s << day << u"hour"_s;
    QTest::newRow("no offset") << u"2016-12-31T00:00:00"_s << day << u"offset"_s;
    QTest::newRow("30 February") << u"2016-02-30T00:00:00Z"_s << day << u"no such day"_s;
    QTest::newRow("too far") << u"2016-12-31T00:00:00Z"_s << std::numeric_limits<qint64>::max() << u"too far"_s;
    QTest::newRow("too far back") << u"1900-12-31T00:00:00Z"_s << std::numeric_limits<qint64>::min() << u"too far"_s;
}

void TimeEditTest::moved_whereItCannot_saysWhy()
{
    QFETCH(const QString, before);
    QFETCH(const qint64, ticks);
    QFETCH(const QString, word);
    const core::Result<QString> after = edm::moved(before, ticks);
    QVERIFY(!after);
    QVERIFY2(after.error().message.contains(word), qPrintable(after.error().message));
}

void TimeEditTest::moved_byRandomTicks_isExact()
{
    QRandomGenerator random(20'170'101);
    QString text = u"2017-01-01T00:00:14.2767228+03:00"_s;
    for (int i = 0; i < 20'000; ++i) {
        const qint64 ticks = random.bounded(-1'000 * day, 1'000 * day);
        const core::Result<QString> after = edm::moved(text, ticks);
        QVERIFY(after);
        QCOMPARE(after->size(), text.size());
        QCOMPARE(*DateTimeOffset::parse(*after)->ticks(), *DateTimeOffset::parse(text)->ticks() + ticks);
        QCOMPARE(*edm::moved(*after, -ticks), text);
        if (i % 2 == 0)
            text = *after;
    }
}

void TimeEditTest::withOffset_keepsOneOfTwo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("offset");
    QTest::addColumn<QString>("sameInstant"); // empty when it cannot be
    QTest::addColumn<QString>("sameWallClock");
    const auto row
        = [](const char *name, const QString &text, const QString &offset, const QString &sameInstant,
             const QString &sameWallClock) { QTest::newRow(name) << text << offset << sameInstant << sameWallClock; };
    row("to UTC", u"2017-01-01T00:00:14.2767228+03:00"_s, u"Z"_s, u"2016-12-31T21:00:14.2767228Z"_s,
        u"2017-01-01T00:00:14.2767228Z"_s);
    row("from UTC", u"2016-12-31t21:00z"_s, u"+05:45"_s, u"2017-01-01t02:45+05:45"_s, u"2016-12-31t21:00+05:45"_s);
    row("west", u"2017-01-01T00:00:14-00:30"_s, u"-08:00"_s, u"2016-12-31T16:30:14-08:00"_s,
        u"2017-01-01T00:00:14-08:00"_s);
    row("leap second", u"2016-12-31T23:59:60Z"_s, u"+01:00"_s, u"2017-01-01T00:59:60+01:00"_s,
        u"2016-12-31T23:59:60+01:00"_s);
    row("no offset yet", u"2016-12-31T23:59:59"_s, u"+01:00"_s, {}, u"2016-12-31T23:59:59+01:00"_s);
    row("no time", u"2016-12-31"_s, u"+01:00"_s, {}, {});
    row("no offset to set", u"2016-12-31T23:59:59Z"_s, u"+0100"_s, {}, {});
    row("too much of an offset", u"2016-12-31T23:59:59Z"_s, u"Z "_s, {}, {});
}

void TimeEditTest::withOffset_keepsOneOfTwo()
{
    QFETCH(const QString, text);
    QFETCH(const QString, offset);
    QTEST(edm::withOffset(text, offset, OffsetChange::KeepInstant).value_or({}), "sameInstant");
    QTEST(edm::withOffset(text, offset, OffsetChange::KeepWallClock).value_or({}), "sameWallClock");
}

void TimeEditTest::withDate_replacesTheDateAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("after"); // empty when it cannot be
    QTest::newRow("time") << u"2017-01-01T00:00:14.2767228+03:00"_s << u"2020-02-29T00:00:14.2767228+03:00"_s;
    QTest::newRow("five digits") << u"12017-01-01t00:00z"_s << u"2020-02-29t00:00z"_s;
    QTest::newRow("24:00") << u"2016-12-31T24:00:00Z"_s << u"2020-02-29T24:00:00Z"_s;
    QTest::newRow("date only") << u"2016-12-31"_s << u"2020-02-29"_s;
    QTest::newRow("no such day") << u"2016-02-31T00:00:00Z"_s << u"2020-02-29T00:00:00Z"_s;
    QTest::newRow("empty") << QString() << u"2020-02-29T00:00:00Z"_s;
    QTest::newRow("words") << u"yesterday"_s << QString();
}

void TimeEditTest::withDate_replacesTheDateAlone()
{
    QFETCH(const QString, text);
    QTEST(edm::withDate(text, {2020, 2, 29}).value_or({}), "after");
}

void TimeEditTest::locale_isOfNoInterest_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"de_DE"_s, u"ar_EG"_s, u"fa_IR"_s, u"C"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TimeEditTest::locale_isOfNoInterest()
{
    QFETCH(const QString, name);
    const QLocale before;
    QLocale::setDefault(QLocale(name));
    const QString text = u"2016-12-31T23:59:59.9999999Z"_s;
    const QString later = edm::moved(text, 10).value_or({});
    const QString stepped = edm::stepped(text, 26, 1)->text;
    const QString elsewhere = edm::withOffset(text, u"+03:00"_s, OffsetChange::KeepInstant).value_or({});
    QLocale::setDefault(before);
    QCOMPARE(later, u"2017-01-01T00:00:00.0000009Z"_s);
    QCOMPARE(stepped, u"2017-01-01T00:00:00.0000000Z"_s);
    QCOMPARE(elsewhere, u"2017-01-01T02:59:59.9999999+03:00"_s);
}

QTEST_GUILESS_MAIN(TimeEditTest)
#include "tst_timeedit.moc"

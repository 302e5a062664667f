// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/timefield.h"

#include "edm/builtinschema.h"
#include "present/documentcontroller.h"
#include "support/fakes.h"

#include <QDate>
#include <QTest>

using namespace Qt::StringLiterals;
using edm::OffsetChange;
using present::TimeField;

class TimeFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beside_tellsUtcAndLocal_data();
    void beside_tellsUtcAndLocal();
    void beside_withoutZone_tellsUtc();
    void now_isTheClocksTime();
    void end_isStartAndAmount_data();
    void end_isStartAndAmount();
    void end_whereItCannot_saysWhy_data();
    void end_whereItCannot_saysWhy();
    void offsets_beginWithUtcAndOnesOwn();
    void offset_isWritten();
    void date_isTheTextsOrTodays_data();
    void date_isTheTextsOrTodays();
    void date_isWritten();
    void otherJson_isLeftAlone();
    void eachWrite_isOneUndoStep();

private:
    TimeField field(const QString &path = u"startDateTime"_s)
    {
        return TimeField(*m_document, json::Pointer::fromPath(path));
    }
    void set(const QString &path, const QJsonValue &value)
    {
        m_document->document().setValue(json::Pointer::fromPath(path), value);
    }
    QJsonValue value(const QString &path) const { return m_document->document().value(json::Pointer::fromPath(path)); }
    void open(const QTimeZone &zone);

    support::FixedClock m_clock;
    support::MemoryExchangeLog m_log;
    graph::GraphClient m_client{m_clock, m_log};
    std::unique_ptr<present::DocumentController> m_document;
};

void TimeFieldTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    open(QTimeZone("Europe/Berlin"));
}

void TimeFieldTest::open(const QTimeZone &zone)
{
    m_document = std::make_unique<present::DocumentController>(
        present::DocumentController::Services{edm::sharedBuiltinSchema(), m_client, zone});
}

void TimeFieldTest::beside_tellsUtcAndLocal_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("beside");
    const auto row = [](const char *name, const QJsonValue &value, const QString &beside) {
        QTest::newRow(name) << value << beside;
    };
    row("winter", u"2017-01-01T00:00:14.2767228+03:00"_s,
        u"2016-12-31 21:00:14.2767228 UTC · 22:00:14.2767228 +01:00 local"_s);
    row("summer", u"2017-07-01T12:00Z"_s, u"2017-07-01 12:00:00 UTC · 14:00:00 +02:00 local"_s);
    row("just before summer time", u"2017-03-26T00:59:59.9999999Z"_s,
        u"2017-03-26 00:59:59.9999999 UTC · 01:59:59.9999999 +01:00 local"_s);
    row("summer time", u"2017-03-26T01:00:00Z"_s, u"2017-03-26 01:00:00 UTC · 03:00:00 +02:00 local"_s);
    row("another day", u"2016-12-31t23:30:00z"_s, u"2016-12-31 23:30:00 UTC · 2017-01-01 00:30:00 +01:00 local"_s);
    row("twelve digits", u"2017-01-01T00:00:00.123456789012Z"_s,
        u"2017-01-01 00:00:00.123456789012 UTC · 01:00:00.123456789012 +01:00 local"_s);
    row("no instant", u"2016-02-30T00:00:00Z"_s, QString());
    row("no offset", u"2016-12-31T00:00:00"_s, QString());
    row("not sent", QJsonValue(QJsonValue::Undefined), QString());
    row("null", QJsonValue(), QString());
    row("other JSON", 5, QString());
}

void TimeFieldTest::beside_tellsUtcAndLocal()
{
    QFETCH(const QJsonValue, value);
    set(u"startDateTime"_s, value);
    QTEST(field().beside(), "beside");
}

void TimeFieldTest::beside_withoutZone_tellsUtc()
{
    open(QTimeZone());
    set(u"startDateTime"_s, u"2017-01-01T00:00:14.5+03:00"_s);
    QCOMPARE(field().beside(), u"2016-12-31 21:00:14.5 UTC"_s);
    QCOMPARE(field().offsets().first(2), (QStringList{u"Z"_s, u"-08:00"_s}));
}

void TimeFieldTest::now_isTheClocksTime()
{
    QVERIFY(field().writeNow());
    QCOMPARE(value(u"startDateTime"_s), u"2017-07-14T02:40:00.0000000Z"_s);
    m_clock.advance(std::chrono::nanoseconds(1'234'567'899));
    QVERIFY(field(u"endDateTime"_s).writeNow());
    QCOMPARE(value(u"endDateTime"_s), u"2017-07-14T02:40:01.2345678Z"_s);
}

void TimeFieldTest::end_isStartAndAmount_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("end");
    QTest::newRow("minutes") << u"5m"_s << u"2017-01-01T00:05:14.27+03:00"_s;
    QTest::newRow("a tick") << u"0.0000001s"_s << u"2017-01-01T00:00:14.2700001+03:00"_s;
    QTest::newRow("ISO") << u"PT1H30M"_s << u"2017-01-01T01:30:14.27+03:00"_s;
    QTest::newRow("backwards") << u"-1d"_s << u"2016-12-31T00:00:14.27+03:00"_s;
}

void TimeFieldTest::end_isStartAndAmount()
{
    QFETCH(const QString, amount);
    const QString start = u"2017-01-01T00:00:14.27+03:00"_s;
    for (const QString &path : {u"startDateTime"_s, u"endDateTime"_s}) {
        open(QTimeZone::utc());
        set(u"startDateTime"_s, start);
        QVERIFY(field(path).hasSpan());
        QVERIFY(field(path).writeEnd(amount));
        QTEST(value(u"endDateTime"_s).toString(), "end");
        QCOMPARE(value(u"startDateTime"_s), start);
    }
}

void TimeFieldTest::end_whereItCannot_saysWhy_data()
{
    QTest::addColumn<QJsonValue>("start");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("word");
    QTest::newRow("no amount") << QJsonValue(u"2017-01-01T00:00:14Z"_s) << u"soon"_s << u"such as 5m"_s;
    QTest::newRow("no start") << QJsonValue(QJsonValue::Undefined) << u"5m"_s << u"from the start"_s;
    QTest::newRow("start is no time") << QJsonValue(u"24:00"_s) << u"5m"_s << u"from the start"_s;
    QTest::newRow("start is other JSON") << QJsonValue(2017) << u"5m"_s << u"from the start"_s;
}

void TimeFieldTest::end_whereItCannot_saysWhy()
{
    QFETCH(const QJsonValue, start);
    QFETCH(const QString, amount);
    QFETCH(const QString, word);
    set(u"startDateTime"_s, start);
    const core::Status written = field().writeEnd(amount);
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(word), qPrintable(written.error().message));
    QVERIFY(value(u"endDateTime"_s).isUndefined());
}

void TimeFieldTest::offsets_beginWithUtcAndOnesOwn()
{
    open(QTimeZone("Asia/Kathmandu"));
    const QStringList offsets = field().offsets();
    QCOMPARE(offsets.first(3), (QStringList{u"Z"_s, u"+05:45"_s, u"-08:00"_s}));
    QCOMPARE(offsets.count(u"+05:45"_s), 1);
    open(QTimeZone("Europe/Berlin"));
    set(u"startDateTime"_s, u"2017-01-01T00:00:14Z"_s);
    QCOMPARE(field().offsets().at(1), u"+01:00"_s);
    set(u"startDateTime"_s, u"2017-07-01T00:00:14Z"_s);
    QCOMPARE(field().offsets().at(1), u"+02:00"_s);
}

void TimeFieldTest::offset_isWritten()
{
    set(u"startDateTime"_s, u"2016-12-31T21:00:14.5Z"_s);
    QVERIFY(field().writeOffset(u"+03:00"_s, OffsetChange::KeepInstant));
    QCOMPARE(value(u"startDateTime"_s), u"2017-01-01T00:00:14.5+03:00"_s);
    QVERIFY(field().writeOffset(u"-05:00"_s, OffsetChange::KeepWallClock));
    QCOMPARE(value(u"startDateTime"_s), u"2017-01-01T00:00:14.5-05:00"_s);
    QVERIFY(!field().writeOffset(u"somewhere"_s, OffsetChange::KeepWallClock));
    QCOMPARE(value(u"startDateTime"_s), u"2017-01-01T00:00:14.5-05:00"_s);
}

void TimeFieldTest::date_isTheTextsOrTodays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    const QDate today(2017, 7, 14);
    QTest::newRow("time") << u"2016-12-31T21:00:14.5Z"_s << QDate(2016, 12, 31);
    QTest::newRow("lower case") << u"2016-12-31t21:00:14.5z"_s << QDate(2016, 12, 31);
    QTest::newRow("24:00") << u"2016-12-31T24:00:00Z"_s << QDate(2016, 12, 31);
    QTest::newRow("no such day") << u"2016-02-30T24:00:00Z"_s << today;
    QTest::newRow("words") << u"soon"_s << today;
    QTest::newRow("empty") << QString() << today;
}

void TimeFieldTest::date_isTheTextsOrTodays()
{
    QFETCH(const QString, text);
    set(u"startDateTime"_s, text);
    QTEST(field().date(), "date");
}

void TimeFieldTest::date_isWritten()
{
    set(u"startDateTime"_s, u"2016-12-31T24:00:00+0300"_s);
    QVERIFY(field().writeDate(QDate(2020, 2, 29)));
    QCOMPARE(value(u"startDateTime"_s), u"2020-02-29T24:00:00+0300"_s);
    QVERIFY(field(u"endDateTime"_s).writeDate(QDate(2020, 2, 29)));
    QCOMPARE(value(u"endDateTime"_s), u"2020-02-29T00:00:00Z"_s);
}

void TimeFieldTest::otherJson_isLeftAlone()
{
    set(u"startDateTime"_s, 5);
    QVERIFY(!field().writeDate(QDate(2020, 2, 29)));
    QVERIFY(!field().writeOffset(u"Z"_s, OffsetChange::KeepWallClock));
    QCOMPARE(value(u"startDateTime"_s), QJsonValue(5));
}

void TimeFieldTest::eachWrite_isOneUndoStep()
{
    set(u"startDateTime"_s, u"2016-12-31T21:00:14.5Z"_s);
    QVERIFY(field().writeOffset(u"+03:00"_s, OffsetChange::KeepInstant));
    QVERIFY(field().writeNow());
    m_document->document().undo();
    QCOMPARE(value(u"startDateTime"_s), u"2017-01-01T00:00:14.5+03:00"_s);
    m_document->document().undo();
    QCOMPARE(value(u"startDateTime"_s), u"2016-12-31T21:00:14.5Z"_s);
}

QTEST_GUILESS_MAIN(TimeFieldTest)
#include "tst_timefield.moc"

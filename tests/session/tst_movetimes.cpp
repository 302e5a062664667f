// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/movetimes.h"

#include "edm/builtinschema.h"
#include "json/edit.h"

#include <QJsonDocument>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using session::MovedTime;

namespace {

constexpr qint64 second = 10'000'000;
constexpr qint64 day = 86'400 * second;

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

session::TimesMove movedBy(const QByteArray &text, qint64 ticks)
{
    return session::movedTimes(object(text), edm::builtinSchema(), ticks);
}

} // namespace

class MoveTimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void times_move_data();
    void times_move();
    void times_areListedInOrder();
    void others_areLeftAlone_data();
    void others_areLeftAlone();
    void nothing_movesByNothing();
    void thereAndBack_isTheSame();
    void start_isReached_data();
    void start_isReached();
    void start_thatCannotBe_saysWhy_data();
    void start_thatCannotBe_saysWhy();
};

void MoveTimesTest::times_move_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<qint64>("ticks");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QByteArray &before, qint64 ticks, const QByteArray &after) {
        QTest::newRow(name) << before << ticks << after;
    };
    row("session", R"({"startDateTime":"2017-01-01T00:00:14.2767228+03:00"})", day,
        R"({"startDateTime":"2017-01-02T00:00:14.2767228+03:00"})");
    row("a tick", R"({"startDateTime":"2017-01-01T00:00:00Z"})", 1,
        R"({"startDateTime":"2017-01-01T00:00:00.0000001Z"})");
    row("segments", R"({"segments":[{"startDateTime":"2017-01-01T00:00Z"},{"endDateTime":"2017-01-01t00:00z"}]})", -day,
        R"({"segments":[{"startDateTime":"2016-12-31T00:00Z"},{"endDateTime":"2016-12-31t00:00z"}]})");
    row("streams", R"({"segments":[{"media":[{"label":"a","streams":[{"startDateTime":"2017-01-01T00:00:00.5Z"}]}]}]})",
        second, R"({"segments":[{"media":[{"label":"a","streams":[{"startDateTime":"2017-01-01T00:00:01.5Z"}]}]}]})");
    row("typed", R"({"@odata.type":"#microsoft.graph.callRecords.session","endDateTime":"2017-01-01T00:00:00Z"})",
        second, R"({"@odata.type":"#microsoft.graph.callRecords.session","endDateTime":"2017-01-01T00:00:01Z"})");
    row("unknown type", R"({"@odata.type":"#no.such","endDateTime":"2017-01-01T00:00:00Z"})", second,
        R"({"@odata.type":"#no.such","endDateTime":"2017-01-01T00:00:01Z"})");
}

void MoveTimesTest::times_move()
{
    QFETCH(const QByteArray, before);
    QFETCH(const qint64, ticks);
    QFETCH(const QByteArray, after);
    for (const QString &name : {u"C"_s, u"ar_EG"_s}) {
        const QLocale locale;
        QLocale::setDefault(QLocale(name));
        const session::TimesMove move = movedBy(before, ticks);
        QLocale::setDefault(locale);
        QCOMPARE(json::compact(move.session), json::compact(object(after)));
        for (const MovedTime &time : move.times) {
            QVERIFY(time.reason.isEmpty());
            QCOMPARE(json::valueAt(move.session, time.pointer), time.after);
        }
    }
}

void MoveTimesTest::times_areListedInOrder()
{
    const session::TimesMove move = movedBy(
        R"({"startDateTime":"2017-01-01T00:00Z","endDateTime":"soon","segments":[{"startDateTime":5}]})", 60 * second);
    QCOMPARE(move.times.size(), 3);
    QCOMPARE(move.times.at(0).pointer.toString(), u"/endDateTime"_s);
    QCOMPARE(move.times.at(0).before, u"soon"_s);
    QVERIFY(move.times.at(0).after.isEmpty());
    QVERIFY(move.times.at(0).reason.startsWith("This is no time"_L1));
    QCOMPARE(move.times.at(1).pointer.toString(), u"/segments/0/startDateTime"_s);
    QCOMPARE(move.times.at(1).before, u"5"_s);
    QVERIFY(move.times.at(1).reason.contains("other JSON"_L1));
    QCOMPARE(
        move.times.at(2),
        (MovedTime{json::Pointer::fromPath(u"startDateTime"_s), u"2017-01-01T00:00Z"_s, u"2017-01-01T00:01Z"_s, {}}));
    QCOMPARE(json::compact(move.session),
             R"({"endDateTime":"soon","segments":[{"startDateTime":5}],"startDateTime":"2017-01-01T00:01Z"})"_ba);
}

void MoveTimesTest::others_areLeftAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("listed");
    const auto row
        = [](const char *name, const QByteArray &text, int listed) { QTest::newRow(name) << text << listed; };
    row("null", R"({"startDateTime":null})", 0);
    row("24:00", R"({"startDateTime":"2016-12-31T24:00:00Z"})", 1);
    row("no offset", R"({"startDateTime":"2016-12-31T00:00:00"})", 1);
    row("no such day", R"({"startDateTime":"2016-02-30T00:00:00Z"})", 1);
    row("empty", R"({"startDateTime":""})", 1);
    row("object", R"({"startDateTime":{"startDateTime":"2016-12-31T00:00:00Z"}})", 1);
    row("array", R"({"startDateTime":["2016-12-31T00:00:00Z"]})", 1);
    row("undeclared", R"({"when":"2016-12-31T00:00:00Z"})", 0);
    row("text of another type", R"({"id":"2016-12-31T00:00:00Z"})", 0);
    row("in an open identity", R"({"caller":{"identity":{"user":{"since":"2016-12-31T00:00:00Z"}}}})", 0);
    row("segments as an object", R"({"segments":5})", 0);
    row("segments with nothing", R"({"segments":[null,5,[]]})", 0);
    row("name with a slash", R"({"a/b~c":{"startDateTime":"2016-12-31T00:00:00Z"}})", 0);
}

void MoveTimesTest::others_areLeftAlone()
{
    QFETCH(const QByteArray, text);
    const session::TimesMove move = movedBy(text, day);
    QCOMPARE(json::compact(move.session), json::compact(object(text)));
    QTEST(static_cast<int>(move.times.size()), "listed");
    for (const MovedTime &time : move.times)
        QVERIFY(!time.reason.isEmpty() && time.after.isEmpty());
}

void MoveTimesTest::nothing_movesByNothing()
{
    const QByteArray text = R"({"startDateTime":"2016-12-31t23:59:60.50z"})";
    QCOMPARE(json::compact(movedBy(text, 0).session), text);
}

void MoveTimesTest::thereAndBack_isTheSame()
{
    const QJsonObject before
        = object(R"({"startDateTime":"2017-01-01T00:00:14.2767228+03:00","endDateTime":"2017-01-01T00:02:18.3929890Z",
            "segments":[{"startDateTime":"2017-01-01T00:00:14.123456789012-05:30","media":[{"streams":[
            {"startDateTime":"2016-12-31T23:59:59.9999999z"},{"endDateTime":"2017-01-01t00:00:00.0000000Z"}]}]}]})");
    const session::TimesMove there = session::movedTimes(before, edm::builtinSchema(), 123'456'789'012'345);
    QCOMPARE(there.times.size(), 5);
    QVERIFY(there.session != before);
    QCOMPARE(session::movedTimes(there.session, edm::builtinSchema(), -123'456'789'012'345).session, before);
}

void MoveTimesTest::start_isReached_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<qint64>("ticks");
    QTest::newRow("the same instant") << u"2016-12-31T21:00:00Z"_s << qint64(0);
    QTest::newRow("a tick later") << u"2016-12-31T21:00:00.0000001Z"_s << qint64(1);
    QTest::newRow("a day earlier") << u"2016-12-30T22:00+01:00"_s << -day;
}

void MoveTimesTest::start_isReached()
{
    QFETCH(const QString, start);
    const QJsonObject session = object(R"({"startDateTime":"2017-01-01T00:00:00+03:00"})");
    const core::Result<qint64> ticks = session::ticksToStart(session, start);
    QVERIFY(ticks);
    QTEST(*ticks, "ticks");
    const QJsonObject moved = session::movedTimes(session, edm::builtinSchema(), *ticks).session;
    QVERIFY(moved.value("startDateTime"_L1).toString().endsWith("+03:00"_L1));
    QCOMPARE(*session::ticksToStart(moved, start), 0);
}

void MoveTimesTest::start_thatCannotBe_saysWhy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("word");
    const auto time = R"({"startDateTime":"2017-01-01T00:00:00Z"})"_ba;
    QTest::newRow("none now") << "{}"_ba << u"2017-01-01T00:00:00Z"_s << u"startDateTime"_s;
    QTest::newRow("no time now") << R"({"startDateTime":5})"_ba << u"2017-01-01T00:00:00Z"_s << u"startDateTime"_s;
    QTest::newRow("no time then") << time << u"24:00"_s << u"Type the start"_s;
    QTest::newRow("too far") << R"({"startDateTime":"-20000-01-01T00:00:00Z"})"_ba << u"20000-01-01T00:00:00Z"_s
                             << u"too far"_s;
}

void MoveTimesTest::start_thatCannotBe_saysWhy()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, start);
    QFETCH(const QString, word);
    const core::Result<qint64> ticks = session::ticksToStart(object(text), start);
    QVERIFY(!ticks);
    QVERIFY2(ticks.error().message.contains(word), qPrintable(ticks.error().message));
}

QTEST_GUILESS_MAIN(MoveTimesTest)
#include "tst_movetimes.moc"

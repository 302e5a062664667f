// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rehearsal.h"
#include "sandbox/settings.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::Rehearsal;
using sandbox::Settings;
using Kind = Rehearsal::Kind;

class RehearsalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void names_areThoseOfTheDesign();
    void everyName_isRead();
    void text_isRead_data();
    void text_isRead();
    void turns_areCounted();
    void turns_withoutTimes_neverEnd();
    void ended_isNotCurrent_afterANewChoice();
};

void RehearsalTest::names_areThoseOfTheDesign()
{
    QStringList names;
    for (const sandbox::RehearsalName &row : sandbox::rehearsals())
        names.append(row.name);
    QCOMPARE(
        names.join(u' '),
        u"none stores-as-graph stores-wrongly 401 403 404 405 409 413 429 500 503 504 slow drip cut-off wrong-length "
        u"not-json html large"_s);
}

void RehearsalTest::everyName_isRead()
{
    for (const sandbox::RehearsalName &row : sandbox::rehearsals()) {
        QCOMPARE(sandbox::rehearsalNamed(row.name), row.rehearsal);
        QCOMPARE(row.rehearsal.status, row.rehearsal.kind == Kind::Status ? QString(row.name).toInt() : 0);
    }
}

void RehearsalTest::text_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<int>("times");
    QTest::newRow("for ever") << u"429"_s << true << 0;
    QTest::newRow("once") << u"429:1"_s << true << 1;
    QTest::newRow("leading zero") << u"slow:010"_s << true << 10;
    QTest::newRow("empty") << QString() << false << 0;
    QTest::newRow("unknown") << u"418"_s << false << 0;
    QTest::newRow("capitals") << u"HTML"_s << false << 0;
    QTest::newRow("blank") << u" html"_s << false << 0;
    QTest::newRow("no times") << u"html:"_s << false << 0;
    QTest::newRow("zero times") << u"html:0"_s << false << 0;
    QTest::newRow("negative") << u"html:-1"_s << false << 0;
    QTest::newRow("plus") << u"html:+1"_s << false << 0;
    QTest::newRow("fraction") << u"html:1.5"_s << false << 0;
    QTest::newRow("too many") << u"html:99999999999"_s << false << 0;
    QTest::newRow("two colons") << u"html:1:2"_s << false << 0;
    QTest::newRow("Arabic digit") << u"html:\u0661"_s << false << 0;
}

void RehearsalTest::text_isRead()
{
    QFETCH(QString, text);
    const std::optional<Rehearsal> rehearsal = sandbox::rehearsalNamed(text);
    QTEST(rehearsal.has_value(), "isRead");
    QTEST(rehearsal.value_or(Rehearsal()).times, "times");
}

void RehearsalTest::turns_areCounted()
{
    Settings settings;
    settings.setRehearsal({Kind::Status, 429, 2});
    Settings::Turn turn = settings.takeTurn();
    QCOMPARE(turn.rehearsal.status, 429);
    QVERIFY(!turn.endedSerial);
    turn = settings.takeTurn();
    QCOMPARE(turn.rehearsal.status, 429);
    QVERIFY(turn.endedSerial);
    QVERIFY(settings.isCurrent(*turn.endedSerial));
    turn = settings.takeTurn();
    QCOMPARE(turn.rehearsal, Rehearsal());
    QVERIFY(!turn.endedSerial);
}

void RehearsalTest::turns_withoutTimes_neverEnd()
{
    Settings settings;
    settings.setRehearsal({Kind::Html});
    for (int i = 0; i < 100; ++i) {
        const Settings::Turn turn = settings.takeTurn();
        QCOMPARE(turn.rehearsal.kind, Kind::Html);
        QVERIFY(!turn.endedSerial);
    }
}

void RehearsalTest::ended_isNotCurrent_afterANewChoice()
{
    Settings settings;
    settings.setRehearsal({Kind::Html, 0, 1});
    const Settings::Turn turn = settings.takeTurn();
    settings.setRehearsal({Kind::Slow});
    QVERIFY(!settings.isCurrent(turn.endedSerial.value()));
}

QTEST_GUILESS_MAIN(RehearsalTest)
#include "tst_rehearsal.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/movetimes.h"

#include "edm/builtinschema.h"
#include "present/documentcontroller.h"
#include "support/fakes.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using present::MoveTimes;

class MoveTimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void plan_showsWhatWouldCome();
    void plan_thatCannotBe_saysWhy_data();
    void plan_thatCannotBe_saysWhy();
    void suggestion_isTheStart();
    void apply_isOneUndoStep();
    void apply_keepsWhatIsKeptAside();

private:
    static QString cell(const MoveTimes &move, int row, int column)
    {
        return move.index(row, column).data().toString();
    }

    support::FixedClock m_clock;
    support::MemoryExchangeLog m_log;
    graph::GraphClient m_client{m_clock, m_log};
    std::unique_ptr<present::DocumentController> m_document;
};

void MoveTimesTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_document = std::make_unique<present::DocumentController>(
        present::DocumentController::Services{edm::sharedBuiltinSchema(), m_client});
    m_document->document().load(R"({"startDateTime":"2017-01-01T00:00:00+03:00","endDateTime":"2017-01-01T00:05:00Z",
        "segments":[{"startDateTime":"2016-12-31T24:00:00Z"}]})");
}

void MoveTimesTest::plan_showsWhatWouldCome()
{
    MoveTimes move(*m_document);
    QSignalSpy reset(&move, &QAbstractItemModel::modelReset);
    move.plan(MoveTimes::By::Amount, u"5m"_s);
    QCOMPARE(reset.size(), 1);
    QVERIFY(move.problem().isEmpty());
    QCOMPARE(move.summary(), u"2 times move by 00:05:00, 1 left alone"_s);
    QCOMPARE(move.rowCount(), 3);
    QCOMPARE(cell(move, 0, MoveTimes::Place), u"/endDateTime"_s);
    QCOMPARE(cell(move, 0, MoveTimes::Before), u"2017-01-01T00:05:00Z"_s);
    QCOMPARE(cell(move, 0, MoveTimes::After), u"2017-01-01T00:10:00Z"_s);
    QVERIFY(cell(move, 1, MoveTimes::After).startsWith("left alone: "_L1));
    move.plan(MoveTimes::By::Start, u"2016-12-31T20:59:59.5Z"_s);
    QCOMPARE(cell(move, 2, MoveTimes::After), u"2016-12-31T23:59:59.5+03:00"_s);
    QCOMPARE(move.summary(), u"2 times move by -00:00:00.5, 1 left alone"_s);
    QVERIFY(!m_document->document().isModified());
}

void MoveTimesTest::plan_thatCannotBe_saysWhy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<MoveTimes::By>("by");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word");
    const QByteArray good = R"({"startDateTime":"2017-01-01T00:00:00+03:00"})";
    QTest::newRow("no amount") << good << MoveTimes::By::Amount << u"soon"_s << u"such as 5m"_s;
    QTest::newRow("no start") << good << MoveTimes::By::Start << u"soon"_s << u"Type the start"_s;
    QTest::newRow("no times") << "{}"_ba << MoveTimes::By::Amount << u"5m"_s << u"no time that can be moved"_s;
    QTest::newRow("none that are times") << R"({"startDateTime":"soon"})"_ba << MoveTimes::By::Amount << u"5m"_s
                                         << u"no time that can be moved"_s;
}

void MoveTimesTest::plan_thatCannotBe_saysWhy()
{
    QFETCH(const QByteArray, text);
    QFETCH(const MoveTimes::By, by);
    QFETCH(const QString, typed);
    QFETCH(const QString, word);
    m_document->document().load(text);
    MoveTimes move(*m_document);
    move.plan(by, typed);
    QVERIFY2(move.problem().contains(word), qPrintable(move.problem()));
    QVERIFY(move.summary().isEmpty());
}

void MoveTimesTest::suggestion_isTheStart()
{
    const MoveTimes move(*m_document);
    QCOMPARE(move.suggestion(MoveTimes::By::Start), u"2017-01-01T00:00:00+03:00"_s);
    QCOMPARE(move.suggestion(MoveTimes::By::Amount), u"1h"_s);
}

void MoveTimesTest::apply_isOneUndoStep()
{
    const QByteArray before = m_document->document().bytes();
    MoveTimes move(*m_document);
    move.plan(MoveTimes::By::Amount, u"1d"_s);
    move.apply();
    const QJsonObject &session = m_document->document().object();
    QCOMPARE(session.value("startDateTime"_L1), u"2017-01-02T00:00:00+03:00"_s);
    QCOMPARE(session.value("endDateTime"_L1), u"2017-01-02T00:05:00Z"_s);
    m_document->document().setValue(json::Pointer::fromPath(u"id"_s), u"a"_s);
    m_document->document().undo();
    QCOMPARE(session.value("endDateTime"_L1), u"2017-01-02T00:05:00Z"_s);
    m_document->document().undo();
    QCOMPARE(m_document->document().bytes(), before);
    QVERIFY(!m_document->document().canUndo());
}

void MoveTimesTest::apply_keepsWhatIsKeptAside()
{
    session::SessionDocument &document = m_document->document();
    const json::Pointer caller = json::Pointer::fromPath(u"segments/0/caller"_s);
    const QJsonObject aside{{u"name"_s, u"Ann"_s}};
    document.setSubtyped(caller, {QJsonObject{{u"@odata.type"_s, u"#x"_s}}, aside});
    MoveTimes move(*m_document);
    move.plan(MoveTimes::By::Amount, u"1d"_s);
    move.apply();
    QCOMPARE(document.object().value("endDateTime"_L1), u"2017-01-02T00:05:00Z"_s);
    QCOMPARE(document.keptAside(caller), aside);
}

QTEST_GUILESS_MAIN(MoveTimesTest)
#include "tst_movetimes.moc"

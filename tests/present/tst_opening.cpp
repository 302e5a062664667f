// SPDX-License-Identifier: GPL-3.0-or-later
// What the program opens at its start, what it writes down for the next one, and what it says of other windows.
#include "present/opening.h"

#include "present/historykeeper.h"
#include "present/neighbours.h"
#include "present/tabkeeper.h"
#include "present/workspacedesk.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

struct Desk : WorkspaceDesk
{
    QStringList names() const
    {
        QStringList result;
        for (int i = 0; i < workspace.count(); ++i)
            result += workspace.at(i).file().name();
        return result;
    }
    QString state() const { return folder.filePath(u"state"_s); }

    present::HistoryKeeper history{folder.filePath(u"data"_s)};
    present::Opening opening{workspace, history};
};

/// An exchange that has ended, as the history has it.
exchange::Exchange pastExchange()
{
    exchange::Exchange past;
    past.id = QUuid::createUuid();
    past.request.method = "POST";
    past.request.url = QUrl(u"http://127.0.0.1:1/v1.0/communications/callRecords/1/sessions"_s);
    past.error = core::Error{core::Error::Code::Network, u"The connection was closed."_s, {}};
    return past;
}

} // namespace

class OpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_desk = std::make_unique<Desk>();
        m_a = m_desk->file(u"a.json"_s);
        m_b = m_desk->file(u"b.json"_s);
        m_c = m_desk->file(u"c.json"_s);
    }

    void files_openInTheirOrder_theFirstIsCurrent()
    {
        QVERIFY(m_desk->opening.openFiles({m_a, m_b, m_c}));
        QCOMPARE(m_desk->names(), QStringList(u"a.json"_s));
        m_desk->opening.openRest();
        QCOMPARE(m_desk->names(), QStringList({u"a.json"_s, u"b.json"_s, u"c.json"_s}));
        QCOMPARE(m_desk->workspace.currentIndex(), 0);
        QVERIFY(m_desk->opening.problems().isEmpty());
    }

    void file_missing_isTold_andTheOthersOpen()
    {
        QVERIFY(!m_desk->opening.openFiles({u"/no/such"_s, m_b}));
        m_desk->opening.openRest();
        QCOMPARE(m_desk->names(), QStringList(u"b.json"_s));
        QCOMPARE(m_desk->opening.problems().size(), 1);
    }

    void tabs_openAroundTheCurrentOne()
    {
        QVERIFY(m_desk->opening.openTabs({{{m_a, {}}, {m_b, {}}, {m_c, {}}}, 1}));
        QCOMPARE(m_desk->names(), QStringList(u"b.json"_s)); // before the first paint no other is read
        m_desk->opening.openRest();
        QCOMPARE(m_desk->names(), QStringList({u"a.json"_s, u"b.json"_s, u"c.json"_s}));
        QCOMPARE(m_desk->workspace.currentIndex(), 1);
    }

    void tab_gone_isTold_andDropped()
    {
        QVERIFY(m_desk->opening.openTabs({{{m_a, {}}, {u"/no/such"_s, {}}, {m_c, {}}}, 1}));
        m_desk->opening.openRest();
        QCOMPARE(m_desk->names(), QStringList({u"a.json"_s, u"c.json"_s}));
        QCOMPARE(m_desk->workspace.current().file().path(), m_c);
        QCOMPARE(m_desk->opening.problems().size(), 1);
        QVERIFY(m_desk->opening.problems().constFirst().contains(u"/no/such"_s));
    }

    void noTabs_isFalse()
    {
        QVERIFY(!m_desk->opening.openTabs({}));
        QVERIFY(!m_desk->opening.openTabs({{{u"/no/such"_s, {}}}, 0}));
        m_desk->opening.openRest();
        QCOMPARE(m_desk->workspace.count(), 1);
    }

    void lastExchange_comesFromTheHistory()
    {
        const exchange::Exchange past = pastExchange();
        bool isBegun = false;
        m_desk->history.begin(past, this, [&isBegun](const core::Status &begun) { isBegun = begun.has_value(); });
        QTRY_VERIFY(isBegun);
        m_desk->history.end(past);
        QVERIFY(m_desk->opening.openTabs({{{m_a, past.id}, {m_b, QUuid::createUuid()}}, 1}));
        m_desk->opening.openRest();
        const present::DocumentController &document = m_desk->workspace.at(0).controller();
        QTRY_VERIFY(document.lastExchange().has_value());
        QCOMPARE(document.lastExchange()->id, past.id);
        QVERIFY(!m_desk->workspace.at(1).controller().lastExchange());
    }

    void keeper_writesWhatIsOpen()
    {
        const exchange::Exchange past = pastExchange();
        {
            present::TabKeeper keeper(m_desk->workspace, m_desk->state());
            keeper.start();
            m_desk->workspace.startWith("{\"id\": 1}", u"no file"_s);
            m_desk->workspace.current().controller().document().setSource("{}");
            QVERIFY(m_desk->workspace.openPath(m_a) && m_desk->workspace.openPath(m_b));
            m_desk->workspace.current().controller().recall(past);
            m_desk->workspace.activate(1);
        }
        const core::Result<store::OpenTabs> tabs = store::readOpenTabs(m_desk->state());
        QVERIFY(tabs);
        QCOMPARE(*tabs, (store::OpenTabs{{{m_a, {}}, {m_b, past.id}}, 0}));
    }

    void keeper_writesByItself()
    {
        present::TabKeeper keeper(m_desk->workspace, m_desk->state());
        keeper.start();
        QVERIFY(m_desk->workspace.openPath(m_a));
        QTRY_COMPARE_WITH_TIMEOUT(store::readOpenTabs(m_desk->state())->tabs.size(), 1, 20'000);
        m_desk->workspace.close(0);
        QTRY_COMPARE_WITH_TIMEOUT(store::readOpenTabs(m_desk->state())->tabs.size(), 0, 20'000);
    }

    void neighbour_isTold()
    {
        store::Claims theirs(m_desk->state());
        QVERIFY(!theirs.claim(m_b));
        present::Neighbours neighbours(m_desk->workspace, m_desk->state());
        QSignalSpy met(&neighbours, &present::Neighbours::met);
        neighbours.start();
        QVERIFY(m_desk->workspace.openPath(m_a));
        QCOMPARE(met.size(), 0);
        QVERIFY(m_desk->workspace.openPath(m_b));
        QCOMPARE(met.size(), 1);
        QVERIFY(met.constFirst().constFirst().toString().contains(m_b));
        QVERIFY(theirs.claim(m_a)); // is ours
        m_desk->workspace.close(m_desk->workspace.count() - 2);
        QVERIFY(!theirs.claim(m_a)); // and is not any more
    }

    void listOfAnotherWindow_isLeftAlone()
    {
        Desk other;
        present::TabKeeper first(m_desk->workspace, m_desk->state());
        QVERIFY(first.lastTabs());
        first.start();
        QVERIFY(m_desk->workspace.openPath(m_a));
        QTRY_COMPARE_WITH_TIMEOUT(store::readOpenTabs(m_desk->state())->tabs.size(), 1, 20'000);
        {
            present::TabKeeper second(other.workspace, m_desk->state());
            const core::Result<store::OpenTabs> none = second.lastTabs();
            QVERIFY(none);
            QCOMPARE(*none, store::OpenTabs());
            second.start();
            QVERIFY(other.workspace.openPath(m_b));
        }
        QCOMPARE(*store::readOpenTabs(m_desk->state()), (store::OpenTabs{{{m_a, {}}}, 0}));
    }

    void damagedList_isWrittenAnew()
    {
        QVERIFY(store::saveOpenTabs(m_desk->state(), {}));
        m_desk->file(u"state/tabs.json"_s, "{");
        {
            present::TabKeeper keeper(m_desk->workspace, m_desk->state());
            QVERIFY(!keeper.lastTabs());
            keeper.start();
        }
        QVERIFY(store::readOpenTabs(m_desk->state()));
    }

private:
    std::unique_ptr<Desk> m_desk;
    QString m_a;
    QString m_b;
    QString m_c;
};

QTEST_GUILESS_MAIN(OpeningTest)
#include "tst_opening.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// docs/promises.md F6 in the window: what it sends stands in the history, or is not sent.
#include "app/noticebar.h"
#include "app/windowfixture.h"
#include "support/rawserver.h"

#include <QFile>
#include <QPushButton>

using namespace Qt::StringLiterals;
using app::NoticeBar;
using store::HistoryRow;
using support::RawServer;
using support::Step;

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void submit_isWritten();
    void row_standsWhenTheRequestArrives();
    void unusableHistory_sendsNothing_andOffersToKeepNone();
    void keepHistory_turnsItOffAndOn();

private:
    QList<HistoryRow> rows() const
    {
        store::History other(m_fixture->folder.filePath(u"data"_s), [](const QString &) {});
        return other.rows({}, 10).value_or({});
    }
    NoticeBar *bar() const { return m_fixture->find<NoticeBar>(u"historyBar"_s); }
    void clickBar() const
    {
        const QList<QPushButton *> buttons = bar()->findChildren<QPushButton *>();
        buttons.constFirst()->click();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void HistoryTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

void HistoryTest::submit_isWritten()
{
    QVERIFY(m_fixture->submit());
    QTRY_COMPARE(rows().size(), 1);
    QTRY_VERIFY(rows().constFirst().isEnded);
    const HistoryRow row = rows().constFirst();
    QCOMPARE(row.environment, u"Sandbox"_s);
    QCOMPARE(row.isAsExpected, std::optional(true));
    const exchange::Exchange &last = *m_fixture->document.lastExchange();
    store::History other(m_fixture->folder.filePath(u"data"_s), [](const QString &) {});
    const exchange::Exchange kept = other.entry(row.number).value()->exchange;
    QCOMPARE(kept.id, last.id);
    QCOMPARE(kept.request, last.request);
    QCOMPARE(kept.response, last.response);
    QVERIFY(!bar()->isVisible());
}

void HistoryTest::row_standsWhenTheRequestArrives()
{
    RawServer server;
    m_fixture->useServer(server.url({}));
    QList<HistoryRow> seen;
    connect(&server, &RawServer::requestCame, this, [this, &seen] { seen = rows(); });
    server.always({Step::send(RawServer::created())});
    QVERIFY(m_fixture->submit());
    QCOMPARE(seen.size(), 1);
    QVERIFY(!seen.constFirst().isEnded);
}

void HistoryTest::unusableHistory_sendsNothing_andOffersToKeepNone()
{
    QFile file(m_fixture->folder.filePath(u"data"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    RawServer server;
    m_fixture->useServer(server.url({}));
    server.always({Step::send(RawServer::created())});
    QVERIFY(m_fixture->submit());
    QCOMPARE(server.connections(), 0);
    const QString sentence = m_fixture->find<QLineEdit>(u"responseStatusEdit"_s)->text();
    QVERIFY2(sentence.startsWith("Not sent, because the history cannot be opened: "_L1), qPrintable(sentence));
    QVERIFY(bar()->isVisible());
    QCOMPARE(bar()->sentence(), sentence);
    clickBar();
    QVERIFY(!m_fixture->history.isKeeping());
    QVERIFY(!m_fixture->find<QAction>(u"keepHistoryAction"_s)->isChecked());
    QVERIFY(m_fixture->submit());
    QCOMPARE(server.connections(), 1);
    QCOMPARE(m_fixture->find<QLineEdit>(u"responseStatusEdit"_s)->text(), u"201 Created"_s);
}

void HistoryTest::keepHistory_turnsItOffAndOn()
{
    auto *action = m_fixture->find<QAction>(u"keepHistoryAction"_s);
    QVERIFY(action->isChecked());
    action->trigger();
    QVERIFY2(bar()->sentence().startsWith("No history is kept"_L1), qPrintable(bar()->sentence()));
    QVERIFY(m_fixture->submit());
    QVERIFY(rows().isEmpty());
    clickBar();
    QVERIFY(action->isChecked());
    QVERIFY(!bar()->isVisible());
    QVERIFY(m_fixture->submit());
    QTRY_COMPARE(rows().size(), 1);
}

QTEST_MAIN(HistoryTest)
#include "tst_history.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The history in the rail: what is listed, found, shown again, sent again, compared, annotated and deleted.
#include "app/byteview.h"
#include "app/historypane.h"
#include "app/railsplitter.h"
#include "app/windowfixture.h"
#include "present/comparisonmodel.h"
#include "present/historymodel.h"
#include "support/rawserver.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>

using namespace Qt::StringLiterals;
using support::RawServer;
using support::Step;

class HistoryPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void emptyHistory_saysWhatItIsFor();
    void key_unfoldsAndFolds();
    void exchanges_areListedAsTheyEnd();
    void filter_leavesWhatFits();
    void show_bringsTheResponseBack();
    void rowWithoutOutcome_saysWhatToDo();
    void sendAgain_sendsTheSameBytes();
    void sendAgain_withMaskedSecret_isRefused();
    void openAsDocument_keepsTheBytes();
    void compareTwo_showsWhatDiffers();
    void words_areKept();
    void deletion_asksForWhatFits();
    void pages_areReadAsOneScrolls();
    void narrowWindow_showsOneAtATime();
    void nextPane_reachesTheRail();
    void layout_isRemembered();

private:
    QListView *list() const { return m_fixture->find<QListView>(u"historyList"_s); }
    QLineEdit *edit(const QString &name) const { return m_fixture->find<QLineEdit>(name); }
    QAction *action(const QString &text) const;
    QString text(int row) const { return list()->model()->index(row, 0).data().toString(); }
    void select(int row) const { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    QString status() const { return edit(u"responseStatusEdit"_s)->text(); }
    bool waitForRows(int count) const
    {
        return QTest::qWaitFor([this, count] { return list()->model()->rowCount() == count; });
    }
    void unfold() const { m_fixture->find<QAction>(u"showHistoryAction"_s)->trigger(); }
    /// One that is as expected, then one that is not.
    void submitTwo();
    /// Writes into the file as another process would.
    void write(const std::function<void(store::History &)> &work) const
    {
        store::History other(m_fixture->folder.filePath(u"data"_s), [](const QString &) {});
        work(other);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void HistoryPaneTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window.resize(1700, 800);
    QVERIFY(m_fixture->start());
}

QAction *HistoryPaneTest::action(const QString &text) const
{
    const QList<QAction *> actions = m_fixture->find<app::HistoryPane>(u"historyPane"_s)->historyActions();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    qFatal("no action %s", qPrintable(text));
}

void HistoryPaneTest::submitTwo()
{
    unfold();
    QVERIFY(m_fixture->submit());
    m_fixture->find<QComboBox>(u"rehearsalBox"_s)->setCurrentText(u"401"_s);
    QVERIFY(m_fixture->submit());
    QVERIFY(waitForRows(2));
    QTRY_VERIFY(text(0).contains("401"_L1));
}

void HistoryPaneTest::emptyHistory_saysWhatItIsFor()
{
    unfold();
    const auto *label = m_fixture->find<QLabel>(u"historyEmptyLabel"_s);
    QVERIFY(label->isVisible());
    QVERIFY(label->text().contains("Submit"_L1));
    QVERIFY(m_fixture->submit());
    QVERIFY(waitForRows(1));
    QTRY_VERIFY(!label->isVisible());
    edit(u"historyFilterEdit"_s)->setText(u"nowhere"_s);
    QVERIFY(waitForRows(0));
    QVERIFY(label->isVisible());
    QVERIFY(label->text().contains("filter"_L1));
}

void HistoryPaneTest::key_unfoldsAndFolds()
{
    const auto *pane = m_fixture->find<QWidget>(u"historyPane"_s);
    m_fixture->find<app::RailSplitter>(u"railSplitter"_s)->setPage(app::RailSplitter::Page::History);
    QVERIFY(!pane->isVisible());
    QTest::keyClick(&m_fixture->window, Qt::Key_B, Qt::ControlModifier);
    QVERIFY(pane->isVisible());
    QVERIFY(edit(u"historyFilterEdit"_s)->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!pane->isVisible());
    QVERIFY(QApplication::focusWidget());
    QVERIFY(QApplication::focusWidget()->isVisible());
}

void HistoryPaneTest::exchanges_areListedAsTheyEnd()
{
    submitTwo();
    QVERIFY2(text(1).startsWith(u"\u2713 201 Created, as expected\nPOST /localtest/"_s), qPrintable(text(1)));
    QTRY_VERIFY2(text(0).startsWith(u"\u2717 401 Unauthorized, not as expected\nPOST /localtest/"_s),
                 qPrintable(text(0)));
    QVERIFY2(text(0).endsWith(u"Z \u00b7 Sandbox"_s), qPrintable(text(0)));
    QCOMPARE(list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), text(0).replace(u'\n', u", "_s));
    QTRY_VERIFY(m_fixture->find<QLabel>(u"historySizeLabel"_s)->text().endsWith("on the disk"_L1));
}

void HistoryPaneTest::filter_leavesWhatFits()
{
    submitTwo();
    for (const QString &filter : {u"4"_s, u"40"_s, u"401 unauth"_s})
        edit(u"historyFilterEdit"_s)->setText(filter);
    QVERIFY(waitForRows(1));
    QVERIFY(text(0).contains("401 Unauthorized"_L1));
    edit(u"historyFilterEdit"_s)->clear();
    QVERIFY(waitForRows(2));
}

void HistoryPaneTest::show_bringsTheResponseBack()
{
    submitTwo();
    const QByteArray sent = m_fixture->document.lastExchange()->request.body;
    QVERIFY(status().startsWith("401"_L1));
    select(1);
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_COMPARE(status(), u"201 Created"_s);
    QCOMPARE(m_fixture->document.lastExchange()->request.body, sent);
    QCOMPARE(m_fixture->find<app::ByteView>(u"bodyView"_s)->body(), m_fixture->document.lastExchange()->response->body);
    QCOMPARE(list()->model()->rowCount(), 2); // nothing was sent
}

void HistoryPaneTest::rowWithoutOutcome_saysWhatToDo()
{
    exchange::Exchange lost;
    lost.id = QUuid::createUuid();
    lost.request = {"POST", QUrl(u"http://127.0.0.1:1/v1.0/x"_s), {{"Host", "127.0.0.1:1"}}, "{\"id\": 1}"};
    write([&lost](store::History &history) { QVERIFY(history.begin(lost)); });
    unfold();
    QVERIFY(waitForRows(1));
    QVERIFY2(text(0).startsWith(u"? sent, result unknown \u00b7 Look for it\n"_s), qPrintable(text(0)));
    select(0);
    action(u"Show Its Response"_s)->trigger();
    QTRY_VERIFY2(status().startsWith("Sent, result unknown: "_L1), qPrintable(status()));
    QVERIFY(status().contains("Look for it with Read back"_L1));
    QCOMPARE(m_fixture->document.lastExchange()->request.body, lost.request.body);
}

void HistoryPaneTest::sendAgain_sendsTheSameBytes()
{
    RawServer server;
    m_fixture->useServer(server.url({}));
    server.always({Step::send(RawServer::created())});
    const QByteArray body = "{ \"id\" :\t\"as typed\" }\r\n";
    m_fixture->document.setSource(body);
    unfold();
    QVERIFY(m_fixture->submit());
    const exchange::Exchange first = *m_fixture->document.lastExchange();
    m_fixture->document.setSource("{}");
    QVERIFY(waitForRows(1));
    select(0);
    QSignalSpy ended(&m_fixture->document, &present::DocumentController::exchangeEnded);
    action(u"Send These Bytes Again"_s)->trigger();
    QVERIFY(ended.wait());
    const exchange::Exchange again = *m_fixture->document.lastExchange();
    QCOMPARE(server.connections(), 2);
    QCOMPARE(again.request.body, body);
    QCOMPARE(again.request.url, first.request.url);
    QCOMPARE(again.environment, first.environment);
    QStringList names;
    for (const exchange::Exchange &exchange : {first, again}) {
        QStringList own;
        for (const exchange::Header &header : exchange.request.headers)
            own += QString::fromLatin1(header.name);
        names += own.join(u',');
    }
    QCOMPARE(names.at(0), names.at(1));
    QVERIFY(exchange::valueOf(again.request.headers, "client-request-id")
            != exchange::valueOf(first.request.headers, "client-request-id"));
    QCOMPARE(m_fixture->document.document().bytes(), "{}"_ba); // the document is not asked
    QVERIFY(waitForRows(2));
}

void HistoryPaneTest::sendAgain_withMaskedSecret_isRefused()
{
    const core::Secret secret("canary-of-the-pane");
    exchange::Exchange masked;
    masked.id = QUuid::createUuid();
    masked.request = {"POST", QUrl(u"http://127.0.0.1:1/v1.0/x"_s), {}, "{\"id\": \"canary-of-the-pane\"}"};
    masked.error = core::Error{core::Error::Code::Network, u"Nobody listens."_s, {}};
    write([&masked](store::History &history) {
        QVERIFY(history.begin(masked));
        history.end(masked);
    });
    unfold();
    QVERIFY(waitForRows(1));
    select(0);
    action(u"Send These Bytes Again"_s)->trigger();
    QTRY_VERIFY(m_fixture->window.statusBar()->currentMessage().startsWith("A secret stood in these bytes"_L1));
    QVERIFY(!m_fixture->document.isInFlight());
}

void HistoryPaneTest::openAsDocument_keepsTheBytes()
{
    const QByteArray body = "{ \"id\" : 1.0, \"id\": 2 }\r\n";
    m_fixture->document.setSource(body);
    unfold();
    QVERIFY(m_fixture->submit());
    QVERIFY(waitForRows(1));
    m_fixture->find<QAction>(u"newAction"_s)->trigger();
    QCOMPARE(m_fixture->workspace.count(), 2);
    select(0);
    action(u"Open as Document"_s)->trigger(); // in the place of the new one, which nobody has touched
    QTRY_COMPARE(m_fixture->workspace.at(1).controller().document().bytes(), body);
    QCOMPARE(m_fixture->workspace.count(), 2);
    QVERIFY(m_fixture->window.windowTitle().contains("history 1"_L1));
}

void HistoryPaneTest::compareTwo_showsWhatDiffers()
{
    unfold();
    QVERIFY(!action(u"Compare Two"_s)->isEnabled());
    m_fixture->document.setSource("{\"isTest\": true}");
    QVERIFY(m_fixture->submit());
    m_fixture->document.setSource("{\"isTest\": false}");
    QVERIFY(m_fixture->submit());
    QVERIFY(waitForRows(2));
    list()->selectAll();
    QVERIFY(action(u"Compare Two"_s)->isEnabled());
    QVERIFY(!action(u"Open as Document"_s)->isEnabled());
    action(u"Compare Two"_s)->trigger();
    QTRY_VERIFY(m_fixture->window.findChild<QDialog *>(u"ComparisonDialog"_s));
    auto *dialog = m_fixture->window.findChild<QDialog *>(u"ComparisonDialog"_s);
    auto *side = dialog->findChild<QComboBox *>(u"sideBox"_s);
    side->setCurrentText(u"requests"_s);
    QCOMPARE(dialog->findChild<QLabel *>(u"summaryLabel"_s)->text(), u"1 changed."_s);
    const QAbstractItemModel *model = dialog->findChild<QTableView *>(u"comparisonTable"_s)->model();
    QCOMPARE(model->index(0, present::ComparisonModel::Sent).data().toString(), u"true"_s); // the earlier one
    QVERIFY(dialog->findChild<QLabel *>(u"entriesLabel"_s)->text().startsWith("Earlier: 1: "_L1));
    side->setCurrentText(u"responses"_s);
    QVERIFY(model->rowCount() >= 2); // the id, too
    dialog->reject();
}

void HistoryPaneTest::words_areKept()
{
    unfold();
    QVERIFY(!edit(u"historyTagEdit"_s)->isEnabled());
    QVERIFY(m_fixture->submit());
    QVERIFY(waitForRows(1));
    select(0);
    QVERIFY(edit(u"historyTagEdit"_s)->isEnabled());
    edit(u"historyVerdictEdit"_s)->setFocus();
    QTest::keyClicks(edit(u"historyVerdictEdit"_s), u"failed"_s);
    edit(u"historyNoteEdit"_s)->setFocus();
    QTest::keyClicks(edit(u"historyNoteEdit"_s), u"see 17"_s);
    QTest::keyClick(edit(u"historyNoteEdit"_s), Qt::Key_Return);
    QTRY_VERIFY2(text(0).endsWith(u"Sandbox \u00b7 failed \u00b7 see 17"_s), qPrintable(text(0)));
    write([](store::History &history) {
        const store::HistoryRow row = history.rows({}, 1).value().constFirst();
        QCOMPARE(row.verdict, u"failed"_s);
        QCOMPARE(row.note, u"see 17"_s);
        QCOMPARE(row.tag, QString());
    });
    QVERIFY(m_fixture->submit()); // a new row above does not take the words
    QVERIFY(waitForRows(2));
    QCOMPARE(edit(u"historyVerdictEdit"_s)->text(), u"failed"_s);
    select(0);
    QCOMPARE(edit(u"historyVerdictEdit"_s)->text(), QString());
}

void HistoryPaneTest::deletion_asksForWhatFits()
{
    submitTwo();
    edit(u"historyFilterEdit"_s)->setText(u"401"_s);
    QVERIFY(waitForRows(1));
    for (const QString &button : {u"Cancel"_s, u"Delete"_s}) {
        action(u"Delete What Fits\u2026"_s)->trigger();
        QTRY_VERIFY(m_fixture->window.findChild<QMessageBox *>());
        const QPointer<QMessageBox> box = m_fixture->window.findChild<QMessageBox *>();
        QCOMPARE(box->text(), u"Delete the 1 exchanges that fit \u201c401\u201d?"_s);
        const QList<QAbstractButton *> buttons = box->buttons();
        for (QAbstractButton *one : buttons) {
            if (one->text().remove(u'&') == button)
                one->click();
        }
        QTRY_VERIFY(!box);
        QVERIFY(waitForRows(button == "Cancel"_L1 ? 1 : 0));
    }
    edit(u"historyFilterEdit"_s)->clear();
    QVERIFY(waitForRows(1));
    QVERIFY(text(0).contains("201 Created"_L1));
}

void HistoryPaneTest::pages_areReadAsOneScrolls()
{
    write([](store::History &history) {
        for (int number = 0; number < present::HistoryModel::pageSize + 5; ++number) {
            exchange::Exchange exchange;
            exchange.id = QUuid::createUuid();
            exchange.request = {"POST", QUrl(u"http://127.0.0.1:1/v1.0/x"_s), {}, "{}"};
            QVERIFY(history.begin(exchange));
        }
    });
    unfold();
    QVERIFY(waitForRows(present::HistoryModel::pageSize));
    list()->scrollToBottom();
    QVERIFY(waitForRows(present::HistoryModel::pageSize + 5));
    select(present::HistoryModel::pageSize + 4);
    QVERIFY(m_fixture->submit()); // what was read stays so
    QVERIFY(waitForRows(present::HistoryModel::pageSize + 6));
    QCOMPARE(list()->currentIndex().row(), present::HistoryModel::pageSize + 5);
}

void HistoryPaneTest::narrowWindow_showsOneAtATime()
{
    QVERIFY(m_fixture->submit());
    m_fixture->window.resize(1024, 660);
    const auto *documents = m_fixture->find<QWidget>(u"documentTabs"_s);
    const auto *pane = m_fixture->find<QWidget>(u"historyPane"_s);
    QTRY_VERIFY(documents->isVisible() && !pane->isVisible());
    unfold();
    QTRY_VERIFY(!documents->isVisible() && pane->isVisible());
    QVERIFY(waitForRows(1));
    select(0);
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_VERIFY(documents->isVisible() && !pane->isVisible());
    QVERIFY(m_fixture->find<QWidget>(u"responseView"_s)->isVisible());
    unfold();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QVERIFY(documents->isVisible() && !pane->isVisible());
    unfold();
    m_fixture->window.resize(1700, 800);
    QTRY_VERIFY(documents->isVisible() && pane->isVisible());
}

void HistoryPaneTest::nextPane_reachesTheRail()
{
    unfold();
    const auto *pane = m_fixture->find<QWidget>(u"historyPane"_s);
    QVERIFY(pane->isAncestorOf(QApplication::focusWidget()));
    QStringList way;
    for (int step = 0; step < 3; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        const QWidget *focus = QApplication::focusWidget();
        way += pane->isAncestorOf(focus)                                       ? u"history"_s
            : m_fixture->find<QWidget>(u"responseView"_s)->isAncestorOf(focus) ? u"response"_s
                                                                               : u"document"_s;
    }
    QCOMPARE(way, (QStringList{u"document"_s, u"response"_s, u"history"_s}));
}

void HistoryPaneTest::layout_isRemembered()
{
    unfold();
    m_fixture->find<app::RailSplitter>(u"railSplitter"_s)->setRailWidth(400);
    m_fixture->window.close();
    QCOMPARE(m_fixture->settings.value(store::settings::isRailOpen), true);
    QCOMPARE(m_fixture->settings.value(store::settings::isRailOnHistory), true);
    QCOMPARE(m_fixture->settings.value(store::settings::railWidth), quint16(400));
}

QTEST_MAIN(HistoryPaneTest)
#include "tst_historypane.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The window reads back what became of a submit: at once, patiently, stopped, and for an exchange of the history.
#include "app/byteview.h"
#include "app/historypane.h"
#include "app/noticebar.h"
#include "app/windowfixture.h"
#include "support/rawserver.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using support::RawServer;
using support::Script;
using support::Step;

namespace {

const QByteArray sessionText
    = R"({"startDateTime": "2017-01-01T00:00:00Z", "endDateTime": "2017-01-01T01:00:00Z", "modalities": ["audio"]})";

} // namespace

class ReadBackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void button_isThereWhenThereIsSomething();
    void session_isReadAndCompared();
    void sandboxThatStoresWrongly_isSeen();
    void rowOfResult_leadsToItsBytes();
    void waiting_isSaid_andStopped_data();
    void waiting_isSaid_andStopped();
    void waiting_leavesTheSubmitFree();
    void dismissedBar_staysAway();
    void narrowWindow_showsTheResponse();
    void history_readsBack();
    void history_looksForWhatNobodySawEnd();
    void history_withMaskedHeader_isRefused();

private:
    QAction *action(const QString &name) const { return m_fixture->find<QAction>(name); }
    QPushButton *button() const { return m_fixture->find<QPushButton>(u"readBackButton"_s); }
    app::NoticeBar *bar() const { return m_fixture->find<app::NoticeBar>(u"readBackBar"_s); }
    QString status() const { return m_fixture->find<QLineEdit>(u"responseStatusEdit"_s)->text(); }
    QString summary() const { return m_fixture->find<QLabel>(u"resultLabel"_s)->text(); }
    QString said() const { return m_fixture->window.statusBar()->currentMessage(); }
    void showTab(const QString &name) const
    {
        m_fixture->find<QTabWidget>(u"responseTabs"_s)->setCurrentWidget(m_fixture->find<QWidget>(name));
    }
    QListView *list() const { return m_fixture->find<QListView>(u"historyList"_s); }
    QAction *historyAction(const QString &text) const;
    bool selectRow(int row, int rows) const;
    /// A service that takes every session and has none to read.
    void forget(RawServer &server) const;
    void write(const std::function<void(store::History &)> &work) const
    {
        store::History other(m_fixture->folder.filePath(u"data"_s), [](const QString &) {});
        work(other);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void ReadBackTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window.resize(1700, 800);
    QVERIFY(m_fixture->start());
}

void ReadBackTest::forget(RawServer &server) const
{
    server.choose([](const QByteArray &request) {
        if (request.startsWith("POST"))
            return Script{Step::send(RawServer::created("{\"id\":\"7\"}"))};
        return Script{Step::send(
            RawServer::response("404 Not Found", "application/json", R"({"error":{"code":"NotFound","message":""}})"))};
    });
    m_fixture->useServer(server.url({}));
}

QAction *ReadBackTest::historyAction(const QString &text) const
{
    const QList<QAction *> actions = m_fixture->find<app::HistoryPane>(u"historyPane"_s)->historyActions();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

bool ReadBackTest::selectRow(int row, int rows) const
{
    action(u"showHistoryAction"_s)->trigger();
    if (!QTest::qWaitFor([this, rows] { return list()->model()->rowCount() == rows; }))
        return false;
    // Not as the view does it: that goes by the modifiers of the last key.
    list()->selectionModel()->setCurrentIndex(list()->model()->index(row, 0), QItemSelectionModel::ClearAndSelect);
    return true;
}

void ReadBackTest::button_isThereWhenThereIsSomething()
{
    QVERIFY(button()->isVisible());
    QVERIFY(!button()->isEnabled());
    QVERIFY(!action(u"readBackAction"_s)->isEnabled());
    QVERIFY(bar()->isHidden());
    m_fixture->find<QComboBox>(u"rehearsalBox"_s)->setCurrentText(u"401"_s);
    QVERIFY(m_fixture->submit());
    QVERIFY(!button()->isEnabled());
    m_fixture->find<QComboBox>(u"rehearsalBox"_s)->setCurrentText(u"none"_s);
    QVERIFY(m_fixture->submit());
    QTRY_VERIFY(button()->isEnabled());
    QCOMPARE(button()->toolTip(), u"Ctrl+R"_s);
}

void ReadBackTest::session_isReadAndCompared()
{
    QVERIFY(m_fixture->submit());
    const exchange::Exchange submitted = *m_fixture->document.lastExchange();
    showTab(u"resultPage"_s);
    const QString before = summary();
    QSignalSpy ended(&m_fixture->document, &present::DocumentController::exchangeEnded);
    QTest::keyClick(&m_fixture->window, Qt::Key_R, Qt::ControlModifier);
    QVERIFY(!button()->isEnabled());
    QVERIFY(action(u"cancelAction"_s)->isEnabled());
    QVERIFY(bar()->isVisible());
    QVERIFY(ended.wait());
    QTRY_COMPARE(said(), u"Read back: 200 OK. Result holds it against what was sent."_s);
    QCOMPARE(status(), u"200 OK"_s);
    QVERIFY(bar()->isHidden());
    QVERIFY(!action(u"cancelAction"_s)->isEnabled());
    QVERIFY2(summary().startsWith("Read back and compared with what was sent: "_L1 + before.section(u'.', 0, 0)),
             qPrintable(summary()));
    const exchange::Exchange read = *m_fixture->document.lastExchange();
    QCOMPARE(read.response->body, submitted.response->body);
    QCOMPARE(QByteArray(read.request.url.toEncoded()), *exchange::valueOf(submitted.response->headers, "Location"));
    showTab(u"sentTab"_s);
    QVERIFY(m_fixture->find<app::ByteView>(u"sentView"_s)->body().startsWith("GET /localtest/"));
    QVERIFY(selectRow(0, 2)); // an exchange like any other
    const QString text = list()->model()->index(0, 0).data().toString();
    QVERIFY2(text.startsWith(u"\u2713 200 OK, as expected\nGET /localtest/"_s), qPrintable(text));
}

void ReadBackTest::sandboxThatStoresWrongly_isSeen()
{
    m_fixture->document.setSource(sessionText);
    m_fixture->find<QComboBox>(u"versionBox"_s)->setEditText(u"v1.0"_s);
    m_fixture->sandbox.sandbox.setRehearsal(*sandbox::rehearsalNamed(u"stores-as-graph"_s));
    action(u"requestHeadersAction"_s)->trigger();
    showTab(u"resultPage"_s);
    m_fixture->document.headers().addPreference("return=minimal");
    QVERIFY(m_fixture->submit());
    QTRY_COMPARE(status(), u"204 No Content"_s); // Location alone leads there
    QVERIFY(summary().startsWith("The response has no body"_L1));
    button()->click();
    QTRY_COMPARE(status(), u"200 OK"_s);
    QVERIFY2(summary().startsWith("Read back and compared with what was sent: 1 added"_L1), qPrintable(summary()));
}

void ReadBackTest::rowOfResult_leadsToItsBytes()
{
    QVERIFY(m_fixture->submit());
    showTab(u"resultPage"_s);
    button()->click();
    QTRY_COMPARE(status(), u"200 OK"_s);
    showTab(u"sentTab"_s); // the row marks nothing in a GET
    QVERIFY(m_fixture->find<app::ByteView>(u"sentView"_s)->selectedBytes().isEmpty());
    showTab(u"bodyTab"_s);
    QVERIFY(!m_fixture->find<app::ByteView>(u"bodyView"_s)->selectedBytes().isEmpty());
}

void ReadBackTest::waiting_isSaid_andStopped_data()
{
    QTest::addColumn<bool>("byBar");
    QTest::newRow("by the bar") << true;
    QTest::newRow("by Cancel") << false;
}

void ReadBackTest::waiting_isSaid_andStopped()
{
    QFETCH(const bool, byBar);
    RawServer server;
    forget(server);
    showTab(u"resultPage"_s);
    QVERIFY(m_fixture->submit());
    button()->click();
    QTRY_VERIFY(bar()->sentence().contains("Asked once; again in "_L1));
    QVERIFY2(said().startsWith("The session is not there yet (404 Not Found). Asked once; again in 30 seconds"_L1),
             qPrintable(said()));
    QCOMPARE(status(), u"404 Not Found"_s);
    QVERIFY(summary().startsWith("The session could not be read"_L1));
    QVERIFY(m_fixture->find<QLabel>(u"guideLabel"_s)->text().startsWith("What was asked for is not there."_L1));
    if (byBar) {
        const QList<QPushButton *> buttons = bar()->findChildren<QPushButton *>();
        for (QPushButton *one : buttons) {
            if (one->text() == "Stop"_L1) {
                QCOMPARE(one->accessibleName(), u"Read back notice action"_s);
                one->click();
            }
        }
    } else {
        QVERIFY(action(u"cancelAction"_s)->isEnabled());
        action(u"cancelAction"_s)->trigger();
    }
    QVERIFY(bar()->isHidden());
    QVERIFY(button()->isEnabled());
    QVERIFY(!action(u"cancelAction"_s)->isEnabled());
    QCOMPARE(server.requests().size(), 2);
}

void ReadBackTest::waiting_leavesTheSubmitFree()
{
    RawServer server;
    forget(server);
    QVERIFY(m_fixture->submit());
    button()->click();
    QTRY_VERIFY(bar()->sentence().contains("again in"_L1));
    QVERIFY(action(u"submitAction"_s)->isEnabled());
    QVERIFY(m_fixture->submit());
    QCOMPARE(status(), u"201 Created"_s);
    QVERIFY(bar()->isHidden());
    QVERIFY(button()->isEnabled());
    QVERIFY(!action(u"cancelAction"_s)->isEnabled());
    QCOMPARE(server.posts(), 2);
}

void ReadBackTest::dismissedBar_staysAway()
{
    RawServer server;
    forget(server);
    QVERIFY(m_fixture->submit());
    button()->click();
    QTRY_VERIFY(bar()->sentence().contains("again in"_L1));
    bar()->hide();
    QSignalSpy counted(&m_fixture->readBack, &present::ReadBack::progressChanged);
    QVERIFY(counted.wait());
    QVERIFY(bar()->isHidden());
    QVERIFY(m_fixture->readBack.isUnderWay());
    action(u"cancelAction"_s)->trigger();
    button()->click();
    QVERIFY(bar()->isVisible());
}

void ReadBackTest::narrowWindow_showsTheResponse()
{
    QVERIFY(m_fixture->submit());
    m_fixture->window.resize(1024, 660);
    const auto *view = m_fixture->find<QWidget>(u"responseView"_s);
    QTRY_VERIFY(!view->isVisible());
    QVERIFY(button()->isVisible());
    button()->click();
    QVERIFY(view->isVisible());
    QTRY_COMPARE(status(), u"200 OK"_s);
}

void ReadBackTest::history_readsBack()
{
    QVERIFY(m_fixture->submit());
    m_fixture->find<QComboBox>(u"rehearsalBox"_s)->setCurrentText(u"401"_s);
    QVERIFY(m_fixture->submit());
    QVERIFY(selectRow(0, 2));
    QTRY_VERIFY(historyAction(u"Read Back"_s)); // it has ended
    QVERIFY(!historyAction(u"Read Back"_s)->isEnabled());
    QVERIFY(selectRow(1, 2));
    QVERIFY(historyAction(u"Read Back"_s)->isEnabled());
    showTab(u"resultPage"_s);
    historyAction(u"Read Back"_s)->trigger();
    QTRY_COMPARE(status(), u"200 OK"_s);
    QVERIFY2(summary().startsWith("Read back and compared"_L1), qPrintable(summary()));
    QVERIFY(selectRow(0, 3));
    QVERIFY(!historyAction(u"Read Back"_s)->isEnabled()); // of a read-back
    list()->selectAll();
    QVERIFY(!historyAction(u"Read Back"_s)->isEnabled());
}

void ReadBackTest::history_looksForWhatNobodySawEnd()
{
    m_fixture->document.setSource(sessionText);
    QVERIFY(m_fixture->submit());
    exchange::Exchange lost = *m_fixture->document.lastExchange(); // another program did the same, and fell
    lost.id = QUuid::createUuid();
    lost.request.body.replace("T00:00:00Z", "T03:00:00+03:00");
    write([&lost](store::History &history) { QVERIFY(history.begin(lost)); });
    QVERIFY(selectRow(0, 2));
    QVERIFY(list()->model()->index(0, 0).data().toString().startsWith(u"? sent, result unknown"_s));
    showTab(u"resultPage"_s);
    historyAction(u"Look for It"_s)->trigger();
    QTRY_COMPARE(said(), u"Read back: 200 OK. Result holds it against what was sent."_s);
    QVERIFY2(summary().startsWith("Read back and compared with what was sent: "_L1), qPrintable(summary()));
    QVERIFY2(summary().contains("1 added"_L1), qPrintable(summary()));
    QCOMPARE(m_fixture->document.lastExchange()->request.url,
             QUrl(QString::fromLatin1(*exchange::valueOf(lost.response->headers, "Location"))));
    QVERIFY(selectRow(0, 4)); // the list and the session
}

void ReadBackTest::history_withMaskedHeader_isRefused()
{
    const core::Secret secret("canary-of-the-reader");
    exchange::Exchange masked;
    masked.id = QUuid::createUuid();
    masked.request
        = {"POST", QUrl(u"http://127.0.0.1:1/v1.0/x/sessions"_s), {{"X-Key", "canary-of-the-reader"}}, sessionText};
    write([&masked](store::History &history) { QVERIFY(history.begin(masked)); });
    QVERIFY(selectRow(0, 1));
    historyAction(u"Look for It"_s)->trigger();
    QTRY_VERIFY2(said().startsWith("A secret stood in the URL or a header"_L1), qPrintable(said()));
    QVERIFY(!m_fixture->readBack.isUnderWay());
}

QTEST_MAIN(ReadBackTest)
#include "tst_readback.moc"

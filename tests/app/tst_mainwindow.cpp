// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/byteview.h"
#include "app/documentpage.h"
#include "app/windowfixture.h"
#include "present/examination.h"
#include "present/verdict.h"
#include "support/rawserver.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;
using app::DocumentPage;

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void submit_showsStatusBodyAndSent();
    void submitKey_doesNotRepeat();
    void cancel_isEnabledOnlyInFlight();
    void edits_areCounted();
    void saveAs_andOpen_keepTheBytes();
    void save_failure_keepsTheDocumentModified();
    void losingChanges_isAsked_data();
    void losingChanges_isAsked();
    void gallery_startsFromEveryItem();
    void gallery_meetsItsExpectation();
    void requestHeaders_travel();
    void appearance_switches();

private:
    QString text(const QString &name) const { return m_fixture->find<QLineEdit>(name)->text(); }
    QByteArray body(const QString &name) const { return m_fixture->find<app::ByteView>(name)->body(); }
    void trigger(const QString &name) const { m_fixture->find<QAction>(name)->trigger(); }
    void showResponseTab(const QString &page) const
    {
        m_fixture->find<QTabWidget>(u"responseTabs"_s)->setCurrentWidget(m_fixture->find<QWidget>(page));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void MainWindowTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

void MainWindowTest::submit_showsStatusBodyAndSent()
{
    QCOMPARE(text(u"responseStatusEdit"_s), QString());
    m_fixture->find<QLineEdit>(u"startDateTimeEdit"_s)->setText(u"2020-01-01T00:00:00Z"_s);
    const QByteArray next = m_fixture->document.nextRequest().request->body;
    QVERIFY(m_fixture->submit());
    QCOMPARE(text(u"responseStatusEdit"_s), u"201 Created"_s);
    const QJsonObject returned = QJsonDocument::fromJson(body(u"bodyView"_s)).object();
    QCOMPARE(returned.value("startDateTime"_L1), u"2020-01-01T00:00:00Z"_s);
    QVERIFY(!returned.value("id"_L1).toString().isEmpty());
    QVERIFY(text(u"elapsedEdit"_s).endsWith(" ms"_L1));
    QCOMPARE(text(u"sizeEdit"_s), QString::number(body(u"bodyView"_s).size()) + " bytes"_L1);
    QVERIFY(!text(u"requestIdEdit"_s).isEmpty());
    showResponseTab(u"sentTab"_s);
    QVERIFY(body(u"sentView"_s).endsWith(next));
    QVERIFY(body(u"sentView"_s).startsWith("POST /localtest/"));
    showResponseTab(u"headersTab"_s);
    QVERIFY(body(u"headersView"_s).contains(QString("request-id: "_L1 + text(u"requestIdEdit"_s)).toUtf8()));
    QCOMPARE(m_fixture->window.statusBar()->currentMessage(), u"201 Created"_s);
}

void MainWindowTest::submitKey_doesNotRepeat()
{
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    m_fixture->useServer(server.url({}));
    QWidget *field = m_fixture->find<QLineEdit>(u"idEdit"_s);
    field->setFocus();
    QSignalSpy ended(&m_fixture->document, &present::DocumentController::exchangeEnded);
    QTest::simulateEvent(field, true, Qt::Key_Return, Qt::ControlModifier, u"\r"_s, false);
    QVERIFY(ended.size() == 1 || ended.wait());
    for (int i = 0; i < 20; ++i)
        QTest::simulateEvent(field, true, Qt::Key_Return, Qt::ControlModifier, u"\r"_s, true);
    QVERIFY(!m_fixture->document.isInFlight());
    QCOMPARE(server.posts(), 1);
    // The key itself still works.
    QTest::simulateEvent(field, false, Qt::Key_Return, Qt::ControlModifier, {}, false);
    QTest::simulateEvent(field, true, Qt::Key_Return, Qt::ControlModifier, u"\r"_s, false);
    QVERIFY(ended.size() == 2 || ended.wait());
    QCOMPARE(server.posts(), 2);
}

void MainWindowTest::cancel_isEnabledOnlyInFlight()
{
    support::RawServer server;
    server.always({});
    m_fixture->useServer(server.url({}));
    const auto *submit = m_fixture->find<QPushButton>(u"submitButton"_s);
    auto *cancel = m_fixture->find<QPushButton>(u"cancelButton"_s);
    QVERIFY(submit->isEnabled());
    QVERIFY(!cancel->isEnabled());
    const QRect place = cancel->geometry();
    trigger(u"submitAction"_s);
    QVERIFY(cancel->isEnabled());
    QVERIFY(!submit->isEnabled());
    QCOMPARE(cancel->geometry(), place);
    QTRY_COMPARE(server.posts(), 1);
    QTest::keyClick(&m_fixture->window, Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY(!cancel->isEnabled());
    QVERIFY(submit->isEnabled());
    QCOMPARE(m_fixture->find<QLabel>(u"outcomeLabel"_s)->text(), u"cancelled"_s);
    QVERIFY(!text(u"responseStatusEdit"_s).isEmpty());
}

void MainWindowTest::edits_areCounted()
{
    const auto *edits = m_fixture->find<QLabel>(u"editsLabel"_s);
    QVERIFY(!edits->isVisible());
    QVERIFY(m_fixture->submit());
    QVERIFY(!edits->isVisible());
    QTest::keyClicks(m_fixture->find<QLineEdit>(u"idEdit"_s), u"ab"_s);
    QVERIFY(edits->isVisible());
    QCOMPARE(edits->text(), u"2 edits since"_s);
    QVERIFY(m_fixture->submit());
    QVERIFY(!edits->isVisible());
}

void MainWindowTest::saveAs_andOpen_keepTheBytes()
{
    const QByteArray text = "{ \"isTest\":true,\r\n\"id\" : \"\xc2\xa0\" }";
    const QString path = m_fixture->folder.filePath(u"a & b.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    m_fixture->prompter.path = path;
    trigger(u"openAction"_s);
    QCOMPARE(m_fixture->document.document().bytes(), text);
    QVERIFY(m_fixture->window.windowTitle().startsWith("a & b.json"_L1));
    QCOMPARE(m_fixture->find<QTabWidget>(u"documentTabs"_s)->tabText(0), u"a && b.json"_s);

    const QString copy = m_fixture->folder.filePath(u"copy.json"_s);
    m_fixture->prompter.path = copy;
    trigger(u"saveAsAction"_s);
    QFile saved(copy);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), text);

    QTest::keyClicks(m_fixture->find<QLineEdit>(u"idEdit"_s), u"x"_s);
    QVERIFY(m_fixture->window.isWindowModified());
    trigger(u"saveAction"_s);
    QVERIFY(!m_fixture->window.isWindowModified());
    saved.close();
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), m_fixture->document.document().bytes());
    QVERIFY(m_fixture->prompter.problems.isEmpty());

    trigger(u"newAction"_s);
    QCOMPARE(m_fixture->workspace.count(), 2);
    QCOMPARE(m_fixture->window.page().controller().document().bytes(), "{}"_ba);
    QCOMPARE(m_fixture->prompter.questions, 0);
}

void MainWindowTest::save_failure_keepsTheDocumentModified()
{
    QTest::keyClicks(m_fixture->find<QLineEdit>(u"idEdit"_s), u"x"_s);
    m_fixture->prompter.path = m_fixture->folder.filePath(u"no/such/folder.json"_s);
    trigger(u"saveAction"_s);
    QCOMPARE(m_fixture->prompter.problems.size(), 1);
    QVERIFY(m_fixture->window.isWindowModified());
}

void MainWindowTest::losingChanges_isAsked_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("document") << u"closeAction"_s;
    QTest::newRow("window") << u"quitAction"_s;
}

void MainWindowTest::losingChanges_isAsked()
{
    QFETCH(const QString, action);
    m_fixture->prompter.loss = present::Prompter::LossAnswer::Cancel;
    QTest::keyClicks(m_fixture->find<QLineEdit>(u"idEdit"_s), u"x"_s);
    const QByteArray edited = m_fixture->document.document().bytes();
    trigger(action);
    QCOMPARE(m_fixture->prompter.questions, 1);
    QCOMPARE(m_fixture->document.document().bytes(), edited);
    QVERIFY(m_fixture->window.isVisible());
    m_fixture->prompter.loss = present::Prompter::LossAnswer::Discard;
    trigger(action);
    QCOMPARE(m_fixture->prompter.questions, 2);
    QVERIFY(action == "quitAction"_L1 ? !m_fixture->window.isVisible()
                                      : m_fixture->window.page().controller().document().bytes() == "{}");
}

void MainWindowTest::gallery_startsFromEveryItem()
{
    const QList<QAction *> items = m_fixture->find<QMenu>(u"galleryMenu"_s)->actions();
    QCOMPARE(items.size(), store::gallery().size());
    for (qsizetype i = 0; i < items.size(); ++i) {
        items.at(i)->trigger();
        QCOMPARE(m_fixture->document.document().bytes(), store::gallery().at(i).bytes());
        QVERIFY(m_fixture->window.windowTitle().startsWith(store::gallery().at(i).name));
    }
}

void MainWindowTest::gallery_meetsItsExpectation()
{
    const QList<QAction *> actions = m_fixture->find<QMenu>(u"galleryMenu"_s)->actions();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        const session::Template content = store::gallery().at(i).content();
        if (content.expectation == session::Expectation())
            continue;
        actions.at(i)->trigger();
        const present::DocumentController &controller = m_fixture->workspace.current().controller();
        QCOMPARE(controller.expectation(), content.expectation);
        QVERIFY(m_fixture->submit());
        const present::Verdict verdict = present::judge(
            present::Examination(*controller.lastExchange(), content.expectation, &controller.schema()));
        QVERIFY2(verdict.outcome == present::Outcome::AsExpected, qPrintable(content.name));
    }
}

void MainWindowTest::requestHeaders_travel()
{
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    m_fixture->useServer(server.url({}));
    m_fixture->window.page().showPane(DocumentPage::Pane::RequestHeaders);
    m_fixture->find<QPushButton>(u"addButton"_s)->click();
    auto *model = m_fixture->find<QTableView>(u"headerTable"_s)->model();
    const int row = model->rowCount() - 1;
    QVERIFY(model->setData(model->index(row, present::HeaderTableModel::Name), u"X-Test"_s, Qt::EditRole));
    QVERIFY(model->setData(model->index(row, present::HeaderTableModel::Value), u"one"_s, Qt::EditRole));
    const auto *remove = m_fixture->find<QPushButton>(u"removeButton"_s);
    int always = 0;
    for (int i = 0; i < model->rowCount(); ++i) {
        m_fixture->find<QTableView>(u"headerTable"_s)->setCurrentIndex(model->index(i, 0));
        QCOMPARE(remove->isEnabled(), m_fixture->document.headers().canRemove(i));
        always += remove->isEnabled() ? 0 : 1;
    }
    QVERIFY(always >= 2); // User-Agent and Accept-Language
    QVERIFY(m_fixture->submit());
    QVERIFY(server.requests().constFirst().contains("\r\nX-Test: one\r\n"));
    QVERIFY(!server.requests().constFirst().contains("Prefer:"));
}

void MainWindowTest::appearance_switches()
{
    m_fixture->appearance.apply();
    QVERIFY(m_fixture->submit());
    const auto isDark = [this] { return m_fixture->window.palette().color(QPalette::Window).lightness() < 128; };
    const auto *sign = m_fixture->find<QLabel>(u"signLabel"_s);
    const QColor onLight = sign->palette().color(QPalette::WindowText);
    QVERIFY(!isDark());
    trigger(u"darkAppearanceAction"_s);
    QTRY_VERIFY(isDark());
    QVERIFY(m_fixture->find<QLineEdit>(u"idEdit"_s)->palette().color(QPalette::Base).lightness() < 128);
    QVERIFY(sign->palette().color(QPalette::WindowText) != onLight);
    trigger(u"lightAppearanceAction"_s);
    QTRY_VERIFY(!isDark());
    QCOMPARE(sign->palette().color(QPalette::WindowText), onLight);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"

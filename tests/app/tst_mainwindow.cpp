// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/byteview.h"
#include "app/documentpage.h"
#include "app/noticebar.h"
#include "app/windowfixture.h"
#include "support/rawserver.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;
using app::DocumentPage;

namespace {

// "Bearer" and a token that would stand out anywhere.
const QString token = u"secret-0123456789-token"_s;

QStringList heard;
QtMessageHandler usualHandler = nullptr;

void hear(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    heard += text;
    usualHandler(type, context, text);
}

// A request of the wire as Next request shows it: the head's lines end with LF.
QByteArray shownForm(const QByteArray &wire)
{
    const qsizetype head = wire.indexOf("\r\n\r\n");
    return wire.left(head + 4).replace("\r\n", "\n") + wire.mid(head + 4);
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void submit_showsStatusBodyAndSent();
    void nextRequest_equalsTheWire_data();
    void nextRequest_equalsTheWire();
    void submitKey_doesNotRepeat();
    void cancel_isEnabledOnlyInFlight();
    void edits_areCounted();
    void saveAs_andOpen_keepTheBytes();
    void save_failure_keepsTheDocumentModified();
    void losingChanges_isAsked_data();
    void losingChanges_isAsked();
    void gallery_startsFromEveryItem();
    void environment_bringsItsTarget();
    void token_isNowhereToSee();
    void token_withALineBreak_isRefusedInASentence();
    void odataIdLine_isSent();
    void requestHeaders_travel();
    void rehearsal_isMet();
    void appearance_switches();

private:
    void useServer(support::RawServer &server);
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

void MainWindowTest::useServer(support::RawServer &server)
{
    m_fixture->find<QComboBox>(u"environmentBox"_s)->setCurrentText(u"Custom"_s);
    m_fixture->find<QLineEdit>(u"baseUrlEdit"_s)->setText(server.url({}));
    m_fixture->find<QLineEdit>(u"callRecordIdEdit"_s)->setText(u"record/1"_s);
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

void MainWindowTest::nextRequest_equalsTheWire_data()
{
    QTest::addColumn<bool>("withToken");
    QTest::newRow("no token") << false;
    QTest::newRow("token") << true;
}

void MainWindowTest::nextRequest_equalsTheWire()
{
    QFETCH(const bool, withToken);
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    useServer(server);
    if (withToken)
        m_fixture->find<QLineEdit>(u"tokenEdit"_s)->setText(token);
    m_fixture->window.page().showPane(DocumentPage::Pane::NextRequest);
    const QByteArray shown = body(u"requestView"_s);
    QCOMPARE(shown.contains("Authorization: Bearer ***\n"), withToken);
    QVERIFY(m_fixture->submit());
    QCOMPARE(server.requests().size(), 1);
    QByteArray wire = shownForm(server.requests().constFirst());
    if (withToken)
        wire.replace(token.toUtf8(), "***");
    QCOMPARE(wire, shown);
    QVERIFY(wire.startsWith("POST /v1.0/communications/callRecords/record%2F1/sessions HTTP/1.1\n"));
    const QByteArray sent = server.requests().constFirst();
    QCOMPARE(text(u"lengthEdit"_s).remove(u','),
             QString::number(sent.size() - sent.indexOf("\r\n\r\n") - 4) + " bytes"_L1);
    QCOMPARE(text(u"digestEdit"_s), present::sha256(sent.mid(sent.indexOf("\r\n\r\n") + 4)));
    showResponseTab(u"sentTab"_s);
    QCOMPARE(body(u"sentView"_s), shown);
}

void MainWindowTest::submitKey_doesNotRepeat()
{
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    useServer(server);
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
    useServer(server);
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
    QCOMPARE(m_fixture->document.document().bytes(), "{}"_ba);
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
    QTest::newRow("new") << u"newAction"_s;
    QTest::newRow("open") << u"openAction"_s;
    QTest::newRow("close") << u"quitAction"_s;
}

void MainWindowTest::losingChanges_isAsked()
{
    QFETCH(const QString, action);
    const QString path = m_fixture->folder.filePath(u"other.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    m_fixture->prompter.path = path;
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
                                      : m_fixture->document.document().bytes() == "{}");
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

void MainWindowTest::environment_bringsItsTarget()
{
    auto *box = m_fixture->find<QComboBox>(u"environmentBox"_s);
    QCOMPARE(m_fixture->find<QComboBox>(u"versionBox"_s)->currentText(), u"localtest"_s);
    QVERIFY(text(u"urlEdit"_s).startsWith("http://127.0.0.1:"_L1));
    QVERIFY(m_fixture->find<QLineEdit>(u"baseUrlEdit"_s)->isReadOnly());
    box->setCurrentText(u"Custom"_s);
    QCOMPARE(m_fixture->find<QComboBox>(u"versionBox"_s)->currentText(), u"v1.0"_s);
    QVERIFY(!m_fixture->find<QLineEdit>(u"baseUrlEdit"_s)->isReadOnly());
    QVERIFY(!m_fixture->find<QComboBox>(u"rehearsalBox"_s)->isEnabled());
    // Without a root there is no request, and the line says why.
    QVERIFY(!m_fixture->document.nextRequest().request);
    QCOMPARE(text(u"urlEdit"_s), m_fixture->document.nextRequest().problem);
    // Chosen from elsewhere, as by the command line, it brings its target all the same.
    QVERIFY(m_fixture->environments.choose(u"Sandbox"_s));
    QCOMPARE(box->currentText(), u"Sandbox"_s);
    QCOMPARE(m_fixture->find<QComboBox>(u"versionBox"_s)->currentText(), u"localtest"_s);
    QVERIFY(m_fixture->document.nextRequest().request);
}

void MainWindowTest::token_isNowhereToSee()
{
    QLoggingCategory::setFilterRules(u"sessioncomposer.*=true"_s);
    heard.clear();
    usualHandler = qInstallMessageHandler(hear);
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    useServer(server);
    auto *edit = m_fixture->find<QLineEdit>(u"tokenEdit"_s);
    edit->setText(token);
    QVERIFY(m_fixture->submit());
    qInstallMessageHandler(usualHandler);
    QLoggingCategory::setFilterRules({});
    QVERIFY(server.requests().constFirst().contains(QString("Authorization: Bearer "_L1 + token).toUtf8()));

    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(!edit->displayText().contains(token));
    QVERIFY(!QAccessible::queryAccessibleInterface(edit)->text(QAccessible::Value).contains(token));
    for (int pane = 0; pane < 4; ++pane)
        m_fixture->window.page().showPane(static_cast<DocumentPage::Pane>(pane));
    auto *tabs = m_fixture->find<QTabWidget>(u"responseTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab)
        tabs->setCurrentIndex(tab);
    QList<QWidget *> widgets = m_fixture->window.findChildren<QWidget *>();
    widgets += &m_fixture->window;
    for (QWidget *widget : std::as_const(widgets)) {
        for (const char *property : {"text", "toolTip", "windowTitle", "accessibleName", "accessibleDescription"})
            QVERIFY2(widget == edit || !widget->property(property).toString().contains(token), property);
        if (const auto *view = qobject_cast<app::ByteView *>(widget))
            QVERIFY(!view->body().contains(token.toUtf8()));
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        for (const QAccessible::Text part : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
            QVERIFY(!spoken || !spoken->text(part).contains(token));
    }
    QVERIFY(!heard.join(u'\n').contains(token));

    // Another origin never gets it, and the field does not pretend to hold one.
    m_fixture->find<QComboBox>(u"environmentBox"_s)->setCurrentText(u"Sandbox"_s);
    QCOMPARE(edit->text(), QString());
    QVERIFY(!m_fixture->environments.hasToken());
    QVERIFY(m_fixture->submit());
    QCOMPARE(m_fixture->find<QLabel>(u"outcomeLabel"_s)->text(), u"not sent"_s);
}

void MainWindowTest::token_withALineBreak_isRefusedInASentence()
{
    support::RawServer server;
    useServer(server);
    m_fixture->find<QLineEdit>(u"tokenEdit"_s)->setText(u"a b"_s);
    const auto *bar
        = m_fixture->window.centralWidget()->findChild<app::NoticeBar *>(u"noticeBar"_s, Qt::FindDirectChildrenOnly);
    QVERIFY(!bar->sentence().isEmpty());
    QVERIFY(!m_fixture->environments.hasToken());
    m_fixture->find<QLineEdit>(u"tokenEdit"_s)->setText(u"ab"_s);
    QCOMPARE(bar->sentence(), QString());
}

void MainWindowTest::odataIdLine_isSent()
{
    support::RawServer server;
    server.always({support::Step::send("HTTP/1.1 204 No Content\r\n\r\n")});
    useServer(server);
    auto *line = m_fixture->find<QLineEdit>(u"odataIdEdit"_s);
    QVERIFY(!line->isVisible());
    m_fixture->find<QComboBox>(u"pathBox"_s)->setCurrentText(u"/sessions/$ref @odata.id"_s);
    QVERIFY(line->isVisible());
    m_fixture->find<QLineEdit>(u"idEdit"_s)->setText(u"s1"_s);
    QCOMPARE(line->text(), server.url(u"/v1.0/communications/callRecords/record%2F1/sessions/s1"_s));
    line->setText(u"sessions('x')"_s);
    QVERIFY(m_fixture->submit());
    QCOMPARE(text(u"responseStatusEdit"_s), u"204 No Content"_s);
    const QByteArray sent = server.requests().constFirst();
    QVERIFY(sent.startsWith("POST /v1.0/communications/callRecords/record%2F1/sessions/$ref HTTP/1.1\r\n"));
    QCOMPARE(QJsonDocument::fromJson(sent.mid(sent.indexOf("\r\n\r\n") + 4)).object(),
             (QJsonObject{{u"@odata.id"_s, u"sessions('x')"_s}}));
}

void MainWindowTest::requestHeaders_travel()
{
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    useServer(server);
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

void MainWindowTest::rehearsal_isMet()
{
    m_fixture->find<QComboBox>(u"rehearsalBox"_s)->setCurrentText(u"401"_s);
    QVERIFY(m_fixture->submit());
    QCOMPARE(text(u"responseStatusEdit"_s), u"401 Unauthorized"_s);
    QCOMPARE(m_fixture->find<QLabel>(u"outcomeLabel"_s)->text(), u"not as expected"_s);
    const auto *tabs = m_fixture->find<QTabWidget>(u"responseTabs"_s);
    QVERIFY(tabs->isTabVisible(tabs->indexOf(m_fixture->find<QWidget>(u"errorTab"_s))));
    m_fixture->find<QComboBox>(u"rehearsalBox"_s)->setCurrentText(u"none"_s);
    QVERIFY(m_fixture->submit());
    QCOMPARE(text(u"responseStatusEdit"_s), u"201 Created"_s);
    QVERIFY(!tabs->isTabVisible(tabs->indexOf(m_fixture->find<QWidget>(u"errorTab"_s))));
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

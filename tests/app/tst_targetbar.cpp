// SPDX-License-Identifier: GPL-3.0-or-later
// Where a session goes: environment, version, path, token and rehearsal, from the bar to the wire.
#include "app/byteview.h"
#include "app/documentpage.h"
#include "app/noticebar.h"
#include "app/windowfixture.h"
#include "support/rawserver.h"

#include <QAccessible>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using app::DocumentPage;

namespace {

// It would stand out anywhere.
const QString token = u"secret-0123456789-token"_s;

QStringList heard;
QtMessageHandler usualHandler = nullptr;

void hear(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    heard += text;
    usualHandler(type, context, text);
}

} // namespace

class TargetBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void environment_bringsItsTarget();
    void token_isNowhereToSee();
    void token_withALineBreak_isRefusedInASentence();
    void odataIdLine_isSent();
    void rehearsal_isMet();

private:
    QString text(const QString &name) const { return m_fixture->find<QLineEdit>(name)->text(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TargetBarTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

void TargetBarTest::environment_bringsItsTarget()
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

void TargetBarTest::token_isNowhereToSee()
{
    QLoggingCategory::setFilterRules(u"sessioncomposer.*=true"_s);
    heard.clear();
    usualHandler = qInstallMessageHandler(hear);
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    m_fixture->useServer(server.url({}));
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

void TargetBarTest::token_withALineBreak_isRefusedInASentence()
{
    support::RawServer server;
    m_fixture->useServer(server.url({}));
    m_fixture->find<QLineEdit>(u"tokenEdit"_s)->setText(u"a b"_s);
    const auto *bar
        = m_fixture->window.centralWidget()->findChild<app::NoticeBar *>(u"noticeBar"_s, Qt::FindDirectChildrenOnly);
    QVERIFY(!bar->sentence().isEmpty());
    QVERIFY(!m_fixture->environments.hasToken());
    m_fixture->find<QLineEdit>(u"tokenEdit"_s)->setText(u"ab"_s);
    QCOMPARE(bar->sentence(), QString());
}

void TargetBarTest::odataIdLine_isSent()
{
    support::RawServer server;
    server.always({support::Step::send("HTTP/1.1 204 No Content\r\n\r\n")});
    m_fixture->useServer(server.url({}));
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

void TargetBarTest::rehearsal_isMet()
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

QTEST_MAIN(TargetBarTest)
#include "tst_targetbar.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documentpage.h"
#include "app/noticebar.h"
#include "app/windowfixture.h"
#include "present/checks.h"
#include "session/templatefile.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

class TemplateWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void target_isTheEnvironmentsUntilItIsSet();
    void authorization_isTheTemplates();
    void edit_beyondTheSession_isAChange();
    void newer_cannotBeSaved();
    void conflict_isNamed_andOneSideTaken();
    void placeholders_areASample_untilTheyAreSent();
    void placeholder_thatIsUnknown_stopsTheSubmit();
    void expected_editsWhatTheFileKeeps();
    void expected_refusesWhatCannotStand();

private:
    void open(const QByteArray &text) const;
    QLineEdit *version() const { return m_fixture->find<QComboBox>(u"versionBox"_s)->lineEdit(); }
    QLineEdit *callRecordId() const { return m_fixture->find<QLineEdit>(u"callRecordIdEdit"_s); }
    QString access() const { return m_fixture->find<QLabel>(u"accessLabel"_s)->text(); }
    app::NoticeBar *bar() const { return m_fixture->window.page().findChild<app::NoticeBar *>(u"fileBar"_s); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TemplateWindowTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

void TemplateWindowTest::open(const QByteArray &text) const
{
    QFile file(m_fixture->folder.filePath(u"%1.json"_s.arg(qHash(text))));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    QVERIFY(m_fixture->workspace.openPath(file.fileName()));
}

void TemplateWindowTest::target_isTheEnvironmentsUntilItIsSet()
{
    const exchange::Target before = m_fixture->document.target();
    open(R"({"sessionComposerTemplate": 1, "session": {}, "target": {"version": "beta"}})");
    QCOMPARE(version()->text(), u"beta"_s);
    QCOMPARE(version()->placeholderText(), u"localtest"_s);
    QCOMPARE(callRecordId()->text(), QString());
    QCOMPARE(callRecordId()->placeholderText(), before.callRecordId);
    QCOMPARE(m_fixture->document.target().apiVersion, u"beta"_s);
    QCOMPARE(m_fixture->document.target().callRecordId, before.callRecordId);
    QVERIFY(access().endsWith(u"version of the template"_s));
    QVERIFY(!m_fixture->file.isModified());

    callRecordId()->setText(u"mine"_s);
    QCOMPARE(m_fixture->document.target().callRecordId, u"mine"_s);
    QVERIFY(access().endsWith(u"version, callRecordId of the template"_s));
    QVERIFY(m_fixture->window.isWindowModified());
    callRecordId()->clear();
    QVERIFY(!m_fixture->window.isWindowModified());

    open(R"({"id": "7"})");
    QCOMPARE(m_fixture->workspace.current().controller().target(), before);
    QCOMPARE(callRecordId()->text(), before.callRecordId);
    QVERIFY(!access().contains(u"template"_s));
}

void TemplateWindowTest::authorization_isTheTemplates()
{
    using Kind = exchange::Authorization::Kind;
    auto *box = m_fixture->find<QComboBox>(u"authorizationBox"_s);
    m_fixture->find<QLineEdit>(u"tokenEdit"_s)->setText(u"abc"_s);
    QCOMPARE(m_fixture->environments.authorizationKind(), Kind::Token);
    open(R"({"sessionComposerTemplate": 1, "session": {}, "authorization": "none"})");
    QCOMPARE(box->currentText(), u"none"_s);
    QVERIFY(!present::requestText(*m_fixture->document.nextRequest().request).contains("Authorization"));
    QCOMPARE(m_fixture->environments.authorizationKind(), Kind::Token); // which the next document has again
    box->setCurrentText(u"malformed"_s);
    QVERIFY(m_fixture->file.isModified());
    box->setCurrentText(u"token"_s);
    QVERIFY(present::requestText(*m_fixture->document.nextRequest().request).contains("Authorization: Bearer ***"));
    QCOMPARE(m_fixture->document.draft().authorization(), session::TemplateAuthorization::FromEnvironment);
}

void TemplateWindowTest::edit_beyondTheSession_isAChange()
{
    open(R"({"sessionComposerTemplate": 1, "session": {}})");
    m_fixture->document.headers().addPreference("x");
    QVERIFY(m_fixture->window.isWindowModified());
    m_fixture->find<QAction>(u"saveAction"_s)->trigger();
    QVERIFY(!m_fixture->window.isWindowModified());
    m_fixture->prompter.loss = present::Prompter::LossAnswer::Cancel;
    m_fixture->document.setExpectation({{}, u"x"_s, {}, {}, {}, {}, {}, {}});
    QVERIFY(!m_fixture->window.close());
    QCOMPARE(m_fixture->prompter.questions, 1);
}

void TemplateWindowTest::newer_cannotBeSaved()
{
    open(R"({"sessionComposerTemplate": 2, "session": {}})");
    QVERIFY(!m_fixture->find<QAction>(u"saveAction"_s)->isEnabled());
    QVERIFY(m_fixture->find<QAction>(u"saveAsAction"_s)->isEnabled());
    QVERIFY(bar()->isVisible());
    QVERIFY(bar()->sentence().contains(u"format 2"_s));
    open("{}");
    QVERIFY(!bar()->isVisible());
    QVERIFY(m_fixture->find<QAction>(u"saveAction"_s)->isEnabled());
}

void TemplateWindowTest::conflict_isNamed_andOneSideTaken()
{
    open("{\n\"sessionComposerTemplate\": 1,\n<<<<<<< HEAD\n\"name\": \"A\",\n=======\n"
         "\"name\": \"B\",\n>>>>>>> topic\n\"session\": {\"id\": \"7\"}\n}\n");
    QVERIFY(bar()->isVisible());
    const QList<QPushButton *> buttons = bar()->findChildren<QPushButton *>();
    const auto other = std::find_if(buttons.begin(), buttons.end(),
                                    [](const QPushButton *button) { return button->text() == u"Open topic"_s; });
    QVERIFY(other != buttons.end());
    (*other)->click();
    QCOMPARE(m_fixture->document.draft().name(), u"B"_s);
    QVERIFY(!bar()->isVisible());
    QVERIFY(m_fixture->window.isWindowModified());
}

void TemplateWindowTest::placeholders_areASample_untilTheyAreSent()
{
    open(R"({"sessionComposerTemplate": 1, "session": {"id": "{{guid}}", "startDateTime": "{{now-5m}}"}})");
    m_fixture->find<QAction>(u"nextRequestAction"_s)->trigger();
    auto *box = m_fixture->find<QCheckBox>(u"placeholdersBox"_s);
    auto *digest = m_fixture->find<QLineEdit>(u"digestEdit"_s);
    QVERIFY(box->isEnabled() && !box->isChecked());
    QVERIFY(present::requestText(*m_fixture->document.nextRequest().request).contains("{{guid}}"));
    QVERIFY(!digest->text().isEmpty());
    box->click();
    QVERIFY(m_fixture->file.isModified());
    const QByteArray sample = m_fixture->document.nextRequest().request->body;
    QVERIFY(!sample.contains("{{"));
    QVERIFY(digest->text().isEmpty());
    QCOMPARE(digest->placeholderText(), u"drawn again at Submit"_s);
    QVERIFY(m_fixture->submit());
    const QByteArray sent = m_fixture->document.lastExchange()->request.body;
    QVERIFY(!sent.contains("{{"));
    QCOMPARE(sent.size(), sample.size());
    QVERIFY(sent != sample);
    QVERIFY(m_fixture->document.document().bytes().contains("{{guid}}"));
    QVERIFY(m_fixture->submit());
    QVERIFY(m_fixture->document.lastExchange()->request.body != sent);
    open("{}");
    m_fixture->window.page().showPane(app::DocumentPage::Pane::NextRequest);
    const auto *other = m_fixture->window.page().findChild<QCheckBox *>(u"placeholdersBox"_s);
    QVERIFY(!other->isEnabled() && !other->isChecked());
}

void TemplateWindowTest::placeholder_thatIsUnknown_stopsTheSubmit()
{
    open(R"({"sessionComposerTemplate": 1, "placeholders": true, "session": {"caller": {"name": "{{guuid}}"}}})");
    QVERIFY(m_fixture->document.nextRequest().problem.contains(u"/caller/name"_s));
    QVERIFY(m_fixture->submit());
    QVERIFY(!m_fixture->document.lastExchange()->response);
    auto *notice = m_fixture->find<app::NoticeBar>(u"placeholderBar"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->sentence().contains(u"{{guuid}} at /caller/name"_s));
    notice->findChild<QPushButton *>()->click();
    QCOMPARE(m_fixture->window.page().pointerOfFocus().toString(), u"/caller/name"_s);
    m_fixture->document.document().setValue(json::Pointer::fromPath(u"caller/name"_s), u"{{guid}}"_s);
    QVERIFY(m_fixture->submit());
    QVERIFY(m_fixture->document.lastExchange()->response);
    QVERIFY(!notice->isVisible());
}

void TemplateWindowTest::expected_editsWhatTheFileKeeps()
{
    open(
        R"({"sessionComposerTemplate": 1, "name": "A", "session": {}, "expectation": {"members": {"/id": "ignored"}}})");
    m_fixture->find<QAction>(u"expectedAction"_s)->trigger();
    auto *table = m_fixture->find<QTableView>(u"wishesTable"_s);
    QAbstractItemModel *model = table->model();
    QVERIFY(table->isVisible());
    QCOMPARE(model->rowCount(), 1);
    m_fixture->find<QPushButton>(u"addWishButton"_s)->click();
    QCOMPARE(model->rowCount(), 2);
    QVERIFY(model->setData(model->index(1, 0), u"/caller/name"_s));
    QVERIFY(model->setData(model->index(0, 1), u"value"_s)); // sorted: /caller/name comes first
    QVERIFY(model->setData(model->index(0, 2), uR"("Ann")"_s));
    QVERIFY(model->setData(model->index(1, 1), u"absent"_s));
    auto *status = m_fixture->find<QLineEdit>(u"expectedStatusesEdit"_s);
    status->setText(u"4xx"_s);
    Q_EMIT status->editingFinished();
    auto *name = m_fixture->find<QLineEdit>(u"templateNameEdit"_s);
    QCOMPARE(name->text(), u"A"_s);
    name->clear();
    QTest::keyClicks(name, u"B"_s);
    auto *counts = m_fixture->find<QListWidget>(u"countsList"_s);
    counts->item(static_cast<int>(present::CheckId::Schema))->setCheckState(Qt::Checked);

    const session::Expectation &expected = m_fixture->document.expectation();
    QCOMPARE(expected.members.value(u"/caller/name"_s),
             (session::MemberWish{session::MemberWish::Kind::Value, R"("Ann")"}));
    QCOMPARE(expected.members.value(u"/id"_s).kind, session::MemberWish::Kind::Absent);
    QCOMPARE(expected.statuses.toString(), u"4xx"_s);
    QVERIFY(m_fixture->window.isWindowModified());
    m_fixture->find<QAction>(u"saveAction"_s)->trigger();
    const core::Result<store::FileContent> written = m_fixture->files->readText(m_fixture->file.path());
    const core::Result<session::TemplateFile> file = session::readTemplate(written->bytes);
    QCOMPARE(file->content.expectation, expected);
    QCOMPARE(file->content.name, u"B"_s);
    table->setCurrentIndex(model->index(0, 0));
    m_fixture->find<QPushButton>(u"removeWishButton"_s)->click();
    QVERIFY(!m_fixture->document.expectation().members.contains(u"/caller/name"_s));
}

void TemplateWindowTest::expected_refusesWhatCannotStand()
{
    m_fixture->find<QAction>(u"expectedAction"_s)->trigger();
    QVERIFY(!m_fixture->find<QLineEdit>(u"templateNameEdit"_s)->isEnabled()); // a bare session has none
    const auto *note = m_fixture->find<QLabel>(u"expectedNote"_s);
    auto *limit = m_fixture->find<QLineEdit>(u"expectedTimeLimitEdit"_s);
    limit->setText(u"soon"_s);
    Q_EMIT limit->editingFinished();
    QVERIFY(note->isVisible());
    QVERIFY(!m_fixture->document.expectation().timeLimit);
    limit->setText(u"200"_s);
    Q_EMIT limit->editingFinished();
    QVERIFY(!note->isVisible());
    QCOMPARE(m_fixture->document.expectation().timeLimit, std::chrono::milliseconds(200));
    QAbstractItemModel *model = m_fixture->find<QTableView>(u"wishesTable"_s)->model();
    m_fixture->find<QPushButton>(u"addWishButton"_s)->click();
    QVERIFY(!model->setData(model->index(0, 0), u"/a~2"_s));
    QVERIFY(note->text().contains(u"JSON pointer"_s));
    QVERIFY(model->setData(model->index(0, 0), u"/a"_s));
    QVERIFY(model->setData(model->index(0, 1), u"value"_s));
    QVERIFY(!model->setData(model->index(0, 2), u"Ann"_s));
    QVERIFY(note->text().contains(u"quotation marks"_s));
}

QTEST_MAIN(TemplateWindowTest)
#include "tst_templatewindow.moc"

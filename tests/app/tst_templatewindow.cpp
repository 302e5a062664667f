// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/noticebar.h"
#include "app/windowfixture.h"

#include <QLabel>
#include <QPushButton>

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

private:
    void open(const QByteArray &text) const;
    QLineEdit *version() const { return m_fixture->find<QComboBox>(u"versionBox"_s)->lineEdit(); }
    QLineEdit *callRecordId() const { return m_fixture->find<QLineEdit>(u"callRecordIdEdit"_s); }
    QString access() const { return m_fixture->find<QLabel>(u"accessLabel"_s)->text(); }
    app::NoticeBar *bar() const { return m_fixture->find<app::NoticeBar>(u"fileBar"_s); }

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
    QFile file(m_fixture->folder.filePath(u"a.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    QVERIFY(m_fixture->file.openPath(file.fileName()));
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
    QCOMPARE(m_fixture->document.target(), before);
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

QTEST_MAIN(TemplateWindowTest)
#include "tst_templatewindow.moc"

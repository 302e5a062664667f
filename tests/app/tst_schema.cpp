// SPDX-License-Identifier: GPL-3.0-or-later
// The window on another schema: forms, choices and findings follow it, and the session stays as it is.
#include "app/schemafixture.h"
#include "app/section.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QPointer>
#include <QTableView>

using namespace Qt::StringLiterals;

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void sandbox_servesTheBuiltIn();
    void form_follows();
    void form_keepsFocusFoldsAndFilter();
    void typing_goesOn();
    void differences_areListed();
    void dialog_withTheBuiltIn_saysWhatToDo();
    void dialog_isWhole_data();
    void dialog_isWhole();

private:
    std::unique_ptr<SchemaFixture> m_fixture;
};

void SchemaTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<SchemaFixture>();
    m_fixture->window.resize(1366, 700);
    QVERIFY(m_fixture->start());
}

void SchemaTest::sandbox_servesTheBuiltIn()
{
    QVERIFY(m_fixture->isBuiltIn());
    QVERIFY(m_fixture->bar()->isHidden());
    m_fixture->trigger(u"loadSchemaAction"_s);
    QTRY_VERIFY(!m_fixture->isBuiltIn());
    const QString url = m_fixture->sandbox.sandbox.rootUrl().toString() + u"/localtest/$metadata"_s;
    QCOMPARE(m_fixture->bar()->sentence(),
             u"Forms and findings follow the schema of %1. It does not differ from the built-in one."_s.arg(url));
    m_fixture->clickBar();
    QVERIFY(m_fixture->isBuiltIn());
    QVERIFY(m_fixture->bar()->isHidden());
    m_fixture->trigger(u"builtInSchemaAction"_s); // stays what it is, and marked
    QVERIFY(m_fixture->isBuiltIn());
}

void SchemaTest::form_follows()
{
    m_fixture->document.document().load(
        R"({"isTest": true, "modalities": ["hologram"], "failureInfo": {"stage": "late"}})");
    const QByteArray before = m_fixture->bytes();
    QByteArray text
        = support::schemaTextWith("Name=\"isTest\" Type=\"Edm.Boolean\"", "Name=\"isTrial\" Type=\"Edm.Boolean\"");
    text.replace("<Member Name=\"audio\" Value=\"0\">",
                 "<Member Name=\"hologram\" Value=\"-1\"/><Member Name=\"audio\" Value=\"0\">");
    text.replace("Name=\"stage\" Type=\"callRecords.failureStage\"", "Name=\"stage\" Type=\"Edm.String\"");
    text.replace("<EnumType Name=\"clientPlatform\">",
                 "<EnumType Name=\"clientPlatform\"><Member Name=\"abacus\" Value=\"99\"/>");
    QVERIFY(m_fixture->field(u"isTest"_s));
    QVERIFY(m_fixture->open(text));
    QVERIFY(!m_fixture->field(u"isTest"_s));
    const QList<QLabel *> labels = m_fixture->find<QWidget>(u"sessionForm"_s)->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY2(!label->text().contains(u"isTest"_s), qPrintable(label->text()));
    auto *hologram = m_fixture->find<QWidget>(u"sessionForm"_s)->findChild<QCheckBox *>();
    QCOMPARE(hologram->accessibleName(), u"hologram"_s);
    QVERIFY(hologram->isChecked());
    QVERIFY(qobject_cast<QLineEdit *>(m_fixture->field(u"failureInfo/stage"_s)->focusTarget()));
    auto *platform = qobject_cast<QComboBox *>(m_fixture->field(u"caller/userAgent/platform"_s)->focusTarget());
    QVERIFY(platform->findText(u"abacus"_s) >= 0);
    QVERIFY(!m_fixture->field(u"modalities"_s)->hasFinding());
    QVERIFY(m_fixture->document.findingAt(json::Pointer::fromPath(u"isTest"_s)));
    QCOMPARE(m_fixture->bytes(), before);
    QVERIFY(!m_fixture->document.document().canUndo());

    m_fixture->clickBar();
    QVERIFY(m_fixture->field(u"isTest"_s));
    QVERIFY(m_fixture->field(u"modalities"_s)->hasFinding());
    QVERIFY(qobject_cast<QComboBox *>(m_fixture->field(u"failureInfo/stage"_s)->focusTarget()));
    QCOMPARE(m_fixture->bytes(), before);
}

void SchemaTest::form_keepsFocusFoldsAndFilter()
{
    m_fixture->find<QWidget>(u"formPage"_s)
        ->findChild<QComboBox *>(u"showBox"_s)
        ->setCurrentIndex(1); // only what is set
    qobject_cast<app::Section *>(m_fixture->field(u"callee"_s))->setFolded(true);
    QWidget *header = m_fixture->field(u"caller/userAgent/headerValue"_s)->focusTarget();
    header->setFocus();
    QVERIFY(m_fixture->open(support::schemaTextWith("Name=\"isTest\"", "Name=\"isTrial\"")));
    QVERIFY(m_fixture->field(u"caller/userAgent/headerValue"_s)->focusTarget()->hasFocus());
    QVERIFY(qobject_cast<app::Section *>(m_fixture->field(u"callee"_s))->isFolded());
    QVERIFY(!qobject_cast<app::Section *>(m_fixture->field(u"caller"_s))->isFolded());
    QVERIFY(!m_fixture->field(u"id"_s)->isVisible());
    QVERIFY(m_fixture->field(u"startDateTime"_s)->isVisible());
    // An obstacle is one to the new form as well.
    m_fixture->document.document().setSource("{\"id\": 1, \"id\": 2}");
    m_fixture->trigger(u"builtInSchemaAction"_s);
    QVERIFY(!m_fixture->find<QWidget>(u"sessionForm"_s)->isEnabled());
}

void SchemaTest::typing_goesOn()
{
    QVERIFY(m_fixture->open(support::schemaTextWith("Name=\"isTest\"", "Name=\"isTrial\"")));
    QWidget *id = m_fixture->field(u"id"_s)->focusTarget();
    id->setFocus();
    QTest::keyClicks(id, u"ab"_s);
    QCOMPARE(m_fixture->document.document().value(json::Pointer::fromPath(u"id"_s)).toString(), u"ab"_s);
    QTest::keyClick(id, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), m_fixture->field(u"startDateTime"_s)->focusTarget());
    m_fixture->trigger(u"builtInSchemaAction"_s);
    m_fixture->trigger(u"undoAction"_s);
    QVERIFY(m_fixture->document.document().value(json::Pointer::fromPath(u"id"_s)).isUndefined());
    QVERIFY(!m_fixture->document.document().canUndo());
}

void SchemaTest::differences_areListed()
{
    QVERIFY(m_fixture->open(
        support::schemaTextWith("<Property Name=\"isTest\"", "<Property Name=\"&lt;b&gt;isTest&lt;/b&gt;\"")));
    m_fixture->trigger(u"differencesAction"_s);
    const QPointer<QDialog> dialog = m_fixture->window.findChild<QDialog *>();
    QTRY_VERIFY(dialog->isActiveWindow());
    auto *view = dialog->findChild<QTableView *>();
    QVERIFY(view->hasFocus());
    QCOMPARE(view->model()->rowCount(), 2);
    QCOMPARE(view->model()->index(1, 0).data().toString(), u"microsoft.graph.callRecords.session/<b>isTest</b>"_s);
    QVERIFY(dialog->findChild<QLabel *>()->text().contains(u"in 2 places"_s));
    QCOMPARE(dialog->findChild<QLabel *>()->textFormat(), Qt::PlainText);
    QTest::keyClick(view, Qt::Key_Tab);
    QVERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

void SchemaTest::dialog_withTheBuiltIn_saysWhatToDo()
{
    m_fixture->trigger(u"differencesAction"_s);
    const QPointer<QDialog> dialog = m_fixture->window.findChild<QDialog *>();
    QVERIFY(dialog->findChild<QLabel *>()->text().contains(u"Load the one of a service or a file"_s));
    dialog->close();
    QTRY_VERIFY(!dialog);
}

void SchemaTest::dialog_isWhole_data()
{
    QTest::addColumn<store::Appearance>("appearance");
    QTest::newRow("light") << store::Appearance::Light;
    QTest::newRow("dark") << store::Appearance::Dark;
}

void SchemaTest::dialog_isWhole()
{
    QFETCH(const store::Appearance, appearance);
    m_fixture->appearance.choose(appearance);
    QByteArray text = support::schemaTextWith("Name=\"isTest\"", "Name=\"isTrial\"");
    text.replace("Member Name=\"audio\" Value=\"0\"", "Member Name=\"hologram\" Value=\"0\"");
    text.replace("Name=\"stage\" Type=\"callRecords.failureStage\" Nullable=\"false\"",
                 "Name=\"stage\" Type=\"Edm.String\"");
    text.replace("<ComplexType Name=\"failureInfo\">", "<ComplexType Name=\"failureInfo\" OpenType=\"true\">");
    QVERIFY(m_fixture->open(text));
    m_fixture->trigger(u"differencesAction"_s);
    auto *dialog = m_fixture->window.findChild<QDialog *>();
    QTRY_VERIFY(dialog->isActiveWindow());
    QCoreApplication::processEvents();
    const auto *summary = dialog->findChild<QLabel *>();
    QVERIFY(summary->height() >= summary->heightForWidth(summary->width()));
    const QString folder = qEnvironmentVariable("SCREENSHOT_ALL_DIR");
    if (!folder.isEmpty()) {
        const QString name = QLatin1String(QTest::currentDataTag()) + ".png"_L1;
        QVERIFY(dialog->grab().save(QDir(folder).filePath("schema-"_L1 + name)));
        QVERIFY(m_fixture->window.grab().save(QDir(folder).filePath("schema-window-"_L1 + name)));
    }
}

QTEST_MAIN(SchemaTest)
#include "tst_schema.moc"

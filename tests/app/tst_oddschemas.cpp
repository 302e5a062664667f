// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a schema says, the whole window works on it: each field, each state, each dialog.
#include "app/documentpage.h"
#include "app/schemafixture.h"
#include "app/statebutton.h"

#include <QDialog>
#include <QPointer>
#include <QTreeView>

using namespace Qt::StringLiterals;
using app::BoundWidget;
using app::DocumentPage;

namespace {

QByteArray document(const QByteArray &records, const QByteArray &graph = {})
{
    return "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\"><edmx:DataServices>"
           "<Schema Namespace=\"microsoft.graph\" Alias=\"graph\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">"
        + graph
        + "</Schema><Schema Namespace=\"microsoft.graph.callRecords\" Alias=\"callRecords\" "
          "xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">"
        + records + "</Schema></edmx:DataServices></edmx:Edmx>";
}

QByteArray sessionType(const QByteArray &properties, const QByteArray &attributes = {})
{
    return "<EntityType Name=\"session\" " + attributes + ">" + properties + "</EntityType>";
}

QByteArray typed(const QByteArray &name, const QByteArray &type)
{
    return "<Property Name=\"" + name + "\" Type=\"" + type + "\"/>";
}

// Every property of our form, all of this type.
QByteArray allOf(const QByteArray &type)
{
    QByteArray properties;
    for (const char *name :
         {"id", "startDateTime", "endDateTime", "isTest", "modalities", "caller", "callee", "failureInfo", "segments"})
        properties += typed(name, type);
    return sessionType(properties);
}

} // namespace

class OddSchemasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void oddSchemas_data();
    void oddSchemas();

private:
    void workThroughTheWindow();

    std::unique_ptr<SchemaFixture> m_fixture;
};

void OddSchemasTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<SchemaFixture>();
    m_fixture->window.resize(1366, 700);
    QVERIFY(m_fixture->start());
}

void OddSchemasTest::oddSchemas_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const QByteArray &name, const QByteArray &text) { QTest::newRow(name.constData()) << text; };
    const QByteArray ours = support::schemaText();
    const auto with = [](const QByteArray &from, const QByteArray &to) { return support::schemaTextWith(from, to); };

    row("an empty session", document(sessionType({})));
    row("an abstract session", document(sessionType(typed("id", "Edm.String"), "Abstract=\"true\"")));
    row("an open session", document(sessionType({}, "OpenType=\"true\"")));
    for (const char *type :
         {"Edm.String", "Edm.DateTimeOffset", "Edm.Boolean", "Edm.Int32", "Edm.Untyped", "Edm.Stream",
          "Collection(Edm.String)", "Collection(Edm.Boolean)", "nowhere.nothing", "Collection(nowhere.nothing)"})
        row("every property is "_ba + type, document(allOf(type)));
    const QByteArray color = "<EnumType Name=\"color\"><Member Name=\"red\" Value=\"0\"/></EnumType>";
    row("every property is an enumeration", document(allOf("callRecords.color") + color));
    row("every property is a collection of members", document(allOf("Collection(callRecords.color)") + color));
    row("an enumeration without members", document(allOf("callRecords.void") + "<EnumType Name=\"void\"/>"));
    row("every property is the session", document(allOf("callRecords.session")));
    row("every property is a collection of sessions", document(allOf("Collection(callRecords.session)")));
    row("no base type in the document",
        document(sessionType(typed("caller", "callRecords.endpoint"), "BaseType=\"graph.entity\"")));
    row("its own base type", document(sessionType(typed("id", "Edm.String"), "BaseType=\"callRecords.session\"")));
    row("a circle of base types",
        document(sessionType(typed("caller", "callRecords.one"), "BaseType=\"callRecords.one\"")
                 + "<EntityType Name=\"one\" BaseType=\"callRecords.two\"/><EntityType Name=\"two\" "
                   "BaseType=\"callRecords.session\"/>"));
    row("types that must hold themselves",
        document(
            sessionType(QByteArray(typed("caller", "callRecords.self")).replace("/>", " Nullable=\"false\"/>"))
            + "<ComplexType Name=\"self\"><Property Name=\"userAgent\" Type=\"callRecords.self\" Nullable=\"false\"/>"
              "</ComplexType>"));
    row("the endpoint turned enumeration",
        QByteArray(ours).replace("<ComplexType Name=\"endpoint\">",
                                 "<EnumType Name=\"endpoint\"/><ComplexType Name=\"formerly\">"));
    row("the modality turned type",
        QByteArray(ours).replace("<EnumType Name=\"modality\">",
                                 "<ComplexType Name=\"modality\"/><EnumType Name=\"formerly\">"));
    row("callers are many",
        with("Name=\"caller\" Type=\"callRecords.endpoint\"",
             "Name=\"caller\" Type=\"Collection(callRecords.endpoint)\""));
    row("no endpoint", QByteArray(ours).replace("ComplexType Name=\"endpoint\"", "ComplexType Name=\"terminus\""));
    row("no user agent", QByteArray(ours).replace("Name=\"userAgent\" Type=", "Name=\"agent\" Type="));
    row("an identity is a text",
        with("Name=\"associatedIdentity\" Type=\"graph.identity\"", "Name=\"associatedIdentity\" Type=\"Edm.String\""));
    row("one modality",
        QByteArray(ours).replace("Type=\"Collection(callRecords.modality)\"", "Type=\"callRecords.modality\""));
    row("markup for names",
        QByteArray(ours).replace("Member Name=\"audio\"", "Member Name=\"&lt;img src=/dev/zero&gt;&amp;x\""));
    for (const edm::Property *one : edm::builtinSchema().allProperties(edm::sessionTypeName)) {
        const QByteArray name = one->name.toUtf8();
        const QByteArray attribute = "Name=\"" + name + '"';
        row("no " + name, QByteArray(ours).replace(attribute, QByteArray(attribute.chopped(1) + "2\"")));
    }
}

// Each field is typed into, each state chosen, each pane and dialog opened.
void OddSchemasTest::workThroughTheWindow()
{
    const QByteArray untouched = m_fixture->bytes();
    const QList<BoundWidget *> widgets = m_fixture->find<QWidget>(u"sessionForm"_s)->findChildren<BoundWidget *>();
    for (BoundWidget *widget : widgets) {
        for (const session::FieldState state :
             {session::FieldState::Null, session::FieldState::Empty, session::FieldState::Value})
            Q_EMIT widget->findChild<app::StateButton *>()->stateChosen(state);
        widget->focusTarget()->setFocus();
        QTest::keyClicks(widget->focusTarget(), u"x"_s);
        m_fixture->trigger(u"fieldHelpAction"_s);
        if (const QPointer<QDialog> card = m_fixture->window.findChild<QDialog *>()) {
            card->close();
            QTRY_VERIFY(!card);
        }
    }
    m_fixture->window.page().showPane(DocumentPage::Pane::Tree);
    auto *tree = m_fixture->find<QWidget>(u"treePage"_s)->findChild<QTreeView *>();
    tree->expandToDepth(2);
    for (int row = 0; row < tree->model()->rowCount(); ++row) {
        tree->setCurrentIndex(tree->model()->index(row, 0));
        QTest::keyClick(tree, Qt::Key_Insert);
    }
    for (const auto pane : {DocumentPage::Pane::Source, DocumentPage::Pane::NextRequest, DocumentPage::Pane::Form})
        m_fixture->window.page().showPane(pane);
    for (const QString &action : {u"insertSnippetAction"_s, u"copyFromSessionAction"_s, u"newCallAction"_s,
                                  u"moveTimesAction"_s, u"differencesAction"_s, u"findFieldAction"_s}) {
        m_fixture->trigger(action);
        const QPointer<QDialog> dialog = m_fixture->window.findChild<QDialog *>();
        QVERIFY2(dialog, qPrintable(action));
        dialog->close();
        QTRY_VERIFY(!dialog);
    }
    m_fixture->trigger(u"findingsAction"_s);
    for (int step = 0; step < 5; ++step)
        m_fixture->trigger(u"nextFindingAction"_s);
    m_fixture->trigger(u"findingsAction"_s);
    while (m_fixture->document.document().canUndo())
        m_fixture->trigger(u"undoAction"_s);
    QCOMPARE(m_fixture->bytes(), untouched);
}

void OddSchemasTest::oddSchemas()
{
    QFETCH(const QByteArray, text);
    QVERIFY(m_fixture->open(text));
    workThroughTheWindow();
    QVERIFY(m_fixture->submit()); // the sandbox has its own schema
    QCOMPARE(m_fixture->document.lastExchange()->response->status, 201);
    m_fixture->trigger(u"builtInSchemaAction"_s);
    QVERIFY(m_fixture->field(u"isTest"_s));
    QVERIFY(m_fixture->document.findings().isEmpty() || m_fixture->document.findings().size() < 20);
}

QTEST_MAIN(OddSchemasTest)
#include "tst_oddschemas.moc"

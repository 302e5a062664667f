// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formpage.h"

#include "app/boundwidget.h"
#include "app/fieldrow.h"
#include "app/membersedit.h"
#include "app/noticebar.h"
#include "app/section.h"
#include "app/statebutton.h"
#include "app/strictness.h"
#include "edm/builtinschema.h"
#include "exchange/exchangelog.h"
#include "present/documentcontroller.h"
#include "store/gallery.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using app::BoundWidget;
using session::FieldState;

class FormPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyPath_isInTheSchema_andEveryPropertyHasAPlace();
    void loading_isNoEdit();
    void typing_anywhere_changesOnlyThatPointer();
    void states_areSetAndShown_data();
    void states_areSetAndShown();
    void lastCharacter_leavesEmptyText();
    void typing_isOneUndoStep_andUndoKeysAreTheDocuments();
    void names_areUniqueAndComplete();
    void boxes_areFoundByTheirLabel();
    void modalities_boxesAndLine();
    void modalities_textThatIsNoJson_waits();
    void typeBox_writesTheType();
    void foreignValue_standsInItsBox();
    void finding_standsAtItsRow();
    void obstacle_disablesTheForm();
    void respelled_offersUndo();
    void focusPointer_opensSections();

private:
    BoundWidget *bound(const QString &path) const;
    QLineEdit *line(const QString &path) const;
    QComboBox *box(const QString &path) const;
    QJsonValue value(const QString &path) const { return m_document->document().value(json::Pointer::fromPath(path)); }

    core::SystemClock m_clock;
    exchange::NoExchangeLog m_log;
    graph::GraphClient m_client{m_clock, m_log};
    std::unique_ptr<present::DocumentController> m_document;
    std::unique_ptr<app::FormPage> m_page;
};

void FormPageTest::init()
{
    failOnAnyWarning();
    m_page.reset();
    m_document = std::make_unique<present::DocumentController>(
        present::DocumentController::Services{edm::sharedBuiltinSchema(), m_client});
    m_page = std::make_unique<app::FormPage>();
    m_page->setController(m_document.get());
    m_page->resize(560, 1400);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

BoundWidget *FormPageTest::bound(const QString &path) const
{
    const QList<BoundWidget *> all = m_page->findChildren<BoundWidget *>();
    for (BoundWidget *widget : all) {
        if (widget->field().pointer() == json::Pointer::fromPath(path))
            return widget;
    }
    qFatal("no row for %s", qPrintable(path));
}

QLineEdit *FormPageTest::line(const QString &path) const
{
    auto *box = qobject_cast<QComboBox *>(bound(path)->focusTarget());
    return box ? box->lineEdit() : qobject_cast<QLineEdit *>(bound(path)->focusTarget());
}

QComboBox *FormPageTest::box(const QString &path) const
{
    return qobject_cast<QComboBox *>(bound(path)->focusTarget());
}

// Walks the forms as Designer wrote them, so that a forgotten property or a wrong path is seen without the binder.
void FormPageTest::everyPath_isInTheSchema_andEveryPropertyHasAPlace()
{
    const edm::Schema &schema = edm::builtinSchema();
    int forms = 0;
    for (const QWidget *form : m_page->findChildren<QWidget *>()) {
        const QString typeName = form->property("typeName").toString();
        if (typeName.isEmpty())
            continue;
        ++forms;
        const QStringList left = form->property("leftToTree").toStringList();
        QSet<QString> placed(left.cbegin(), left.cend());
        for (const QWidget *widget : form->findChildren<QWidget *>()) {
            const QString path = widget->property("jsonPath").toString();
            if (path.isEmpty())
                continue;
            const QWidget *above = widget->parentWidget();
            while (!above->property("typeName").isValid())
                above = above->parentWidget();
            if (above != form)
                continue;
            QVERIFY2(path == "@odata.type"_L1 || session::formProperty(schema, typeName, path), qPrintable(path));
            placed.insert(path.section(u'/', 0, 0));
        }
        for (const edm::StructuredType *type : schema.withDerivedTypes(typeName)) {
            for (const edm::Property *property : schema.allProperties(type->name))
                QVERIFY2(placed.contains(property->name), qPrintable(type->name + u' ' + property->name));
        }
        for (const QString &path : left)
            QVERIFY2(session::formProperty(schema, typeName, path), qPrintable(path));
    }
    QCOMPARE(forms, 6); // session, two endpoints with their user agents, failureInfo
}

void FormPageTest::loading_isNoEdit()
{
    for (const store::GalleryItem &item : store::gallery()) {
        m_document->document().load(item.bytes());
        QVERIFY(!m_document->document().isModified());
        QVERIFY(!m_document->document().canUndo());
        QCOMPARE(m_document->document().bytes(), item.bytes());
    }
}

void FormPageTest::typing_anywhere_changesOnlyThatPointer()
{
    int typed = 0;
    for (BoundWidget *widget : m_page->findChildren<BoundWidget *>()) {
        QLineEdit *edit = qobject_cast<QLineEdit *>(widget->focusTarget());
        if (!edit || widget->field().kind() == present::FieldKind::Members)
            continue;
        m_document->document().load("{}");
        edit->setFocus();
        QTest::keyClicks(edit, u"x1"_s);
        QCOMPARE(m_document->document().value(widget->field().pointer()).toString(), u"x1"_s);
        // One string in the whole document: nothing else was written on the way.
        QCOMPARE(m_document->document().bytes().count("x1"), 1);
        QCOMPARE(m_document->document().bytes().count(':'), widget->field().pointer().depth());
        ++typed;
    }
    QVERIFY(typed >= 15);
}

void FormPageTest::states_areSetAndShown_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("emptyJson");
    QTest::addColumn<QString>("other");
    QTest::newRow("text") << u"caller/name"_s << "\"\""_ba << u"5"_s;
    QTest::newRow("date") << u"startDateTime"_s << "\"\""_ba << u"5"_s;
    QTest::newRow("choice") << u"failureInfo/stage"_s << "\"\""_ba << u"[\"midcall\"]"_s;
    QTest::newRow("closed choice") << u"caller/userAgent/platform"_s << "\"\""_ba << u"7"_s;
    QTest::newRow("boolean") << u"isTest"_s << "\"\""_ba << u"\"yes\""_s;
    QTest::newRow("members") << u"modalities"_s << "[]"_ba << u"\"audio\""_s;
    QTest::newRow("object") << u"caller"_s << "{}"_ba << u"[]"_s;
}

void FormPageTest::states_areSetAndShown()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, emptyJson);
    QFETCH(const QString, other);
    auto *button = bound(path)->findChild<app::StateButton *>();
    present::Field field = bound(path)->field();
    const auto json = [&] { return field.json().toUtf8(); };

    QCOMPARE(button->accessibleDescription(), u"not sent"_s);
    Q_EMIT button->stateChosen(FieldState::Null);
    QCOMPARE(json(), "null"_ba);
    QCOMPARE(button->accessibleDescription(), u"null"_s);
    Q_EMIT button->stateChosen(FieldState::Empty);
    QCOMPARE(json(), emptyJson);
    QCOMPARE(button->accessibleDescription(), u"empty"_s);
    QVERIFY(field.setOtherJson(other));
    QCOMPARE(json(), other.toUtf8());
    QCOMPARE(button->accessibleDescription(), u"other JSON"_s);
    Q_EMIT button->stateChosen(FieldState::NotSent);
    QVERIFY(value(path).isUndefined());
    QCOMPARE(button->accessibleDescription(), u"not sent"_s);
}

void FormPageTest::lastCharacter_leavesEmptyText()
{
    QTest::keyClicks(line(u"id"_s), u"a"_s);
    QCOMPARE(value(u"id"_s), u"a"_s);
    QTest::keyClick(line(u"id"_s), Qt::Key_Backspace);
    QCOMPARE(value(u"id"_s), QString());
    QVERIFY(value(u"id"_s).isString());
}

void FormPageTest::typing_isOneUndoStep_andUndoKeysAreTheDocuments()
{
    line(u"id"_s)->setFocus();
    QTest::keyClicks(line(u"id"_s), u"one"_s);
    line(u"startDateTime"_s)->setFocus();
    QTest::keyClicks(line(u"startDateTime"_s), u"two"_s);
    m_document->document().undo();
    QVERIFY(value(u"startDateTime"_s).isUndefined());
    QCOMPARE(line(u"startDateTime"_s)->text(), QString());
    QCOMPARE(value(u"id"_s), u"one"_s);
    m_document->document().undo();
    QVERIFY(!m_document->document().canUndo());
    QCOMPARE(line(u"id"_s)->text(), QString());
    m_document->document().redo();
    QCOMPARE(line(u"id"_s)->text(), u"one"_s);
    // The line's own undo must not fight with the document's.
    QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    undo.ignore();
    QCoreApplication::sendEvent(line(u"id"_s), &undo);
    QVERIFY(!undo.isAccepted());
}

void FormPageTest::names_areUniqueAndComplete()
{
    QSet<QString> names;
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        // The line and the list that belong to a box speak as the box.
        const bool isInner = qobject_cast<const QComboBox *>(widget->parentWidget())
            || widget->parentWidget()->inherits("QComboBoxPrivateContainer");
        if (isInner || (widget->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        const QString name = widget->accessibleName();
        QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
    }
    for (const QString &name :
         {u"id"_s, u"startDateTime"_s, u"endDateTime"_s, u"modalities"_s, u"audio"_s, u"unknown"_s, u"caller name"_s,
          u"caller associatedIdentity id"_s, u"caller userAgent headerValue"_s, u"callee userAgent platform"_s,
          u"failureInfo reason"_s, u"failureInfo stage"_s, u"session type"_s, u"caller type"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
}

void FormPageTest::boxes_areFoundByTheirLabel()
{
    // Qt only tells a label that has the same parent.
    QSet<QString> labelled;
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (qobject_cast<QComboBox *>(label->buddy()) && label->parent() == label->buddy()->parent())
            labelled.insert(label->accessibleName().isEmpty() ? QString(label->text()).remove(u'&')
                                                              : label->accessibleName());
    }
    for (const QString &name : {u"session type"_s, u"caller type"_s, u"callee userAgent type"_s, u"failureInfo type"_s,
                                u"isTest"_s, u"caller userAgent platform"_s, u"failureInfo stage"_s, u"Type style"_s})
        QVERIFY2(labelled.contains(name), qPrintable(name));
}

void FormPageTest::modalities_boxesAndLine()
{
    const auto *edit = m_page->findChild<app::MembersEdit *>();
    const auto tick = [edit](const QString &name) {
        for (QCheckBox *box : edit->findChildren<QCheckBox *>()) {
            if (box->text() == name)
                return box;
        }
        return static_cast<QCheckBox *>(nullptr);
    };
    QVERIFY(tick(u"unknown"_s));
    tick(u"video"_s)->click();
    tick(u"audio"_s)->click();
    QCOMPARE(edit->line()->text(), u"[\"video\",\"audio\"]"_s);
    edit->line()->setText(u"[\"audio\", 5, \"video\", \"audio\"]"_s);
    QCOMPARE(value(u"modalities"_s), (QJsonArray{u"audio"_s, 5, u"video"_s, u"audio"_s}));
    tick(u"audio"_s)->click();
    QCOMPARE(value(u"modalities"_s), (QJsonArray{5, u"video"_s}));
    tick(u"video"_s)->click();
    edit->line()->setText(u"[\"data\"]"_s);
    QVERIFY(tick(u"data"_s)->isChecked());
    tick(u"data"_s)->click();
    QCOMPARE(value(u"modalities"_s), QJsonArray());
}

void FormPageTest::modalities_textThatIsNoJson_waits()
{
    const auto *edit = m_page->findChild<app::MembersEdit *>();
    edit->line()->setText(u"[\"audio\"]"_s);
    edit->line()->setText(u"[\"audio\", "_s);
    QCOMPARE(value(u"modalities"_s), QJsonArray{u"audio"_s});
    QCOMPARE(edit->line()->text(), u"[\"audio\", "_s);
    QVERIFY(!edit->line()->accessibleDescription().isEmpty());
    // A change elsewhere leaves it alone; one of its own value does not.
    QTest::keyClicks(line(u"id"_s), u"x"_s);
    QCOMPARE(edit->line()->text(), u"[\"audio\", "_s);
    m_document->document().setValue(json::Pointer::fromPath(u"modalities"_s), QJsonArray{u"data"_s});
    QCOMPARE(edit->line()->text(), u"[\"data\"]"_s);
}

void FormPageTest::typeBox_writesTheType()
{
    QComboBox *type = box(u"caller/@odata.type"_s);
    QCOMPARE(type->itemText(0), u"(none)"_s);
    type->setCurrentText(u"participantEndpoint"_s);
    QCOMPARE(value(u"caller/@odata.type"_s), u"#microsoft.graph.callRecords.participantEndpoint"_s);
    m_document->setTypeStyle(session::TypeStyle::AsDocumented);
    QCOMPARE(value(u"caller/@odata.type"_s), u"#microsoft.graph.callRecords.participantEndpoint"_s);
    type->setCurrentText(u"endpoint"_s);
    QCOMPARE(value(u"caller/@odata.type"_s), u"microsoft.graph.callRecords.endpoint"_s);
    box(u"@odata.type"_s)->setCurrentText(u"session"_s);
    QCOMPARE(value(u"@odata.type"_s), u"#microsoft.graph.callRecords.session"_s);
    type->setCurrentText(u"(none)"_s);
    QVERIFY(value(u"caller/@odata.type"_s).isUndefined());
    QVERIFY(value(u"caller"_s).isObject());
}

void FormPageTest::foreignValue_standsInItsBox()
{
    m_document->document().load(
        R"({"isTest":"maybe","caller":{"@odata.type":"#x.y","userAgent":{"platform":"amiga"}}})");
    QCOMPARE(box(u"isTest"_s)->currentText(), u"\"maybe\""_s);
    QCOMPARE(box(u"caller/@odata.type"_s)->currentText(), u"#x.y"_s);
    QCOMPARE(box(u"caller/userAgent/platform"_s)->currentText(), u"amiga"_s);
    QVERIFY(!m_document->document().isModified());
    m_document->document().load("{}");
    QCOMPARE(box(u"caller/userAgent/platform"_s)->findText(u"amiga"_s), -1);
}

void FormPageTest::finding_standsAtItsRow()
{
    QTest::keyClicks(line(u"startDateTime"_s), u"yesterday"_s);
    QVERIFY(bound(u"startDateTime"_s)->hasFinding());
    QVERIFY(!line(u"startDateTime"_s)->accessibleDescription().isEmpty());
    line(u"startDateTime"_s)->setText(u"2020-01-01T00:00:00Z"_s);
    QVERIFY(!bound(u"startDateTime"_s)->hasFinding());
    QCOMPARE(line(u"startDateTime"_s)->accessibleDescription(), QString());
    m_document->document().load(R"({"modalities":["audio","sound"]})");
    QVERIFY(bound(u"modalities"_s)->hasFinding());
}

void FormPageTest::obstacle_disablesTheForm()
{
    QSignalSpy source(m_page.get(), &app::FormPage::sourceRequested);
    m_document->document().load("{\"id\":\"a\",\n\"id\":\"b\"}");
    QVERIFY(!line(u"id"_s)->isEnabled());
    const auto *bar = m_page->findChild<app::NoticeBar *>();
    QVERIFY2(bar->sentence().contains("2:1"_L1), qPrintable(bar->sentence()));
    QVERIFY(!m_page->focusPointer(json::Pointer::fromPath(u"id"_s)));
    Q_EMIT const_cast<app::NoticeBar *>(bar)->actionRequested();
    QCOMPARE(source.size(), 1);
    m_document->document().load("{}");
    QVERIFY(line(u"id"_s)->isEnabled());
    QCOMPARE(bar->sentence(), QString());
}

void FormPageTest::respelled_offersUndo()
{
    const QByteArray text = "{\"isTest\" : true, \"id\":\"a\"}";
    m_document->document().load(text);
    QTest::keyClicks(line(u"id"_s), u"b"_s);
    auto *bar = m_page->findChild<app::NoticeBar *>();
    QVERIFY(!bar->sentence().isEmpty());
    Q_EMIT bar->actionRequested();
    QCOMPARE(m_document->document().bytes(), text);
    QCOMPARE(bar->sentence(), QString());
}

void FormPageTest::focusPointer_opensSections()
{
    auto *caller = qobject_cast<app::Section *>(bound(u"caller"_s));
    caller->setFolded(true);
    QVERIFY(!line(u"caller/name"_s)->isVisible());
    QVERIFY(m_page->focusPointer(json::Pointer::fromPath(u"caller/name"_s)));
    QVERIFY(line(u"caller/name"_s)->hasFocus());
    QVERIFY(!caller->isFolded());
    QVERIFY(m_page->focusPointer(json::Pointer::fromPath(u"modalities/0"_s)));
    QVERIFY(line(u"modalities"_s)->hasFocus());
    // The form has no field for this one.
    QVERIFY(!m_page->focusPointer(json::Pointer::fromPath(u"caller/cpuName"_s)));
}

QTEST_MAIN(FormPageTest)
#include "tst_formpage.moc"

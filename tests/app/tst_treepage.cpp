// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/treepage.h"

#include "app/documentpage.h"
#include "app/findingsdrawer.h"
#include "app/statebutton.h"
#include "app/windowfixture.h"
#include "present/sessiontreemodel.h"
#include "sourcedir.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QTabWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;
using app::DocumentPage;
using present::SessionTreeModel;

class TreePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void keyboard_editsAValue();
    void keyboard_choosesAMember();
    void stateMenu_changesTheRow();
    void selection_staysOverEdits();
    void finding_isRevealed();
    void fixAction_mendsTheRow();
    void help_isAboutTheRow();
    void obstacle_isSaid();
    void samples_showEveryMember_data();
    void samples_showEveryMember();

private:
    QTreeView *tree() const { return m_fixture->find<app::TreePage>(u"treePage"_s)->findChild<QTreeView *>(); }
    void showTree(const QString &pointer);
    QString current() const;
    QJsonValue value(const QString &pointer) const;
    void type(const QString &text) const;

    std::unique_ptr<WindowFixture> m_fixture;
};

static json::Pointer at(const QString &text)
{
    return *json::Pointer::parse(text);
}

void TreePageTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

void TreePageTest::showTree(const QString &pointer)
{
    m_fixture->window.page().showPane(DocumentPage::Pane::Tree);
    m_fixture->find<app::TreePage>(u"treePage"_s)->showPointer(at(pointer));
    QVERIFY(tree()->hasFocus());
}

QString TreePageTest::current() const
{
    const QString text = tree()->currentIndex().siblingAtColumn(0).data(Qt::AccessibleTextRole).toString();
    return text.section(u", "_s, 0, 0);
}

QJsonValue TreePageTest::value(const QString &pointer) const
{
    return m_fixture->document.document().value(at(pointer));
}

// Into the editor that is open.
void TreePageTest::type(const QString &text) const
{
    QWidget *editor = QApplication::focusWidget();
    QVERIFY(editor != tree());
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(tree()->hasFocus()); // the view takes the text a turn of the event loop later
}

void TreePageTest::keyboard_editsAValue()
{
    showTree(u"/failureInfo/reason"_s);
    QTest::keyClick(tree(), Qt::Key_F2);
    type(u"network"_s);
    QCOMPARE(value(u"/failureInfo/reason"_s), QJsonValue(u"network"_s));
    QTest::keyClick(tree(), Qt::Key_Return);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(value(u"/failureInfo/reason"_s), QJsonValue(u"network"_s));
    m_fixture->find<QAction>(u"undoAction"_s)->trigger();
    QVERIFY(value(u"/failureInfo/reason"_s) != QJsonValue(u"network"_s));
    QCOMPARE(current(), u"/failureInfo/reason"_s);
}

void TreePageTest::keyboard_choosesAMember()
{
    showTree(u"/isTest"_s);
    QTest::keyClick(tree(), Qt::Key_F2);
    auto *box = tree()->findChild<QComboBox *>();
    QVERIFY(box);
    QCOMPARE(box->count(), 2);
    type(u"false"_s);
    QCOMPARE(value(u"/isTest"_s), QJsonValue(false));
}

void TreePageTest::stateMenu_changesTheRow()
{
    showTree(u"/failureInfo/reason"_s);
    auto *button = m_fixture->window.page().findChild<app::TreePage *>()->findChild<app::StateButton *>();
    QCOMPARE(button->accessibleName(), u"Session tree state"_s);
    QTest::keyClick(tree(), Qt::Key_Space, Qt::ControlModifier);
    auto *menu = button->findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().at(1)->trigger();
    menu->close();
    QVERIFY(value(u"/failureInfo/reason"_s).isNull());
    QCOMPARE(button->accessibleDescription(), u"null"_s);
}

void TreePageTest::selection_staysOverEdits()
{
    showTree(u"/caller/userAgent/headerValue"_s);
    m_fixture->document.document().setValue(at(u"/id"_s), u"elsewhere"_s);
    m_fixture->document.document().setValue(at(u"/caller/userAgent/zeta"_s), 1);
    QCOMPARE(current(), u"/caller/userAgent/headerValue"_s);
    QVERIFY(tree()->isExpanded(tree()->currentIndex().parent()));
    m_fixture->window.page().showPane(DocumentPage::Pane::Form);
    m_fixture->document.document().setValue(at(u"/alpha"_s), 1);
    m_fixture->window.page().showPane(DocumentPage::Pane::Tree);
    QCOMPARE(current(), u"/caller/userAgent/headerValue"_s);
}

void TreePageTest::finding_isRevealed()
{
    m_fixture->document.document().setSource(R"({"segments":[{"media":[{"streams":[{"averageJitter":"0,5"}]}]}]})");
    auto *drawer = m_fixture->find<app::FindingsDrawer>(u"findingsDrawer"_s);
    Q_EMIT drawer->chosen(at(u"/segments/0/media/0/streams/0/averageJitter"_s));
    QCOMPARE(current(), u"/segments/0/media/0/streams/0/averageJitter"_s);
    QVERIFY(tree()->hasFocus());
    auto *label = m_fixture->find<QLabel>(u"sentenceLabel"_s);
    QVERIFY(label->isVisible());
    QVERIFY(label->text().contains(u"0,5"_s));
    // Who works in the tree stays there; from elsewhere a field of the form is gone to in the form.
    Q_EMIT drawer->chosen(at(u"/startDateTime"_s));
    QCOMPARE(current(), u"/startDateTime"_s);
    m_fixture->window.page().showPane(DocumentPage::Pane::Source);
    Q_EMIT drawer->chosen(at(u"/startDateTime"_s));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"startDateTime"_s);
}

void TreePageTest::fixAction_mendsTheRow()
{
    m_fixture->document.document().setValue(at(u"/failureInfo/stage"_s), u"MIDCALL"_s);
    showTree(u"/failureInfo/stage"_s);
    m_fixture->find<QAction>(u"fixFindingAction"_s)->trigger();
    QCOMPARE(value(u"/failureInfo/stage"_s), QJsonValue(u"midcall"_s));
}

void TreePageTest::help_isAboutTheRow()
{
    showTree(u"/failureInfo/stage"_s);
    QVERIFY(m_fixture->window.page().helpForFocus().startsWith(u"stage\n"_s));
}

void TreePageTest::obstacle_isSaid()
{
    showTree(u"/id"_s);
    m_fixture->document.document().setSource("{\"id\":1,\"id\":2}");
    QVERIFY(!tree()->isEnabled());
    auto *page = m_fixture->find<app::TreePage>(u"treePage"_s);
    bool isSaid = false;
    for (const QLabel *label : page->findChildren<QLabel *>())
        isSaid |= label->isVisible() && label->text().startsWith(u"The tree cannot show this text"_s);
    QVERIFY(isSaid);
    m_fixture->document.document().undo();
    QVERIFY(tree()->isEnabled());
}

void TreePageTest::samples_showEveryMember_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(SC_SOURCE_DIR "/../shared/graph/samples"));
    for (const QString &name : folder.entryList({u"*.json"_s}))
        QTest::addRow("%s", qPrintable(name)) << folder.filePath(name);
    if (folder.entryList({u"*.json"_s}).isEmpty())
        QTest::addRow("no samples here") << QString();
}

// How many values `value` holds that a row has to show.
static int countIn(const QJsonValue &value)
{
    int count = 0;
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            count += 1 + countIn(item);
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        count += 1 + countIn(member.value());
    return count;
}

static int sentRows(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    int count = 0;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data(SessionTreeModel::IsSentRole).toBool())
            count += 1 + sentRows(model, index);
    }
    return count;
}

void TreePageTest::samples_showEveryMember()
{
    QFETCH(const QString, path);
    if (path.isEmpty())
        QSKIP("The samples are not beside this source.");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    session::SessionDocument &document = m_fixture->document.document();
    document.load(bytes);
    showTree(QString());
    QCOMPARE(document.bytes(), bytes);
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(sentRows(*tree()->model()), document.obstacle() ? 0 : countIn(object));
    if (document.obstacle())
        return;
    document.setValue(at(u"/added"_s), 1);
    document.setValue(at(u"/added"_s), QJsonValue::Undefined);
    QCOMPARE(QJsonDocument::fromJson(document.bytes()).object(), object);
}

QTEST_MAIN(TreePageTest)
#include "tst_treepage.moc"

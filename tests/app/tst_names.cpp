// SPDX-License-Identifier: GPL-3.0-or-later
// Accessible names are an interface: in every pane and dialog each input has one, and no two that show have the same.
#include "app/documentpage.h"
#include "app/statebutton.h"
#include "app/widgets.h"
#include "app/windowfixture.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QDialog>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using Pane = app::DocumentPage::Pane;

Q_DECLARE_METATYPE(Pane)

namespace {

// What a person can act on: all that takes the focus, and the buttons that do not. No tab bars: a page tab bears its
// pane's word.
bool isInput(QWidget *widget)
{
    const bool isPart = qobject_cast<QTabBar *>(widget) || qobject_cast<QTabBar *>(widget->parentWidget())
        || qobject_cast<QComboBox *>(widget->parentWidget()) || qobject_cast<QAbstractSpinBox *>(widget->parentWidget())
        || qobject_cast<QLineEdit *>(widget->parentWidget());
    const bool takesPart = widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton *>(widget);
    return widget->isVisible() && !widget->focusProxy() && !isPart && takesPart
        && !widget->objectName().startsWith("qt_scrollarea"_L1) && !widget->inherits("QTableCornerButton");
}

// What is wrong with the names of all that shows; empty when nothing is.
QString problemsOfNames()
{
    QStringList problems;
    QHash<QString, QWidget *> found;
    const QList<QWidget *> widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (!isInput(widget))
            continue;
        const QString name = spokenName(widget);
        if (name.isEmpty())
            problems += "no name: "_L1 + describe(widget);
        else if (found.contains(name))
            problems += describe(found.value(name)) + " and "_L1 + describe(widget);
        found.insert(name, widget);
    }
    return problems.join(u'\n');
}

} // namespace

class NamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void panes_data();
    void panes();
    void everyBar_atOnce();
    void findBars_data();
    void findBars();
    void narrow();
    void dialogs_data();
    void dialogs();

private:
    void trigger(const QString &name) const { m_fixture->find<QAction>(name)->trigger(); }
    // Opens the find bar of this view, by key.
    void find(const QString &name) const
    {
        auto *view = m_fixture->find<QWidget>(name);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(!view->hasFocus()); // in its bar
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void NamesTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window.resize(1366, 700);
    QVERIFY(m_fixture->start());
}

void NamesTest::panes_data()
{
    QTest::addColumn<Pane>("pane");
    QTest::addColumn<QString>("responseTab");
    const QList<std::pair<const char *, Pane>> panes{{"form", Pane::Form},
                                                     {"source", Pane::Source},
                                                     {"next request", Pane::NextRequest},
                                                     {"timeline", Pane::Timeline},
                                                     {"request headers", Pane::RequestHeaders}};
    for (const auto &[name, pane] : panes) {
        for (const char *tab :
             {"bodyTab", "treeTab", "errorTab", "headersTab", "sentTab", "timingTab", "responseTimelinePage"})
            QTest::addRow("%s, %s", name, tab) << pane << QString::fromLatin1(tab);
    }
}

void NamesTest::panes()
{
    QFETCH(const Pane, pane);
    QFETCH(const QString, responseTab);
    QCOMPARE(problemsOfNames(), QString());
    m_fixture->find<QComboBox>(u"rehearsalBox"_s)->setCurrentText(u"401"_s);
    QVERIFY(m_fixture->submit());
    m_fixture->window.page().showPane(pane);
    m_fixture->find<QTabWidget>(u"responseTabs"_s)->setCurrentWidget(m_fixture->find<QWidget>(responseTab));
    QVERIFY(m_fixture->find<QWidget>(responseTab)->isVisible());
    QCOMPARE(problemsOfNames(), QString());
}

void NamesTest::everyBar_atOnce()
{
    QVERIFY(m_fixture->submit());
    m_fixture->document.document().load("{\"modalities\" : [\"String\"]}");
    m_fixture->find<QLineEdit>(u"idEdit"_s)->setText(u"x"_s);
    m_fixture->find<QComboBox>(u"pathBox"_s)->setCurrentText(u"/sessions/$ref @odata.id"_s);
    trigger(u"findingsAction"_s);
    m_fixture->window.notify(u"Something to know."_s);
    trigger(u"loadSchemaAction"_s);
    QTRY_VERIFY(!m_fixture->schemas.isBuiltIn());
    QCOMPARE(problemsOfNames(), QString());
    find(u"bodyView"_s);
    QCOMPARE(problemsOfNames(), QString());
}

void NamesTest::findBars_data()
{
    QTest::addColumn<QString>("tab");
    QTest::addColumn<QString>("view");
    QTest::newRow("body") << u"bodyTab"_s << u"bodyView"_s;
    QTest::newRow("headers") << u"headersTab"_s << u"headersView"_s;
    QTest::newRow("sent") << u"sentTab"_s << u"sentView"_s;
}

// Beside the one of `Next request`.
void NamesTest::findBars()
{
    QFETCH(const QString, tab);
    QFETCH(const QString, view);
    QVERIFY(m_fixture->submit());
    m_fixture->window.page().showPane(Pane::NextRequest);
    find(u"requestView"_s);
    QCOMPARE(spokenName(QApplication::focusWidget()), u"Find in Next request"_s);
    m_fixture->find<QTabWidget>(u"responseTabs"_s)->setCurrentWidget(m_fixture->find<QWidget>(tab));
    find(view);
    QCOMPARE(spokenName(QApplication::focusWidget()), "Find in "_L1 + m_fixture->find<QWidget>(view)->accessibleName());
    QCOMPARE(problemsOfNames(), QString());
}

void NamesTest::narrow()
{
    m_fixture->window.resize(1024, 660);
    QVERIFY(m_fixture->submit());
    QTRY_VERIFY(m_fixture->find<QWidget>(u"flipButton"_s)->isVisible());
    QCOMPARE(problemsOfNames(), QString());
    m_fixture->window.page().focusNextPane();
    QCOMPARE(problemsOfNames(), QString());
}

void NamesTest::dialogs_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("about the API") << u"aboutApiAction"_s;
    QTest::newRow("about the program") << u"aboutAction"_s;
    QTest::newRow("about a field") << u"fieldHelpAction"_s;
    QTest::newRow("new call") << u"newCallAction"_s;
    QTest::newRow("move all times") << u"moveTimesAction"_s;
    QTest::newRow("differences of the schema") << u"differencesAction"_s;
    QTest::newRow("insert a snippet") << u"insertSnippetAction"_s;
    QTest::newRow("command palette") << u"paletteAction"_s;
    QTest::newRow("find a field") << u"findFieldAction"_s;
    QTest::newRow("other JSON") << QString();
}

// Each is closed by Escape, which gives the focus back.
void NamesTest::dialogs()
{
    QFETCH(const QString, action);
    auto *field = m_fixture->find<QLineEdit>(u"idEdit"_s);
    field->setFocus();
    if (action.isEmpty())
        Q_EMIT m_fixture->find<QWidget>(u"sessionForm"_s)->findChild<app::StateButton *>()->otherJsonRequested();
    else
        trigger(action);
    const QPointer<QDialog> dialog = m_fixture->window.findChild<QDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isActiveWindow());
    QVERIFY(!dialog->windowTitle().isEmpty());
    QVERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(problemsOfNames(), QString());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    QTRY_VERIFY(field->hasFocus());
}

QTEST_MAIN(NamesTest)
#include "tst_names.moc"

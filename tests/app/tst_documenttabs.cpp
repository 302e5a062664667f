// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documentpage.h"
#include "app/documenttabs.h"
#include "app/windowfixture.h"

#include <QMenu>
#include <QStatusBar>
#include <QTabBar>

using namespace Qt::StringLiterals;

/// Several documents in one window.
class DocumentTabsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->start());
        m_tabs = m_fixture->find<app::DocumentTabs>(u"documentTabs"_s);
    }
    void cleanup() { m_fixture.reset(); }
    void new_opensATab_andMakesItsPage();
    void pages_areMadeWhenShown();
    void undo_isOfTheCurrentDocument();
    void target_belongsToTheDocument();
    void exchange_belongsToTheDocument();
    void flight_belongsToTheDocument();
    void keys_walk_data();
    void keys_walk();
    void close_data();
    void close();
    void moved_tabsStayBound();
    void titles_areShortAndTold();
    void sourceActions_areThoseOfThePage();
    void sourceBeside_holdsForEveryDocument();
    void window_asksOnce();

private:
    void trigger(const QString &action) const { m_fixture->find<QAction>(action)->trigger(); }
    session::SessionDocument &document(int index) const
    {
        return m_fixture->workspace.at(index).controller().document();
    }
    void edit(int index, const QString &id) const { document(index).setValue(json::Pointer::fromPath(u"id"_s), id); }

    /// One edited document more.
    void openEdited(const QString &id) const
    {
        trigger(u"newAction"_s);
        edit(m_fixture->workspace.currentIndex(), id);
    }

    std::unique_ptr<WindowFixture> m_fixture;
    app::DocumentTabs *m_tabs = nullptr;
};

void DocumentTabsTest::new_opensATab_andMakesItsPage()
{
    trigger(u"newAction"_s); // in the place of the example, which nobody has touched
    QCOMPARE(m_tabs->count(), 1);
    edit(0, u"7"_s);
    QCOMPARE(m_tabs->tabText(0), u"untitled*"_s);
    trigger(u"newAction"_s);
    QCOMPARE(m_tabs->count(), 2);
    QCOMPARE(m_tabs->currentIndex(), 1);
    QCOMPARE(&m_fixture->window.page().controller(), &m_fixture->workspace.at(1).controller());
    QVERIFY(m_fixture->window.windowTitle().startsWith("untitled (2)"_L1));
    QVERIFY(!m_fixture->window.isWindowModified());
    m_tabs->setCurrentIndex(0);
    QCOMPARE(m_fixture->workspace.currentIndex(), 0);
    QVERIFY(m_fixture->window.isWindowModified());
}

void DocumentTabsTest::pages_areMadeWhenShown()
{
    edit(0, u"7"_s);
    QCOMPARE(m_tabs->findChildren<app::DocumentPage *>().size(), 1);
    openEdited(u"8"_s);
    QCOMPARE(m_tabs->findChildren<app::DocumentPage *>().size(), 2);
    QVERIFY(m_fixture->workspace.close(0));
    QCOMPARE(m_tabs->findChildren<app::DocumentPage *>().size(), 1);
}

void DocumentTabsTest::undo_isOfTheCurrentDocument()
{
    edit(0, u"7"_s);
    trigger(u"newAction"_s);
    auto *undo = m_fixture->find<QAction>(u"undoAction"_s);
    QVERIFY(!undo->isEnabled());
    edit(1, u"8"_s);
    QVERIFY(undo->isEnabled());
    undo->trigger();
    QCOMPARE(document(1).bytes(), "{}"_ba);
    QCOMPARE(document(0).value(json::Pointer::fromPath(u"id"_s)).toString(), u"7"_s);
    m_tabs->setCurrentIndex(0);
    QVERIFY(undo->isEnabled());
    document(1).redo(); // in the background
    undo->trigger();
    QVERIFY(!undo->isEnabled());
    QCOMPARE(document(1).value(json::Pointer::fromPath(u"id"_s)).toString(), u"8"_s);
}

void DocumentTabsTest::target_belongsToTheDocument()
{
    auto *id = m_fixture->find<QLineEdit>(u"callRecordIdEdit"_s);
    auto *version = m_fixture->find<QComboBox>(u"versionBox"_s);
    auto *path = m_fixture->find<QComboBox>(u"pathBox"_s);
    trigger(u"newAction"_s); // the example is a template, whose target is its own
    id->setText(u"one"_s);
    edit(0, u"6"_s);
    openEdited(u"8"_s);
    QCOMPARE(id->text(), u"one"_s); // as the one it was opened beside
    id->setText(u"two"_s);
    version->setEditText(u"beta"_s);
    path->setCurrentIndex(2);
    m_tabs->setCurrentIndex(0);
    QCOMPARE(id->text(), u"one"_s);
    QVERIFY(version->currentText() != "beta"_L1);
    QCOMPARE(path->currentIndex(), 0);
    QVERIFY(m_fixture->find<QLineEdit>(u"urlEdit"_s)->text().contains("/one/"_L1));
    m_tabs->setCurrentIndex(1);
    QCOMPARE(id->text(), u"two"_s);
    QCOMPARE(version->currentText(), u"beta"_s);
    QCOMPARE(path->currentIndex(), 2);
    QCOMPARE(m_fixture->workspace.at(0).controller().target().callRecordId, u"one"_s);
}

void DocumentTabsTest::exchange_belongsToTheDocument()
{
    auto *ticket = m_fixture->find<QAction>(u"copyForTicketAction"_s);
    QVERIFY(m_fixture->submit());
    QVERIFY(ticket->isEnabled());
    trigger(u"newAction"_s);
    QCOMPARE(m_tabs->count(), 2);
    QVERIFY(!ticket->isEnabled());
    const auto *status = m_fixture->window.page().findChild<QLineEdit *>(u"responseStatusEdit"_s);
    QCOMPARE(status->text(), QString());
    m_tabs->setCurrentIndex(0);
    QVERIFY(ticket->isEnabled());
    status = m_fixture->window.page().findChild<QLineEdit *>(u"responseStatusEdit"_s);
    QCOMPARE(status->text(), u"201 Created"_s);
}

void DocumentTabsTest::flight_belongsToTheDocument()
{
    auto *submit = m_fixture->find<QAction>(u"submitAction"_s);
    auto *cancel = m_fixture->find<QAction>(u"cancelAction"_s);
    QSignalSpy ended(&m_fixture->document, &present::DocumentController::exchangeEnded);
    submit->trigger();
    QVERIFY(!submit->isEnabled() && cancel->isEnabled());
    trigger(u"newAction"_s); // a document in flight keeps its place
    QCOMPARE(m_tabs->count(), 2);
    QVERIFY(submit->isEnabled() && !cancel->isEnabled());
    QVERIFY(ended.size() > 0 || ended.wait());
    QVERIFY(m_fixture->document.lastExchange()->response);
    QVERIFY(!m_fixture->workspace.at(1).controller().lastExchange());
    QVERIFY(m_fixture->find<QStatusBar>(u"statusbar"_s)->currentMessage().endsWith("201 Created"_L1));
    QVERIFY(m_fixture->find<QStatusBar>(u"statusbar"_s)->currentMessage() != "201 Created"_L1); // says which document
}

void DocumentTabsTest::keys_walk_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<int>("index");
    QTest::newRow("Ctrl+Tab") << int(Qt::Key_Tab) << Qt::KeyboardModifiers(Qt::ControlModifier) << 0;
    QTest::newRow("Ctrl+Shift+Tab") << int(Qt::Key_Backtab) << (Qt::ControlModifier | Qt::ShiftModifier) << 1;
    QTest::newRow("Ctrl+PgDown") << int(Qt::Key_PageDown) << Qt::KeyboardModifiers(Qt::ControlModifier) << 0;
    QTest::newRow("Ctrl+PgUp") << int(Qt::Key_PageUp) << Qt::KeyboardModifiers(Qt::ControlModifier) << 1;
}

void DocumentTabsTest::keys_walk()
{
    QFETCH(const int, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    QFETCH(const int, index);
    edit(0, u"1"_s);
    openEdited(u"2"_s);
    openEdited(u"3"_s);
    m_fixture->window.page().showPane(app::DocumentPage::Pane::Form);
    QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    QCOMPARE(m_fixture->workspace.currentIndex(), index);
    QCOMPARE(m_tabs->currentIndex(), index);
}

void DocumentTabsTest::close_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("action") << 0;
    QTest::newRow("middle click") << 1;
    QTest::newRow("button") << 2;
}

void DocumentTabsTest::close()
{
    QFETCH(const int, way);
    edit(0, u"1"_s);
    openEdited(u"2"_s);
    m_fixture->prompter.loss = present::Prompter::LossAnswer::Cancel;
    const auto closeSecond = [this, way] {
        QTabBar *bar = m_tabs->tabBar();
        QWidget *right = bar->tabButton(1, QTabBar::RightSide);
        QWidget *button = right ? right : bar->tabButton(1, QTabBar::LeftSide);
        if (way == 0)
            trigger(u"closeAction"_s);
        else if (way == 1)
            QTest::mouseClick(bar, Qt::MiddleButton, {}, bar->tabRect(1).center());
        else
            QTest::mouseClick(button, Qt::LeftButton);
    };
    closeSecond();
    QCOMPARE(m_fixture->prompter.questions, 1);
    QCOMPARE(m_tabs->count(), 2);
    m_fixture->prompter.loss = present::Prompter::LossAnswer::Discard;
    closeSecond();
    QCOMPARE(m_tabs->count(), 1);
    QCOMPARE(m_fixture->workspace.count(), 1);
    QCOMPARE(&m_fixture->window.page().controller(), &m_fixture->document);
    trigger(u"closeAction"_s);
    QCOMPARE(m_tabs->count(), 1);
    QCOMPARE(m_tabs->tabText(0), u"untitled"_s);
}

void DocumentTabsTest::moved_tabsStayBound()
{
    edit(0, u"1"_s);
    openEdited(u"2"_s);
    openEdited(u"3"_s);
    m_tabs->tabBar()->moveTab(2, 0);
    QCOMPARE(m_tabs->currentIndex(), 0);
    QCOMPARE(m_fixture->workspace.currentIndex(), 0);
    for (int i = 0; i < 3; ++i) {
        m_tabs->setCurrentIndex(i);
        QCOMPARE(&m_fixture->window.page().controller(), &m_fixture->workspace.at(i).controller());
    }
    trigger(u"undoAction"_s);
    QVERIFY(!document(2).isModified());
    QVERIFY(document(0).isModified());
}

void DocumentTabsTest::titles_areShortAndTold()
{
    const QString name = u"<b>a</b> "_s + QString(100, u'x') + u" end"_s;
    m_fixture->workspace.startWith("{}", name);
    edit(0, u"1"_s);
    openEdited(u"2"_s);
    QVERIFY(m_tabs->tabText(0).size() < 50);
    QVERIFY(m_tabs->tabText(0).endsWith(" end*"_L1));
    QVERIFY(m_tabs->tabToolTip(0).contains("&lt;b&gt;"_L1));
    QStringList names;
    const QList<QAbstractButton *> buttons = m_tabs->tabBar()->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons)
        names += button->accessibleName();
    QVERIFY(names.contains(u"Close untitled"_s));
    QVERIFY(names.contains(u"Close "_s + name));
}

void DocumentTabsTest::sourceActions_areThoseOfThePage()
{
    const auto *menu = m_fixture->find<QMenu>(u"editMenu"_s);
    const qsizetype count = menu->actions().size();
    edit(0, u"1"_s);
    const QAction *first = m_fixture->window.page().sourceActions().constFirst();
    openEdited(u"2"_s);
    QCOMPARE(menu->actions().size(), count);
    QVERIFY(!menu->actions().contains(first));
    QVERIFY(menu->actions().contains(m_fixture->window.page().sourceActions().constFirst()));
    m_fixture->prompter.loss = present::Prompter::LossAnswer::Discard;
    QVERIFY(m_fixture->workspace.close(1));
    QCOMPARE(menu->actions().size(), count);
    QVERIFY(menu->actions().contains(first));
}

void DocumentTabsTest::sourceBeside_holdsForEveryDocument()
{
    edit(0, u"1"_s);
    trigger(u"sourceBesideAction"_s);
    trigger(u"findingsAction"_s);
    openEdited(u"2"_s);
    QVERIFY(m_fixture->window.page().isSourceBeside());
    QVERIFY(m_fixture->window.page().areFindingsShown());
    trigger(u"sourceBesideAction"_s);
    m_tabs->setCurrentIndex(0);
    QVERIFY(!m_fixture->window.page().isSourceBeside());
}

void DocumentTabsTest::window_asksOnce()
{
    edit(0, u"1"_s);
    openEdited(u"2"_s);
    m_fixture->prompter.loss = present::Prompter::LossAnswer::Cancel;
    trigger(u"quitAction"_s);
    QCOMPARE(m_fixture->prompter.questions, 1);
    QCOMPARE(m_fixture->prompter.lost.size(), 2);
    QVERIFY(m_fixture->window.isVisible());
    m_fixture->prompter.loss = present::Prompter::LossAnswer::Discard;
    trigger(u"quitAction"_s);
    QVERIFY(!m_fixture->window.isVisible());
}

QTEST_MAIN(DocumentTabsTest)
#include "tst_documenttabs.moc"

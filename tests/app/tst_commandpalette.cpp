// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandpalette.h"

#include "app/menucommands.h"
#include "app/textcard.h"
#include "app/windowfixture.h"

#include <QApplication>
#include <QListView>
#include <QMenuBar>
#include <QPointer>
#include <QStatusBar>

#include <algorithm>

using namespace Qt::StringLiterals;
using app::CommandPalette;

class CommandPaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void menus_areAllThere();
    void keyboardAlone_runsACommand();
    void command_findsTheFocusWhereItWas();
    void disabled_saysWhy_andStays();
    void field_isGoneTo();
    void document_isGoneTo();
    void checked_isSaid();
    void escape_returnsTheFocus();
    void nothingFits_isNoCommand();

private:
    // The palette, opened by its key, with `typed` in its line.
    QPointer<CommandPalette> open(const QString &typed) const;
    static QString marked(const CommandPalette *palette)
    {
        return palette->findChild<QListView *>()->currentIndex().data().toString();
    }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    QString said() const { return m_fixture->window.statusBar()->currentMessage(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void CommandPaletteTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
    m_fixture->find<QLineEdit>(u"idEdit"_s)->setFocus();
}

QPointer<CommandPalette> CommandPaletteTest::open(const QString &typed) const
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto *palette = m_fixture->window.findChild<CommandPalette *>();
    if (!palette || !QTest::qWaitFor([palette] { return palette->isActiveWindow(); }))
        qFatal("no palette");
    QTest::keyClicks(QApplication::focusWidget(), typed);
    return palette;
}

// Whoever adds an action to a menu has it in the palette.
void CommandPaletteTest::menus_areAllThere()
{
    auto *bar = m_fixture->find<QMenuBar>(u"menubar"_s);
    const QList<present::PaletteEntry> entries = app::menuCommands(*bar, {});
    const auto has = [&entries](const QString &name, const QString &path, const QString &note) {
        return std::any_of(entries.begin(), entries.end(), [&](const present::PaletteEntry &entry) {
            return entry.name == name && entry.path == path && entry.note == note;
        });
    };
    QVERIFY(has(u"Save As…"_s, u"File"_s, u"Ctrl+Shift+S"_s));
    QVERIFY(has(u"Dark"_s, u"View › Appearance"_s, {}));
    QVERIFY(has(u"Keep History"_s, u"Session › History"_s, u"on"_s));
    const QList<QAction *> actions = m_fixture->window.findChildren<QAction *>(Qt::FindDirectChildrenOnly);
    int missing = 0;
    for (const QAction *action : actions) {
        const QString name = QString(action->text()).remove(u'&');
        const bool isCommand = !action->isSeparator() && !action->menu() && action->isVisible() && !name.isEmpty();
        if (isCommand
            && std::none_of(entries.begin(), entries.end(), [&name](const auto &e) { return e.name == name; })) {
            qInfo() << "not in the palette:" << name;
            ++missing;
        }
    }
    QCOMPARE(missing, 0);
    QVERIFY(actions.size() > 30);
}

void CommandPaletteTest::keyboardAlone_runsACommand()
{
    const QPointer<CommandPalette> palette = open(u"srcbes"_s);
    QCOMPARE(marked(palette), u"View › Source Beside Form"_s);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Command"_s);
    QVERIFY(QApplication::focusWidget()->accessibleDescription().contains("Source Beside Form"_L1));
    auto *action = m_fixture->find<QAction>(u"sourceBesideAction"_s);
    QVERIFY(!action->isChecked());
    press(Qt::Key_Return);
    QTRY_VERIFY(action->isChecked());
    QTRY_VERIFY(!palette);
}

void CommandPaletteTest::command_findsTheFocusWhereItWas()
{
    const QPointer<CommandPalette> palette = open(u"about this field"_s);
    press(Qt::Key_Return);
    // The card of the field that had the focus, not of nothing.
    QTRY_VERIFY(m_fixture->window.findChild<app::TextCard *>());
    QTRY_VERIFY(!palette);
}

void CommandPaletteTest::disabled_saysWhy_andStays()
{
    const QPointer<CommandPalette> palette = open(u"edit undo"_s);
    QCOMPARE(marked(palette), u"Edit › Undo"_s);
    QVERIFY(QApplication::focusWidget()->accessibleDescription().contains("Nothing to undo"_L1));
    press(Qt::Key_Return);
    QVERIFY(palette && palette->isVisible());
    QCOMPARE(said(), u"Nothing to undo"_s);
    press(Qt::Key_Escape);
}

void CommandPaletteTest::field_isGoneTo()
{
    open(u"callee name"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->accessibleName() == "callee name"_L1);
}

void CommandPaletteTest::document_isGoneTo()
{
    m_fixture->find<QLineEdit>(u"idEdit"_s)->setText(u"touched"_s); // else the next one takes its place
    m_fixture->workspace.startWith("{}", u"Zebra"_s);
    m_fixture->workspace.activate(0);
    const QPointer<CommandPalette> palette = open(u"zebra"_s);
    QCOMPARE(marked(palette), u"Zebra"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_fixture->workspace.currentIndex(), 1);
}

void CommandPaletteTest::checked_isSaid()
{
    m_fixture->find<QAction>(u"findingsAction"_s)->setChecked(true);
    const QPointer<CommandPalette> palette = open(u"show findings"_s);
    QVERIFY(QApplication::focusWidget()->accessibleDescription().contains(", on"_L1));
    press(Qt::Key_Escape);
}

void CommandPaletteTest::escape_returnsTheFocus()
{
    const QPointer<CommandPalette> palette = open(u"sub"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!palette);
    QTRY_VERIFY(m_fixture->find<QLineEdit>(u"idEdit"_s)->hasFocus());
    QVERIFY(!m_fixture->document.isInFlight());
}

void CommandPaletteTest::nothingFits_isNoCommand()
{
    const QPointer<CommandPalette> palette = open(u"§§"_s);
    QCOMPARE(marked(palette), QString());
    QCOMPARE(QApplication::focusWidget()->accessibleDescription(), QString());
    press(Qt::Key_Return);
    QVERIFY(palette && palette->isVisible());
    press(Qt::Key_Escape);
}

QTEST_MAIN(CommandPaletteTest)
#include "tst_commandpalette.moc"

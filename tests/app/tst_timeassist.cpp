// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeassist.h"

#include "app/formpage.h"
#include "app/strictness.h"
#include "edm/builtinschema.h"
#include "present/documentcontroller.h"
#include "support/fakes.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QContextMenuEvent>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr char exampleStart[] = "2017-01-01T00:00:14.2767228+03:00";

/// The labels of the entries, without mnemonics.
QStringList labelsOf(const QMenu *menu)
{
    QStringList labels;
    for (const QAction *action : menu->actions()) {
        if (!action->isSeparator())
            labels += action->text().remove(u'&').section(u'\t', 0, 0);
    }
    return labels;
}

QAction *entryOf(const QMenu *menu, const QString &label)
{
    for (QAction *action : menu->actions()) {
        if (action->text().remove(u'&') == label)
            return action;
    }
    qFatal("no entry %s", qPrintable(label));
}

// Triggering an entry by program leaves its menu open, where a person's click closes it.
void closeMenus()
{
    while (QWidget *menu = QApplication::activePopupWidget())
        menu->close();
}

const QStringList ownLabels{u"Now"_s, u"End = start + …"_s, u"Same instant, other offset"_s,
                            u"Same wall clock, other offset"_s, u"Calendar…"_s};

} // namespace

class TimeAssistTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keys_stepTheUnitUnderTheCursor_data();
    void keys_stepTheUnitUnderTheCursor();
    void keys_held_areOneUndoStep();
    void keys_whereNothingSteps_sayWhyInTheStatus();
    void otherKeys_areNotTaken();
    void beside_followsTheDocument();
    void menu_opensByButtonAndKey();
    void menu_standsInTheContextMenu();
    void otherFields_haveNone();
    void now_isWritten();
    void end_isAskedFor();
    void offset_isChosen();
    void offset_isAskedFor();
    void calendar_replacesTheDate();
    void calendar_closesWithoutChoosing();
    void menu_whereItCannot_saysWhyInTheStatus();
    void locale_staysOffTheWire_data();
    void locale_staysOffTheWire();

private:
    QLineEdit *line(const QString &name) const;
    QToolButton *button(const QString &name) const;
    QMenu *openMenu(const QString &name) const;
    QDialog *openDialog() const;
    QString text(const QString &path) const
    {
        return m_document->document().value(json::Pointer::fromPath(path)).toString();
    }
    void answer(QDialog *dialog, const QString &typed) const;

    support::FixedClock m_clock;
    support::MemoryExchangeLog m_log;
    graph::GraphClient m_client{m_clock, m_log};
    std::unique_ptr<present::DocumentController> m_document;
    std::unique_ptr<QMainWindow> m_window;
};

void TimeAssistTest::init()
{
    failOnAnyWarning();
    m_window.reset();
    m_document = std::make_unique<present::DocumentController>(
        present::DocumentController::Services{edm::sharedBuiltinSchema(), m_client, QTimeZone("Europe/Berlin")});
    m_window = std::make_unique<QMainWindow>();
    auto *page = new app::FormPage;
    page->setController(m_document.get());
    m_window->setCentralWidget(page);
    m_window->statusBar();
    m_window->resize(560, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    line(u"startDateTime"_s)->setText(QLatin1String(exampleStart));
}

QLineEdit *TimeAssistTest::line(const QString &name) const
{
    for (QLineEdit *edit : m_window->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name)
            return edit;
    }
    qFatal("no line %s", qPrintable(name));
}

QToolButton *TimeAssistTest::button(const QString &name) const
{
    for (QToolButton *button : m_window->findChildren<QToolButton *>()) {
        if (button->accessibleName() == name + " time menu"_L1)
            return button;
    }
    return nullptr;
}

QMenu *TimeAssistTest::openMenu(const QString &name) const
{
    button(name)->click();
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

QDialog *TimeAssistTest::openDialog() const
{
    return qobject_cast<QDialog *>(QApplication::activeModalWidget());
}

void TimeAssistTest::answer(QDialog *dialog, const QString &typed) const
{
    dialog->findChild<QLineEdit *>()->setText(typed);
    dialog->accept();
}

void TimeAssistTest::keys_stepTheUnitUnderTheCursor_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("cursor");
    QTest::addColumn<QString>("after");
    QTest::newRow("Up, year") << Qt::Key_Up << 0 << u"2018-01-01T00:00:14.2767228+03:00"_s;
    QTest::newRow("Down, month") << Qt::Key_Down << 6 << u"2016-12-01T00:00:14.2767228+03:00"_s;
    QTest::newRow("Page Up, hour") << Qt::Key_PageUp << 12 << u"2017-01-01T10:00:14.2767228+03:00"_s;
    QTest::newRow("Page Down, tick") << Qt::Key_PageDown << 26 << u"2017-01-01T00:00:14.2767218+03:00"_s;
    QTest::newRow("Up, offset") << Qt::Key_Up << 29 << u"2017-01-01T00:00:14.2767228+04:00"_s;
}

void TimeAssistTest::keys_stepTheUnitUnderTheCursor()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const int, cursor);
    QLineEdit *start = line(u"startDateTime"_s);
    start->setFocus();
    start->setCursorPosition(cursor);
    QTest::keyClick(start, key);
    QTEST(start->text(), "after");
    QTEST(text(u"startDateTime"_s), "after");
    QCOMPARE(start->cursorPosition(), cursor);
}

void TimeAssistTest::keys_held_areOneUndoStep()
{
    QLineEdit *start = line(u"startDateTime"_s);
    m_document->document().endMerge();
    start->setFocus();
    start->setCursorPosition(18);
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(start, Qt::Key_Up);
    QCOMPARE(text(u"startDateTime"_s), u"2017-01-01T00:01:04.2767228+03:00"_s);
    QCOMPARE(start->cursorPosition(), 18);
    m_document->document().undo();
    QCOMPARE(text(u"startDateTime"_s), QLatin1String(exampleStart));
}

void TimeAssistTest::keys_whereNothingSteps_sayWhyInTheStatus()
{
    QLineEdit *start = line(u"startDateTime"_s);
    start->setText(u"2016-12-31T24:00:00Z"_s);
    start->setFocus();
    QTest::keyClick(start, Qt::Key_Up);
    QCOMPARE(start->text(), u"2016-12-31T24:00:00Z"_s);
    QVERIFY2(m_window->statusBar()->currentMessage().contains("hour"_L1),
             qPrintable(m_window->statusBar()->currentMessage()));
}

// Selecting by Shift and moving by Control stay what they are.
void TimeAssistTest::otherKeys_areNotTaken()
{
    QLineEdit *start = line(u"startDateTime"_s);
    start->setFocus();
    QTest::keyClick(start, Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyClick(start, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(start, Qt::Key_Right);
    QCOMPARE(start->text(), QLatin1String(exampleStart));
}

void TimeAssistTest::beside_followsTheDocument()
{
    const auto isShown = [this](const QString &text) {
        const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&text](const QLabel *label) { return label->isVisible() && label->text() == text; });
    };
    const QString beside = u"2016-12-31 21:00:14.2767228 UTC · 22:00:14.2767228 +01:00 local"_s;
    QVERIFY(isShown(beside));
    line(u"startDateTime"_s)->setText(u"soon"_s);
    QVERIFY(!isShown(beside));
    m_document->document().undo();
    QVERIFY(!isShown(beside));
    m_document->document().redo();
    line(u"startDateTime"_s)->setText(u"2017-07-01T00:00:00Z"_s);
    QVERIFY(isShown(u"2017-07-01 00:00:00 UTC · 02:00:00 +02:00 local"_s));
}

void TimeAssistTest::menu_opensByButtonAndKey()
{
    QMenu *byButton = openMenu(u"startDateTime"_s);
    QVERIFY(byButton);
    QCOMPARE(labelsOf(byButton), ownLabels);
    byButton->close();
    QLineEdit *end = line(u"endDateTime"_s);
    end->setFocus();
    QTest::keyClick(end, Qt::Key_Down, Qt::AltModifier);
    auto *byKey = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(byKey);
    QCOMPARE(labelsOf(byKey), ownLabels);
    QTest::keyClick(byKey, Qt::Key_Escape);
    QVERIFY(!QApplication::activePopupWidget());
    QVERIFY(end->hasFocus());
}

void TimeAssistTest::menu_standsInTheContextMenu()
{
    QLineEdit *start = line(u"startDateTime"_s);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, start->mapToGlobal(QPoint()));
    QApplication::sendEvent(start, &event);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const QStringList labels = labelsOf(menu);
    QVERIFY(labels.contains(u"Paste"_s));
    QCOMPARE(labels.last(5), ownLabels);
    menu->close();
}

void TimeAssistTest::otherFields_haveNone()
{
    QVERIFY(button(u"endDateTime"_s));
    QVERIFY(!button(u"id"_s));
    QLineEdit *id = line(u"id"_s);
    id->setText(QLatin1String(exampleStart));
    id->setFocus();
    QTest::keyClick(id, Qt::Key_Up);
    QCOMPARE(id->text(), QLatin1String(exampleStart));
}

void TimeAssistTest::now_isWritten()
{
    entryOf(openMenu(u"startDateTime"_s), u"Now"_s)->trigger();
    closeMenus();
    QCOMPARE(text(u"startDateTime"_s), u"2017-07-14T02:40:00.0000000Z"_s);
    QCOMPARE(line(u"startDateTime"_s)->text(), u"2017-07-14T02:40:00.0000000Z"_s);
}

void TimeAssistTest::end_isAskedFor()
{
    entryOf(openMenu(u"endDateTime"_s), u"End = start + …"_s)->trigger();
    closeMenus();
    QDialog *dialog = openDialog();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit *>()->accessibleName(), u"amount"_s);
    answer(dialog, u"5"_s);
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->findChild<QLabel *>(u"problemLabel"_s)->text().contains("unit"_L1));
    answer(dialog, u"2m4.1162662s"_s);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(text(u"endDateTime"_s), u"2017-01-01T00:02:18.3929890+03:00"_s);
}

void TimeAssistTest::offset_isChosen()
{
    const QMenu *same = entryOf(openMenu(u"startDateTime"_s), u"Same instant, other offset"_s)->menu();
    QCOMPARE(labelsOf(same).first(2), (QStringList{u"Z"_s, u"+01:00"_s}));
    entryOf(same, u"Z"_s)->trigger();
    QCOMPARE(text(u"startDateTime"_s), u"2016-12-31T21:00:14.2767228Z"_s);
    closeMenus();
    const QMenu *wall = entryOf(openMenu(u"startDateTime"_s), u"Same wall clock, other offset"_s)->menu();
    entryOf(wall, u"+05:45"_s)->trigger();
    QCOMPARE(text(u"startDateTime"_s), u"2016-12-31T21:00:14.2767228+05:45"_s);
    closeMenus();
}

void TimeAssistTest::offset_isAskedFor()
{
    const QMenu *wall = entryOf(openMenu(u"startDateTime"_s), u"Same wall clock, other offset"_s)->menu();
    entryOf(wall, u"Other…"_s)->trigger();
    closeMenus();
    QDialog *dialog = openDialog();
    QVERIFY(dialog);
    answer(dialog, u"-1130"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"problemLabel"_s)->text().contains("hh:mm"_L1));
    answer(dialog, u"-11:30"_s);
    QCOMPARE(text(u"startDateTime"_s), u"2017-01-01T00:00:14.2767228-11:30"_s);
}

void TimeAssistTest::calendar_replacesTheDate()
{
    entryOf(openMenu(u"startDateTime"_s), u"Calendar…"_s)->trigger();
    auto *calendar = m_window->findChild<QCalendarWidget *>();
    QVERIFY(calendar && calendar->isVisible());
    QCOMPARE(calendar->accessibleName(), u"startDateTime calendar"_s);
    QCOMPARE(calendar->selectedDate(), QDate(2017, 1, 1));
    auto *days = calendar->findChild<QWidget *>(u"qt_calendar_calendarview"_s);
    QTest::keyClick(days, Qt::Key_Left);
    QTest::keyClick(days, Qt::Key_Return);
    QCOMPARE(text(u"startDateTime"_s), u"2016-12-31T00:00:14.2767228+03:00"_s);
    QTRY_VERIFY(!m_window->findChild<QCalendarWidget *>());
}

void TimeAssistTest::calendar_closesWithoutChoosing()
{
    entryOf(openMenu(u"startDateTime"_s), u"Calendar…"_s)->trigger();
    auto *calendar = m_window->findChild<QCalendarWidget *>();
    auto *days = calendar->findChild<QWidget *>(u"qt_calendar_calendarview"_s);
    QTest::keyClick(days, Qt::Key_Left);
    QTest::keyClick(days, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<QCalendarWidget *>());
    QCOMPARE(text(u"startDateTime"_s), QLatin1String(exampleStart));
}

void TimeAssistTest::menu_whereItCannot_saysWhyInTheStatus()
{
    line(u"startDateTime"_s)->setText(u"soon"_s);
    // By keyboard, since closing menus write into the status bar as well.
    QMenu *menu = openMenu(u"startDateTime"_s);
    QTest::keyClick(menu, Qt::Key_I);
    QWidget *offsets = QApplication::activePopupWidget();
    QVERIFY(offsets != menu);
    QTest::keyClick(offsets, Qt::Key_Return);
    QVERIFY(!QApplication::activePopupWidget());
    QCOMPARE(text(u"startDateTime"_s), u"soon"_s);
    QVERIFY(m_window->statusBar()->currentMessage().startsWith("This is no time"_L1));
}

void TimeAssistTest::locale_staysOffTheWire_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("German") << u"de_DE"_s;
    QTest::newRow("Egyptian Arabic") << u"ar_EG"_s;
}

// Digits, decimal points and calendars of a locale are for people alone.
void TimeAssistTest::locale_staysOffTheWire()
{
    QFETCH(const QString, name);
    const QLocale before;
    QLocale::setDefault(QLocale(name));
    QLineEdit *start = line(u"startDateTime"_s);
    start->setFocus();
    start->setCursorPosition(26);
    QTest::keyClick(start, Qt::Key_PageUp);
    entryOf(openMenu(u"startDateTime"_s), u"End = start + …"_s)->trigger();
    closeMenus();
    answer(openDialog(), u"1h0.5s"_s);
    entryOf(openMenu(u"startDateTime"_s), u"Calendar…"_s)->trigger();
    auto *calendar = m_window->findChild<QCalendarWidget *>();
    QTest::keyClick(calendar->findChild<QWidget *>(u"qt_calendar_calendarview"_s), Qt::Key_Return);
    const QString duration = line(u"duration"_s)->text();
    QLocale::setDefault(before);
    QCOMPARE(m_document->document().bytes(),
             "{\n"
             "    \"endDateTime\": \"2017-01-01T01:00:14.7767238+03:00\",\n"
             "    \"startDateTime\": \"2017-01-01T00:00:14.2767238+03:00\"\n"
             "}\n"_ba);
    QCOMPARE(duration, u"01:00:00.5, 36005000000 ticks of 100 ns"_s);
}

QTEST_MAIN(TimeAssistTest)
#include "tst_timeassist.moc"

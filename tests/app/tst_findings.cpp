// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documentpage.h"
#include "app/findingsdrawer.h"
#include "app/sourceeditor.h"
#include "app/sourcepage.h"
#include "app/windowfixture.h"

#include <QAccessible>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

/// Every field is right but isTest (a fix), foo (none) and the stage (a fix), in this order.
constexpr char body[] = R"({"startDateTime":"2017-01-01T00:00:00Z","endDateTime":"2017-01-01T00:02:00Z",
"modalities":["audio"], "isTest":"True", "foo":1, "failureInfo":{"stage":"MidCall"}})";

} // namespace

class FindingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void nextAndPrevious_goRound();
    void pointerWithoutField_isChosenInTheTree();
    void pointerWithoutForm_isSelectedInSource();
    void drawer_fixesByKeyboard();
    void drawer_goesOnFromFixToFix();
    void drawer_filters();
    void drawer_namesWhatItDoes();
    void fixAction_mendsTheFieldWithTheFocus();
    void fixAction_ofAHeader_ticksIt();
    void fixAction_withoutFix_saysWhy();
    void field_offersTheFixInItsMenu();
    void field_offersTheFixBesideItsSentence();

private:
    void trigger(const QString &name) const { m_fixture->find<QAction>(name)->trigger(); }
    session::SessionDocument &document() const { return m_fixture->document.document(); }
    QJsonValue value(const QString &path) const { return document().value(json::Pointer::fromPath(path)); }
    QTableView *table() const { return m_fixture->find<QTableView>(u"findingsTable"_s); }
    QString place(int row) const { return table()->model()->index(row, 1).data().toString(); }
    QString focusName() const { return QApplication::focusWidget()->accessibleName(); }

    /// The button with this accessible name.
    QToolButton *button(const QString &name) const
    {
        const QList<QToolButton *> buttons = m_fixture->window.findChildren<QToolButton *>();
        for (QToolButton *button : buttons) {
            if (button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void FindingsTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
    document().load(body);
}

void FindingsTest::nextAndPrevious_goRound()
{
    trigger(u"nextFindingAction"_s);
    QCOMPARE(focusName(), u"isTest"_s);
    trigger(u"nextFindingAction"_s);
    QCOMPARE(focusName(), u"Session tree"_s); // no form has it, and who is in the tree stays there
    trigger(u"nextFindingAction"_s);
    QCOMPARE(focusName(), u"Session tree"_s);
    m_fixture->window.page().showPane(app::DocumentPage::Pane::Form);
    trigger(u"nextFindingAction"_s);
    QCOMPARE(focusName(), u"isTest"_s);
    trigger(u"previousFindingAction"_s);
    QCOMPARE(focusName(), u"failureInfo stage"_s);
    // Where a finding has gone, the next one (by name now, since the form spells anew) has taken its place.
    trigger(u"previousFindingAction"_s);
    QCOMPARE(m_fixture->window.page().pointerOfFocus().toString(), u"/foo"_s);
    document().setValue(json::Pointer::fromPath(u"foo"_s), QJsonValue::Undefined);
    trigger(u"nextFindingAction"_s);
    QCOMPARE(m_fixture->window.page().pointerOfFocus().toString(), u"/isTest"_s);
}

void FindingsTest::pointerWithoutField_isChosenInTheTree()
{
    m_fixture->window.page().showPointer(json::Pointer::fromPath(u"foo"_s));
    QCOMPARE(focusName(), u"Session tree"_s);
    QCOMPARE(m_fixture->window.page().pointerOfFocus().toString(), u"/foo"_s);
    // A member that is not there stands where its object does.
    m_fixture->window.page().showPointer(json::Pointer::fromPath(u"failureInfo/no/such"_s));
    QCOMPARE(m_fixture->window.page().pointerOfFocus().toString(), u"/failureInfo"_s);
}

void FindingsTest::pointerWithoutForm_isSelectedInSource()
{
    document().load(R"({"foo":9223372036854775808,"failureInfo":{"stage":"MidCall"}})");
    m_fixture->window.page().showPointer(json::Pointer::fromPath(u"foo"_s));
    QCOMPARE(focusName(), u"Source"_s);
    auto *editor = m_fixture->window.findChild<app::SourceEditor *>();
    QCOMPARE(editor->selectedText(), u"9223372036854775808"_s);
    m_fixture->window.page().showPointer(json::Pointer::fromPath(u"failureInfo/no/such"_s));
    QCOMPARE(editor->selectedText(), uR"({"stage":"MidCall"})"_s);
}

void FindingsTest::drawer_fixesByKeyboard()
{
    trigger(u"findingsAction"_s);
    table()->setFocus();
    QCOMPARE(place(table()->currentIndex().row()), u"/isTest"_s);
    auto *fix = m_fixture->find<QPushButton>(u"fixButton"_s);
    QVERIFY(fix->isEnabled());
    for (int presses = 0; presses < 5 && !fix->hasFocus(); ++presses)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(fix->hasFocus());
    QTest::keyClick(fix, Qt::Key_Space);
    QCOMPARE(value(u"isTest"_s), QJsonValue(true));
    QVERIFY2(m_fixture->find<QStatusBar>(u"statusbar"_s)->currentMessage().contains(u"true"),
             qPrintable(m_fixture->find<QStatusBar>(u"statusbar"_s)->currentMessage()));
    trigger(u"undoAction"_s);
    QCOMPARE(document().bytes(), QByteArray(body));
    QVERIFY(!document().canUndo());
}

void FindingsTest::drawer_goesOnFromFixToFix()
{
    trigger(u"findingsAction"_s);
    table()->setFocus();
    trigger(u"fixFindingAction"_s);
    QCOMPARE(place(table()->currentIndex().row()), u"/foo"_s);
    QVERIFY(!m_fixture->find<QPushButton>(u"fixButton"_s)->isEnabled());
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(place(table()->currentIndex().row()), u"/failureInfo/stage"_s);
    trigger(u"fixFindingAction"_s);
    QCOMPARE(value(u"failureInfo/stage"_s), QJsonValue(u"midcall"_s));
    QCOMPARE(table()->model()->rowCount(), 1);
}

void FindingsTest::drawer_filters()
{
    document().setSource(R"({"startDateTime":"2017-01-01T00:00Z","endDateTime":"2017-01-01T00:00Z",)"
                         R"("modalities":["unknown"],"id":"x","isTest":5})");
    trigger(u"findingsAction"_s);
    auto *box = m_fixture->find<QComboBox>(u"leastBox"_s);
    QCOMPARE(table()->model()->rowCount(), 3);
    box->setCurrentIndex(1);
    QCOMPARE(table()->model()->rowCount(), 2);
    box->setCurrentIndex(2);
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(place(0), u"/isTest"_s);
    QCOMPARE(m_fixture->find<QLabel>(u"summaryLabel"_s)->text(), u"1 error, 1 warning, 1 note"_s);
}

void FindingsTest::drawer_namesWhatItDoes()
{
    trigger(u"findingsAction"_s);
    const auto *fix = m_fixture->find<QPushButton>(u"fixButton"_s);
    QCOMPARE(fix->accessibleName(), u"Fix finding"_s);
    QCOMPARE(fix->accessibleDescription(), u"Write true"_s);
    QCOMPARE(table()->model()->index(0, 3).data().toString(), u"Write true"_s);
}

void FindingsTest::fixAction_mendsTheFieldWithTheFocus()
{
    auto *edit = m_fixture->find<QLineEdit>(u"startDateTimeEdit"_s);
    edit->setFocus();
    edit->setText(u"2017-01-01T03:00:00+0300"_s);
    trigger(u"fixFindingAction"_s);
    QCOMPARE(edit->text(), u"2017-01-01T03:00:00+03:00"_s);
    QVERIFY(edit->hasFocus());
    trigger(u"undoAction"_s);
    QCOMPARE(edit->text(), u"2017-01-01T03:00:00+0300"_s);
}

void FindingsTest::fixAction_ofAHeader_ticksIt()
{
    document().load(R"({"startDateTime":"2017-01-01T00:00Z","endDateTime":"2017-01-01T00:00Z","modalities":[],)"
                    R"("caller":{"userAgent":{"@odata.type":"#microsoft.graph.callRecords.clientUserAgent",)"
                    R"("platform":"web","productFamily":"azureCommunicationServices"}}})");
    trigger(u"nextFindingAction"_s);
    trigger(u"fixFindingAction"_s);
    QVERIFY(m_fixture->document.findings().isEmpty());
    const QList<exchange::Header> headers = m_fixture->document.nextRequest().request->headers;
    QCOMPARE(exchange::valueOf(headers, "Prefer").value_or(QByteArray()), "include-unknown-enum-members"_ba);
    QVERIFY(!document().isModified());
}

void FindingsTest::fixAction_withoutFix_saysWhy()
{
    trigger(u"fixFindingAction"_s);
    auto *bar = m_fixture->find<QStatusBar>(u"statusbar"_s);
    QVERIFY2(bar->currentMessage().contains(u"F8"), qPrintable(bar->currentMessage()));
    m_fixture->window.page().showPointer(json::Pointer::fromPath(u"isTest"_s));
    document().setValue(json::Pointer::fromPath(u"isTest"_s), 5);
    trigger(u"fixFindingAction"_s);
    QVERIFY2(bar->currentMessage().contains(u"no fix"), qPrintable(bar->currentMessage()));
    QCOMPARE(value(u"isTest"_s), QJsonValue(5));
}

void FindingsTest::field_offersTheFixInItsMenu()
{
    m_fixture->window.page().showPointer(json::Pointer::fromPath(u"failureInfo/stage"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QCOMPARE(menu->actions().constLast()->text(), u"Fix: Write \"midcall\""_s);
    QTest::keyClick(menu, Qt::Key_Up);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(value(u"failureInfo/stage"_s), QJsonValue(u"midcall"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()) != menu);
    menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QVERIFY(!menu->actions().constLast()->text().startsWith(u"Fix"));
    menu->close();
}

void FindingsTest::field_offersTheFixBesideItsSentence()
{
    QToolButton *fix = button(u"isTest fix"_s);
    QVERIFY(fix && fix->isVisible());
    QCOMPARE(fix->accessibleDescription(), u"Write true"_s);
    QTest::mouseClick(fix, Qt::LeftButton);
    QCOMPARE(value(u"isTest"_s), QJsonValue(true));
    QVERIFY(!fix->isVisible());
    document().setValue(json::Pointer::fromPath(u"isTest"_s), 5);
    QVERIFY(!fix->isVisible());
}

QTEST_MAIN(FindingsTest)
#include "tst_findings.moc"

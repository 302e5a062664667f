// SPDX-License-Identifier: GPL-3.0-or-later
// Form and Source at the same time: two views of one body, and the ways between them.
#include "app/documentpage.h"
#include "app/formpage.h"
#include "app/sourceeditor.h"
#include "app/sourcepage.h"
#include "app/windowfixture.h"
#include "core/workers.h"
#include "support/largesession.h"

#include <QElapsedTimer>
#include <QSplitter>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using app::DocumentPage;

class SourceBesideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_fixture.reset();
        core::workers().waitForDone(); // of a large body; the next test would wait for it
    }
    void beside_isRemembered();
    void besideSizes_areRemembered();
    void beside_showsBothViewsOfOneBody();
    void beside_isRightWhereThereIsRoom_elseBelow();
    void pane_isFocusedWhereverSourceIs();
    void jump_fromFieldToSource();
    void jump_fromSourceToField_data();
    void jump_fromSourceToField();
    void jump_withoutForm_saysWhy();
    void menu_bringsSourceToTheFront();
    void largeBody_staysFluid();
    void hiddenForm_followsWhenShown();
    void largeSource_leftForTheForm_isReadFirst();
    void largeForm_besideSource_isFollowed();

private:
    app::SourceEditor *editor() const { return m_fixture->window.findChild<app::SourceEditor *>(); }
    app::SourcePage *page() const { return m_fixture->find<app::SourcePage>(u"sourcePage"_s); }
    QLineEdit *edit(const QString &name) const { return m_fixture->find<QLineEdit>(name); }
    session::SessionDocument &document() const { return m_fixture->document.document(); }
    void trigger(const QString &name) const { m_fixture->find<QAction>(name)->trigger(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void SourceBesideTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

void SourceBesideTest::beside_isRemembered()
{
    auto *tabs = m_fixture->find<QTabWidget>(u"composeTabs"_s);
    const int place = tabs->indexOf(page());
    QVERIFY(place > 0);
    trigger(u"sourceBesideAction"_s);
    QVERIFY(m_fixture->window.page().isSourceBeside());
    QVERIFY(tabs->indexOf(page()) < 0);
    QVERIFY(page()->isVisible());
    m_fixture->window.close();
    QCOMPARE(m_fixture->settings.value(store::settings::isSourceBeside), true);
    {
        app::MainWindow next(m_fixture->windowParts());
        QVERIFY(next.page().isSourceBeside());
    }
    trigger(u"sourceBesideAction"_s);
    QCOMPARE(tabs->indexOf(page()), place);
    QCOMPARE(tabs->tabText(place), u"Source"_s);
}

void SourceBesideTest::besideSizes_areRemembered()
{
    auto *splitter = m_fixture->find<QSplitter>(u"composeSplitter"_s);
    m_fixture->window.resize(2400, 900);
    trigger(u"sourceBesideAction"_s);
    QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    splitter->setSizes({splitter->width() - 400, 400});
    const int share = splitter->sizes().at(1);
    QVERIFY(splitter->sizes().at(0) > share + 100);
    constexpr int rounding = 16; // the room for both may be some pixels more or less than before
    trigger(u"sourceBesideAction"_s);
    trigger(u"sourceBesideAction"_s);
    QVERIFY(qAbs(splitter->sizes().at(1) - share) < rounding);
    m_fixture->window.close();
    app::MainWindow next(m_fixture->windowParts());
    next.resize(2400, 900);
    next.show();
    QVERIFY(QTest::qWaitForWindowActive(&next));
    splitter = next.findChild<QSplitter *>(u"composeSplitter"_s);
    QTRY_VERIFY(qAbs(splitter->sizes().at(1) - share) < rounding);
}

void SourceBesideTest::beside_showsBothViewsOfOneBody()
{
    trigger(u"sourceBesideAction"_s);
    edit(u"idEdit"_s)->setFocus();
    edit(u"idEdit"_s)->setText(u"from form"_s);
    QVERIFY(edit(u"idEdit"_s)->isVisible());
    QVERIFY(page()->bytes().contains("\"id\": \"from form\""));
    QCOMPARE(page()->bytes(), document().bytes());
    editor()->setFocus();
    editor()->goTo(document().bytes().indexOf("form\""));
    QTest::keyClicks(editor(), u"the "_s);
    QCOMPARE(edit(u"idEdit"_s)->text(), u"from the form"_s);
    trigger(u"undoAction"_s);
    QCOMPARE(edit(u"idEdit"_s)->text(), u"from form"_s);
    QCOMPARE(page()->bytes(), document().bytes());
}

void SourceBesideTest::beside_isRightWhereThereIsRoom_elseBelow()
{
    trigger(u"sourceBesideAction"_s);
    auto *splitter = m_fixture->find<QSplitter>(u"composeSplitter"_s);
    m_fixture->window.resize(1366, 700);
    QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
    m_fixture->window.resize(2400, 900);
    QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    QVERIFY(page()->x() > 0);
}

void SourceBesideTest::pane_isFocusedWhereverSourceIs()
{
    trigger(u"sourceAction"_s);
    QVERIFY(editor()->hasFocus());
    trigger(u"sourceBesideAction"_s);
    trigger(u"formAction"_s);
    QVERIFY(!editor()->hasFocus());
    trigger(u"sourceAction"_s);
    QVERIFY(editor()->hasFocus());
    trigger(u"formAction"_s);
    trigger(u"nextPaneAction"_s); // F6: Source is a pane of its own now
    QVERIFY(editor()->hasFocus());
    trigger(u"nextPaneAction"_s);
    QVERIFY(!editor()->hasFocus());
}

void SourceBesideTest::jump_fromFieldToSource()
{
    document().load(R"({"startDateTime": "2020", "id": "x"})");
    edit(u"idEdit"_s)->setFocus();
    trigger(u"jumpAction"_s);
    QVERIFY(page()->isVisible());
    QVERIFY(editor()->hasFocus());
    QCOMPARE(page()->pointerAtCaret().toString(), u"/id"_s);
}

void SourceBesideTest::jump_fromSourceToField_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("field");
    QTest::newRow("value") << "x\""_ba << u"idEdit"_s;
    QTest::newRow("name") << "startDateTime"_ba << u"startDateTimeEdit"_s;
}

void SourceBesideTest::jump_fromSourceToField()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QString, field);
    const QByteArray text = R"({"id": "x", "startDateTime": "2020", "other": [1]})";
    document().load(text);
    trigger(u"sourceAction"_s);
    editor()->goTo(text.indexOf(before) + 1);
    trigger(u"jumpAction"_s);
    QVERIFY(edit(field)->hasFocus());
    QVERIFY(!document().isModified());
}

void SourceBesideTest::jump_withoutForm_saysWhy()
{
    document().load("{\"id\": ");
    trigger(u"sourceAction"_s);
    QSignalSpy announced(&m_fixture->window.page(), &DocumentPage::announced);
    trigger(u"jumpAction"_s);
    QCOMPARE(announced.size(), 1);
    QVERIFY(editor()->hasFocus());
}

void SourceBesideTest::menu_bringsSourceToTheFront()
{
    QVERIFY(!page()->isVisible());
    trigger(u"goToPlaceAction"_s);
    QVERIFY(page()->isVisible());
    QVERIFY(edit(u"placeEdit"_s)->hasFocus());
}

// 7 MB, as 1,000 segments make. The bound is wide, for debug builds on busy machines: what is meant is that nothing
// goes through the text line by line or again and again.
void SourceBesideTest::largeBody_staysFluid()
{
    constexpr qint64 mostMs = 10'000;
    QByteArray text = "{\n    \"segments\": [\n";
    while (text.size() < 7'000'000)
        text += "        {\n            \"id\": \"e523d2ed-2966-4b6b-925b-754a88034cc5\",\n            \"media\": []\n "
                "       },\n";
    text += "        {}\n    ]\n}\n";
    document().load(text);
    QElapsedTimer timer;
    qint64 worst = 0;
    const auto slowest = [&timer, &worst] { return worst = qMax(worst, timer.restart()); };
    timer.start();
    trigger(u"sourceAction"_s);
    QCoreApplication::processEvents();
    QVERIFY2(slowest() < mostMs, "shown");
    editor()->goTo(text.size());
    QCoreApplication::processEvents();
    QVERIFY2(slowest() < mostMs, "end in sight");
    QTest::keyClicks(editor(), u" "_s);
    QCoreApplication::processEvents();
    QVERIFY2(slowest() < mostMs, "typed");
    QCOMPARE(document().bytes(), text + ' ');
}

void SourceBesideTest::hiddenForm_followsWhenShown()
{
    trigger(u"sourceAction"_s);
    const QString before = edit(u"idEdit"_s)->text();
    document().setValue(json::Pointer::fromPath(u"id"_s), u"while hidden"_s);
    QCOMPARE(edit(u"idEdit"_s)->text(), before);
    trigger(u"formAction"_s);
    QCOMPARE(edit(u"idEdit"_s)->text(), u"while hidden"_s);
    document().setValue(json::Pointer::fromPath(u"id"_s), u"while shown"_s);
    QCOMPARE(edit(u"idEdit"_s)->text(), u"while shown"_s);
}

// What is typed in the form next goes into what was typed in Source last.
void SourceBesideTest::largeSource_leftForTheForm_isReadFirst()
{
    document().load(support::largeSession(50));
    trigger(u"sourceBesideAction"_s);
    editor()->setFocus();
    editor()->goTo(1);
    editor()->replaceSelection("\n    \"id\": \"typed\",");
    QVERIFY(!document().isSettled());
    edit(u"idEdit"_s)->setFocus();
    QVERIFY(document().isSettled());
    QCOMPARE(edit(u"idEdit"_s)->text(), u"typed"_s);
    QTest::keyClick(edit(u"idEdit"_s), Qt::Key_End);
    QTest::keyClick(edit(u"idEdit"_s), Qt::Key_X);
    QCOMPARE(document().value(json::Pointer::fromPath(u"id"_s)).toString(), u"typedx"_s);
    trigger(u"undoAction"_s);
    QCOMPARE(edit(u"idEdit"_s)->text(), u"typed"_s);
}

void SourceBesideTest::largeForm_besideSource_isFollowed()
{
    document().load(support::largeSession(50));
    trigger(u"sourceBesideAction"_s);
    edit(u"idEdit"_s)->setFocus();
    QTest::keyClicks(edit(u"idEdit"_s), u"new"_s);
    QVERIFY(!document().hasBytes());
    QTRY_VERIFY(editor()->bytes().contains("\"id\": \"new\""));
    QTest::keyClicks(edit(u"idEdit"_s), u"er"_s);
    editor()->setFocus(); // what is typed now is typed into the newest text
    QCOMPARE(editor()->bytes(), document().bytes());
    QVERIFY(editor()->bytes().contains("\"id\": \"newer\""));
}

QTEST_MAIN(SourceBesideTest)
#include "tst_sourcebeside.moc"

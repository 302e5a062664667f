// SPDX-License-Identifier: GPL-3.0-or-later
// Below 1200 px the window shows one page at a time, with the response's status line docked below.
#include "app/byteview.h"
#include "app/documentpage.h"
#include "app/widgets.h"
#include "app/windowfixture.h"

#include <QApplication>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using app::DocumentPage;

namespace {

constexpr QSize wide(1366, 700);
constexpr QSize narrow(1024, 660);

} // namespace

class NarrowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void limit_is1200Pixels_data();
    void limit_is1200Pixels();
    void onePageAtATime_andTheStatusBelow();
    void f6_flips();
    void flipButton_flips_andSaysWhereTo();
    void submit_showsTheResponse_data();
    void submit_showsTheResponse();
    void f8_bringsTheFormBack();
    void growing_restoresBoth();
    void focus_isNeverLost_data();
    void focus_isNeverLost();

private:
    bool shows(const QString &name) const { return m_fixture->find<QWidget>(name)->isVisible(); }
    QString status() const { return m_fixture->find<QLineEdit>(u"responseStatusEdit"_s)->text(); }
    void resize(QSize size) const
    {
        m_fixture->window.resize(size);
        QCoreApplication::processEvents();
        QCOMPARE(m_fixture->window.size(), size);
    }
    void press(Qt::Key key) const
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &m_fixture->window, key);
    }
    // The focus is on something that shows.
    static bool hasFocus()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus && focus->isVisible() && focus->isEnabled();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void NarrowTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window.resize(wide);
    QVERIFY(m_fixture->start());
    m_fixture->window.page().showPane(DocumentPage::Pane::Form);
}

void NarrowTest::limit_is1200Pixels_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("isNarrow");
    QTest::newRow("1200") << 1200 << false;
    QTest::newRow("1199") << 1199 << true;
}

void NarrowTest::limit_is1200Pixels()
{
    QFETCH(const int, width);
    QFETCH(const bool, isNarrow);
    resize({width, 700});
    QCOMPARE(shows(u"composeSide"_s) != shows(u"responseView"_s), isNarrow);
}

void NarrowTest::onePageAtATime_andTheStatusBelow()
{
    resize(narrow);
    QVERIFY(shows(u"composeSide"_s));
    QVERIFY(!shows(u"responseView"_s));
    const auto *line = m_fixture->find<QWidget>(u"statusLine"_s);
    const auto bottomOf
        = [this](const QWidget *widget) { return widget->mapTo(&m_fixture->window, QPoint(0, widget->height())).y(); };
    QVERIFY(line->isVisible());
    QVERIFY(bottomOf(line) > bottomOf(m_fixture->find<QWidget>(u"composeSide"_s)));
    press(Qt::Key_F6);
    QVERIFY(!shows(u"composeSide"_s));
    QVERIFY(shows(u"responseView"_s));
    QVERIFY(line->isVisible());
    QCoreApplication::processEvents();
    QVERIFY(bottomOf(line) > bottomOf(m_fixture->find<QWidget>(u"responseView"_s)));
}

void NarrowTest::f6_flips()
{
    resize(narrow);
    auto *field = m_fixture->find<QLineEdit>(u"idEdit"_s);
    field->setFocus();
    press(Qt::Key_F6);
    QVERIFY(shows(u"responseView"_s));
    QVERIFY(m_fixture->find<QWidget>(u"responseView"_s)->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F6);
    QVERIFY(shows(u"composeSide"_s));
    QVERIFY(field->hasFocus());
    // With the findings open they are a stop on the way.
    m_fixture->find<QAction>(u"findingsAction"_s)->trigger();
    press(Qt::Key_F6);
    QVERIFY(m_fixture->find<QWidget>(u"findingsTable"_s)->hasFocus());
    press(Qt::Key_F6);
    QVERIFY(shows(u"responseView"_s));
    QVERIFY(hasFocus());
}

void NarrowTest::flipButton_flips_andSaysWhereTo()
{
    auto *button = m_fixture->find<QPushButton>(u"flipButton"_s);
    QVERIFY(!button->isVisible());
    resize(narrow);
    QCOMPARE(button->text(), u"Show response"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(shows(u"responseView"_s));
    QVERIFY(hasFocus());
    QCOMPARE(button->text(), u"Show session"_s);
    button->click();
    QVERIFY(shows(u"composeSide"_s));
    QVERIFY(hasFocus());
    resize(wide);
    QVERIFY(!button->isVisible());
}

void NarrowTest::submit_showsTheResponse_data()
{
    QTest::addColumn<bool>("isResponseInFront");
    QTest::newRow("session in front") << false;
    QTest::newRow("response in front") << true;
}

void NarrowTest::submit_showsTheResponse()
{
    QFETCH(const bool, isResponseInFront);
    resize(narrow);
    if (isResponseInFront)
        press(Qt::Key_F6);
    QVERIFY(m_fixture->submit());
    QCOMPARE(status(), u"201 Created"_s);
    QVERIFY(m_fixture->find<QLineEdit>(u"responseStatusEdit"_s)->isVisible());
    QVERIFY(hasFocus());
    if (!isResponseInFront)
        press(Qt::Key_F6);
    const auto *view = m_fixture->find<app::ByteView>(u"bodyView"_s);
    QVERIFY(view->isVisible());
    QCOMPARE(view->body(), m_fixture->document.lastExchange()->response->body);
}

void NarrowTest::f8_bringsTheFormBack()
{
    m_fixture->document.document().load("{\"startDateTime\":\"x\"}");
    resize(narrow);
    press(Qt::Key_F6);
    QVERIFY(!shows(u"composeSide"_s));
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_F8);
    QVERIFY(shows(u"composeSide"_s));
    QVERIFY(m_fixture->find<QWidget>(u"sessionForm"_s)->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(hasFocus());
}

void NarrowTest::growing_restoresBoth()
{
    auto *splitter = m_fixture->find<QSplitter>(u"splitter"_s);
    splitter->setSizes({800, 542});
    QCoreApplication::processEvents();
    const QList<int> sizes = splitter->sizes();
    QVERIFY(m_fixture->submit());
    resize(narrow);
    press(Qt::Key_F6);
    resize(wide);
    QVERIFY(shows(u"composeSide"_s));
    QVERIFY(shows(u"responseView"_s));
    QCOMPARE(splitter->sizes(), sizes);
    const auto *line = m_fixture->find<QWidget>(u"statusLine"_s);
    QVERIFY(line->isVisible());
    QVERIFY(m_fixture->find<QWidget>(u"responseView"_s)->isAncestorOf(line));
    QCOMPARE(line->y(), m_fixture->find<QWidget>(u"responseView"_s)->contentsRect().top() + 4);
    QCOMPARE(status(), u"201 Created"_s);
}

void NarrowTest::focus_isNeverLost_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("target bar") << u"callRecordIdEdit"_s;
    QTest::newRow("form") << u"idEdit"_s;
    QTest::newRow("status line") << u"responseStatusEdit"_s;
    QTest::newRow("response facts") << u"requestIdEdit"_s;
    QTest::newRow("response body") << u"bodyView"_s;
}

// The one who resizes the window stays where he is.
void NarrowTest::focus_isNeverLost()
{
    QFETCH(const QString, name);
    QVERIFY(m_fixture->submit());
    auto *widget = m_fixture->find<QWidget>(name);
    widget->setFocus();
    QVERIFY(widget->hasFocus());
    for (const QSize size : {narrow, wide, narrow, wide}) {
        resize(size);
        QVERIFY2(widget->hasFocus() && hasFocus(), qPrintable(describe(QApplication::focusWidget())));
    }
    // Flipped away from it, too, and with the button that goes when the window grows.
    resize(narrow);
    press(Qt::Key_F6);
    QVERIFY(hasFocus());
    press(Qt::Key_F6);
    QVERIFY(hasFocus());
    m_fixture->find<QWidget>(u"flipButton"_s)->setFocus();
    resize(wide);
    QVERIFY2(hasFocus(), qPrintable(describe(QApplication::focusWidget())));
}

QTEST_MAIN(NarrowTest)
#include "tst_narrow.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Tab walks the whole window, from the target bar through the session to the response, and Shift+Tab walks it back:
// every stop once, in the order in which the eye meets them.
#include "app/documentpage.h"
#include "app/widgets.h"
#include "app/windowfixture.h"

#include <QApplication>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using app::DocumentPage;
using Pane = app::DocumentPage::Pane;

Q_DECLARE_METATYPE(Pane)

class TabOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void tab_reachesEveryStopOnceInVisualOrder_data();
    void tab_reachesEveryStopOnceInVisualOrder();
    void narrow_keepsTheOrder_data();
    void narrow_keepsTheOrder();

private:
    void checkWalk(const QStringList &regions);
    QList<QWidget *> walk(Qt::Key key) const;
    QRect placeOf(const QWidget *widget) const
    {
        return {widget->mapTo(&m_fixture->window, QPoint(0, 0)), widget->size()};
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TabOrderTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window.resize(1366, 700);
    QVERIFY(m_fixture->start());
}

// All stops from the first one on, until the walk comes back to it; one too many when it never does.
QList<QWidget *> TabOrderTest::walk(Qt::Key key) const
{
    auto *first = m_fixture->find<QWidget>(u"environmentBox"_s);
    first->setFocus();
    QList<QWidget *> stops{first};
    const qsizetype most = tabStops(m_fixture->window).size();
    while (stops.size() <= most) {
        QTest::keyClick(QApplication::focusWidget(), key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        if (QApplication::focusWidget() == first)
            break;
        stops += QApplication::focusWidget();
    }
    return stops;
}

void TabOrderTest::checkWalk(const QStringList &regions)
{
    const QSet<QWidget *> wanted = tabStops(m_fixture->window);
    const QList<QWidget *> stops = walk(Qt::Key_Tab);
    const QSet<QWidget *> reached(stops.cbegin(), stops.cend());
    QStringList missing;
    for (QWidget *widget : wanted - reached)
        missing += describe(widget);
    QVERIFY2(missing.isEmpty(), qPrintable(u"never reached: "_s + missing.join(u", "_s)));
    QVERIFY2(stops.size() == reached.size(), qPrintable(u"trapped at "_s + describe(stops.constLast())));
    for (QWidget *widget : reached - wanted)
        QFAIL(qPrintable(u"no stop for a person: "_s + describe(widget)));

    QList<QWidget *> back = walk(Qt::Key_Backtab);
    back.move(0, back.size() - 1);
    std::reverse(back.begin(), back.end());
    QCOMPARE(back, stops);

    // Which part of the window a stop stands in, the innermost one; the parts follow each other, and within one the
    // eye goes from left to right and down.
    const auto regionOf = [&](const QWidget *widget) {
        qsizetype at = regions.size() - 1;
        while (at >= 0 && !m_fixture->find<QWidget>(regions.at(at))->isAncestorOf(widget))
            --at;
        return at;
    };
    for (qsizetype i = 1; i < stops.size(); ++i) {
        const QString pair = describe(stops.at(i - 1)) + " before "_L1 + describe(stops.at(i));
        const qsizetype from = regionOf(stops.at(i - 1));
        const qsizetype to = regionOf(stops.at(i));
        QVERIFY2(0 <= from && from <= to, qPrintable(pair));
        const QRect before = placeOf(stops.at(i - 1));
        const QRect after = placeOf(stops.at(i));
        const bool isRightOf = after.left() >= before.right() && after.bottom() > before.top();
        const bool isBelow = after.top() >= before.bottom();
        QVERIFY2(from < to || isRightOf || isBelow, qPrintable(pair));
    }
}

void TabOrderTest::tab_reachesEveryStopOnceInVisualOrder_data()
{
    QTest::addColumn<Pane>("pane");
    QTest::addColumn<QString>("responseTab");
    QTest::addColumn<bool>("withEverything");
    QTest::newRow("form, body") << Pane::Form << u"bodyTab"_s << false;
    QTest::newRow("form with findings, notices and @odata.id, error") << Pane::Form << u"errorTab"_s << true;
    QTest::newRow("tree, result") << Pane::Tree << u"resultPage"_s << false;
    QTest::newRow("tree, result of a refusal") << Pane::Tree << u"resultPage"_s << true;
    QTest::newRow("source, tree") << Pane::Source << u"treeTab"_s << false;
    QTest::newRow("next request, headers") << Pane::NextRequest << u"headersTab"_s << false;
    QTest::newRow("request headers, sent") << Pane::RequestHeaders << u"sentTab"_s << false;
    QTest::newRow("request headers with everything, timing") << Pane::RequestHeaders << u"timingTab"_s << true;
}

void TabOrderTest::tab_reachesEveryStopOnceInVisualOrder()
{
    QFETCH(const Pane, pane);
    QFETCH(const QString, responseTab);
    QFETCH(const bool, withEverything);
    if (withEverything) {
        // An error to show, a document that the next edit respells, and each bar that can be there.
        m_fixture->find<QComboBox>(u"versionBox"_s)->setCurrentText(u"v1.0"_s);
        m_fixture->document.document().load("{\"modalities\" : [\"String\"]}");
        m_fixture->find<QLineEdit>(u"idEdit"_s)->setText(u"x"_s);
        m_fixture->find<QComboBox>(u"pathBox"_s)->setCurrentText(u"/sessions/$ref @odata.id"_s);
        m_fixture->find<QAction>(u"findingsAction"_s)->setChecked(true);
        m_fixture->window.notify(u"Something to know."_s);
        m_fixture->find<QAction>(u"loadSchemaAction"_s)->trigger();
        QTRY_VERIFY(!m_fixture->schemas.isBuiltIn());
        m_fixture->find<QComboBox>(u"rehearsalBox"_s)->setCurrentText(u"401"_s);
    }
    QVERIFY(m_fixture->submit());
    m_fixture->window.page().showPane(pane);
    m_fixture->find<QTabWidget>(u"responseTabs"_s)->setCurrentWidget(m_fixture->find<QWidget>(responseTab));
    QVERIFY(m_fixture->find<QWidget>(responseTab)->isVisible());
    QCoreApplication::processEvents(); // what was just shown gets its place
    checkWalk({u"targetBar"_s, u"noticeBar"_s, u"schemaBar"_s, u"documentTabs"_s, u"composeSide"_s, u"findingsDrawer"_s,
               u"responseView"_s});
}

void TabOrderTest::narrow_keepsTheOrder_data()
{
    QTest::addColumn<bool>("isResponse");
    QTest::newRow("session in front") << false;
    QTest::newRow("response in front") << true;
}

void TabOrderTest::narrow_keepsTheOrder()
{
    QFETCH(const bool, isResponse);
    QVERIFY(m_fixture->submit());
    m_fixture->window.resize(1024, 660);
    QTRY_VERIFY(m_fixture->find<QWidget>(u"flipButton"_s)->isVisible());
    if (isResponse)
        m_fixture->window.page().focusNextPane();
    checkWalk({u"targetBar"_s, u"documentTabs"_s, isResponse ? u"responseView"_s : u"composeSide"_s, u"statusLine"_s});
}

QTEST_MAIN(TabOrderTest)
#include "tst_taborder.moc"

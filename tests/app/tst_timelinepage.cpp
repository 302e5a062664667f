// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timelinepage.h"

#include "app/byteview.h"
#include "app/documentpage.h"
#include "app/meaning.h"
#include "app/strictness.h"
#include "app/timelineview.h"
#include "app/windowfixture.h"

#include <QApplication>
#include <QImage>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;
using app::DocumentPage;

namespace {

const QByteArray oneHour
    = R"({"startDateTime":"2026-01-01T10:00:00Z","endDateTime":"2026-01-01T11:00:00Z","modalities":["audio","video"],)"
      R"("failureInfo":{"stage":"midcall"},"segments":[{"startDateTime":"2026-01-01T10:10:00Z",)"
      R"("endDateTime":"2026-01-01T10:20:00Z"},{"startDateTime":"2026-01-01T10:30:00Z","endDateTime":"never"}]})";

} // namespace

class TimelinePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void page_isMadeWhenShown();
    void composed_followsTheSession();
    void bars_arePaintedWhereThePictureHasThem_data();
    void bars_arePaintedWhereThePictureHasThem();
    void click_leadsToThePlace();
    void key_leadsToThePlace();
    void returned_leadsToTheBytes();
    void response_beforeSubmit_saysWhatToDo();

private:
    QTableView *table(const QString &page) const
    {
        return m_fixture->find<app::TimelinePage>(page)->findChild<QTableView *>();
    }
    app::TimelineView *picture(const QString &page) const
    {
        return m_fixture->find<app::TimelinePage>(page)->findChild<app::TimelineView *>();
    }
    void showComposed(const QByteArray &text)
    {
        m_fixture->document.document().load(text);
        m_fixture->find<QAction>(u"timelineAction"_s)->trigger();
        QVERIFY(m_fixture->find<app::TimelinePage>(u"timelinePage"_s)->isVisible());
    }
    void showReturned()
    {
        m_fixture->find<QTabWidget>(u"responseTabs"_s)
            ->setCurrentWidget(m_fixture->find<QWidget>(u"responseTimelinePage"_s));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TimelinePageTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window.resize(1366, 700);
    QVERIFY(m_fixture->start());
}

void TimelinePageTest::page_isMadeWhenShown()
{
    QVERIFY(!table(u"timelinePage"_s));
    QVERIFY(!table(u"responseTimelinePage"_s));
    showComposed(oneHour);
    QVERIFY(table(u"timelinePage"_s));
    QCOMPARE(table(u"timelinePage"_s)->accessibleName(), u"Timeline"_s);
    QCOMPARE(picture(u"timelinePage"_s)->accessibleName(), u"Timeline picture"_s);
    QVERIFY(table(u"timelinePage"_s)->hasFocus());
}

void TimelinePageTest::composed_followsTheSession()
{
    showComposed(oneHour);
    const QAbstractItemModel *model = table(u"timelinePage"_s)->model();
    QCOMPARE(model->rowCount(), 3);
    QCOMPARE(picture(u"timelinePage"_s)->accessibleDescription(),
             u"Segments: 1, streams: 0, failed at midcall, not in the picture: 1."_s);
    m_fixture->document.document().setValue(json::Pointer::fromPath(u"segments/1/endDateTime"_s),
                                            u"2026-01-01T10:40:00Z"_s);
    QCOMPARE(picture(u"timelinePage"_s)->accessibleDescription(), u"Segments: 2, streams: 0, failed at midcall."_s);
    m_fixture->document.document().setSource("no JSON");
    QCOMPARE(model->rowCount(), 0);
    QVERIFY(picture(u"timelinePage"_s)->accessibleDescription().startsWith("There is no session to draw"_L1));
}

void TimelinePageTest::bars_arePaintedWhereThePictureHasThem_data()
{
    QTest::addColumn<store::Appearance>("appearance");
    QTest::newRow("light") << store::Appearance::Light;
    QTest::newRow("dark") << store::Appearance::Dark;
}

// The frame of each bar has the colour of its tone, which is 8 pixels off for the margin.
void TimelinePageTest::bars_arePaintedWhereThePictureHasThem()
{
    QFETCH(const store::Appearance, appearance);
    m_fixture->appearance.apply();
    m_fixture->appearance.choose(appearance);
    showComposed(oneHour);
    app::TimelineView *view = picture(u"timelinePage"_s);
    QTRY_VERIFY(view->picture().width > 100);
    view->setMarkedRow(-1); // whose frame covers others
    const QImage image = view->grab().toImage();
    QVERIFY(view->picture().bars.size() >= 5);
    for (const report::PictureBar &bar : view->picture().bars) {
        const QColor drawn = image.pixelColor(static_cast<int>(bar.x) + 8, static_cast<int>(bar.y) + 8);
        const QColor own = app::colorOf(bar.tone, view->palette());
        const QColor failed = app::colorOf(report::Tone::Failure, view->palette());
        QVERIFY2(drawn == own || drawn == failed, qPrintable(drawn.name()));
    }
}

void TimelinePageTest::click_leadsToThePlace()
{
    showComposed(oneHour);
    app::TimelineView *view = picture(u"timelinePage"_s);
    QTRY_VERIFY(view->picture().width > 100);
    const auto segment = std::find_if(view->picture().bars.cbegin(), view->picture().bars.cend(),
                                      [](const report::PictureBar &bar) { return bar.row == 1; });
    QVERIFY(segment != view->picture().bars.cend());
    const QPoint at(static_cast<int>(segment->x + segment->width / 2) + 8, static_cast<int>(segment->y) + 8 + 2);
    QTest::mouseClick(view, Qt::LeftButton, Qt::NoModifier, at);
    QVERIFY(m_fixture->find<QWidget>(u"treePage"_s)->isVisible());
    QCOMPARE(m_fixture->window.page().pointerOfFocus().toString(), u"/segments/0"_s);
}

void TimelinePageTest::key_leadsToThePlace()
{
    showComposed(oneHour);
    QTableView *rows = table(u"timelinePage"_s);
    rows->setCurrentIndex(rows->model()->index(0, 0));
    QTest::keyClick(rows, Qt::Key_Return);
    QVERIFY(m_fixture->find<QLineEdit>(u"startDateTimeEdit"_s)->hasFocus());
}

void TimelinePageTest::returned_leadsToTheBytes()
{
    m_fixture->document.document().load(oneHour);
    QVERIFY(m_fixture->submit());
    showReturned();
    QTableView *rows = table(u"responseTimelinePage"_s);
    QVERIFY(rows);
    QCOMPARE(rows->model()->rowCount(), 3);
    rows->setFocus();
    rows->setCurrentIndex(rows->model()->index(1, 0));
    QTest::keyClick(rows, Qt::Key_Return);
    const auto *body = m_fixture->find<app::ByteView>(u"bodyView"_s);
    QVERIFY(body->isVisible());
    QVERIFY(body->hasFocus());
    QVERIFY(body->selectedBytes().startsWith('{'));
    QVERIFY(body->selectedBytes().contains("2026-01-01T10:10:00Z"));
    QVERIFY(!body->selectedBytes().contains("2026-01-01T10:30:00Z"));
}

void TimelinePageTest::response_beforeSubmit_saysWhatToDo()
{
    showReturned();
    QVERIFY(picture(u"responseTimelinePage"_s)->accessibleDescription().startsWith("After a submit "_L1));
}

QTEST_MAIN(TimelinePageTest)
#include "tst_timelinepage.moc"

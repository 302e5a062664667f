// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timingbars.h"

#include "app/strictness.h"
#include "app/windowfixture.h"

#include <QImage>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using present::TimingSpan;
using Kind = present::TimingSpan::Kind;

namespace {

const QList<TimingSpan> withTls{{Kind::Queued, 0ms, 1ms},
                                {Kind::Connecting, 1ms, 5ms},
                                {Kind::Sending, 5ms, 5ms},
                                {Kind::Awaiting, 5ms, 60s},
                                {Kind::Receiving, 60s, 60s + 1ms}};

} // namespace

class TimingBarsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void bars_followEachOther();
    void eachBar_isDrawn_data();
    void eachBar_isDrawn();
    void nothing_hides();
    void window_showsThemAboveTheNumbers();
};

// In order and inside of the widget, even what took no time.
void TimingBarsTest::bars_followEachOther()
{
    app::TimingBars bars;
    bars.setSpans(withTls);
    bars.resize(600, bars.sizeHint().height());
    QRectF last;
    for (qsizetype span = 0; span < withTls.size(); ++span) {
        const QRectF bar = bars.barOf(span);
        QVERIFY(bar.width() >= 1);
        QVERIFY(QRectF(bars.rect()).contains(bar));
        QVERIFY(bar.top() >= last.bottom());
        QVERIFY(bar.left() >= last.left());
        last = bar;
    }
    QVERIFY(bars.barOf(3).width() > 50 * bars.barOf(1).width());
    QCOMPARE(bars.accessibleDescription(), present::timingText(withTls));
}

void TimingBarsTest::eachBar_isDrawn_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << app::Appearance::lightPalette();
    QTest::newRow("dark") << app::Appearance::darkPalette();
}

void TimingBarsTest::eachBar_isDrawn()
{
    QFETCH(const QPalette, palette);
    app::TimingBars bars;
    bars.setPalette(palette);
    bars.setSpans(withTls);
    bars.resize(600, bars.sizeHint().height());
    const QImage picture = bars.grab().toImage();
    const QRgb fill = palette.color(QPalette::Link).rgb();
    for (qsizetype span = 0; span < withTls.size(); ++span) {
        const QPoint corner = bars.barOf(span).topLeft().toPoint();
        QCOMPARE(picture.pixel(corner), fill);
    }
}

void TimingBarsTest::nothing_hides()
{
    app::TimingBars bars;
    bars.setSpans(withTls);
    QVERIFY(!bars.isHidden());
    bars.setSpans({});
    QVERIFY(bars.isHidden());
    QCOMPARE(bars.accessibleDescription(), QString());
}

void TimingBarsTest::window_showsThemAboveTheNumbers()
{
    WindowFixture fixture;
    QVERIFY(fixture.start());
    QVERIFY(fixture.submit());
    auto *tabs = fixture.find<QTabWidget>(u"responseTabs"_s);
    tabs->setCurrentWidget(fixture.find<QWidget>(u"timingTab"_s));
    const auto *bars = fixture.find<app::TimingBars>(u"timingBars"_s);
    const auto *table = fixture.find<QTableView>(u"timingTable"_s);
    QTRY_VERIFY(bars->isVisible());
    QCOMPARE(bars->accessibleDescription(),
             present::timingText(present::timingSpans(fixture.document.lastExchange()->timing)));
    QTRY_VERIFY(bars->geometry().bottom() < table->geometry().top());
    QStringList names;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        names += table->model()->index(row, 0).data().toString();
    QVERIFY(names.contains(u"protocol"_s));
    QVERIFY(names.contains(u"proxy"_s));
}

QTEST_MAIN(TimingBarsTest)
#include "tst_timingbars.moc"

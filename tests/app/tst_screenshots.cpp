// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the window in all its states, light and dark, wide and narrow, and checks that nothing is cut and nothing
// overlaps. With SCREENSHOT_DIR it writes the two pictures of the documentation there; with SCREENSHOT_ALL_DIR it
// writes every picture there, to be looked at. QT_SCALE_FACTOR=2 makes a second test of it.
#include "app/bodyscreens.h"
#include "app/documentpage.h"
#include "app/documentscreens.h"
#include "app/fieldrow.h"
#include "app/formpage.h"
#include "app/libraryscreens.h"
#include "app/templatescreens.h"
#include "app/treepage.h"
#include "app/windowfixture.h"
#include "edm/datetimeoffset.h"
#include "session/newcall.h"
#include "json/edit.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using app::DocumentPage;

namespace {

void afterCreated(WindowFixture &fixture)
{
    QVERIFY(fixture.submit());
    showResponse(fixture, u"bodyTab"_s);
}

void hexadecimal(WindowFixture &fixture)
{
    showResponse(fixture, u"bodyTab"_s);
    recallUtf16(fixture);
}

void result(WindowFixture &fixture)
{
    fixture.sandbox.sandbox.setRehearsal(*sandbox::rehearsalNamed(u"stores-wrongly"_s));
    showResponse(fixture, u"resultPage"_s);
    QVERIFY(fixture.submit());
    const QList<QCheckBox *> filters = fixture.find<QWidget>(u"resultPage"_s)->findChildren<QCheckBox *>();
    for (QCheckBox *filter : filters)
        filter->setChecked(true);
    fixture.find<app::FormPage>(u"formPage"_s)->focusPointer(*json::Pointer::parse(u"/failureInfo/stage"_s));
}

void readBack(WindowFixture &fixture)
{
    fixture.sandbox.sandbox.setRehearsal(*sandbox::rehearsalNamed(u"stores-wrongly"_s));
    showResponse(fixture, u"resultPage"_s);
    QVERIFY(fixture.submit());
    QSignalSpy told(&fixture.readBack, &present::ReadBack::told);
    fixture.find<QAction>(u"readBackAction"_s)->trigger();
    QVERIFY(told.wait());
}

void waitForReadBack(WindowFixture &fixture)
{
    showResponse(fixture, u"resultPage"_s);
    QVERIFY(fixture.submit());
    exchange::Exchange young = *fixture.document.lastExchange();
    young.response->body = R"({"id": "3410b8d4-5c1e-4f2a-9d0e-6a7b8c9d0e1f"})";
    fixture.document.recall(young);
    QSignalSpy waiting(&fixture.readBack, &present::ReadBack::waitBegan);
    fixture.find<QAction>(u"readBackAction"_s)->trigger();
    QVERIFY(waiting.wait());
}

void resultOfRefusal(WindowFixture &fixture)
{
    fixture.find<QComboBox>(u"versionBox"_s)->setEditText(u"v1.0"_s);
    showResponse(fixture, u"resultPage"_s);
    QVERIFY(fixture.submit());
}

void afterRefusal(WindowFixture &fixture)
{
    fixture.find<QComboBox>(u"versionBox"_s)->setEditText(u"v1.0"_s);
    QVERIFY(fixture.submit());
    showResponse(fixture, u"errorTab"_s);
}

void sourceWithObstacle(WindowFixture &fixture)
{
    QVERIFY(fixture.submit());
    fixture.document.document().setSource("{\n    \"id\": \"a\",\n    \"id\": \"b\",\n    \"isTest\": true\n}\n");
    fixture.window.page().showPane(DocumentPage::Pane::Source);
}

void formWithObstacle(WindowFixture &fixture)
{
    fixture.document.document().setSource("{\n    \"id\": \"a\",\n    \"id\": \"b\"\n}\n");
    fixture.window.page().showPane(DocumentPage::Pane::Form);
}

void sourceNotJson(WindowFixture &fixture)
{
    fixture.document.document().setSource(
        "{\n    \"id\": \"a\",\n    \"isTest\": yes,\n    \"startDateTime\": 1.10\n}\n");
    fixture.window.page().showPane(DocumentPage::Pane::Source);
    fixture.find<QAction>(u"replaceSourceAction"_s)->trigger();
}

void sourceBeside(WindowFixture &fixture)
{
    fixture.find<QAction>(u"sourceBesideAction"_s)->trigger();
    fixture.window.page().showPane(DocumentPage::Pane::Source);
}

void tree(WindowFixture &fixture)
{
    fixture.document.document().setValue(json::Pointer::fromPath(u"failureInfo/stage"_s), u"Midcall"_s);
    fixture.window.page().showPane(DocumentPage::Pane::Tree);
    for (const QString &path : {u"segments"_s, u"caller/userAgent/platform"_s, u"failureInfo/stage"_s})
        fixture.find<app::TreePage>(u"treePage"_s)->showPointer(json::Pointer::fromPath(path));
}

void nextRequest(WindowFixture &fixture)
{
    fixture.window.page().showPane(DocumentPage::Pane::NextRequest);
}

void requestHeaders(WindowFixture &fixture)
{
    fixture.find<QComboBox>(u"pathBox"_s)->setCurrentIndex(2);
    fixture.window.page().showPane(DocumentPage::Pane::RequestHeaders);
}

void findings(WindowFixture &fixture)
{
    fixture.find<QAction>(u"findingsAction"_s)->trigger();
    fixture.window.page().goToNextFinding();
}

void longTexts(WindowFixture &fixture)
{
    const QString longText = u"a very long text that no field can show as a whole "_s.repeated(8);
    session::SessionDocument &document = fixture.document.document();
    for (const QString &path : {u"id"_s, u"startDateTime"_s, u"caller/name"_s, u"failureInfo/stage"_s, u"isTest"_s})
        document.setValue(json::Pointer::fromPath(path), longText);
    document.setValue(json::Pointer::fromPath(u"modalities"_s), QJsonArray{longText, 5});
    fixture.find<QLineEdit>(u"callRecordIdEdit"_s)->setText(longText);
    fixture.window.notify(longText);
    QVERIFY(fixture.submit());
}

void foreignSchema(WindowFixture &fixture)
{
    fixture.find<QAction>(u"loadSchemaAction"_s)->trigger();
    QTRY_VERIFY(!fixture.schemas.isBuiltIn());
}

void timing(WindowFixture &fixture)
{
    QVERIFY(fixture.submit());
    showResponse(fixture, u"timingTab"_s);
}

void emptyHistory(WindowFixture &fixture)
{
    fixture.find<QAction>(u"showHistoryAction"_s)->trigger();
}

void history(WindowFixture &fixture)
{
    QVERIFY(fixture.submit());
    fixture.find<QComboBox>(u"rehearsalBox"_s)->setCurrentText(u"401"_s);
    QVERIFY(fixture.submit());
    emptyHistory(fixture);
    auto *list = fixture.find<QListView>(u"historyList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QTRY_VERIFY(!fixture.find<QLabel>(u"historySizeLabel"_s)->text().isEmpty());
    list->setCurrentIndex(list->model()->index(0, 0));
}

void timeline(WindowFixture &fixture)
{
    session::CallPlan plan;
    plan.start = u"2026-01-01T10:00:00Z"_s;
    plan.kind = session::CallPlan::Kind::Group;
    plan.participants = QStringList{u"Megan Bowen"_s, u"Alex Wilber"_s};
    plan.duration = 600 * edm::DateTimeOffset::ticksPerSecond;
    plan.segments = 5;
    fixture.document.document().load(json::canonical(session::sessionOf(plan, 0)));
    const QJsonObject failure{{u"stage"_s, u"midcall"_s}, {u"reason"_s, u"the network was gone"_s}};
    fixture.document.document().setValue(json::Pointer::fromPath(u"segments/2/failureInfo"_s), failure);
    fixture.document.document().setValue(json::Pointer::fromPath(u"segments/3/endDateTime"_s), u"never"_s);
    fixture.window.page().showPane(DocumentPage::Pane::Timeline);
    QVERIFY(fixture.submit());
    showResponse(fixture, u"responseTimelinePage"_s);
}

struct State
{
    const char *name;
    void (*make)(WindowFixture &fixture);
};

constexpr State states[] = {
    {"start", nullptr},
    {"hexadecimal", hexadecimal},
    {"created", afterCreated},
    {"documents", documents},
    {"result", result},
    {"result-refused", resultOfRefusal},
    {"read-back", readBack},
    {"read-back-waiting", waitForReadBack},
    {"refused", afterRefusal},
    {"source-obstacle", sourceWithObstacle},
    {"source-not-json", sourceNotJson},
    {"source-beside", sourceBeside},
    {"form-obstacle", formWithObstacle},
    {"tree", tree},
    {"next-request", nextRequest},
    {"request-headers", requestHeaders},
    {"findings", findings},
    {"history", history},
    {"history-empty", emptyHistory},
    {"library", screens::library},
    {"library-long", screens::libraryLongName},
    {"library-none", screens::libraryFilteredAway},
    {"library-empty", screens::emptyLibrary},
    {"template-expected", screens::expected},
    {"template-baseline", screens::baseline},
    {"template-sample", screens::sample},
    {"template-unknown", screens::unknownPlaceholder},
    {"template-conflict", screens::conflict},
    {"long-texts", longTexts},
    {"foreign-schema", foreignSchema},
    {"timeline", timeline},
    {"timing", timing},
    {"recovery", recoveryOffered},
    {"empty", emptyForm},
};

bool isInside(const QWidget *widget, const char *className)
{
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (above->inherits(className))
            return true;
    }
    return false;
}

QString placeOf(const QWidget *widget)
{
    QString place = QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
    const QString text = widget->property("text").toString();
    return text.isEmpty() ? place : place + u" \u201c"_s + text.left(40) + u"\u201d"_s;
}

// Why `widget` is cut; empty when it is whole.
QString cutOf(const QWidget *widget)
{
    const auto *label = qobject_cast<const QLabel *>(widget);
    const bool isText = label || qobject_cast<const QPushButton *>(widget) || qobject_cast<const QCheckBox *>(widget)
        || qobject_cast<const QToolButton *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QLineEdit *>(widget);
    if (!isText || (label && label->text().isEmpty()) || isInside(widget, "QComboBox") || isInside(widget, "QTabBar"))
        return {};
    const bool mayBeNarrow = (label && label->wordWrap()) || qobject_cast<const QLineEdit *>(widget)
        || widget->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
    const int height = label && label->wordWrap() ? label->heightForWidth(label->width()) : widget->sizeHint().height();
    if (widget->height() < height)
        return placeOf(widget) + u": %1 high, needs %2"_s.arg(widget->height()).arg(height);
    if (!mayBeNarrow && widget->width() < widget->sizeHint().width())
        return placeOf(widget) + u": %1 wide, needs %2"_s.arg(widget->width()).arg(widget->sizeHint().width());
    if (!isInside(widget, "QScrollArea") && widget->visibleRegion().boundingRect() != widget->rect())
        return placeOf(widget) + ": partly out of sight"_L1;
    return {};
}

// A row of the form that is taller than it needs, as after a sentence that has gone; empty when it is not.
QString slackOf(const QWidget *widget)
{
    if (!qobject_cast<const app::FieldRow *>(widget))
        return {};
    const int needed = qMax(widget->heightForWidth(widget->width()), widget->sizeHint().height());
    constexpr int tolerated = 8;
    return widget->height() <= needed + tolerated
        ? QString()
        : placeOf(widget->findChild<QWidget *>()) + u": %1 high, needs %2"_s.arg(widget->height()).arg(needed);
}

// The first two widgets of a layout that overlap; empty when none do.
QString overlapIn(const QWidget *parent)
{
    if (!parent->layout() || parent->inherits("QMainWindow") || parent->inherits("QAbstractScrollArea"))
        return {};
    QList<const QWidget *> shown;
    for (const QObject *child : parent->children()) {
        const auto *widget = qobject_cast<const QWidget *>(child);
        if (!widget || !widget->isVisible() || widget->isWindow())
            continue;
        for (const QWidget *other : std::as_const(shown)) {
            if (other->geometry().intersects(widget->geometry()))
                return placeOf(other) + " and "_L1 + placeOf(widget) + " overlap"_L1;
        }
        shown += widget;
    }
    return {};
}

} // namespace

class ScreenshotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void window_isWhole_data();
    void window_isWhole();

private:
    static void write(const QPixmap &picture, const QString &name);
};

void ScreenshotsTest::window_isWhole_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isDark");
    for (const QSize size : {QSize(1366, 700), QSize(1024, 660)}) {
        for (const bool isDark : {false, true}) {
            for (int i = 0; i < static_cast<int>(std::size(states)); ++i) {
                QTest::addRow("%s-%d-%s", states[i].name, size.width(), isDark ? "dark" : "light")
                    << i << size << isDark;
            }
        }
    }
}

void ScreenshotsTest::window_isWhole()
{
    failOnAnyWarning();
    QFETCH(const int, state);
    QFETCH(const QSize, size);
    QFETCH(const bool, isDark);
    QApplication::setCursorFlashTime(0);
    WindowFixture fixture;
    fixture.appearance.apply();
    fixture.appearance.choose(isDark ? store::Appearance::Dark : store::Appearance::Light);
    fixture.window.resize(size);
    QVERIFY(fixture.start());
    if (states[state].make)
        states[state].make(fixture);
    // Layouts settle, and views that read in the background have their rows.
    QTRY_VERIFY(!fixture.document.isInFlight());
    QCoreApplication::processEvents();
    QCOMPARE(fixture.window.size(), size);

    QStringList problems;
    for (const QWidget *widget : fixture.window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        problems += cutOf(widget);
        problems += overlapIn(widget);
        problems += slackOf(widget);
    }
    problems.removeAll(QString());
    const QPixmap picture = fixture.window.grab();
    QCOMPARE(picture.size(), size * fixture.window.devicePixelRatio());
    write(picture, QLatin1String(QTest::currentDataTag()));
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void ScreenshotsTest::write(const QPixmap &picture, const QString &name)
{
    const QString all = qEnvironmentVariable("SCREENSHOT_ALL_DIR");
    if (!all.isEmpty()) {
        const QString scale = picture.devicePixelRatio() > 1 ? u"-200"_s : QString();
        QVERIFY(picture.save(QDir(all).filePath(name + scale + ".png"_L1)));
    }
    const QString documentation = qEnvironmentVariable("SCREENSHOT_DIR");
    if (documentation.isEmpty() || picture.devicePixelRatio() > 1 || !name.startsWith("created-1366-"_L1))
        return;
    QVERIFY(QDir().mkpath(documentation));
    // Five bits a channel and back: no eye sees it, and the repository stays small.
    const QImage image
        = picture.toImage().convertToFormat(QImage::Format_RGB555).convertToFormat(QImage::Format_RGB888);
    QVERIFY(image.save(QDir(documentation).filePath("main-window-"_L1 + name.section(u'-', 2) + ".png"_L1), "PNG", 0));
}

QTEST_MAIN(ScreenshotsTest)
#include "tst_screenshots.moc"

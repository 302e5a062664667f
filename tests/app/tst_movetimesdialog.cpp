// SPDX-License-Identifier: GPL-3.0-or-later
// With SCREENSHOT_ALL_DIR it writes pictures of the dialog there, to be looked at.
#include "app/movetimesdialog.h"

#include "app/windowfixture.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

class MoveTimesDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void keyboardAlone_movesAllTimes();
    void preview_followsTyping();
    void cancel_movesNothing();
    void obstacle_disablesTheAction();
    void pictures_data();
    void pictures();

private:
    static app::MoveTimesDialog *open(const WindowFixture &fixture)
    {
        fixture.find<QAction>(u"moveTimesAction"_s)->trigger();
        return qobject_cast<app::MoveTimesDialog *>(QApplication::activeModalWidget());
    }
    static QString start(const WindowFixture &fixture)
    {
        return fixture.document.document().value(json::Pointer::fromPath(u"startDateTime"_s)).toString();
    }
};

void MoveTimesDialogTest::keyboardAlone_movesAllTimes()
{
    WindowFixture fixture;
    QVERIFY(fixture.start());
    const app::MoveTimesDialog *dialog = open(fixture);
    QVERIFY(dialog);
    QWidget *first = dialog->focusWidget(); // What has the focus as soon as the dialog is active.
    QVERIFY(first);
    QTest::keyClicks(first, u"-1h0.5s"_s);
    QTest::keyClick(first, Qt::Key_Return);
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(start(fixture), u"2016-12-31T23:00:13.7767228+03:00"_s);
    fixture.find<QAction>(u"undoAction"_s)->trigger();
    QVERIFY(!fixture.document.document().isModified());
}

void MoveTimesDialogTest::preview_followsTyping()
{
    WindowFixture fixture;
    QVERIFY(fixture.start());
    const app::MoveTimesDialog *dialog = open(fixture);
    QVERIFY(dialog);
    const QAbstractItemModel *preview = dialog->findChild<QTableView *>()->model();
    const auto *outcome = dialog->findChild<QLabel *>(u"outcomeLabel"_s);
    auto *value = dialog->findChild<QLineEdit *>(u"valueEdit"_s);
    const QPushButton *move = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QCOMPARE(preview->rowCount(), 2);
    dialog->findChild<QComboBox *>()->setCurrentIndex(1);
    QCOMPARE(value->text(), start(fixture));
    QCOMPARE(outcome->text(), u"2 times move by 00:00:00"_s);
    value->setText(u"2020-02-29T00:00:00"_s);
    QVERIFY(!move->isEnabled());
    QVERIFY(outcome->text().startsWith("Type the start"_L1));
    QCOMPARE(value->accessibleDescription(), outcome->text());
    value->setText(u"2020-02-29T00:00:00Z"_s);
    QVERIFY(move->isEnabled());
    QCOMPARE(preview->index(1, 2).data().toString(), u"2020-02-29T03:00:00.0000000+03:00"_s);
}

void MoveTimesDialogTest::cancel_movesNothing()
{
    WindowFixture fixture;
    QVERIFY(fixture.start());
    app::MoveTimesDialog *dialog = open(fixture);
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(!fixture.document.document().isModified());
}

void MoveTimesDialogTest::obstacle_disablesTheAction()
{
    WindowFixture fixture;
    QVERIFY(fixture.start());
    const auto *action = fixture.find<QAction>(u"moveTimesAction"_s);
    QVERIFY(action->isEnabled());
    fixture.document.document().setSource("not JSON");
    QVERIFY(!action->isEnabled());
    fixture.document.document().undo();
    QVERIFY(action->isEnabled());
}

void MoveTimesDialogTest::pictures_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void MoveTimesDialogTest::pictures()
{
    QFETCH(const bool, isDark);
    WindowFixture fixture;
    fixture.appearance.apply();
    fixture.appearance.choose(isDark ? store::Appearance::Dark : store::Appearance::Light);
    QVERIFY(fixture.start());
    fixture.document.document().setValue(json::Pointer::fromPath(u"endDateTime"_s), u"2016-12-31T24:00:00Z"_s);
    app::MoveTimesDialog *dialog = open(fixture);
    QVERIFY(dialog);
    QCoreApplication::processEvents();
    const QPixmap picture = dialog->grab();
    const QString folder = qEnvironmentVariable("SCREENSHOT_ALL_DIR");
    if (!folder.isEmpty())
        QVERIFY(
            picture.save(QDir(folder).filePath(u"move-times-"_s + QLatin1String(QTest::currentDataTag()) + u".png"_s)));
}

QTEST_MAIN(MoveTimesDialogTest)
#include "tst_movetimesdialog.moc"

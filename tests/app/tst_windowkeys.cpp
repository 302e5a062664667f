// SPDX-License-Identifier: GPL-3.0-or-later
// The function keys of the window: F1 tells about the focused field, F8 and Shift+F8 go from finding to finding.
#include "app/documentpage.h"
#include "app/section.h"
#include "app/textcard.h"
#include "app/widgets.h"
#include "app/windowfixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPlainTextEdit>
#include <QPointer>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using app::DocumentPage;

class WindowKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void f1_tellsAboutTheField_data();
    void f1_tellsAboutTheField();
    void f1_elsewhere_saysWhatToDo();
    void f8_walksTheFindings_andRound();
    void f8_opensFolds_andThePane();
    void f8_goesOnFromWhereAFindingWasMended();
    void f8_withoutFindings_saysSo();
    void findings_showAndHideByKey();

private:
    // The field, box or button of the form with this accessible name.
    QWidget *named(const QString &name) const;
    static QString focusName() { return QApplication::focusWidget() ? spokenName(QApplication::focusWidget()) : u""_s; }
    QString said() const { return m_fixture->window.statusBar()->currentMessage(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &m_fixture->window, key, modifiers);
    }
    // Pointers of the findings, in their order.
    QStringList pointers() const;

    std::unique_ptr<WindowFixture> m_fixture;
};

void WindowKeysTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window.resize(1366, 700);
    QVERIFY(m_fixture->start());
}

QWidget *WindowKeysTest::named(const QString &name) const
{
    for (QWidget *widget : m_fixture->find<QWidget>(u"sessionForm"_s)->findChildren<QWidget *>()) {
        if (widget->accessibleName() == name && !widget->focusProxy() && widget->focusPolicy() != Qt::NoFocus)
            return widget;
    }
    qFatal("no %s", qPrintable(name));
}

QStringList WindowKeysTest::pointers() const
{
    QStringList all;
    for (const session::Finding &finding : m_fixture->document.findings())
        all += finding.pointer.toString();
    return all;
}

void WindowKeysTest::f1_tellsAboutTheField_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typeName");
    QTest::addColumn<QString>("property");
    QTest::newRow("line") << u"startDateTime"_s << u"microsoft.graph.callRecords.session"_s << u"startDateTime"_s;
    QTest::newRow("choice with a line") << u"failureInfo stage"_s << u"microsoft.graph.callRecords.failureInfo"_s
                                        << u"stage"_s;
    QTest::newRow("choice") << u"caller userAgent platform"_s << u"microsoft.graph.callRecords.clientUserAgent"_s
                            << u"platform"_s;
    QTest::newRow("modality box") << u"audio"_s << u"microsoft.graph.callRecords.session"_s << u"modalities"_s;
    QTest::newRow("modalities line") << u"modalities"_s << u"microsoft.graph.callRecords.session"_s << u"modalities"_s;
    QTest::newRow("section") << u"callee section"_s << u"microsoft.graph.callRecords.session"_s << u"callee"_s;
    QTest::newRow("type box") << u"caller type"_s << QString() << QString();
}

void WindowKeysTest::f1_tellsAboutTheField()
{
    QFETCH(const QString, name);
    QFETCH(const QString, typeName);
    QFETCH(const QString, property);
    QWidget *field = named(name);
    field->setFocus();
    QVERIFY(field->hasFocus());
    press(Qt::Key_F1);
    const QPointer<app::TextCard> card = m_fixture->window.findChild<app::TextCard *>();
    QVERIFY(card);
    QTRY_VERIFY(card->isActiveWindow());
    auto *text = card->findChild<QPlainTextEdit *>();
    QVERIFY(text->hasFocus());
    QVERIFY(text->isReadOnly());
    // In words of the schema; a type box, which is no property, in words of its own.
    const QString wanted = typeName.isEmpty()
        ? u"@odata.type"_s
        : session::formProperty(edm::builtinSchema(), typeName, property)->description;
    QVERIFY(!wanted.isEmpty());
    QVERIFY2(text->toPlainText().contains(wanted), qPrintable(text->toPlainText()));
    QVERIFY(!spokenName(text).isEmpty());
    QVERIFY(QAccessible::queryAccessibleInterface(text)->text(QAccessible::Value).contains(wanted));
    QVERIFY(!card->windowTitle().isEmpty());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!card);
    QTRY_VERIFY(field->hasFocus());
}

void WindowKeysTest::f1_elsewhere_saysWhatToDo()
{
    m_fixture->find<QLineEdit>(u"callRecordIdEdit"_s)->setFocus();
    press(Qt::Key_F1);
    QVERIFY(!m_fixture->window.findChild<app::TextCard *>());
    QVERIFY(said().contains("field"_L1));
}

void WindowKeysTest::f8_walksTheFindings_andRound()
{
    m_fixture->document.document().load(
        R"({"startDateTime":"x","endDateTime":5,"modalities":["String"],"failureInfo":{"stage":"never"}})");
    const QStringList places = pointers();
    QVERIFY(places.size() >= 4);
    QStringList walked;
    for (qsizetype i = 0; i < places.size(); ++i) {
        press(Qt::Key_F8);
        walked += focusName();
        QCOMPARE(said(), m_fixture->document.findings().at(i).message);
    }
    QVERIFY2(walked.contains(u"startDateTime"_s) && walked.contains(u"endDateTime"_s)
                 && walked.contains(u"modalities"_s) && walked.contains(u"failureInfo stage"_s),
             qPrintable(walked.join(u' ')));
    press(Qt::Key_F8);
    QCOMPARE(focusName(), walked.constFirst());
    QStringList back{walked.constFirst()};
    for (qsizetype i = 1; i < places.size(); ++i) {
        press(Qt::Key_F8, Qt::ShiftModifier);
        back.prepend(focusName());
    }
    walked.append(walked.takeFirst());
    QCOMPARE(back, walked);
}

void WindowKeysTest::f8_opensFolds_andThePane()
{
    m_fixture->document.document().load(
        R"({"startDateTime":"2020-01-01T00:00:00Z","endDateTime":"2020-01-01T00:00:00Z","modalities":["audio"],)"
        R"("failureInfo":{"reason":5}})");
    const QStringList places = pointers();
    QVERIFY(places.contains(u"/failureInfo/reason"_s));
    auto *header = qobject_cast<QAbstractButton *>(named(u"failureInfo section"_s));
    header->click();
    QVERIFY(!named(u"failureInfo reason"_s)->isVisible());
    m_fixture->window.page().showPane(DocumentPage::Pane::NextRequest);
    for (qsizetype i = 0; i <= places.indexOf(u"/failureInfo/reason"_s); ++i)
        press(Qt::Key_F8);
    QVERIFY(named(u"failureInfo reason"_s)->isVisible());
    QVERIFY(named(u"failureInfo reason"_s)->hasFocus());
    QVERIFY(!named(u"failureInfo reason"_s)->visibleRegion().isEmpty());
}

void WindowKeysTest::f8_goesOnFromWhereAFindingWasMended()
{
    m_fixture->document.document().load(R"({"startDateTime":"x","endDateTime":"y","modalities":["audio"]})");
    QCOMPARE(pointers(), (QStringList{u"/startDateTime"_s, u"/endDateTime"_s}));
    press(Qt::Key_F8);
    QCOMPARE(focusName(), u"startDateTime"_s);
    m_fixture->find<QLineEdit>(u"startDateTimeEdit"_s)->setText(u"2020-01-01T00:00:00Z"_s);
    QCOMPARE(pointers(), QStringList{u"/endDateTime"_s});
    press(Qt::Key_F8);
    QCOMPARE(focusName(), u"endDateTime"_s);
}

void WindowKeysTest::f8_withoutFindings_saysSo()
{
    m_fixture->document.document().load(
        R"({"startDateTime":"2020-01-01T00:00:00Z","endDateTime":"2020-01-01T00:00:00Z","modalities":["audio"]})");
    QVERIFY(m_fixture->document.findings().isEmpty());
    auto *id = m_fixture->find<QLineEdit>(u"callRecordIdEdit"_s);
    id->setFocus();
    for (const Qt::KeyboardModifiers modifiers : {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ShiftModifier)}) {
        m_fixture->window.statusBar()->clearMessage();
        press(Qt::Key_F8, modifiers);
        QCOMPARE(said(), u"There is no finding."_s);
        QVERIFY(id->hasFocus());
    }
}

void WindowKeysTest::findings_showAndHideByKey()
{
    const auto *drawer = m_fixture->find<QWidget>(u"findingsDrawer"_s);
    QVERIFY(!drawer->isVisible());
    press(Qt::Key_F8, Qt::ControlModifier);
    QVERIFY(drawer->isVisible());
    m_fixture->find<QLineEdit>(u"idEdit"_s)->setFocus();
    press(Qt::Key_F6);
    QCOMPARE(focusName(), u"Findings"_s);
    press(Qt::Key_F8, Qt::ControlModifier);
    QVERIFY(!drawer->isVisible());
    QVERIFY(QApplication::focusWidget() && QApplication::focusWidget()->isVisible());
}

QTEST_MAIN(WindowKeysTest)
#include "tst_windowkeys.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The form without a mouse: Tab, arrows and letters alone compose a whole session.
#include "app/formpage.h"
#include "app/strictness.h"
#include "edm/builtinschema.h"
#include "exchange/exchangelog.h"
#include "present/documentcontroller.h"
#include "store/gallery.h"

#include <QApplication>
#include <QComboBox>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

// Goes on with Tab until the widget with this accessible name has the focus, as a person would.
bool tabTo(const QString &name)
{
    for (int i = 0; i < 200; ++i) {
        if (QApplication::focusWidget() && QApplication::focusWidget()->accessibleName() == name)
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

bool choose(const QString &name, const QString &item)
{
    if (!tabTo(name))
        return false;
    auto *box = qobject_cast<QComboBox *>(QApplication::focusWidget());
    press(Qt::Key_Home);
    for (int i = 0; i < box->count() && box->currentText() != item; ++i)
        press(Qt::Key_Down);
    return box->currentText() == item;
}

bool type(const QString &name, const QString &text)
{
    if (!tabTo(name))
        return false;
    QTest::keyClicks(QApplication::focusWidget(), text);
    return true;
}

} // namespace

class FormKeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void keyboardAlone_makesTheDocumentedExample();
};

void FormKeyboardTest::keyboardAlone_makesTheDocumentedExample()
{
    const core::SystemClock clock;
    exchange::NoExchangeLog log;
    graph::GraphClient client(clock, log);
    present::DocumentController document({edm::sharedBuiltinSchema(), client});
    app::FormPage page;
    page.setController(&document);
    page.resize(560, 1400);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QVERIFY(choose(u"Type style"_s, u"as documented"_s));
    QVERIFY(choose(u"session type"_s, u"session"_s));
    QVERIFY(type(u"startDateTime"_s, u"2017-01-01T00:00:14.2767228+03:00"_s));
    QVERIFY(type(u"endDateTime"_s, u"2017-01-01T00:02:18.392989+03:00"_s));
    QVERIFY(type(u"modalities"_s, u"[\"String\"]"_s));
    QVERIFY(choose(u"caller type"_s, u"endpoint"_s));
    QVERIFY(choose(u"caller userAgent type"_s, u"userAgent"_s));
    QVERIFY(type(u"caller userAgent headerValue"_s, u"Header Value value"_s));
    QVERIFY(type(u"caller userAgent applicationVersion"_s, u"Application Version value"_s));
    QVERIFY(choose(u"callee type"_s, u"endpoint"_s));
    QVERIFY(choose(u"failureInfo type"_s, u"failureInfo"_s));
    QVERIFY(type(u"failureInfo stage"_s, u"String"_s));
    QVERIFY(type(u"failureInfo reason"_s, u"Reason value"_s));
    QCOMPARE(QJsonDocument::fromJson(document.document().bytes()),
             QJsonDocument::fromJson(store::gallery().constFirst().bytes()));
}

QTEST_MAIN(FormKeyboardTest)
#include "tst_formkeyboard.moc"

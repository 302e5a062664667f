// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/byteviewaccessible.h"

#include "app/byteview.h"
#include "present/body/awkwardbodies.h"
#include "present/body/plaintext.h"

#include <QAccessible>
#include <QTest>

using namespace Qt::StringLiterals;
using app::ByteView;

namespace {

QAccessibleTextInterface *accessibleText(ByteView &view)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&view);
    return accessible ? accessible->textInterface() : nullptr;
}

} // namespace

class ByteViewAccessibleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { app::installByteViewAccessibility(); }

    void init()
    {
        // The offscreen platform says of each window that it knows no size hints.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_view = std::make_unique<ByteView>();
        m_view->setPlaceholderText(u"No body yet."_s);
        m_view->resize(600, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    void accessibleText_isTheBodysText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const awkward::Body &body : awkward::bodies())
            QTest::newRow(body.name) << body.bytes;
    }
    void accessibleText_isTheBodysText()
    {
        QFETCH(QByteArray, bytes);
        m_view->setBody(bytes);
        m_view->setForm(present::BodyForm::Indented);
        QAccessibleTextInterface *text = accessibleText(*m_view);
        QVERIFY(text);
        const QString expected = present::plainText(bytes);
        QCOMPARE(text->characterCount(), expected.size());
        QCOMPARE(text->text(0, text->characterCount()), expected);
        QCOMPARE(text->text(1, 3), expected.mid(1, 2));
    }

    void accessible_saysWhatItIs()
    {
        m_view->setAccessibleName(u"Response body"_s);
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(m_view.get());
        QCOMPARE(accessible->role(), QAccessible::EditableText);
        QVERIFY(accessible->state().readOnly && accessible->state().multiLine && accessible->state().focusable);
        QCOMPARE(accessible->text(QAccessible::Name), u"Response body"_s);
        QCOMPARE(accessible->text(QAccessible::Description), u"No body yet."_s);
        m_view->setBody("text"_ba);
        QCOMPARE(accessible->text(QAccessible::Description), QString());
    }

    void accessibleSelection_followsAndLeads()
    {
        m_view->setBody("é\r\n\xFF😀z"_ba);
        QAccessibleTextInterface *text = accessibleText(*m_view);
        QCOMPARE(text->selectionCount(), 0);
        text->setSelection(0, 3, 6);
        QCOMPARE(m_view->selectedBytes(), "\xFF😀"_ba);
        QCOMPARE(text->selectionCount(), 1);
        int begin = -1;
        int end = -1;
        text->selection(0, &begin, &end);
        QCOMPARE(begin, 3);
        QCOMPARE(end, 6);
        QCOMPARE(text->cursorPosition(), 6);
        text->setCursorPosition(1);
        QCOMPARE(m_view->caret().position(), 2);
        QVERIFY(!m_view->caret().hasSelection());
        QCOMPARE(text->textAtOffset(0, QAccessible::CharBoundary, &begin, &end), u"é"_s);
        const QRect place = text->characterRect(6);
        QVERIFY(place.isValid());
        QCOMPARE(text->offsetAtPoint(QPoint(place.left() + 1, place.center().y())), 6);
    }

    void accessibleText_inHexadecimal_isItsRows()
    {
        m_view->setForm(present::BodyForm::Hex);
        m_view->setBody("{\xE2}"_ba + QByteArray(20, 'x'));
        QAccessibleTextInterface *text = accessibleText(*m_view);
        QVERIFY(text->text(0, text->characterCount()).startsWith(u"00000000  7B E2 7D 78 "));
        QCOMPARE(text->text(0, -1).count(u'\n'), 1);
        m_view->select(1, 3);
        int begin = -1;
        int end = -1;
        text->selection(0, &begin, &end);
        QCOMPARE(text->text(begin, end), u"E2 7D "_s);
        QCOMPARE(text->cursorPosition(), end);
        text->setCursorPosition(text->text(0, -1).lastIndexOf(u"x"));
        QCOMPARE(m_view->caret().position(), 22);
        m_view->setBody(QByteArray(100'000, 'x'));
        QTRY_VERIFY_WITH_TIMEOUT(!m_view->reader().isBusy(), 30'000);
        m_view->goToOffset(50'000);
        QVERIFY(text->text(0, -1).startsWith(u"0000BB80  78 ")); // row 3,000
    }

    void accessibleText_ofALargeBody_isAPart()
    {
        const QByteArray bytes = QByteArray("line\n").repeated(500'000);
        m_view->setBody(bytes);
        QTRY_VERIFY_WITH_TIMEOUT(!m_view->reader().isBusy(), 30'000);
        QAccessibleTextInterface *text = accessibleText(*m_view);
        QCOMPARE(text->characterCount(), 1000); // 200 rows
        m_view->goToOffset(1'000'002);
        QCOMPARE(text->text(text->cursorPosition() - 2, text->cursorPosition() + 3), u"line\n"_s);
        QVERIFY(QAccessible::queryAccessibleInterface(m_view.get())
                    ->text(QAccessible::Description)
                    .startsWith(u"Bytes 1,000,001 to 1,001,000 of 2,500,000"));
    }

private:
    std::unique_ptr<ByteView> m_view;
};

QTEST_MAIN(ByteViewAccessibleTest)
#include "tst_byteviewaccessible.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/byteview.h"

#include "app/findbar.h"
#include "present/body/awkwardbodies.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using app::ByteView;
using present::BodyForm;

namespace {

constexpr auto octets = "application/octet-stream";

/// The bytes that the clipboard's data carry, as octets or else as text.
QByteArray clipboardBytes()
{
    const QMimeData *data = QApplication::clipboard()->mimeData();
    if (!data)
        return QByteArray(); // nothing was copied
    return data->hasFormat(QLatin1StringView(octets)) ? data->data(QLatin1StringView(octets)) : data->text().toUtf8();
}

} // namespace

class ByteViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The offscreen platform says of each window that it knows no size hints.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_window = std::make_unique<QWidget>();
        m_before = new QPushButton(u"before"_s, m_window.get());
        m_view = new ByteView(m_window.get());
        m_view->setPlaceholderText(u"No body yet."_s);
        m_after = new QPushButton(u"after"_s, m_window.get());
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_before);
        layout->addWidget(m_view);
        layout->addWidget(m_after);
        m_window->resize(600, 400);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_view->setFocus();
    }

    void cleanup()
    {
        m_window.reset();
        QApplication::clipboard()->clear();
    }

    void selectAllAndCopy_givesTheVeryBytes_data() { addBodies(); }
    void selectAllAndCopy_givesTheVeryBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isJson);
        for (const BodyForm form : {BodyForm::Raw, BodyForm::Indented, BodyForm::Hex}) {
            m_view->setBody(bytes);
            m_view->setForm(form);
            QTRY_VERIFY_WITH_TIMEOUT(!m_view->reader().isBusy(), 30'000);
            QCOMPARE(m_view->form(), form == BodyForm::Indented && !isJson ? BodyForm::Raw : form);
            QCOMPARE(m_view->canIndent(), isJson);
            QCOMPARE(m_view->indentRefusal().isEmpty(), isJson);
            QCOMPARE(m_view->formAction(BodyForm::Indented)->isEnabled(), isJson);
            QVERIFY(m_view->formAction(m_view->form())->isChecked());
            m_view->grab(); // drawing it does no harm
            QTest::keySequence(m_view, QKeySequence::SelectAll);
            QCOMPARE(m_view->selectedBytes(), bytes);
            QTest::keySequence(m_view, QKeySequence::Copy);
            QCOMPARE(clipboardBytes(), bytes);
            QApplication::clipboard()->clear();
        }
    }

    void copyOfAPart_isItsBytes()
    {
        m_view->setBody("ab\r\n\xC3\xA9\xFF{"_ba);
        m_view->select(1, 6);
        m_view->copy();
        QCOMPARE(clipboardBytes(), "b\r\n\xC3\xA9"_ba);
        QVERIFY(!QApplication::clipboard()->mimeData()->hasFormat(QLatin1StringView(octets)));
        m_view->select(4, 7);
        m_view->copy();
        QCOMPARE(clipboardBytes(), "\xC3\xA9\xFF"_ba);
        QCOMPARE(QApplication::clipboard()->text(), u"é\uFFFD"_s);
        m_view->goToOffset(0);
        m_view->copy(); // nothing selected: the clipboard stays
        QCOMPARE(clipboardBytes(), "\xC3\xA9\xFF"_ba);
    }

    void onlyRowsInSight_areLaidOut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("many lines") << QByteArray("a line of text\n").repeated(100'000);
        QTest::newRow("one line") << QByteArray(2'000'000, 'x');
        QTest::newRow("controls") << QByteArray(1'000'000, '\1');
        QTest::newRow("many items") << "["_ba + QByteArray("1,").repeated(500'000) + "1]"_ba;
    }
    void onlyRowsInSight_areLaidOut()
    {
        QFETCH(QByteArray, bytes);
        m_view->setForm(BodyForm::Indented);
        m_view->setBody(bytes);
        QTRY_VERIFY_WITH_TIMEOUT(!m_view->reader().isBusy(), 30'000);
        for (const double place : {0.0, 0.3, 0.7, 1.0}) {
            const qint64 before = m_view->rowsLaidOut();
            m_view->verticalScrollBar()->setValue(int(m_view->verticalScrollBar()->maximum() * place));
            m_view->grab();
            QVERIFY(m_view->rowsLaidOut() - before <= m_view->visibleRows() + 2);
            m_view->grab();
            QVERIFY(m_view->rowsLaidOut() - before <= m_view->visibleRows() + 2);
        }
    }

    void keys_moveAndSelect()
    {
        m_view->setBody("one two\nthree\r\nfour"_ba);
        QTest::keyClick(m_view, Qt::Key_Right);
        QTest::keyClick(m_view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(m_view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedBytes(), "ne"_ba);
        QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedBytes(), "ne two\nthr"_ba);
        QTest::keyClick(m_view, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedBytes(), "ne two\nthree\r"_ba);
        QTest::keyClick(m_view, Qt::Key_Home);
        QCOMPARE(m_view->caret().position(), 8);
        QTest::keyClick(m_view, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(m_view->caret().position(), m_view->body().size());
        QTest::keyClick(m_view, Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_view->selectedBytes(), m_view->body());
        QTest::keyClick(m_view, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_view->caret().position(), 3);
    }

    void upAndDown_keepTheColumn()
    {
        m_view->setBody("long line one\nab\nlong line two"_ba);
        m_view->goToOffset(9);
        QTest::keyClick(m_view, Qt::Key_Down);
        QCOMPARE(m_view->caret().position(), 16);
        QTest::keyClick(m_view, Qt::Key_Down);
        QCOMPARE(m_view->caret().position(), 26);
    }

    void pages_moveThroughALongBody()
    {
        m_view->setBody(QByteArray("line\n").repeated(1000));
        QTest::keyClick(m_view, Qt::Key_PageDown);
        const qint64 page = m_view->caret().position() / 5;
        QVERIFY(page > 5 && page < m_view->visibleRows());
        QVERIFY(m_view->rectOf(m_view->caret().position()).isValid());
        QTest::keyClick(m_view, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
        QTest::keyClick(m_view, Qt::Key_PageUp);
        QCOMPARE(m_view->caret().position() / 5, 1000 - page);
    }

    void caret_isBroughtIntoSightSideways()
    {
        m_view->setBody(QByteArray(1000, 'x'));
        QTest::keyClick(m_view, Qt::Key_End);
        const QRect caret = m_view->rectOf(1000);
        QVERIFY(m_view->viewport()->rect().contains(caret));
        QVERIFY(m_view->horizontalScrollBar()->value() > 0);
        QTest::keyClick(m_view, Qt::Key_Home);
        QCOMPARE(m_view->horizontalScrollBar()->value(), 0);
    }

    void tab_leavesTheView()
    {
        m_view->setBody("text"_ba);
        QTest::keyClick(m_view, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_after);
        QTest::keyClick(m_after, Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), m_view);
        QTest::keyClick(m_view, Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), m_before);
    }

    void mouse_selects()
    {
        m_view->setBody("alpha beta\ngamma"_ba);
        QWidget *area = m_view->viewport();
        QTest::mouseClick(area, Qt::LeftButton, {}, m_view->rectOf(2).center());
        QCOMPARE(m_view->caret().position(), 2);
        QTest::mouseClick(area, Qt::LeftButton, Qt::ShiftModifier, m_view->rectOf(12).center());
        QCOMPARE(m_view->selectedBytes(), "pha beta\ng"_ba);
        QTest::mouseDClick(area, Qt::LeftButton, {}, m_view->rectOf(8).center());
        QCOMPARE(m_view->selectedBytes(), "beta"_ba);
    }

    void mouse_dragOutside_scrolls()
    {
        m_view->setBody(QByteArray("line\n").repeated(1000));
        QWidget *area = m_view->viewport();
        QTest::mousePress(area, Qt::LeftButton, {}, m_view->rectOf(2).center());
        const QPoint below(m_view->rectOf(2).left(), area->height() + 30);
        QMouseEvent move(QEvent::MouseMove, below, area->mapToGlobal(below), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(area, &move);
        QTRY_VERIFY(m_view->verticalScrollBar()->value() > 3);
        QTest::mouseRelease(area, Qt::LeftButton, {}, below);
        const QByteArray selected = m_view->selectedBytes();
        QVERIFY(selected.size() > 5 * (m_view->visibleRows() + 1));
        QVERIFY(m_view->body().mid(2).startsWith(selected));
    }

    void find_goesAcrossCutsAndWraps()
    {
        const QByteArray bytes
            = QByteArray(present::longestRow - 2, 'x') + "Needle"_ba + QByteArray(5000, 'y') + "\nneedle"_ba;
        m_view->setBody(bytes);
        QTest::keySequence(m_view, QKeySequence::Find);
        auto *bar = m_view->findChild<app::FindBar *>();
        QVERIFY(bar->isVisible());
        auto *edit = bar->findChild<QLineEdit *>(u"textEdit"_s);
        QTRY_COMPARE(QApplication::focusWidget(), edit);
        QTest::keyClicks(edit, u"needle"_s);
        QCOMPARE(m_view->selectedBytes(), "Needle"_ba);
        QCOMPARE(m_view->findStatus(), u"1 of 2"_s);
        QCOMPARE(bar->findChild<QLineEdit *>(u"statusEdit"_s)->text(), u"1 of 2"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_view->selectedBytes(), "needle"_ba);
        QTest::keyClick(edit, Qt::Key_F3);
        QCOMPARE(m_view->selectedBytes(), "Needle"_ba);
        QTest::keyClick(edit, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(m_view->findStatus(), u"2 of 2"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QCOMPARE(QApplication::focusWidget(), m_view);
        QCOMPARE(m_view->selectedBytes(), "needle"_ba); // what was found stays selected
    }

    void find_beginsWithTheSelection()
    {
        m_view->setBody("one two one"_ba);
        m_view->select(8, 11);
        m_view->openFindBar();
        QCOMPARE(m_view->findStatus(), u"2 of 2"_s);
        m_view->setBody("one\n\n\none"_ba);
        QCOMPARE(m_view->findStatus(), u"2 found"_s);
        m_view->grab(); // matches around empty rows
    }

    void goTo_laterThanRead_isDoneWhenRead()
    {
        m_view->setBody(QByteArray("line\n").repeated(500'000));
        m_view->goToPosition({400'000, 3});
        QVERIFY(m_view->caret().position() == 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_view->caret().position(), 399'999 * 5 + 2, 30'000);
        QVERIFY(m_view->rectOf(m_view->caret().position()).isValid());
        m_view->goToOffset(7);
        QCOMPARE(m_view->caret().position(), 7);
    }

    void indenting_keepsThePlace()
    {
        m_view->setBody("["_ba + QByteArray("{\"a\":1},\n").repeated(2000) + "1]"_ba);
        m_view->goToOffset(9000);
        m_view->formAction(BodyForm::Indented)->trigger();
        QCOMPARE(m_view->form(), BodyForm::Indented);
        QCOMPARE(m_view->caret().position(), 9000);
        QVERIFY(m_view->rectOf(9000).isValid());
    }

    void hex_isChosenForWhatIsNoText()
    {
        m_view->setBody(QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16).repeated(100));
        QCOMPARE(m_view->form(), BodyForm::Hex);
        QVERIFY(m_view->formAction(BodyForm::Hex)->isChecked());
        m_view->formAction(BodyForm::Raw)->trigger();
        QCOMPARE(m_view->form(), BodyForm::Raw);
    }

    void hex_bothColumnsAreTheSameBytes()
    {
        m_view->setForm(BodyForm::Hex);
        m_view->setBody("0123456789abcdefg"_ba);
        const double column = QFontMetricsF(m_view->font()).horizontalAdvance(u'0');
        const QPoint digits = m_view->rectOf(9).center();
        const QPoint characters(m_view->rectOf(0).left() + int(column * (16 * 3 + 2 + 9)) + 2, digits.y());
        QCOMPARE(m_view->offsetAt(digits), 9);
        QCOMPARE(m_view->offsetAt(characters), 9);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, characters);
        QCOMPARE(m_view->selectedBytes(), "9"_ba);
        const QImage one = m_view->grab().toImage();
        m_view->goToOffset(0);
        const QImage none = m_view->grab().toImage();
        for (const QPoint &place : {digits, characters}) // what is selected is marked in both
            QVERIFY(one.pixel(place + m_view->viewport()->pos()) != none.pixel(place + m_view->viewport()->pos()));
    }

    void hex_keysGoByBytesAndRows()
    {
        m_view->setForm(BodyForm::Hex);
        m_view->setBody(QByteArray(40, 'x'));
        QTest::keyClick(m_view, Qt::Key_Right);
        QTest::keyClick(m_view, Qt::Key_Down);
        QCOMPARE(m_view->caret().position(), 17);
        QTest::keyClick(m_view, Qt::Key_End);
        QCOMPARE(m_view->caret().position(), 32);
        QCOMPARE(m_view->caret().row(m_view->reader().lines()), 1);
        QTest::keyClick(m_view, Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedBytes().size(), 16);
    }

    void hex_copyIsDigitsAndTheVeryBytes()
    {
        m_view->setForm(BodyForm::Hex);
        m_view->setBody("{\xE2}"_ba);
        m_view->selectAll();
        m_view->copy();
        QCOMPARE(QApplication::clipboard()->text(), u"7B E2 7D"_s);
        QCOMPARE(clipboardBytes(), "{\xE2}"_ba);
    }

    void newBody_beginsAtItsTop()
    {
        m_view->setBody(QByteArray("line\n").repeated(1000));
        m_view->goToOffset(4000);
        m_view->setBody("other"_ba);
        QCOMPARE(m_view->caret().position(), 0);
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
        m_view->setBody(QByteArray());
        QVERIFY(!m_view->saveAction()->isEnabled());
    }

    void save_asksTheOwner()
    {
        QSignalSpy saved(m_view, &ByteView::saveRequested);
        m_view->setBody("a\xFF"_ba);
        m_view->saveAction()->trigger();
        QCOMPARE(saved.count(), 1);
        QCOMPARE(saved.constFirst().constFirst().toByteArray(), "a\xFF"_ba);
    }

    /// The picture of a mark differs from that of its letters, in light and dark, selected or not.
    void marks_areSeen()
    {
        for (const bool dark : {false, true}) {
            m_view->setPalette(dark ? QPalette(QColor(40, 40, 40)) : QPalette());
            for (const bool selected : {false, true}) {
                m_view->setBody("NUL"_ba);
                m_view->select(0, selected ? 3 : 0);
                const QImage plain = m_view->viewport()->grab(QRect(0, 0, 200, 40)).toImage();
                m_view->setBody(QByteArray("\0", 1));
                m_view->select(0, selected ? 1 : 0);
                QVERIFY(m_view->viewport()->grab(QRect(0, 0, 200, 40)).toImage() != plain);
            }
        }
    }

    /// Right-to-left words and what stands around them follow each other in the order of the bytes.
    void words_standInTheOrderOfTheBytes()
    {
        const QByteArray bytes = "\"שלום עולם\": \"سلام 1\", [2]"_ba;
        m_view->setBody(bytes);
        int last = -1;
        for (const QByteArray &word : {"\"ש"_ba, " ע"_ba, "\":"_ba, " \"س"_ba, " 1"_ba, ", ["_ba, "2]"_ba}) {
            const int left = m_view->rectOf(bytes.indexOf(word)).left();
            QVERIFY(left > last);
            last = left;
        }
    }

private:
    static void addBodies()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isJson");
        for (const awkward::Body &body : awkward::bodies())
            QTest::newRow(body.name) << body.bytes << body.isJson;
    }

    std::unique_ptr<QWidget> m_window;
    QPushButton *m_before = nullptr;
    QPushButton *m_after = nullptr;
    ByteView *m_view = nullptr;
};

QTEST_MAIN(ByteViewTest)
#include "tst_byteview.moc"

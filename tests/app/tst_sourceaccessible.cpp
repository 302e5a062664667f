// SPDX-License-Identifier: GPL-3.0-or-later
// Source as a screen reader has it: text, caret and edits in UTF-16 units, and none of it at the cost of the whole
// text.
#include "app/sourceaccessible.h"

#include "app/sourceeditor.h"
#include "present/body/awkwardbodies.h"
#include "present/body/plaintext.h"

#include <QAccessible>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using app::SourceEditor;

namespace {

bool isListening = false;
QStringList told; ///< The events about the text, one a line.

void note(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::TextInserted) {
        const auto *insert = static_cast<QAccessibleTextInsertEvent *>(event);
        told += u"+%1 %2"_s.arg(insert->changePosition()).arg(insert->textInserted());
    } else if (event->type() == QAccessible::TextRemoved) {
        const auto *remove = static_cast<QAccessibleTextRemoveEvent *>(event);
        told += u"-%1 %2"_s.arg(remove->changePosition()).arg(remove->textRemoved());
    } else if (event->type() == QAccessible::TextCaretMoved) {
        told += u"|%1"_s.arg(static_cast<QAccessibleTextCursorEvent *>(event)->cursorPosition());
    }
}

} // namespace

class SourceAccessibleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_editor.reset(); }
    void text_isTheBodysText_data();
    void text_isTheBodysText();
    void accessible_saysWhatItIs();
    void selection_followsAndLeads();
    void stretches_rows_data();
    void stretches_rows();
    void edits_ofAReader_areMade();
    void edits_areTold();
    void edits_areTold_once();
    void edits_areNotTold_whileNobodyListens();
    void caret_isTold();
    void editor_isNotToldOfEditsAfterwards();
    void textChanged_comesWithTheKey();
    void textChanged_comesForWhatAMenuDoes();

private:
    QAccessibleTextInterface *text() const
    {
        return QAccessible::queryAccessibleInterface(m_editor.get())->textInterface();
    }

    std::unique_ptr<SourceEditor> m_editor;
};

void SourceAccessibleTest::initTestCase()
{
    app::installSourceAccessibility();
}

void SourceAccessibleTest::init()
{
    // The offscreen platform says of each window that it knows no size hints.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    isListening = true;
    m_editor = std::make_unique<SourceEditor>();
    new app::SourceSpeaker(m_editor.get(), {[] { return isListening; }, &note}); // offscreen nobody else listens
    m_editor->resize(600, 400);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    told.clear();
}

void SourceAccessibleTest::text_isTheBodysText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const awkward::Body &body : awkward::bodies())
        QTest::newRow(body.name) << body.bytes;
}

void SourceAccessibleTest::text_isTheBodysText()
{
    QFETCH(QByteArray, bytes);
    m_editor->setBytes(bytes);
    const QString expected = present::plainText(bytes);
    QCOMPARE(text()->characterCount(), expected.size());
    QCOMPARE(text()->text(0, -1), expected);
    QCOMPARE(text()->text(1, 3), expected.mid(1, 2));
    for (int unit = 0; unit <= expected.size(); unit += 1 + int(expected.size()) / 20) {
        text()->setCursorPosition(unit);
        const bool isInside = unit < expected.size() && expected.at(unit).isLowSurrogate();
        QCOMPARE(text()->cursorPosition(), isInside ? unit - 1 : unit);
        QCOMPARE(m_editor->caret(), present::byteOfUnit(bytes, unit));
    }
}

void SourceAccessibleTest::accessible_saysWhatItIs()
{
    m_editor->setBytes("text"_ba);
    m_editor->setAccessibleDescription(u"Not JSON."_s);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(m_editor.get());
    QCOMPARE(accessible->role(), QAccessible::EditableText);
    QVERIFY(accessible->state().editable && accessible->state().multiLine && accessible->state().focusable);
    QVERIFY(!accessible->state().readOnly);
    QCOMPARE(accessible->text(QAccessible::Name), u"Source"_s);
    QCOMPARE(accessible->text(QAccessible::Description), u"Not JSON."_s);
    QCOMPARE(accessible->text(QAccessible::Value), u"text"_s);
    QVERIFY(accessible->editableTextInterface());
}

void SourceAccessibleTest::selection_followsAndLeads()
{
    m_editor->setBytes("é\n\xFF😀z"_ba);
    QCOMPARE(text()->selectionCount(), 0);
    text()->setSelection(0, 2, 5);
    QCOMPARE(m_editor->selectedBytes(), "\xFF😀"_ba);
    QCOMPARE(text()->selectionCount(), 1);
    int begin = -1;
    int end = -1;
    text()->selection(0, &begin, &end);
    QCOMPARE(begin, 2);
    QCOMPARE(end, 5);
    QCOMPARE(text()->cursorPosition(), 5);
    text()->removeSelection(0);
    QCOMPARE(text()->selectionCount(), 0);
    const QRect place = text()->characterRect(5);
    QVERIFY(place.isValid());
    QCOMPARE(text()->offsetAtPoint(place.center()), 5);
    QCOMPARE(text()->offsetAtPoint(QPoint(-5, -5)), -1);
}

void SourceAccessibleTest::stretches_rows_data()
{
    QTest::addColumn<QAccessible::TextBoundaryType>("type");
    QTest::addColumn<int>("at");
    QTest::addColumn<QStringList>("expected"); // before, at, after
    QTest::newRow("character") << QAccessible::CharBoundary << 3 << QStringList{u"e"_s, u" "_s, u"😀"_s};
    QTest::newRow("inside a character") << QAccessible::CharBoundary << 5 << QStringList{u" "_s, u"😀"_s, u"\n"_s};
    QTest::newRow("first character") << QAccessible::CharBoundary << 0 << QStringList{QString(), u"o"_s, u"n"_s};
    QTest::newRow("word") << QAccessible::WordBoundary << 8 << QStringList{u"\n"_s, u"two"_s, u" "_s};
    QTest::newRow("line") << QAccessible::LineBoundary << 8 << QStringList{u"one 😀\n"_s, u"two 2\n"_s, u"end"_s};
    QTest::newRow("last line") << QAccessible::LineBoundary << 14 << QStringList{u"two 2\n"_s, u"end"_s, QString()};
    QTest::newRow("all") << QAccessible::NoBoundary << 3 << QStringList{QString(), u"one 😀\ntwo 2\nend"_s, QString()};
}

void SourceAccessibleTest::stretches_rows()
{
    QFETCH(QAccessible::TextBoundaryType, type);
    QFETCH(int, at);
    QFETCH(QStringList, expected);
    m_editor->setBytes("one 😀\ntwo 2\nend"_ba);
    int begin = 0;
    int end = 0;
    QCOMPARE(text()->textBeforeOffset(at, type, &begin, &end), expected.at(0));
    QCOMPARE(begin < 0 ? QString() : text()->text(begin, end), expected.at(0));
    QCOMPARE(text()->textAtOffset(at, type, &begin, &end), expected.at(1));
    QCOMPARE(text()->text(begin, end), expected.at(1));
    QCOMPARE(text()->textAfterOffset(at, type, &begin, &end), expected.at(2));
    QCOMPARE(begin < 0 ? QString() : text()->text(begin, end), expected.at(2));
}

void SourceAccessibleTest::edits_ofAReader_areMade()
{
    m_editor->setBytes("é\n{}"_ba);
    QAccessibleEditableTextInterface *edits
        = QAccessible::queryAccessibleInterface(m_editor.get())->editableTextInterface();
    QSignalSpy changed(m_editor.get(), &QsciScintilla::textChanged);
    edits->insertText(3, u"\"😀\""_s);
    QCOMPARE(m_editor->bytes(), "é\n{\"😀\"}"_ba);
    edits->replaceText(4, 6, u"a"_s);
    QCOMPARE(m_editor->bytes(), "é\n{\"a\"}"_ba);
    edits->deleteText(0, 2);
    QCOMPARE(m_editor->bytes(), "{\"a\"}"_ba);
    QCOMPARE(changed.size(), 3);
}

void SourceAccessibleTest::edits_areTold()
{
    m_editor->setBytes("é\n😀 {}"_ba);
    told.clear();
    m_editor->goTo(9); // behind the brace
    QTest::keyClick(m_editor.get(), Qt::Key_X);
    QVERIFY2(told.contains(u"+6 x"_s), qPrintable(told.join(u'\n')));
    told.clear();
    QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
    QVERIFY2(told.contains(u"-6 x"_s), qPrintable(told.join(u'\n')));
    told.clear();
    m_editor->select(3, 7);
    m_editor->replaceSelection("ab"_ba);
    told.removeIf([](const QString &line) { return line.startsWith(u'|'); });
    QCOMPARE(told, (QStringList{u"-2 😀"_s, u"+2 ab"_s}));
}

void SourceAccessibleTest::edits_areTold_once()
{
    m_editor->setBytes("abc"_ba);
    QCoreApplication::processEvents();
    QCOMPARE(told.filter(u"+"_s), QStringList{u"+0 abc"_s});
}

void SourceAccessibleTest::edits_areNotTold_whileNobodyListens()
{
    isListening = false;
    m_editor->setBytes("abc"_ba);
    isListening = true;
    m_editor->goTo(3);
    QTest::keyClick(m_editor.get(), Qt::Key_D);
    QCOMPARE(told.filter(u"+"_s), QStringList{u"+3 d"_s});
}

void SourceAccessibleTest::caret_isTold()
{
    m_editor->setBytes("é\n😀 {}"_ba);
    m_editor->goTo(8);
    QTRY_VERIFY(told.contains(u"|5"_s));
    told.clear();
    QTest::keyClick(m_editor.get(), Qt::Key_Left);
    QTRY_COMPARE(told, QStringList{u"|4"_s});
}

// What QScintilla does then counts the whole text.
void SourceAccessibleTest::editor_isNotToldOfEditsAfterwards()
{
    const qint64 mask = app::send(*m_editor, QsciScintillaBase::SCI_GETMODEVENTMASK);
    QCOMPARE(mask & (QsciScintillaBase::SC_MOD_INSERTTEXT | QsciScintillaBase::SC_MOD_DELETETEXT), 0);
}

void SourceAccessibleTest::textChanged_comesWithTheKey()
{
    QSignalSpy changed(m_editor.get(), &QsciScintilla::textChanged);
    QByteArray seen;
    connect(m_editor.get(), &QsciScintilla::textChanged, this, [&] { seen = m_editor->bytes(); });
    QTest::keyClick(m_editor.get(), Qt::Key_A);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(seen, "a"_ba);
    QTest::keyClick(m_editor.get(), Qt::Key_Left);
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 1);
    m_editor->setBytes("abc"_ba);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(seen, "abc"_ba);
}

void SourceAccessibleTest::textChanged_comesForWhatAMenuDoes()
{
    m_editor->setBytes("abc"_ba);
    m_editor->select(1, 2);
    QSignalSpy changed(m_editor.get(), &QsciScintilla::textChanged);
    m_editor->cut();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_editor->bytes(), "ac"_ba);
}

QTEST_MAIN(SourceAccessibleTest)
#include "tst_sourceaccessible.moc"

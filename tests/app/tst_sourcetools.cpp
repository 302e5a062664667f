// SPDX-License-Identifier: GPL-3.0-or-later
// What Source offers beside typing: colours, folds, faults, places, find and replace.
#include "app/documentpage.h"
#include "app/findbar.h"
#include "app/noticebar.h"
#include "app/sourceeditor.h"
#include "app/sourcepage.h"
#include "app/windowfixture.h"

#include <QAccessible>
#include <QPushButton>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using app::DocumentPage;

class SourceToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void faults_areMarkedAndRead_data();
    void faults_areMarkedAndRead();
    void place_followsTheCaret_andGoesThere_data();
    void place_followsTheCaret_andGoesThere();
    void place_refusesWhatIsNone();
    void following_keepsCaretAndFolds();
    void text_isColoured_data();
    void text_isColoured();
    void folds_followTheBrackets_data();
    void folds_followTheBrackets();
    void edits_areStyledAsIfAnew();
    void fold_byKey_keepsTheCaretInSight();
    void find_goesRound();
    void replace_isOneStepEach();
    void replaceAll_isOneStep();

private:
    app::SourceEditor *editor() const { return m_fixture->window.findChild<app::SourceEditor *>(); }
    app::SourcePage *page() const { return m_fixture->find<app::SourcePage>(u"sourcePage"_s); }
    session::SessionDocument &document() const { return m_fixture->document.document(); }
    QString place() const { return m_fixture->find<QLineEdit>(u"placeEdit"_s)->text(); }
    qint64 ask(unsigned int message, qint64 first = 0, qint64 second = 0) const
    {
        return app::send(*editor(), message, first, second);
    }
    void showText(const QByteArray &text) const
    {
        document().load(text);
        m_fixture->window.page().showPane(DocumentPage::Pane::Source);
        editor()->setFocus();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void SourceToolsTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

void SourceToolsTest::faults_areMarkedAndRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("indicator");
    QTest::addColumn<qint64>("at");
    QTest::addColumn<int>("line");
    QTest::newRow("not JSON") << "{\n  \"id\": yes\n}"_ba << 8 << qint64(10) << 1;
    QTest::newRow("duplicate") << "{\"id\":1,\n\"id\":2}"_ba << 9 << qint64(9) << 1;
}

void SourceToolsTest::faults_areMarkedAndRead()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, indicator);
    QFETCH(const qint64, at);
    QFETCH(const int, line);
    showText(text);
    using Sci = QsciScintillaBase;
    QCOMPARE(ask(Sci::SCI_INDICATORVALUEAT, indicator, at), 1);
    QCOMPARE(ask(Sci::SCI_INDICATORVALUEAT, indicator, at - 1), 0);
    QCOMPARE(editor()->markersAtLine(line) & 3U, indicator == 8 ? 1U : 2U);
    QCOMPARE(editor()->markersAtLine(0) & 3U, 0U);
    const QString sentence = page()->findChild<app::NoticeBar *>()->sentence();
    QVERIFY2(sentence.contains(" at 2:"_L1), qPrintable(sentence));
    const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(editor());
    QVERIFY(accessible);
    QCOMPARE(accessible->text(QAccessible::Name), u"Source"_s);
    QCOMPARE(accessible->text(QAccessible::Description), sentence);

    page()->findChild<app::NoticeBar *>()->findChild<QPushButton *>()->click();
    QCOMPARE(editor()->caret(), at);
    QVERIFY(editor()->hasFocus());

    document().setSource("{}");
    QCOMPARE(ask(Sci::SCI_INDICATORVALUEAT, indicator, at), 0);
    QVERIFY(page()->findChild<app::NoticeBar *>()->isHidden());
    QVERIFY(accessible->text(QAccessible::Description).isEmpty());
}

void SourceToolsTest::place_followsTheCaret_andGoesThere_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::newRow("line") << u"3"_s << u"/caller \u00b7 3:1"_s;
    QTest::newRow("line and column") << u"3:9"_s << u"/caller/name \u00b7 3:9"_s;
    QTest::newRow("column past the end") << u"2:99"_s << u"/caller \u00b7 2:14"_s;
    QTest::newRow("line past the end") << u"99"_s << u"5:1"_s;
    QTest::newRow("columns are characters") << u"3:17"_s << u"/caller/name \u00b7 3:17"_s;
    QTest::newRow("pointer") << u"/caller/name"_s << u"/caller/name \u00b7 3:13"_s;
    QTest::newRow("pointer to what is not there") << u"/caller/x/y"_s << u"/caller \u00b7 2:13"_s;
}

void SourceToolsTest::place_followsTheCaret_andGoesThere()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, shown);
    showText("{\n  \"caller\": {\n    \"name\": \"\xf0\x9f\x98\x80\xc3\xa9\"\n  }\n}");
    QTest::keyClick(editor(), Qt::Key_G, Qt::ControlModifier);
    auto *line = m_fixture->find<QLineEdit>(u"placeEdit"_s);
    QVERIFY(line->hasFocus());
    QTest::keyClicks(line, typed);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(editor()->hasFocus());
    QTRY_COMPARE(place(), shown);
    QVERIFY(!document().isModified());
}

void SourceToolsTest::place_refusesWhatIsNone()
{
    showText("{}");
    auto *line = m_fixture->find<QLineEdit>(u"placeEdit"_s);
    line->setFocus();
    QSignalSpy announced(&m_fixture->window.page(), &DocumentPage::announced);
    QTest::keyClicks(line, u"somewhere"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(announced.size(), 1);
    QVERIFY(line->hasFocus());
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(editor()->hasFocus());
    QCOMPARE(line->text(), u"1:1"_s);
}

void SourceToolsTest::following_keepsCaretAndFolds()
{
    showText("{\n  \"a\": {\n    \"b\": 1\n  },\n  \"id\": \"x\"\n}\n");
    ask(QsciScintillaBase::SCI_COLOURISE, 0, -1);
    editor()->goTo(0);
    editor()->foldLine(1);
    QCOMPARE(ask(QsciScintillaBase::SCI_GETLINEVISIBLE, 2), 0);
    m_fixture->find<QComboBox>(u"environmentBox"_s)->setFocus();
    document().setSource("{\n  \"a\": {\n    \"b\": 1\n  },\n  \"id\": \"xyz\"\n}\n");
    QCOMPARE(page()->bytes(), document().bytes());
    QCOMPARE(editor()->caret(), 0);
    QCOMPARE(ask(QsciScintillaBase::SCI_GETLINEVISIBLE, 2), 0);
}

void SourceToolsTest::text_isColoured_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<app::Syntax>("syntax");
    QTest::newRow("name") << "\"id\""_ba << app::Syntax::Name;
    QTest::newRow("string") << "\"a\""_ba << app::Syntax::String;
    QTest::newRow("number") << "1.10"_ba << app::Syntax::Number;
    QTest::newRow("word") << "null"_ba << app::Syntax::Word;
    QTest::newRow("mark") << ","_ba << app::Syntax::Mark;
    QTest::newRow("error") << "oops"_ba << app::Syntax::Error;
}

void SourceToolsTest::text_isColoured()
{
    QFETCH(const QByteArray, part);
    QFETCH(const app::Syntax, syntax);
    const QByteArray text = R"({"id":"a",  "b" : 1.10, "c":null} oops)";
    showText(text);
    ask(QsciScintillaBase::SCI_COLOURISE, 0, -1);
    for (const store::Appearance look : {store::Appearance::Dark, store::Appearance::Light}) {
        m_fixture->appearance.choose(look);
        const qint64 style = ask(QsciScintillaBase::SCI_GETSTYLEAT, text.indexOf(part));
        const auto bgr = static_cast<QRgb>(ask(QsciScintillaBase::SCI_STYLEGETFORE, style));
        QCOMPARE(QColor(qBlue(bgr), qGreen(bgr), qRed(bgr)), app::colorOf(syntax, editor()->palette()));
    }
}

void SourceToolsTest::folds_followTheBrackets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<int>>("levels"); // negative: a fold begins there
    QTest::newRow("object") << "{\n1\n}\n"_ba << QList{-1, 1, 1, 0};
    QTest::newRow("one line") << "{\"a\":[1]}"_ba << QList{0};
    QTest::newRow("items in a row") << "[\n{\n},{\n}\n]"_ba << QList{-1, -2, -2, 2, 1};
    QTest::newRow("brackets in strings") << "{\n\"[{\"\n}"_ba << QList{-1, 1, 1};
    QTest::newRow("unclosed") << "{\n[\n\"open\n"_ba << QList{-1, -2, 2, 2};
    QTest::newRow("too many ends") << "}\n{\n}\n]]\n{\n}"_ba << QList{0, -1, 1, 0, -1, 1};
}

void SourceToolsTest::folds_followTheBrackets()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QList<int>, levels);
    showText(text);
    ask(QsciScintillaBase::SCI_COLOURISE, 0, -1);
    QList<int> found;
    for (int line = 0; line < editor()->lines(); ++line) {
        const qint64 level = ask(QsciScintillaBase::SCI_GETFOLDLEVEL, line);
        const int depth
            = static_cast<int>(level & QsciScintillaBase::SC_FOLDLEVELNUMBERMASK) - QsciScintillaBase::SC_FOLDLEVELBASE;
        found += (level & QsciScintillaBase::SC_FOLDLEVELHEADERFLAG) != 0 ? -depth - 1 : depth;
    }
    QCOMPARE(found, levels);
}

// What an edit leaves alone keeps its colours and folds: they must be those that a new editor gives the same text,
// whatever part of it Scintilla has asked for in between.
void SourceToolsTest::edits_areStyledAsIfAnew()
{
    const QByteArray unit = "{\n  \"a\": [1,\n    true],\n  \"b\": \"c\"\n},\n";
    showText(unit.repeated(20));
    const QByteArray pieces[] = {"{", "}", "[\n", "\n]", "\n", "\n\n", "\"", "x", "{\n}", ":", "\r\n"};
    QRandomGenerator random(2026);
    const auto insert = [this](qint64 at, const QByteArray &text) {
        editor()->goTo(at);
        editor()->replaceSelection(text);
    };
    const auto facts = [](const app::SourceEditor &shown) {
        QList<qint64> all;
        const qint64 length = app::send(shown, QsciScintillaBase::SCI_GETLENGTH);
        for (qint64 at = 0; at < length; ++at)
            all += app::send(shown, QsciScintillaBase::SCI_GETSTYLEAT, at);
        for (int line = 0; line < shown.lines(); ++line)
            all += app::send(shown, QsciScintillaBase::SCI_GETFOLDLEVEL, line);
        return all;
    };
    for (int round = 0; round < 300; ++round) {
        const qint64 length = ask(QsciScintillaBase::SCI_GETLENGTH);
        const qint64 at = random.bounded(length);
        if (random.bounded(2) == 0)
            ask(QsciScintillaBase::SCI_DELETERANGE, at, std::min<qint64>(random.bounded(4), length - at));
        else
            insert(at, pieces[random.bounded(static_cast<int>(std::size(pieces)))]);
        if (random.bounded(3) > 0)
            Q_EMIT editor()->SCN_STYLENEEDED(static_cast<int>(random.bounded(length)));
        if (round % 5 != 0)
            continue;
        Q_EMIT editor()->SCN_STYLENEEDED(static_cast<int>(ask(QsciScintillaBase::SCI_GETLENGTH)));
        app::SourceEditor anew;
        anew.setBytes(editor()->bytes());
        Q_EMIT anew.SCN_STYLENEEDED(static_cast<int>(ask(QsciScintillaBase::SCI_GETLENGTH)));
        QCOMPARE(facts(*editor()), facts(anew));
    }
}

void SourceToolsTest::fold_byKey_keepsTheCaretInSight()
{
    const QByteArray text = "{\n  \"a\": {\n    \"b\": 1\n  }\n}\n";
    showText(text);
    ask(QsciScintillaBase::SCI_COLOURISE, 0, -1);
    editor()->goTo(text.indexOf("\"b\""));
    QTest::keyClick(editor(), Qt::Key_F9);
    QCOMPARE(ask(QsciScintillaBase::SCI_GETLINEVISIBLE, 2), 0);
    QCOMPARE(editor()->caretPosition().line, 2);
    QTest::keyClick(editor(), Qt::Key_F9);
    QCOMPARE(ask(QsciScintillaBase::SCI_GETLINEVISIBLE, 2), 1);
    QTest::keyClick(editor(), Qt::Key_F9);
    editor()->goTo(text.indexOf("1"));
    QCOMPARE(ask(QsciScintillaBase::SCI_GETLINEVISIBLE, 2), 1); // what is gone to is unfolded
}

void SourceToolsTest::find_goesRound()
{
    showText("{\"one\": \"x\", \"two\": \"X\"}");
    QTest::keyClick(editor(), Qt::Key_F, Qt::ControlModifier);
    auto *bar = page()->findChild<app::FindBar *>();
    QVERIFY(bar->isVisible());
    auto *text = bar->findChild<QLineEdit *>(u"textEdit"_s);
    QVERIFY(text->hasFocus());
    QCOMPARE(text->accessibleName(), u"Find in Source"_s);
    QTest::keyClicks(text, u"\"x\""_s);
    QTRY_COMPARE(bar->findChild<QLineEdit *>(u"statusEdit"_s)->text(), u"1 of 2"_s);
    QCOMPARE(editor()->selectedBytes(), "\"x\""_ba);
    QTest::keyClick(text, Qt::Key_F3);
    QCOMPARE(editor()->selectedBytes(), "\"X\""_ba);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(editor()->selectedBytes(), "\"x\""_ba);
    QTest::keyClick(text, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(editor()->selectedBytes(), "\"X\""_ba);
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(bar->isHidden());
    QVERIFY(editor()->hasFocus());
    QVERIFY(!document().isModified());
}

void SourceToolsTest::replace_isOneStepEach()
{
    const QByteArray text = R"({"a": "x", "b": "x"})";
    showText(text);
    QTest::keyClick(editor(), Qt::Key_H, Qt::ControlModifier);
    auto *bar = page()->findChild<app::FindBar *>();
    QTest::keyClicks(bar->findChild<QLineEdit *>(u"textEdit"_s), u"\"x\""_s);
    auto *by = bar->findChild<QLineEdit *>(u"replaceEdit"_s);
    QVERIFY(by->isVisible());
    by->setFocus();
    QTest::keyClicks(by, u"1.10"_s);
    QTest::keyClick(by, Qt::Key_Return);
    QCOMPARE(document().bytes(), R"({"a": 1.10, "b": "x"})"_ba);
    bar->findChild<QPushButton *>(u"replaceButton"_s)->click();
    QCOMPARE(document().bytes(), R"({"a": 1.10, "b": 1.10})"_ba);
    document().undo();
    QCOMPARE(page()->bytes(), R"({"a": 1.10, "b": "x"})"_ba);
    document().undo();
    QCOMPARE(page()->bytes(), text);
}

void SourceToolsTest::replaceAll_isOneStep()
{
    const QByteArray text = "{\"a\": \"\xc3\xa9\",\r\n\"b\": \"\xc3\x89\"}"_ba;
    showText(text);
    QTest::keyClick(editor(), Qt::Key_H, Qt::ControlModifier);
    auto *bar = page()->findChild<app::FindBar *>();
    bar->findChild<QLineEdit *>(u"textEdit"_s)->setText(u"\u00e9"_s);
    bar->findChild<QLineEdit *>(u"replaceEdit"_s)->setText(u"\u00e9\u00e9"_s);
    bar->findChild<QPushButton *>(u"replaceAllButton"_s)->click();
    QCOMPARE(document().bytes(), "{\"a\": \"\xc3\xa9\xc3\xa9\",\r\n\"b\": \"\xc3\xa9\xc3\xa9\"}"_ba);
    QCOMPARE(page()->bytes(), document().bytes());
    QCOMPARE(bar->findChild<QLineEdit *>(u"statusEdit"_s)->text(), u"2 replaced"_s);
    document().undo();
    QCOMPARE(page()->bytes(), text);
}

QTEST_MAIN(SourceToolsTest)
#include "tst_sourcetools.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documentpage.h"
#include "app/noticebar.h"
#include "app/sourceeditor.h"
#include "app/sourcepage.h"
#include "app/windowfixture.h"
#include "support/rawserver.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMimeData>

using namespace Qt::StringLiterals;
using app::DocumentPage;

class SourcePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void bytes_passUnchanged_data();
    void bytes_passUnchanged();
    void typing_reachesTheForm_andBack();
    void obstacle_isSaid_andSentAsItStands();
    void undo_isTheDocuments();
    void keys_ofTheWindow_workInTheEditor();
    void tab_leavesTheEditor();
    void tab_indentsWhereAsked();
    void paste_keepsLineEnds();
    void middleClick_keepsLineEnds();
    void drop_keepsLineEnds();
    void typed_isSentByteForByte_data();
    void typed_isSentByteForByte();
    void undo_throughBothViews_keepsTheCaretInSight();

private:
    app::SourceEditor *editor() const { return m_fixture->window.findChild<app::SourceEditor *>(); }
    app::SourcePage *page() const { return m_fixture->find<app::SourcePage>(u"sourcePage"_s); }
    void show(DocumentPage::Pane pane) const { m_fixture->window.page().showPane(pane); }
    void showText(const QByteArray &text) const
    {
        document().load(text);
        show(DocumentPage::Pane::Source);
        editor()->setFocus();
    }
    session::SessionDocument &document() const { return m_fixture->document.document(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void SourcePageTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

void SourcePageTest::bytes_passUnchanged_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("CRLF") << "{\r\n\"id\":\r\n\"a\"}\r\n"_ba;
    QTest::newRow("CR") << "{\r\"id\":\"a\"}\r"_ba;
    QTest::newRow("mixed line ends") << "{\n\"id\":\r\"a\"\r\n}"_ba;
    QTest::newRow("no line end") << "{}"_ba;
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("NUL") << QByteArray("{\"id\":\"a\0b\"}\0", 13);
    QTest::newRow("NBSP") << "{\"id\":\"\xc2\xa0\"\xc2\xa0}"_ba;
    QTest::newRow("U+2028") << "{\"id\":\"\xe2\x80\xa8\xe2\x80\xa9\xc2\x85\"}"_ba;
    QTest::newRow("BOM") << "\xef\xbb\xbf{\"id\":\"a\"}"_ba;
    QTest::newRow("tabs") << "{\t\"id\" :\t\"a\"\t}"_ba;
    QTest::newRow("control characters") << "\x01\x02\x1b\x7f{}\x0b\x0c"_ba;
    QTest::newRow("astral and combining") << "{\"id\":\"\xf0\x9f\x98\x80"
                                             "e\xcc\x81\"}"_ba;
    QTest::newRow("bidi controls") << "{\"id\":\"\xe2\x80\xae"
                                      "abc\xe2\x80\xac\"}"_ba;
}

void SourcePageTest::bytes_passUnchanged()
{
    QFETCH(const QByteArray, text);
    const QString path = m_fixture->folder.filePath(u"a.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    m_fixture->prompter.path = path;
    m_fixture->find<QAction>(u"openAction"_s)->trigger();
    show(DocumentPage::Pane::Source);
    QCOMPARE(page()->bytes(), text);
    QVERIFY(!document().isModified());
    QCOMPARE(m_fixture->document.nextRequest().request->body, text);

    // Typed into, all other bytes stay; taken back, all are there.
    editor()->setFocus();
    QTest::keyClick(editor(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(editor(), u"x"_s);
    QCOMPARE(document().bytes(), text + 'x');
    QTest::keyClick(editor(), Qt::Key_Backspace);
    QCOMPARE(document().bytes(), text);

    const QString copy = m_fixture->folder.filePath(u"b.json"_s);
    m_fixture->prompter.path = copy;
    m_fixture->find<QAction>(u"saveAsAction"_s)->trigger();
    QFile saved(copy);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), text);
}

void SourcePageTest::typing_reachesTheForm_andBack()
{
    m_fixture->find<QAction>(u"newAction"_s)->trigger();
    show(DocumentPage::Pane::Source);
    editor()->selectAll();
    QTest::keyClicks(editor(), u"{\"id\": \"from source\"}"_s);
    show(DocumentPage::Pane::Form);
    auto *id = m_fixture->find<QLineEdit>(u"idEdit"_s);
    QCOMPARE(id->text(), u"from source"_s);
    id->setText(u"from form"_s);
    show(DocumentPage::Pane::Source);
    QCOMPARE(page()->bytes(), "{\n    \"id\": \"from form\"\n}\n"_ba);
    QCOMPARE(page()->bytes(), document().bytes());
}

void SourcePageTest::obstacle_isSaid_andSentAsItStands()
{
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    m_fixture->find<QComboBox>(u"environmentBox"_s)->setCurrentText(u"Custom"_s);
    m_fixture->find<QLineEdit>(u"baseUrlEdit"_s)->setText(server.url({}));
    m_fixture->find<QLineEdit>(u"callRecordIdEdit"_s)->setText(u"1"_s);
    show(DocumentPage::Pane::Source);
    const QByteArray text = "{\"id\":1,\n\"id\":18446744073709551616} tail";
    document().setSource(text);
    QVERIFY(document().obstacle());
    const QString said = page()->findChild<app::NoticeBar *>()->sentence();
    QVERIFY2(said.contains(" at "_L1) && said.contains(u':'), qPrintable(said));
    QVERIFY(m_fixture->submit());
    QVERIFY(server.requests().constFirst().endsWith(QByteArray("\r\n\r\n" + text)));
}

void SourcePageTest::undo_isTheDocuments()
{
    const QByteArray before = document().bytes();
    show(DocumentPage::Pane::Source);
    editor()->setFocus();
    QTest::keyClicks(editor(), u"xyz"_s);
    QCOMPARE(document().bytes(), "xyz" + before);
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(document().bytes(), before);
    QCOMPARE(page()->bytes(), before);
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(page()->bytes(), "xyz" + before);
}

void SourcePageTest::keys_ofTheWindow_workInTheEditor()
{
    show(DocumentPage::Pane::Source);
    editor()->setFocus();
    const QByteArray before = document().bytes();
    QSignalSpy ended(&m_fixture->document, &present::DocumentController::exchangeEnded);
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(ended.size() == 1 || ended.wait());
    // Scintilla would cut, copy, transpose or respell lines with these.
    for (const int key : {Qt::Key_L, Qt::Key_D, Qt::Key_T, Qt::Key_U})
        QTest::keyClick(editor(), static_cast<Qt::Key>(key), Qt::ControlModifier);
    QCOMPARE(document().bytes(), before);
    QVERIFY(m_fixture->window.findChild<QDialog *>()); // Ctrl+L is the window's
}

void SourcePageTest::tab_leavesTheEditor()
{
    show(DocumentPage::Pane::Source);
    editor()->setFocus();
    QTest::keyClick(editor(), Qt::Key_Tab);
    QVERIFY(!editor()->hasFocus());
    QVERIFY(!document().isModified());
    editor()->setFocus();
    QTest::keyClick(editor(), Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(!editor()->hasFocus());
}

void SourcePageTest::paste_keepsLineEnds()
{
    m_fixture->find<QAction>(u"newAction"_s)->trigger();
    show(DocumentPage::Pane::Source);
    QGuiApplication::clipboard()->setText(u"{\r\n}\r"_s);
    editor()->selectAll();
    QTest::keyClick(editor(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(document().bytes(), "{\r\n}\r"_ba);
}

void SourcePageTest::tab_indentsWhereAsked()
{
    showText("{}");
    QTest::keyClick(editor(), Qt::Key_M, Qt::ControlModifier);
    QTest::keyClick(editor(), Qt::Key_Tab);
    QVERIFY(editor()->hasFocus());
    QCOMPARE(document().bytes(), "    {}"_ba);
    QTest::keyClick(editor(), Qt::Key_M, Qt::ControlModifier);
    QTest::keyClick(editor(), Qt::Key_Tab);
    QVERIFY(!editor()->hasFocus());
    QCOMPARE(document().bytes(), "    {}"_ba);
}

// Offscreen there is no primary selection; on X11 there is.
void SourcePageTest::middleClick_keepsLineEnds()
{
    if (!QGuiApplication::clipboard()->supportsSelection())
        QSKIP("no primary selection on this platform");
    showText("");
    QGuiApplication::clipboard()->setText(u"{\r\n}\r"_s, QClipboard::Selection);
    QTest::mouseClick(editor()->viewport(), Qt::MiddleButton);
    QCOMPARE(document().bytes(), "{\r\n}\r"_ba);
}

void SourcePageTest::drop_keepsLineEnds()
{
    showText("");
    QMimeData data;
    data.setText(u"{\r\n}\r"_s);
    QDragEnterEvent enter(QPoint(80, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(editor()->viewport(), &enter);
    QDropEvent drop(QPointF(80, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(editor()->viewport(), &drop);
    QCOMPARE(document().bytes(), "{\r\n}\r"_ba);
}

void SourcePageTest::typed_isSentByteForByte_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("malformed") << u"{\"id\": \"a\",,}"_s;
    QTest::newRow("cut off") << u"{\"id\": \"a"_s;
    QTest::newRow("duplicate names") << u"{\"id\":1, \"id\":2}"_s;
    QTest::newRow("1.10") << u"{\"id\":1.10}"_s;
    QTest::newRow("2^63") << u"{\"id\":9223372036854775808}"_s;
    QTest::newRow("1e400") << u"{\"id\":1e400}"_s;
    QTest::newRow("NUL escape") << u"{\"id\":\"\\u0000\"}"_s;
    QTest::newRow("lone surrogates") << u"{\"id\":\"\\ud800\", \"\\udfff\":1}"_s;
    QTest::newRow("other escapes") << u"{\"\\u0069d\":\"\\/\"}"_s;
    QTest::newRow("blanks") << u"{ \"id\" :1 }  "_s;
}

void SourcePageTest::typed_isSentByteForByte()
{
    QFETCH(const QString, typed);
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    m_fixture->useServer(server.url({}));
    showText("");
    QTest::keyClicks(editor(), typed);
    QVERIFY(m_fixture->submit());
    const QByteArray request = server.requests().constFirst();
    QCOMPARE(request.mid(request.indexOf("\r\n\r\n") + 4), typed.toUtf8());
}

void SourcePageTest::undo_throughBothViews_keepsTheCaretInSight()
{
    const QByteArray first = "{\n    \"id\": \"a\"\n}\n"_ba;
    showText(first);
    editor()->goTo(first.indexOf("a\""));
    QTest::keyClicks(editor(), u"bc"_s);
    const QByteArray second = document().bytes();
    show(DocumentPage::Pane::Form);
    m_fixture->find<QLineEdit>(u"idEdit"_s)->setText(u"from the form"_s);
    QVERIFY(m_fixture->submit());
    show(DocumentPage::Pane::Source);
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page()->bytes(), second);
    QCOMPARE(editor()->caret(), second.indexOf("\"\n}")); // behind what came back
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page()->bytes(), first);
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(document().value(json::Pointer::fromPath(u"id"_s)).toString(), u"from the form"_s);
    QCOMPARE(page()->bytes(), document().bytes());
}

QTEST_MAIN(SourcePageTest)
#include "tst_sourcepage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/lexer.h"

#include "json/scanner.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using json::Lexer;
using json::Piece;

namespace {

// One letter a piece, a dot for each blank byte between them.
QByteArray picture(const QByteArray &text)
{
    QByteArray picture(text.size(), '.');
    Lexer lexer(text);
    for (std::optional<Piece> piece = lexer.next(); piece; piece = lexer.next()) {
        const char letter = "mnSNWE"[static_cast<int>(piece->kind)];
        for (qsizetype at = piece->begin; at < piece->end; ++at)
            picture[at] = letter;
    }
    return picture;
}

} // namespace

class LexerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void pieces_data();
    void pieces();
    void pieces_fromALine_areTheSame();
    void pieces_ofBrokenText_alwaysEnd();
    void pointers_data();
    void pointers();
    void pointerNear_malformed_data();
    void pointerNear_malformed();
};

void LexerTest::pieces_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("blank") << " \t\r\n"_ba
                           << "...."_ba;
    QTest::newRow("member") << R"({"a": "b"})"_ba
                            << "mnnnm.SSSm"_ba;
    QTest::newRow("colon on the next line") << "\"a\"\n :"_ba
                                            << "nnn..m"_ba;
    QTest::newRow("words") << "[true,false,null]"_ba
                           << "mWWWWmWWWWWmWWWWm"_ba;
    QTest::newRow("other words") << "True nul nulls undefined"_ba
                                 << "EEEE.EEE.EEEEE.EEEEEEEEE"_ba;
    QTest::newRow("numbers") << "0 -1.50 2e+9 9223372036854775808"_ba
                             << "N.NNNNN.NNNN.NNNNNNNNNNNNNNNNNNN"_ba;
    QTest::newRow("wrong numbers") << "01 1. .5 +1 1x 0x1F -"_ba
                                   << "EE.EE.EE.EE.EE.EEEE.E"_ba;
    QTest::newRow("escapes") << R"("\"\\\u00e9\ud800")"_ba << QByteArray(18, 'S');
    QTest::newRow("wrong escape is all of its string") << R"("a\x\"b",1)"_ba
                                                       << "EEEEEEEEmN"_ba;
    QTest::newRow("open string ends with its line") << "\"a\n\"b\""_ba
                                                    << "EE.SSS"_ba;
    QTest::newRow("open string before CR") << "\"a\\\r1"_ba
                                           << "EEE.N"_ba;
    QTest::newRow("stray characters are one piece each") << "'\xc3\xa9;"_ba
                                                         << "EEEE"_ba;
    QTest::newRow("damaged UTF-8") << "\xff\"\xff\""_ba
                                   << "EEEE"_ba;
    QTest::newRow("NUL") << QByteArray("\0{", 2) << "Em"_ba;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf{"_ba
                                     << "EEEm"_ba;
}

void LexerTest::pieces()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(picture(text), expected);
}

void LexerTest::pieces_fromALine_areTheSame()
{
    const QByteArray text = "{\n  \"a\": [1,\n \"open\n true ], \"x\":\r\n{}}\n"_ba;
    QList<Piece> all;
    Lexer lexer(text);
    for (std::optional<Piece> piece = lexer.next(); piece; piece = lexer.next())
        all += *piece;
    for (qsizetype line = text.indexOf('\n') + 1; line > 0; line = text.indexOf('\n', line) + 1) {
        Lexer later(text, line);
        for (const Piece &piece : std::as_const(all)) {
            if (piece.begin >= line)
                QCOMPARE(later.next(), std::optional(piece));
        }
        QVERIFY(!later.next());
    }
}

void LexerTest::pieces_ofBrokenText_alwaysEnd()
{
    const QByteArray text = "{\"a\\\"\xc3:[-1.e,tru\\u12\"\xed\xa0\x80\n}]";
    for (qsizetype length = 0; length <= text.size(); ++length) {
        const QByteArray cut = text.first(length);
        qsizetype at = 0;
        Lexer lexer(cut);
        for (std::optional<Piece> piece = lexer.next(); piece; piece = lexer.next()) {
            QVERIFY(piece->begin >= at && piece->end > piece->begin && piece->end <= length);
            at = piece->end;
        }
    }
}

// The place is where the `|` stands.
void LexerTest::pointers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("before all") << R"(|{"a":1})"_ba << u""_s;
    QTest::newRow("in a name") << R"({"a|b":1})"_ba << u"/ab"_s;
    QTest::newRow("before the value") << R"({"a":|1})"_ba << u"/a"_s;
    QTest::newRow("after the value") << R"({"a":12|})"_ba << u"/a"_s;
    QTest::newRow("in an object") << R"({"a":{"b":t|rue}})"_ba << u"/a/b"_s;
    QTest::newRow("second item") << R"({"a":[1,{"b":"|"}]})"_ba << u"/a/1/b"_s;
    QTest::newRow("slash and tilde") << R"({"x/~":"|"})"_ba << u"/x~1~0"_s;
    QTest::newRow("escape in a name") << R"({"\u0061":"|"})"_ba << u"/a"_s;
    QTest::newRow("after all") << R"({"a":1}|)"_ba << u""_s;
}

void LexerTest::pointers()
{
    QFETCH(QByteArray, text);
    QFETCH(const QString, pointer);
    const qsizetype offset = text.indexOf('|');
    text.remove(offset, 1);
    const json::Index index = json::scan(text);
    QVERIFY(index.isValid());
    QCOMPARE(json::pointerAt(index, offset).toString(), pointer);
    QCOMPARE(json::pointerNear(text, offset).toString(), pointer);
}

void LexerTest::pointerNear_malformed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("value to come") << R"({"a":{"b": |}})"_ba << u"/a/b"_s;
    QTest::newRow("after a comma") << R"({"a":{"b":1, |}})"_ba << u"/a"_s;
    QTest::newRow("unclosed") << R"({"a":[1,[2,|3)"_ba << u"/a/1"_s;
    QTest::newRow("unclosed, in the item") << R"({"a":[1,[2,3|)"_ba << u"/a/1/1"_s;
    QTest::newRow("too many ends") << R"(}]{"a":1|)"_ba << u"/a"_s;
    QTest::newRow("no text at all") << "|"_ba << u""_s;
}

void LexerTest::pointerNear_malformed()
{
    QFETCH(QByteArray, text);
    QFETCH(const QString, pointer);
    const qsizetype offset = text.indexOf('|');
    text.remove(offset, 1);
    QCOMPARE(json::pointerNear(text, offset).toString(), pointer);
}

QTEST_GUILESS_MAIN(LexerTest)
#include "tst_lexer.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies in hexadecimal: their rows, when they are chosen, and what is found in them.
#include "present/body/hextext.h"

#include "present/body/bodyreader.h"
#include "present/body/displaytext.h"
#include "present/body/plaintext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using present::BodyForm;
using present::BodyLines;
using present::BodyReader;
using present::BodyRow;

namespace {

BodyLines linesOf(const QByteArray &bytes)
{
    BodyLines lines(bytes, BodyForm::Hex);
    while (!lines.extend(1000)) { }
    return lines;
}

QStringList shownRows(const BodyLines &lines)
{
    QStringList shown;
    for (const BodyRow &row : lines.rows(0, lines.rowCount()))
        shown += present::DisplayText(lines.bytes(), row, lines.form()).text();
    return shown;
}

} // namespace

class HexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hex_isSixteenBytesARow()
    {
        const QByteArray bytes = "{\"a\": \"\xC3\xA9\"}\r\n\0.\x7F~ the end"_ba;
        const QStringList expected{u"7B 22 61 22 3A 20 22 C3  A9 22 7D 0D 0A 00 2E 7F  {\"a\": \"··\"}···.·"_s,
                                   u"7E 20 74 68 65 20 65 6E  64                       ~ the end"_s};
        const BodyLines lines = linesOf(bytes);
        QCOMPARE(shownRows(lines), expected);
        QCOMPARE(lines.row(1).line, 2);
        QCOMPARE(lines.widest(), expected.constFirst().size());
        QCOMPARE(present::hexText(bytes, 0x1F0), "000001F0  "_L1 + expected.at(0) + "\n00000200  "_L1 + expected.at(1));
        for (qsizetype at = 0; at <= bytes.size(); ++at)
            QCOMPARE(present::hexIndexOf(bytes, present::hexUnitOf(bytes, at)), at);
        QCOMPARE(present::hexIndexOf(bytes, expected.at(0).size() + 9), 15); // the last character of the first row
        QCOMPARE(present::hexText({}, 0), QString());
        const QString text = present::hexText(bytes, 0);
        for (qsizetype at = 0; at < bytes.size(); ++at)
            QCOMPARE(text.mid(present::hexUnitOf(bytes, at), 2),
                     QString::fromLatin1(bytes.mid(at, 1).toHex().toUpper()));
        QCOMPARE(linesOf(bytes.first(17)).rowCount(), 2);
        QCOMPARE(linesOf(bytes.first(16)).rowCount(), 1);
    }

    void reader_whatIsNoText_isHexUntilAFormIsWished()
    {
        BodyReader reader;
        reader.setForm(BodyForm::Indented);
        reader.setBody("\x1F\x8B\x08\0\0\0\0\0"_ba);
        QCOMPARE(reader.form(), BodyForm::Hex);
        reader.setBody("{}"_ba);
        QCOMPARE(reader.form(), BodyForm::Indented);
        reader.setBody("\xFF\xFE{\0}\0"_ba);
        QCOMPARE(reader.form(), BodyForm::Hex);
        reader.setForm(BodyForm::Raw);
        QCOMPARE(reader.form(), BodyForm::Raw);
        reader.setBody(QByteArray(64, '\x80'));
        QCOMPARE(reader.form(), BodyForm::Hex);
        reader.setForm(BodyForm::Hex);
        reader.setBody("text"_ba);
        QCOMPARE(reader.form(), BodyForm::Hex);
    }

    void reader_inHexFindsBytesToo()
    {
        BodyReader reader;
        reader.setBody("a{\"7B 22 {\""_ba);
        reader.setSearch(u"7b 22"_s, Qt::CaseInsensitive);
        QCOMPARE(reader.search().count(), 1);
        reader.setForm(BodyForm::Hex);
        QCOMPARE(reader.search().count(), 3);
        QCOMPARE(reader.search().match(0), (present::ByteSearch::Match{1, 2}));
        QCOMPARE(reader.search().match(1), (present::ByteSearch::Match{3, 5}));
        reader.setForm(BodyForm::Raw);
        QCOMPARE(reader.search().count(), 1);
    }

    void isText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isText");
        QTest::newRow("empty") << ""_ba << true;
        QTest::newRow("JSON") << "{\r\n\t\"a\": \"\xE2\x82\xAC\"}"_ba << true;
        QTest::newRow("byte order mark of UTF-8") << "\xEF\xBB\xBF{}"_ba << true;
        QTest::newRow("Latin-1") << "Un caf\xE9 au lait, s'il vous pla\xEEt, merci bien."_ba << true;
        QTest::newRow("one NUL in twenty") << QByteArray("twenty bytes and \0 one", 22) << true;
        QTest::newRow("one stray byte of three") << "a\xFFz"_ba << true;
        QTest::newRow("UTF-16") << QByteArray("{\0}\0", 4) << false;
        QTest::newRow("UTF-16 with mark") << QByteArray("\xFE\xFFxyz", 5) << false;
        QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08\0\0\0\0\0", 8) << false;
        QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) << false;
        QTest::newRow("noise far behind text") << QByteArray(100'000, 'x') + QByteArray(100'000, '\0') << true;
        QTest::newRow("character across the end of the sample")
            << QByteArray(64 * 1024 - 1, 'x') + "\xC3\xA9"_ba << true;
    }
    void isText()
    {
        QFETCH(QByteArray, bytes);
        QTEST(present::isText(bytes), "isText");
    }

    void octetsOf_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("pairs") << u"7B 22"_s << "{\""_ba;
        QTest::newRow("no blanks") << u"7b22"_s << "{\""_ba;
        QTest::newRow("with 0x") << u" 0x7B  0X22 "_s << "{\""_ba;
        QTest::newRow("NUL") << u"00"_s << QByteArray("\0", 1);
        QTest::newRow("odd") << u"7B 2"_s << ""_ba;
        QTest::newRow("no digit") << u"7G"_s << ""_ba;
        QTest::newRow("prefix alone") << u"0x"_s << ""_ba;
        QTest::newRow("empty") << u""_s << ""_ba;
        QTest::newRow("digits of another script") << u"\u0661\u0662"_s << ""_ba;
    }
    void octetsOf()
    {
        QFETCH(QString, text);
        QTEST(present::octetsOf(text), "octets");
    }
};

QTEST_MAIN(HexTest)
#include "tst_hex.moc"

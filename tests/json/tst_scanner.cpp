// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/scanner.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using json::Index;
using json::scan;

class ScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void scan_accepted_data();
    void scan_accepted();
    void scan_refused_data();
    void scan_refused();
    void scan_damagedUtf8_isRefused_data();
    void scan_damagedUtf8_isRefused();
    void scan_everyByteAtEveryPlaceOfAString();
    void scan_everyPrefix_isRefused();
    void scan_depth_data();
    void scan_depth();
    void scan_over4GiB_isRefused();
};

void ScannerTest::scan_accepted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("nodes");
    QTest::newRow("2 blanks around all six tokens") << " \t\n\r{ \"a\" : [ 1 , 2 ] } \t\n\r"_ba << 5;
    QTest::newRow("2 no blanks") << "{\"a\":[1,2]}"_ba << 5;
    QTest::newRow("2 root object") << "{}"_ba << 1;
    QTest::newRow("2 root array") << "[]"_ba << 1;
    QTest::newRow("2 root string") << "\"\""_ba << 1;
    QTest::newRow("2 root number") << "0"_ba << 1;
    QTest::newRow("3 true") << "true"_ba << 1;
    QTest::newRow("3 false") << "false"_ba << 1;
    QTest::newRow("3 null") << "null"_ba << 1;
    QTest::newRow("4 empty name") << "{\"\":0}"_ba << 3;
    QTest::newRow("4 two members") << "{\"a\":1,\"b\":2}"_ba << 5;
    QTest::newRow("4 same name twice") << "{\"a\":1,\"a\":2}"_ba << 5;
    QTest::newRow("4 same name, one escaped") << "{\"a\":1,\"\\u0061\":2}"_ba << 5;
    QTest::newRow("4 escaped name") << "{\"\\\"\\\\\":0}"_ba << 3;
    QTest::newRow("5 mixed types") << "[1,\"a\",null,true,{},[]]"_ba << 7;
    QTest::newRow("6 zero") << "[0]"_ba << 2;
    QTest::newRow("6 minus zero") << "[-0]"_ba << 2;
    QTest::newRow("6 digits") << "[-1234567890]"_ba << 2;
    QTest::newRow("6 fraction") << "[0.0,-0.10,1.5]"_ba << 4;
    QTest::newRow("6 exponent") << "[1e5,1E5,1e+5,1e-5,0e0,1.5E-007]"_ba << 7;
    QTest::newRow("6 any size") << "[1e999999999999,123456789012345678901234567890]"_ba << 3;
    QTest::newRow("7 every escape") << R"("\"\\\/\b\f\n\r\t\u0041")"_ba << 1;
    QTest::newRow("7 hexadecimal both cases") << R"("\u00fF\uABCD\uefab")"_ba << 1;
    QTest::newRow("7 escaped NUL") << R"("\u0000")"_ba << 1;
    QTest::newRow("7 first plain character") << "\" \""_ba << 1;
    QTest::newRow("7 DEL") << "\"\x7F\""_ba << 1;
    QTest::newRow("7 separators U+2028, U+2029") << "\"\xE2\x80\xA8\xE2\x80\xA9\""_ba << 1;
    QTest::newRow("8.1 U+FEFF inside a string") << "\"\xEF\xBB\xBF\""_ba << 1;
    QTest::newRow("8.1 two, three, four bytes")
        << "\"\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\""_ba << 1;
    QTest::newRow("8.1 astral planes") << "\"\xF0\x90\x80\x80\xF3\xBF\xBF\xBF\xF4\x8F\xBF\xBF\""_ba << 1;
    QTest::newRow("8.2 lone high surrogate") << R"("\ud800")"_ba << 1;
    QTest::newRow("8.2 lone low surrogate") << R"({"\udfff":0})"_ba << 3;
    QTest::newRow("8.2 pair") << R"("\ud83d\ude00")"_ba << 1;
}

void ScannerTest::scan_accepted()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, nodes);
    const Index index = scan(text);
    QVERIFY2(index.isValid(), index.fault() ? qPrintable(index.fault()->reason) : "");
    QCOMPARE(index.size(), nodes);
    QCOMPARE(index.text(), text);
}

void ScannerTest::scan_refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");
    const QString value = u"a value was expected"_s;
    const QString word = u"only true, false and null may stand without quotation marks"_s;
    const QString name = u"a name in double quotation marks was expected"_s;
    const QString inObject = u"a comma or the end of the object was expected"_s;
    const QString inArray = u"a comma or the end of the array was expected"_s;
    const QString follows = u"nothing may follow the end of the JSON value"_s;
    const QString control = u"a control character in a string must be written as an escape"_s;
    const QString escape = u"after a backslash only \" \\ / b f n r t or u may stand"_s;
    const QString hex = u"after \\u four hexadecimal digits were expected"_s;
    const QString cutString = u"the text ends within a string"_s;
    const QString cutArray = u"the text ends within an array"_s;
    const QString cutObject = u"the text ends within an object"_s;
    const QString zero = u"a number may not begin with 0"_s;
    const QString fraction = u"a digit was expected after the decimal point"_s;
    const QString point = u"a digit was expected before the decimal point"_s;
    const QString minus = u"a digit was expected after the minus sign"_s;
    const QString exponent = u"a digit was expected in the exponent"_s;
    const QString quotes = u"names and strings stand in double quotation marks"_s;
    const QString comment = u"JSON has no comments"_s;

    QTest::newRow("2 nothing") << ""_ba << u"1:1"_s << u"there is no value"_s;
    QTest::newRow("2 only blanks") << " \r\n "_ba << u"2:2"_s << u"there is no value"_s;
    QTest::newRow("2 two roots") << "1 2"_ba << u"1:3"_s << follows;
    QTest::newRow("2 two objects") << "{}\n{}"_ba << u"2:1"_s << follows;
    QTest::newRow("2 bracket too many") << "[]]"_ba << u"1:3"_s << follows;
    QTest::newRow("2 NUL after the root") << QByteArray("1\0", 2) << u"1:2"_s << follows;
    QTest::newRow("2 NUL before the root") << QByteArray("\0"
                                                         "1",
                                                         2)
                                           << u"1:1"_s << value;
    QTest::newRow("2 form feed is no blank") << "[\f1]"_ba << u"1:2"_s << value;
    QTest::newRow("2 vertical tab is no blank") << "[1\v]"_ba << u"1:3"_s << inArray;
    QTest::newRow("2 no-break space is no blank") << "[\xC2\xA0"
                                                     "1]"_ba
                                                  << u"1:2"_s << value;
    QTest::newRow("2 comment") << "// x\n1"_ba << u"1:1"_s << comment;
    QTest::newRow("2 comment after a value") << "[1/**/]"_ba << u"1:3"_s << comment;
    QTest::newRow("2 only a comma") << ","_ba << u"1:1"_s << value;
    QTest::newRow("2 only a colon") << ":"_ba << u"1:1"_s << value;
    QTest::newRow("3 upper case") << "True"_ba << u"1:1"_s << word;
    QTest::newRow("3 cut") << "tru"_ba << u"1:1"_s << word;
    QTest::newRow("3 too long") << "[nullx]"_ba << u"1:2"_s << word;
    QTest::newRow("3 digit after") << "[true1]"_ba << u"1:2"_s << word;
    QTest::newRow("3 undefined") << "[undefined]"_ba << u"1:2"_s << word;
    QTest::newRow("3 wrong inside") << "[falze]"_ba << u"1:2"_s << word;
    QTest::newRow("4 open") << "{"_ba << u"1:2"_s << cutObject;
    QTest::newRow("4 cut after name") << "{\"a\""_ba << u"1:5"_s << cutObject;
    QTest::newRow("4 cut after colon") << "{\"a\":"_ba << u"1:6"_s << cutObject;
    QTest::newRow("4 cut after value") << "{\"a\":1\n"_ba << u"2:1"_s << cutObject;
    QTest::newRow("4 cut after comma") << "{\"a\":1,"_ba << u"1:8"_s << cutObject;
    QTest::newRow("4 comma at the end") << "{\"a\":1,}"_ba << u"1:8"_s << name;
    QTest::newRow("4 only a comma") << "{,}"_ba << u"1:2"_s << name;
    QTest::newRow("4 two commas") << "{\"a\":1,,\"b\":2}"_ba << u"1:8"_s << name;
    QTest::newRow("4 no comma") << "{\"a\":1 \"b\":2}"_ba << u"1:8"_s << inObject;
    QTest::newRow("4 no colon") << "{\"a\" 1}"_ba << u"1:6"_s << u"a colon was expected after the name"_s;
    QTest::newRow("4 two colons") << "{\"a\"::1}"_ba << u"1:6"_s << value;
    QTest::newRow("4 no value") << "{\"a\":}"_ba << u"1:6"_s << value;
    QTest::newRow("4 name only") << "{\"a\"}"_ba << u"1:5"_s << u"a colon was expected after the name"_s;
    QTest::newRow("4 bare name") << "{a:1}"_ba << u"1:2"_s << name;
    QTest::newRow("4 number as name") << "{1:1}"_ba << u"1:2"_s << name;
    QTest::newRow("4 single quotes") << "{'a':1}"_ba << u"1:2"_s << quotes;
    QTest::newRow("4 wrong end") << "{\"a\":1]"_ba << u"1:7"_s << inObject;
    QTest::newRow("5 open") << "["_ba << u"1:2"_s << cutArray;
    QTest::newRow("5 cut after item") << "[1"_ba << u"1:3"_s << cutArray;
    QTest::newRow("5 cut after comma") << "[1,"_ba << u"1:4"_s << cutArray;
    QTest::newRow("5 comma at the end") << "[1,]"_ba << u"1:4"_s << value;
    QTest::newRow("5 only a comma") << "[,1]"_ba << u"1:2"_s << value;
    QTest::newRow("5 two commas") << "[1,,2]"_ba << u"1:4"_s << value;
    QTest::newRow("5 no comma") << "[1 2]"_ba << u"1:4"_s << inArray;
    QTest::newRow("5 colon") << "[1:2]"_ba << u"1:3"_s << inArray;
    QTest::newRow("5 wrong end") << "[1}"_ba << u"1:3"_s << inArray;
    QTest::newRow("5 inner open") << "[[1]"_ba << u"1:5"_s << cutArray;
    QTest::newRow("5 single quotes") << "['a']"_ba << u"1:2"_s << quotes;
    QTest::newRow("6 leading zero") << "[01]"_ba << u"1:2"_s << zero;
    QTest::newRow("6 leading zero, negative") << "[-01]"_ba << u"1:3"_s << zero;
    QTest::newRow("6 two zeros") << "00"_ba << u"1:1"_s << zero;
    QTest::newRow("6 plus") << "[+1]"_ba << u"1:2"_s << u"a number may not begin with +"_s;
    QTest::newRow("6 only minus") << "[-]"_ba << u"1:3"_s << minus;
    QTest::newRow("6 minus at the end") << "-"_ba << u"1:2"_s << minus;
    QTest::newRow("6 two minus") << "[--1]"_ba << u"1:3"_s << minus;
    QTest::newRow("6 no digit before the point") << "[.5]"_ba << u"1:2"_s << point;
    QTest::newRow("6 no digit before the point, negative") << "[-.5]"_ba << u"1:3"_s << point;
    QTest::newRow("6 no digit after the point") << "[1.]"_ba << u"1:4"_s << fraction;
    QTest::newRow("6 point at the end") << "1."_ba << u"1:3"_s << fraction;
    QTest::newRow("6 exponent after point") << "[1.e5]"_ba << u"1:4"_s << fraction;
    QTest::newRow("6 no exponent") << "[1e]"_ba << u"1:4"_s << exponent;
    QTest::newRow("6 only a sign in the exponent") << "[1e+]"_ba << u"1:5"_s << exponent;
    QTest::newRow("6 exponent at the end") << "1E-"_ba << u"1:4"_s << exponent;
    QTest::newRow("6 fraction in the exponent") << "[1e1.5]"_ba << u"1:5"_s << inArray;
    QTest::newRow("6 two points") << "[1.2.3]"_ba << u"1:5"_s << inArray;
    QTest::newRow("6 hexadecimal") << "[0x1F]"_ba << u"1:3"_s << inArray;
    QTest::newRow("6 letter after") << "[1a]"_ba << u"1:3"_s << inArray;
    QTest::newRow("6 thousands") << "[1'000]"_ba << u"1:3"_s << quotes;
    QTest::newRow("6 NaN") << "[NaN]"_ba << u"1:2"_s << word;
    QTest::newRow("6 Infinity") << "[Infinity]"_ba << u"1:2"_s << word;
    QTest::newRow("6 minus Infinity") << "[-Infinity]"_ba << u"1:3"_s << minus;
    QTest::newRow("6 full-width digit") << "[\xEF\xBC\x91]"_ba << u"1:2"_s << value;
    QTest::newRow("7 open") << "\"abc"_ba << u"1:5"_s << cutString;
    QTest::newRow("7 only a quotation mark") << "\""_ba << u"1:2"_s << cutString;
    QTest::newRow("7 name open") << "{\"abc"_ba << u"1:6"_s << cutString;
    QTest::newRow("7 backslash at the end") << "\"a\\"_ba << u"1:4"_s << cutString;
    QTest::newRow("7 escaped quotation mark ends nothing") << "\"a\\\""_ba << u"1:5"_s << cutString;
    QTest::newRow("7 cut in \\u") << "\"\\u12"_ba << u"1:6"_s << cutString;
    QTest::newRow("7 unknown escape") << R"("\x41")"_ba << u"1:2"_s << escape;
    QTest::newRow("7 escaped single quote") << R"("ab\'")"_ba << u"1:4"_s << escape;
    QTest::newRow("7 upper case \\U") << R"("\U0041")"_ba << u"1:2"_s << escape;
    QTest::newRow("7 escaped line end") << "\"\\\n\""_ba << u"1:2"_s << escape;
    QTest::newRow("7 escaped NUL byte") << QByteArray("\"\\\0\"", 4) << u"1:2"_s << escape;
    QTest::newRow("7 three digits") << R"("\u123")"_ba << u"1:2"_s << hex;
    QTest::newRow("7 no digit") << R"("\u00G0")"_ba << u"1:2"_s << hex;
    QTest::newRow("7 raw NUL") << QByteArray("\"a\0b\"", 5) << u"1:3"_s << control;
    QTest::newRow("7 raw line feed") << "\"a\nb\""_ba << u"1:3"_s << control;
    QTest::newRow("7 raw tab after much text") << "\"0123456789abcdefg\tb\""_ba << u"1:19"_s << control;
    QTest::newRow("7 raw U+001F") << "[\"\x1F\"]"_ba << u"1:3"_s << control;
    QTest::newRow("8.1 byte order mark") << "\xEF\xBB\xBF{}"_ba << u"1:1"_s
                                         << u"a byte order mark may not stand before JSON"_s;
    QTest::newRow("8.1 second byte order mark") << "{}\xEF\xBB\xBF"_ba << u"1:3"_s << follows;
    QTest::newRow("8.1 UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << u"1:1"_s << u"these bytes are not UTF-8"_s;
    QTest::newRow("8.1 Latin-1 outside a string") << "[\xE4]"_ba << u"1:2"_s << u"these bytes are not UTF-8"_s;
    QTest::newRow("place: lines end with CR LF, CR and LF") << "[\r\n1,\r2,\n 3 x]"_ba << u"4:4"_s << inArray;
    QTest::newRow("place: columns are characters") << "[\"\xC3\xA4\xF0\x9F\x98\x80\" x]"_ba << u"1:7"_s << inArray;
}

void ScannerTest::scan_refused()
{
    QFETCH(const QByteArray, text);
    const Index index = scan(text);
    QVERIFY(!index.isValid());
    QVERIFY(index.fault());
    const json::Fault fault = *index.fault();
    QTEST(fault.reason, "reason");
    QTEST(u"%1:%2"_s.arg(fault.position.line).arg(fault.position.column), "place");
    QCOMPARE(fault.position, json::positionAt(text, fault.offset));
    QCOMPARE(index.size(), 0);
    QCOMPARE(index.text(), text);
}

void ScannerTest::scan_damagedUtf8_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("tail alone") << "\x80"_ba;
    QTest::newRow("last tail alone") << "\xBF"_ba;
    QTest::newRow("overlong NUL") << "\xC0\x80"_ba;
    QTest::newRow("overlong 7F") << "\xC1\xBF"_ba;
    QTest::newRow("overlong in three") << "\xE0\x9F\xBF"_ba;
    QTest::newRow("overlong in four") << "\xF0\x8F\xBF\xBF"_ba;
    QTest::newRow("first surrogate") << "\xED\xA0\x80"_ba;
    QTest::newRow("last surrogate") << "\xED\xBF\xBF"_ba;
    QTest::newRow("surrogate pair (CESU-8)") << "\xED\xA0\xBD\xED\xB8\x80"_ba;
    QTest::newRow("U+110000") << "\xF4\x90\x80\x80"_ba;
    QTest::newRow("F5") << "\xF5\x80\x80\x80"_ba;
    QTest::newRow("five bytes") << "\xF8\x88\x80\x80\x80"_ba;
    QTest::newRow("FE") << "\xFE"_ba;
    QTest::newRow("FF") << "\xFF"_ba;
    QTest::newRow("two of two cut") << "\xC3"_ba;
    QTest::newRow("three cut") << "\xE2\x82"_ba;
    QTest::newRow("four cut") << "\xF0\x9F\x98"_ba;
    QTest::newRow("no tail in the third place") << "\xE2\x82\x28"_ba;
    QTest::newRow("no tail in the fourth place") << "\xF0\x9F\x98\x28"_ba;
    QTest::newRow("head where a tail should be") << "\xE2\xC3\xA4"_ba;
}

void ScannerTest::scan_damagedUtf8_isRefused()
{
    QFETCH(const QByteArray, bytes);
    for (const QByteArray &before : {"["_ba, "[\""_ba, "[\"ä plain text before\\n"_ba}) {
        for (const QByteArray &after : {""_ba, "\"]"_ba, "plain text\"]"_ba}) {
            const QByteArray text = before + bytes + after;
            const Index index = scan(text);
            QVERIFY(index.fault());
            QCOMPARE(index.fault()->reason, u"these bytes are not UTF-8"_s);
            QCOMPARE(index.fault()->offset, before.size());
        }
    }
}

/// The scanner looks at eight bytes at a time: each byte value must be seen in each of the eight places and in the
/// rest.
void ScannerTest::scan_everyByteAtEveryPlaceOfAString()
{
    for (int place = 0; place < 20; ++place) {
        for (int byte = 0; byte < 0x80; ++byte) {
            QByteArray text = '"' + QByteArray(place, 'x') + char(byte) + QByteArray(20 - place, 'y') + '"';
            if (byte == '"')
                text.chop(21 - place); // the mark is the end
            const Index index = scan(text);
            const bool isGood = byte >= 0x20 && byte != '\\';
            QVERIFY2(index.isValid() == isGood, text.toPercentEncoding().constData());
            if (!isGood)
                QCOMPARE(index.fault()->offset, place + 1);
            else
                QCOMPARE(index.at(0).end, quint32(text.size()));
        }
    }
}

void ScannerTest::scan_everyPrefix_isRefused()
{
    const QByteArray text = "{\"a\":[1.5e+3,-0,\"\\u00e4\\n\xC3\xA4\",true,false,null],\"b\":{\"c\":{}}}"_ba;
    QVERIFY(scan(text).isValid());
    for (qsizetype size = 0; size < text.size(); ++size) {
        const Index index = scan(text.first(size));
        QVERIFY2(!index.isValid(), text.first(size).constData());
        QVERIFY(index.fault()->offset <= size);
    }
}

void ScannerTest::scan_depth_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("9,999") << 9'999 << true;
    QTest::newRow("10,000") << 10'000 << true;
    QTest::newRow("10,001") << 10'001 << false;
    QTest::newRow("1,000,000") << 1'000'000 << false;
}

void ScannerTest::scan_depth()
{
    QFETCH(const int, depth);
    QFETCH(const bool, isAccepted);
    const QByteArray arrays = QByteArray(depth, '[') + QByteArray(depth, ']');
    const QByteArray objects = "{\"a\":"_ba.repeated(depth) + '1' + QByteArray(depth, '}');
    for (const Index &index : {scan(arrays), scan(objects)}) {
        QCOMPARE(index.isValid(), isAccepted);
        if (!isAccepted)
            QCOMPARE(index.fault()->reason, u"objects and arrays are nested deeper than 10,000"_s);
    }
    if (!isAccepted)
        QCOMPARE(scan(arrays).fault()->offset, 10'000);
    else
        QCOMPARE(scan(arrays).size(), depth);
}

void ScannerTest::scan_over4GiB_isRefused()
{
    if constexpr (sizeof(qsizetype) < 8)
        QSKIP("No text is that large here.");
    const QByteArray text = QByteArray::fromRawData("{}", qsizetype(1) << 32); // never looked at
    const Index index = scan(text);
    QVERIFY(index.fault());
    QCOMPARE(index.fault()->reason, u"the text is larger than 4 GiB"_s);
}

QTEST_GUILESS_MAIN(ScannerTest)
#include "tst_scanner.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/fidelity.h"

#include "json/scanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using json::Loss;

Q_DECLARE_METATYPE(json::Loss)

class FidelityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void losses_none_data();
    void losses_none();
    void losses_one_data();
    void losses_one();
    void losses_numbers_data();
    void losses_numbers();
    void losses_randomNumbers_agreeWithQt();
    void losses_everyCharacter_agreesWithQt();
    void losses_depth_agreesWithQt();
    void losses_many_areInOrderAndEnd();
};

void FidelityTest::losses_none_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << "{}"_ba;
    QTest::newRow("spelling of numbers") << R"({"a":[1.0,1.10,1E2,0.0,0e7,1e-2,100e-2]})"_ba;
    QTest::newRow("escapes") << R"({"\u0061":"\u0041\/\ud83d\ude00\u0000"})"_ba;
    QTest::newRow("order and blanks") << "{ \"b\" : 1 ,\r\n\"a\" : 2 }"_ba;
    QTest::newRow("same name in two objects") << R"({"a":{"a":1},"b":{"a":1},"c":[{"a":1},{"a":1}]})"_ba;
    QTest::newRow("a value that is a name, too") << R"({"a":"b","b":"a"})"_ba;
    QTest::newRow("names differ in case") << R"({"a":1,"A":2})"_ba;
    QTest::newRow("names differ in normal form") << "{\"\xC3\xA4\":1,\"a\xCC\x88\":2}"_ba;
    QTest::newRow("literals") << R"({"a":[true,false,null]})"_ba;
    QTest::newRow("name after inner objects") << R"({"a":{"x":1},"b":[{"x":1}],"x":1})"_ba;
}

void FidelityTest::losses_none()
{
    QFETCH(const QByteArray, text);
    const QList<json::LossAt> losses = json::losses(json::scan(text));
    QVERIFY2(losses.isEmpty(), losses.isEmpty() ? "" : qPrintable(losses[0].fault.reason));
}

void FidelityTest::losses_one_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Loss>("loss");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");
    const QString root = u"the JSON value is not an object"_s;
    const QString twice = u"the same name stands twice in one object"_s;
    const QString surrogate = u"half of a surrogate pair (\\ud800 to \\udfff) stands alone"_s;
    const QString mark = u"a text begins with U+FEFF"_s;
    const QString range = u"this number is outside the range of a double"_s;
    QTest::newRow("array") << " [{}]"_ba << Loss::NotAnObject << u"1:2"_s << root;
    QTest::newRow("string") << "\"a\""_ba << Loss::NotAnObject << u"1:1"_s << root;
    QTest::newRow("null") << "null"_ba << Loss::NotAnObject << u"1:1"_s << root;
    QTest::newRow("name twice") << "{\"a\":1,\n\"a\":1}"_ba << Loss::DuplicateName << u"2:1"_s << twice;
    QTest::newRow("name twice, one escaped") << R"({"\u0061":1,"a":1})"_ba << Loss::DuplicateName << u"1:13"_s << twice;
    QTest::newRow("name twice around an object")
        << R"({"a":{"b":1},"a":1})"_ba << Loss::DuplicateName << u"1:14"_s << twice;
    QTest::newRow("name twice in an inner object")
        << R"({"x":[0,{"b":{},"b":1}]})"_ba << Loss::DuplicateName << u"1:17"_s << twice;
    QTest::newRow("empty name twice") << R"({"":1,"":2})"_ba << Loss::DuplicateName << u"1:7"_s << twice;
    QTest::newRow("high surrogate") << R"({"a":"\ud800"})"_ba << Loss::LoneSurrogate << u"1:6"_s << surrogate;
    QTest::newRow("low surrogate in a name") << R"({"\udc00":1})"_ba << Loss::LoneSurrogate << u"1:2"_s << surrogate;
    QTest::newRow("pair the wrong way round")
        << R"({"a":"\ude00\ud83d"})"_ba << Loss::LoneSurrogate << u"1:6"_s << surrogate;
    QTest::newRow("pair with something between")
        << R"({"a":"\ud83dx\ude00"})"_ba << Loss::LoneSurrogate << u"1:6"_s << surrogate;
    QTest::newRow("lone surrogate beside U+FFFD")
        << "{\"\xEF\xBF\xBD\":1,\"\\ud800\":2}"_ba << Loss::LoneSurrogate << u"1:8"_s << surrogate;
    QTest::newRow("lone surrogate beside a question mark")
        << R"({"?":1,"\ud800":2})"_ba << Loss::LoneSurrogate << u"1:8"_s << surrogate;
    QTest::newRow("mark before a text") << "{\"a\":\"\xEF\xBB\xBFx\"}"_ba << Loss::ByteOrderMark << u"1:6"_s << mark;
    QTest::newRow("mark before a name") << "{\"\xEF\xBB\xBFx\":1}"_ba << Loss::ByteOrderMark << u"1:2"_s << mark;
    QTest::newRow("number") << R"({"a":18446744073709551616})"_ba << Loss::NumberChanges << u"1:6"_s
                            << u"this number would become 18446744073709552000"_s;
    QTest::newRow("minus zero") << R"({"a":-0})"_ba << Loss::NumberChanges << u"1:6"_s
                                << u"this number would become 0"_s;
    QTest::newRow("too large") << R"({"a":1e400})"_ba << Loss::NumberChanges << u"1:6"_s << range;
    QTest::newRow("too small") << R"({"a":1e-400})"_ba << Loss::NumberChanges << u"1:6"_s << range;
}

void FidelityTest::losses_one()
{
    QFETCH(const QByteArray, text);
    const json::Index index = json::scan(text);
    QVERIFY(index.isValid());
    const QList<json::LossAt> losses = json::losses(index);
    QCOMPARE(losses.size(), 1);
    QTEST(losses[0].loss, "loss");
    QTEST(losses[0].fault.reason, "reason");
    const json::Position position = losses[0].fault.position;
    QTEST(u"%1:%2"_s.arg(position.line).arg(position.column), "place");
    QCOMPARE(position, json::positionAt(text, losses[0].fault.offset));
}

static bool isLost(const QByteArray &number)
{
    return !json::losses(json::scan("{\"a\":" + number + "}")).isEmpty();
}

void FidelityTest::losses_numbers_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("lost");
    const auto row = [](const char *number, bool lost) { QTest::newRow(number) << QByteArray(number) << lost; };
    row("0", false);
    row("-0", true);
    row("-0.00", true);
    row("-0e5", true);
    row("0e99999999999999999999", false);
    row("9007199254740993", false); // 2^53 + 1: an integer without point or exponent is held as qint64
    row("9007199254740993.0", true); // ... but as a double with one
    row("9007199254740992.0", false);
    row("9223372036854775807", false);
    row("9223372036854775808", true);
    row("-9223372036854775808", false);
    row("-9223372036854775809", true);
    row("9223372036854775807.0", true);
    row("9223372036854776000", false); // as Qt writes it
    row("4611686018427387904.0", false); // 2^62
    row("100000000000000000000", false); // 10^20
    row("12345678901234567890", true);
    row("123456789012345680000", false);
    row("0.1", false);
    row("0.1000000000000000055511151231257827", true); // the exact value of the double is not what is written
    row("0.12345678901234567", true);
    row("0.30000000000000004", false);
    row("123456789012345e295", true); // over the range, though 15 digits
    row("1.7976931348623157e308", false);
    row("1.7976931348623159e308", true);
    row("5e-324", false);
    row("4.9e-324", true);
    row("2e-324", true);
    row("1e9223372036854775808", true);
    row("1e-9223372036854775809", true);
    row("0.0000000000000000000000000000000000000001", false);
}

void FidelityTest::losses_numbers()
{
    QFETCH(const QByteArray, number);
    QTEST(isLost(number), "lost");
}

/// The value of `literal` as digits and a power of ten, by another way than the code under test: as one long string of
/// digits with 700 places before and after the point. Exponents must be small.
static QByteArray longhand(QByteArray literal)
{
    const bool isNegative = literal.startsWith('-');
    literal = literal.mid(isNegative ? 1 : 0).toLower();
    const qsizetype e = literal.indexOf('e');
    const int exponent = e < 0 ? 0 : literal.mid(e + 1).toInt();
    const QByteArray mantissa = e < 0 ? literal : literal.first(e);
    const qsizetype point = mantissa.indexOf('.') < 0 ? mantissa.size() : mantissa.indexOf('.');
    QByteArray places(1400, '0');
    const QByteArray digits = mantissa.first(point) + mantissa.mid(point + 1);
    for (qsizetype digit = 0; digit < digits.size(); ++digit)
        places[700 - point - exponent + digit] = digits[digit];
    return (isNegative ? '-' : '+') + places;
}

static QByteArray randomDigits(QRandomGenerator &random, int most)
{
    QByteArray digits;
    for (int left = random.bounded(1, most + 1); left > 0; --left)
        digits += char('0' + (random.bounded(3) == 0 ? 0 : random.bounded(10)));
    return digits;
}

static QByteArray randomNumber(QRandomGenerator &random)
{
    QByteArray number = random.bounded(2) ? "-"_ba : ""_ba;
    QByteArray digits = randomDigits(random, 22);
    while (digits.size() > 1 && digits.startsWith('0'))
        digits.remove(0, 1);
    number += digits;
    if (random.bounded(2))
        number += '.' + randomDigits(random, 20);
    if (random.bounded(2))
        number += (random.bounded(2) ? 'e' : 'E') + QByteArray::number(random.bounded(-350, 350));
    return number;
}

void FidelityTest::losses_randomNumbers_agreeWithQt()
{
    QRandomGenerator random(20170101);
    int kept = 0;
    for (int round = 0; round < 5'000; ++round) {
        QByteArray number = randomNumber(random);
        if (round % 5 == 0) // what a program writes for a double: 17 digits that Qt keeps
            number = QByteArray::number(random.generateDouble() * 1e6, 'g', QLocale::FloatingPointShortest);
        const QByteArray written = QJsonDocument::fromJson('[' + number + ']').toJson(QJsonDocument::Compact);
        const bool isKept = !written.isEmpty() && longhand(written.sliced(1, written.size() - 2)) == longhand(number);
        QVERIFY2(isLost(number) != isKept, QByteArray(number + " -> " + written).constData());
        kept += isKept ? 1 : 0;
    }
    QVERIFY2(kept > 1'000 && kept < 4'000, qPrintable(QString::number(kept))); // both kinds were there
}

void FidelityTest::losses_everyCharacter_agreesWithQt()
{
    for (char32_t code = 0x20; code <= QChar::LastValidCodePoint; code += code < 0x10000 ? 1 : 0x101) {
        if (QChar::isSurrogate(code) || code == U'"' || code == U'\\')
            continue;
        QString character; // not fromUcs4(), which swallows U+FEFF
        for (const char16_t unit : QChar::fromUcs4(code))
            character += QChar(unit);
        for (const QString &text :
             {QString(character + u'x'), QString(u'x' + character), QString(character + u"\\n"_s)}) {
            const QByteArray body = "{\"a\":\"" + text.toUtf8() + "\"}";
            QString expected = text;
            expected.replace("\\n"_L1, "\n"_L1);
            const bool isKept = QJsonDocument::fromJson(body).object().value("a"_L1).toString() == expected;
            const json::Index index = json::scan(body);
            QVERIFY2(json::losses(index).isEmpty() == isKept, body.toPercentEncoding().constData());
            QCOMPARE(index.string(2), expected);
        }
    }
}

void FidelityTest::losses_depth_agreesWithQt()
{
    for (const int depth : {1'023, 1'024, 1'025, 1'030}) {
        const QByteArray body = "{\"a\":"_ba.repeated(depth) + '1' + QByteArray(depth, '}');
        const QList<json::LossAt> losses = json::losses(json::scan(body));
        QCOMPARE(losses.isEmpty(), !QJsonDocument::fromJson(body).isNull());
        if (losses.isEmpty())
            continue;
        QCOMPARE(losses.size(), 1);
        QCOMPARE(losses[0].loss, Loss::TooDeep);
        QCOMPARE(losses[0].fault.offset, 5 * 1'024);
        QCOMPARE(losses[0].fault.reason, u"objects and arrays are nested deeper than 1024"_s);
    }
}

void FidelityTest::losses_many_areInOrderAndEnd()
{
    const QByteArray body = "[{\"a\":-0,\"a\":{\"b\":\"\\ud800\",\"b\":1e999}},\r\n-0]"_ba;
    const json::Index index = json::scan(body);
    QList<Loss> kinds;
    qint64 last = -1;
    for (const json::LossAt &at : json::losses(index)) {
        kinds += at.loss;
        QVERIFY(at.fault.offset > last);
        last = at.fault.offset;
        QCOMPARE(at.fault.position, json::positionAt(body, last));
    }
    QCOMPARE(kinds,
             (QList{Loss::NotAnObject, Loss::NumberChanges, Loss::DuplicateName, Loss::LoneSurrogate,
                    Loss::DuplicateName, Loss::NumberChanges, Loss::NumberChanges}));
    QCOMPARE(json::losses(index, 3), json::losses(index).first(3));
    QVERIFY(json::losses(index, 0).isEmpty());
    const json::Index many = json::scan("{\"a\":[" + "-0,"_ba.repeated(5'000) + "1]}");
    QCOMPARE(json::losses(many).size(), 1'000);
}

QTEST_GUILESS_MAIN(FidelityTest)
#include "tst_fidelity.moc"

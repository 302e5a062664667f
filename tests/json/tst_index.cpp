// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/scanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using json::Index;
using json::Kind;

class IndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void nodes_standAsInTheText();
    void children_walk();
    void member_lastOfEqualNames();
    void string_rows_data();
    void string_rows();
    void empty_isNotValid();
    void random_agreesWithQt();
};

void IndexTest::nodes_standAsInTheText()
{
    const Index index = json::scan(" {\"a\" : [1.50, true,false ,null], \"\\u0062\":{}, \"c\":\"x\"}\n"_ba);
    QVERIFY(index.isValid());
    const struct
    {
        Kind kind;
        QByteArray raw;
        quint32 next;
        bool escaped;
    } expected[] = {
        {Kind::Object, index.text().trimmed(), 11, false},
        {Kind::String, "\"a\""_ba, 2, false},
        {Kind::Array, "[1.50, true,false ,null]"_ba, 7, false},
        {Kind::Number, "1.50"_ba, 4, false},
        {Kind::True, "true"_ba, 5, false},
        {Kind::False, "false"_ba, 6, false},
        {Kind::Null, "null"_ba, 7, false},
        {Kind::String, "\"\\u0062\""_ba, 8, true},
        {Kind::Object, "{}"_ba, 9, false},
        {Kind::String, "\"c\""_ba, 10, false},
        {Kind::String, "\"x\""_ba, 11, false},
    };
    QCOMPARE(index.size(), qsizetype(std::size(expected)));
    for (qsizetype node = 0; node < index.size(); ++node) {
        QCOMPARE(index.at(node).kind, expected[node].kind);
        QCOMPARE(index.raw(node).toByteArray(), expected[node].raw);
        QCOMPARE(index.at(node).next, expected[node].next);
        QCOMPARE(index.at(node).escaped, expected[node].escaped);
    }
}

void IndexTest::children_walk()
{
    const Index index = json::scan(R"({"a":[[],[1,2],{"x":{}}],"b":0,"c":{}})"_ba);
    QCOMPARE(index.count(0), 3);
    QCOMPARE(index.firstChild(0), 1);
    const qsizetype a = index.member(0, u"a");
    QCOMPARE(index.count(a), 3);
    const qsizetype second = index.nextChild(a, index.firstChild(a));
    QCOMPARE(index.raw(second).toByteArray(), "[1,2]"_ba);
    const qsizetype third = index.nextChild(a, second);
    QCOMPARE(index.raw(third).toByteArray(), R"({"x":{}})"_ba);
    QCOMPARE(index.nextChild(a, third), -1);
    const qsizetype b = index.nextChild(0, 1);
    QCOMPARE(index.string(b), u"b"_s);
    const qsizetype c = index.nextChild(0, b);
    QCOMPARE(index.nextChild(0, c), -1);
    QCOMPARE(index.firstChild(c + 1), -1);
    QCOMPARE(index.firstChild(b + 1), -1);
    QCOMPARE(index.count(c + 1), 0);
}

void IndexTest::member_lastOfEqualNames()
{
    const Index index = json::scan("{\"a\":1,\"\\u0061\":2,\"ab\":3,\"\":4,\"\\ud800\":5,\"?\":6,\"x\":{\"a\":7}}"_ba);
    QVERIFY(index.isValid());
    const auto raw = [&](QStringView name) {
        const qsizetype node = index.member(0, name);
        return node < 0 ? "none"_ba : index.raw(node).toByteArray();
    };
    QCOMPARE(raw(u"a"), "2"_ba);
    QCOMPARE(raw(u"ab"), "3"_ba);
    QCOMPARE(raw(u""), "4"_ba);
    QCOMPARE(raw(u"?"), "6"_ba); // a lone surrogate becomes a question mark in QString::toUtf8()
    QCOMPARE(raw(QString(QChar(0xD800))), "5"_ba);
    QCOMPARE(raw(QString(QChar(0xD801))), "none"_ba);
    QCOMPARE(raw(u"A"), "none"_ba);
}

void IndexTest::string_rows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << "\"\""_ba << u""_s;
    QTest::newRow("plain") << "\"a\xC3\xA4\xF0\x9F\x98\x80\""_ba << u"aä😀"_s;
    QTest::newRow("every escape") << R"("\"\\\/\b\f\n\r\t")"_ba << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("hexadecimal") << R"("\u0041\u00e4\u20AC")"_ba << u"Aä€"_s;
    QTest::newRow("pair") << R"("\ud83d\uDE00")"_ba << u"😀"_s;
    QTest::newRow("lone surrogate") << R"("a\ud83db")"_ba << (u"a"_s + QChar(0xD83D) + u'b');
    QTest::newRow("NUL") << R"("a\u0000b")"_ba << (u"a"_s + QChar(0) + u'b');
    QTest::newRow("escape at both ends") << R"("\nxy\n")"_ba << u"\nxy\n"_s;
    QTest::newRow("escaped backslash before u") << R"("\\u0041")"_ba << u"\\u0041"_s;
    QTest::newRow("U+FEFF stays") << "\"\xEF\xBB\xBFx\""_ba << (QString(QChar(0xFEFF)) + u'x');
    QTest::newRow("U+FEFF stays after an escape") << "\"\\n\xEF\xBB\xBFx\""_ba << (u"\n"_s + QChar(0xFEFF) + u'x');
}

void IndexTest::string_rows()
{
    QFETCH(const QByteArray, text);
    const Index index = json::scan(text);
    QVERIFY(index.isValid());
    QTEST(index.string(0), "expected");
}

void IndexTest::empty_isNotValid()
{
    QVERIFY(!Index().isValid());
    QVERIFY(!Index().fault());
    QCOMPARE(Index().size(), 0);
}

static QString randomText(QRandomGenerator &random)
{
    static const QString letters = u"abcXYZ@. \"\\/\b\f\n\r\t\u0001äß€\u2028😀"_s;
    const QList<uint> codes = letters.toUcs4();
    QString text;
    for (int left = random.bounded(12); left > 0; --left) {
        for (const char16_t unit : QChar::fromUcs4(codes[random.bounded(codes.size())]))
            text += QChar(unit);
    }
    return text;
}

static QJsonValue randomValue(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 0 ? 8 : 5)) {
    case 0:
        return random.bounded(2) == 1;
    case 1:
        return QJsonValue(QJsonValue::Null);
    case 2:
        return qint64(random.generate64());
    case 3:
        return random.generateDouble();
    case 4:
        return randomText(random);
    case 5: {
        QJsonArray array;
        for (int left = random.bounded(5); left > 0; --left)
            array.append(randomValue(random, depth - 1));
        return array;
    }
    default: {
        QJsonObject object;
        for (int left = random.bounded(6); left > 0; --left)
            object.insert(randomText(random), randomValue(random, depth - 1));
        return object;
    }
    }
}

/// Empty when the node says what `value` is, else where not.
static QString difference(const Index &index, qsizetype node, const QJsonValue &value)
{
    const QString raw = QString::fromUtf8(index.raw(node));
    const Kind kind = index.at(node).kind;
    switch (value.type()) {
    case QJsonValue::Null:
        return kind == Kind::Null ? QString() : raw;
    case QJsonValue::Bool:
        return kind == (value.toBool() ? Kind::True : Kind::False) ? QString() : raw;
    case QJsonValue::Double:
        return kind == Kind::Number && raw.toDouble() == value.toDouble() ? QString() : raw;
    case QJsonValue::String:
        return kind == Kind::String && index.string(node) == value.toString() ? QString() : raw;
    case QJsonValue::Array: {
        const QJsonArray array = value.toArray();
        if (kind != Kind::Array || index.count(node) != array.size())
            return raw;
        qsizetype child = index.firstChild(node);
        for (const QJsonValue item : array) {
            if (const QString found = difference(index, child, item); !found.isEmpty())
                return found;
            child = index.nextChild(node, child);
        }
        return child < 0 ? QString() : raw;
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        if (kind != Kind::Object || index.count(node) != object.size())
            return raw;
        qsizetype name = index.firstChild(node);
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (index.string(name) != it.key() || index.member(node, it.key()) != name + 1)
                return raw;
            if (const QString found = difference(index, name + 1, it.value()); !found.isEmpty())
                return found;
            name = index.nextChild(node, name);
        }
        return name < 0 ? QString() : raw;
    }
    case QJsonValue::Undefined:
        break;
    }
    return raw;
}

void IndexTest::random_agreesWithQt()
{
    QRandomGenerator random(8259);
    qsizetype nodes = 0;
    for (int round = 0; round < 2'000; ++round) {
        const QJsonArray root{randomValue(random, 6)};
        const auto format = round % 2 ? QJsonDocument::Indented : QJsonDocument::Compact;
        const QByteArray text = QJsonDocument(root).toJson(format);
        const Index index = json::scan(text);
        QVERIFY2(index.isValid(), text.constData());
        QCOMPARE(difference(index, 0, root), QString());
        nodes += index.size();
    }
    QVERIFY(nodes > 10'000);
}

QTEST_GUILESS_MAIN(IndexTest)
#include "tst_index.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The text after an edit, made from the one before: byte for byte what spelling all of it would give.
#include "json/respell.h"

#include "json/edit.h"
#include "json/scanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using json::Pointer;

namespace {

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

json::Spelled spelled(const QJsonObject &object)
{
    return {object, json::scan(json::canonical(object))};
}

const QByteArray session = R"({"@odata.type":"x","a":[1,{"b":null,"c":[]},[[2]]],"d":{"e":{},"f":"é\n\u0001😀"},"":0})";

} // namespace

class RespellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void edit_isTheCanonicalText_data();
    void edit_isTheCanonicalText();
    void texts_thatShareNothing_areTheCanonicalText_data();
    void texts_thatShareNothing_areTheCanonicalText();
    void untouched_isTakenOver();
    void loneSurrogates_areTheCanonicalText();
};

void RespellTest::edit_isTheCanonicalText_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QByteArray>("value"); // in an array; empty: removed
    QTest::newRow("string") << u"/@odata.type"_s << R"(["#yz"])"_ba;
    QTest::newRow("string of controls, astral and quotes")
        << u"/d/f"_s << R"(["\u0000\b\f\t\u001f\u007f\\\"/𝄞\u2028é"])"_ba;
    QTest::newRow("empty name") << u"/"_s << "[1]"_ba;
    QTest::newRow("item") << u"/a/0"_s << "[true]"_ba;
    QTest::newRow("deep item") << u"/a/2/0/0"_s << "[null]"_ba;
    QTest::newRow("member of an item") << u"/a/1/b"_s << "[[]]"_ba;
    QTest::newRow("container for a scalar") << u"/a/0"_s << R"([{"x":[1,{"y":{}}],"z":[]}])"_ba;
    QTest::newRow("scalar for a container") << u"/d"_s << "[7]"_ba;
    QTest::newRow("array for an object") << u"/d"_s << "[[1]]"_ba;
    QTest::newRow("object for an array") << u"/a"_s << R"([{"0":1}])"_ba;
    QTest::newRow("member added") << u"/d/ee"_s << "[1]"_ba;
    QTest::newRow("member added to an empty object") << u"/d/e/x"_s << "[1]"_ba;
    QTest::newRow("member removed") << u"/d/e"_s << ""_ba;
    QTest::newRow("last member removed") << u"/a/1/c"_s << ""_ba;
    QTest::newRow("item added") << u"/a/-"_s << "[{}]"_ba;
    QTest::newRow("item added to an empty array") << u"/a/1/c/-"_s << "[{}]"_ba;
    QTest::newRow("item removed") << u"/a/1"_s << ""_ba;
    QTest::newRow("member of the root added") << u"/z"_s << "[1]"_ba;
    QTest::newRow("member of the root removed") << u"/a"_s << ""_ba;
    QTest::newRow("all removed") << QString() << ""_ba;
    QTest::newRow("nothing changed") << u"/d/e"_s << "[{}]"_ba;
    QTest::newRow("2^53 and one") << u"/a/0"_s << "[9007199254740993]"_ba;
    QTest::newRow("the least integer") << u"/a/0"_s << "[-9223372036854775808]"_ba;
    QTest::newRow("fraction") << u"/a/0"_s << "[0.1]"_ba;
    QTest::newRow("one that an integer equals") << u"/a/0"_s << "[1.0]"_ba;
    QTest::newRow("large and small") << u"/a/0"_s << "[[1e300,5e-324,-0.0,1e21]]"_ba;
}

void RespellTest::edit_isTheCanonicalText()
{
    QFETCH(QString, at);
    QFETCH(QByteArray, value);
    const json::Spelled before = spelled(object(session));
    const Pointer pointer = Pointer::parse(at).value();
    const QJsonObject after = value.isEmpty()
        ? json::without(before.object, pointer)
        : json::withValue(before.object, pointer, QJsonDocument::fromJson(value).array().at(0));
    QCOMPARE(json::respelled(before, after), json::canonical(after));
    QCOMPARE(json::respelled(spelled(after), before.object), before.index.text());
    QCOMPARE(json::respelled({}, after), json::canonical(after));
}

void RespellTest::texts_thatShareNothing_areTheCanonicalText_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("empty") << "{}"_ba
                           << "{}"_ba;
    QTest::newRow("from empty") << "{}"_ba << session;
    QTest::newRow("to empty") << session << "{}"_ba;
    QTest::newRow("the same") << session << session;
    QTest::newRow("another name") << R"({"a":{"b":1}})"_ba
                                  << R"({"a":{"c":1}})"_ba;
    QTest::newRow("another name and another value") << R"({"a":{"b":1,"x":1}})"_ba
                                                    << R"({"a":{"c":1,"x":2}})"_ba;
    QTest::newRow("two members of one object") << R"({"a":{"b":1,"c":2,"d":3}})"_ba
                                               << R"({"a":{"b":4,"c":2,"d":5}})"_ba;
    QTest::newRow("two items") << R"({"a":[1,2,3]})"_ba
                               << R"({"a":[4,2,5]})"_ba;
    QTest::newRow("two objects") << R"({"a":{"b":1},"c":{"b":1}})"_ba
                                 << R"({"a":{"b":2},"c":{"b":2}})"_ba;
    QTest::newRow("items moved") << R"({"a":[{"b":1},{"b":2}]})"_ba
                                 << R"({"a":[{"b":2},{"b":1}]})"_ba;
}

void RespellTest::texts_thatShareNothing_areTheCanonicalText()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QCOMPARE(json::respelled(spelled(object(before)), object(after)), json::canonical(object(after)));
}

// What the text says of the rest is not looked at: a spelling that nothing else would give stays.
void RespellTest::untouched_isTakenOver()
{
    const QByteArray odd = R"({ "a":[1.0, {"b":2.0 }],"c" : 1e0})";
    const QJsonObject before = object(odd);
    const QJsonObject after = json::withValue(before, *Pointer::parse(u"/a/1/b"_s), QJsonArray{3});
    QCOMPARE(json::respelled({before, json::scan(odd)}, after), QByteArray(R"({ "a":[1.0, {"b":[
                3
            ] }],"c" : 1e0})"));
}

// Qt spells them in its own way, which need not be JSON.
void RespellTest::loneSurrogates_areTheCanonicalText()
{
    const QStringList texts{QChar(0xD800), QChar(0xDC00), u"a"_s + QChar(0xDBFF) + u'b'};
    for (const QString &text : texts) {
        const json::Spelled before = spelled(object(session));
        const QJsonObject after = json::withValue(before.object, *Pointer::parse(u"/d/f"_s), text);
        QCOMPARE(json::respelled(before, after), json::canonical(after));
        QCOMPARE(json::respelled(spelled(after), before.object), before.index.text());
        const QJsonObject named = json::withValue(before.object, Pointer(QStringList{u"d"_s, text}), 1);
        QCOMPARE(json::respelled(before, named), json::canonical(named));
        QCOMPARE(json::respelled(spelled(named), before.object), before.index.text());
    }
}

QTEST_GUILESS_MAIN(RespellTest)
#include "tst_respell.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/edit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using json::Pointer;

class EditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void valueAt_rows_data();
    void valueAt_rows();
    void withValue_rows_data();
    void withValue_rows();
    void without_rows_data();
    void without_rows();
    void compact_rows_data();
    void compact_rows();
    void canonical_isAsPromised();
    void inserted_moved_rows_data();
    void inserted_moved_rows();
    void spelledAlike_rows_data();
    void spelledAlike_rows();
    void spelledAlike_whatIsShared_costsNothing();
};

static QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

static QJsonValue value(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().at(0);
}

static Pointer pointer(const QString &text)
{
    return Pointer::parse(text).value();
}

void EditTest::valueAt_rows_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QByteArray>("expected"); // empty: Undefined
    QTest::newRow("root") << QString() << R"({"":7,"a":[1,{"b":null}],"s":"x"})"_ba;
    QTest::newRow("member") << u"/s"_s << "\"x\""_ba;
    QTest::newRow("empty name") << u"/"_s << "7"_ba;
    QTest::newRow("item") << u"/a/0"_s << "1"_ba;
    QTest::newRow("null is not Undefined") << u"/a/1/b"_s << "null"_ba;
    QTest::newRow("missing") << u"/t"_s << ""_ba;
    QTest::newRow("below missing") << u"/t/u"_s << ""_ba;
    QTest::newRow("below a string") << u"/s/0"_s << ""_ba;
    QTest::newRow("past the end") << u"/a/2"_s << ""_ba;
    QTest::newRow("dash") << u"/a/-"_s << ""_ba;
    QTest::newRow("leading zero") << u"/a/00"_s << ""_ba;
    QTest::newRow("name of an array") << u"/a/b"_s << ""_ba;
}

void EditTest::valueAt_rows()
{
    QFETCH(const QString, at);
    QFETCH(const QByteArray, expected);
    const QJsonValue found = json::valueAt(object(R"({"a":[1,{"b":null}],"s":"x","":7})"_ba), pointer(at));
    QCOMPARE(found.isUndefined(), expected.isEmpty());
    if (!expected.isEmpty())
        QCOMPARE(json::compact(found), expected);
}

void EditTest::withValue_rows_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QByteArray>("put");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("new member") << "{}"_ba << u"/a"_s << "1"_ba
                                << R"({"a":1})"_ba;
    QTest::newRow("other members stay") << R"({"a":1,"b":2})"_ba << u"/a"_s << "3"_ba
                                        << R"({"a":3,"b":2})"_ba;
    QTest::newRow("null is a value") << R"({"a":1})"_ba << u"/a"_s << "null"_ba
                                     << R"({"a":null})"_ba;
    QTest::newRow("other type") << R"({"a":{"b":1}})"_ba << u"/a"_s << "[]"_ba
                                << R"({"a":[]})"_ba;
    QTest::newRow("inner") << R"({"a":{"b":1,"c":2}})"_ba << u"/a/b"_s << "true"_ba
                           << R"({"a":{"b":true,"c":2}})"_ba;
    QTest::newRow("parents made") << "{}"_ba << u"/a/b/c"_s << "1"_ba
                                  << R"({"a":{"b":{"c":1}}})"_ba;
    QTest::newRow("digit makes an object") << "{}"_ba << u"/a/0"_s << "1"_ba
                                           << R"({"a":{"0":1}})"_ba;
    QTest::newRow("dash makes an object") << "{}"_ba << u"/a/-"_s << "1"_ba
                                          << R"({"a":{"-":1}})"_ba;
    QTest::newRow("null parent replaced") << R"({"a":null})"_ba << u"/a/b"_s << "1"_ba
                                          << R"({"a":{"b":1}})"_ba;
    QTest::newRow("string parent replaced") << R"({"a":"x"})"_ba << u"/a/b"_s << "1"_ba
                                            << R"({"a":{"b":1}})"_ba;
    QTest::newRow("array parent replaced") << R"({"a":[1]})"_ba << u"/a/b"_s << "1"_ba
                                           << R"({"a":{"b":1}})"_ba;
    QTest::newRow("item replaced") << R"({"a":[1,2]})"_ba << u"/a/1"_s << "3"_ba
                                   << R"({"a":[1,3]})"_ba;
    QTest::newRow("item appended") << R"({"a":[1]})"_ba << u"/a/1"_s << "3"_ba
                                   << R"({"a":[1,3]})"_ba;
    QTest::newRow("far past the end") << R"({"a":[1]})"_ba << u"/a/99"_s << "3"_ba
                                      << R"({"a":[1,3]})"_ba;
    QTest::newRow("dash appends") << R"({"a":[1]})"_ba << u"/a/-"_s << "3"_ba
                                  << R"({"a":[1,3]})"_ba;
    QTest::newRow("below an item") << R"({"a":[{"b":1},2]})"_ba << u"/a/0/b"_s << "3"_ba
                                   << R"({"a":[{"b":3},2]})"_ba;
    QTest::newRow("below a dash") << R"({"a":[1]})"_ba << u"/a/-/b"_s << "3"_ba
                                  << R"({"a":[1,{"b":3}]})"_ba;
    QTest::newRow("root") << R"({"a":1})"_ba << QString() << R"({"b":2})"_ba
                          << R"({"b":2})"_ba;
    QTest::newRow("empty name") << "{}"_ba << u"/"_s << "1"_ba
                                << R"({"":1})"_ba;
    QTest::newRow("qint64 keeps its digits") << "{}"_ba << u"/a"_s << "9007199254740993"_ba
                                             << R"({"a":9007199254740993})"_ba;
}

void EditTest::withValue_rows()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QString, at);
    QFETCH(const QByteArray, put);
    const QJsonObject root = object(before);
    const QJsonValue changed = at.isEmpty() ? QJsonValue(object(put)) : value(put);
    QTEST(json::compact(json::withValue(root, pointer(at), changed)), "after");
    QCOMPARE(json::compact(root), before);
}

void EditTest::without_rows_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("member") << R"({"a":1,"b":2})"_ba << u"/a"_s << R"({"b":2})"_ba;
    QTest::newRow("null member") << R"({"a":null})"_ba << u"/a"_s << "{}"_ba;
    QTest::newRow("inner, parent stays empty") << R"({"a":{"b":1}})"_ba << u"/a/b"_s << R"({"a":{}})"_ba;
    QTest::newRow("item, the rest moves up") << R"({"a":[1,2,3]})"_ba << u"/a/1"_s << R"({"a":[1,3]})"_ba;
    QTest::newRow("last item") << R"({"a":[1]})"_ba << u"/a/0"_s << R"({"a":[]})"_ba;
    QTest::newRow("below an item") << R"({"a":[{"b":1}]})"_ba << u"/a/0/b"_s << R"({"a":[{}]})"_ba;
    QTest::newRow("missing") << R"({"a":1})"_ba << u"/b"_s << R"({"a":1})"_ba;
    QTest::newRow("below missing makes nothing") << R"({"a":1})"_ba << u"/b/c"_s << R"({"a":1})"_ba;
    QTest::newRow("below a number") << R"({"a":1})"_ba << u"/a/b"_s << R"({"a":1})"_ba;
    QTest::newRow("dash") << R"({"a":[1]})"_ba << u"/a/-"_s << R"({"a":[1]})"_ba;
    QTest::newRow("past the end") << R"({"a":[1]})"_ba << u"/a/1"_s << R"({"a":[1]})"_ba;
    QTest::newRow("root") << R"({"a":[1]})"_ba << QString() << "{}"_ba;
}

void EditTest::without_rows()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QString, at);
    QTEST(json::compact(json::without(object(before), pointer(at))), "after");
}

void EditTest::compact_rows_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << "null"_ba;
    QTest::newRow("true") << QJsonValue(true) << "true"_ba;
    QTest::newRow("number") << QJsonValue(5) << "5"_ba;
    QTest::newRow("text") << QJsonValue(u"ä\"\n"_s) << "\"ä\\\"\\n\""_ba;
    QTest::newRow("empty text") << QJsonValue(QString()) << "\"\""_ba;
    QTest::newRow("array") << QJsonValue(QJsonArray{u"a"_s, u"b"_s}) << R"(["a","b"])"_ba;
    QTest::newRow("empty object") << QJsonValue(QJsonObject()) << "{}"_ba;
}

void EditTest::compact_rows()
{
    QFETCH(const QJsonValue, value);
    QTEST(json::compact(value), "expected");
}

void EditTest::canonical_isAsPromised()
{
    QJsonObject root;
    for (const QString &name : {u"z"_s, u"a"_s, u"Z"_s, u"@odata.type"_s, u"ä"_s})
        root.insert(name, 1);
    root.insert(u"a"_s, QJsonObject{{u"b"_s, QJsonArray{1, u"x"_s}}, {u"@odata.type"_s, QJsonValue::Null}});
    QCOMPARE(json::canonical(root), R"({
    "@odata.type": 1,
    "Z": 1,
    "a": {
        "@odata.type": null,
        "b": [
            1,
            "x"
        ]
    },
    "z": 1,
    "ä": 1
}
)"_ba);
    QCOMPARE(json::canonical({}), "{\n}\n"_ba);
}

void EditTest::inserted_moved_rows_data()
{
    QTest::addColumn<QJsonArray>("actual");
    QTest::addColumn<QByteArray>("expected");
    const QJsonArray three{1, 2, 3};
    QTest::newRow("insert first") << json::inserted(three, 0, 9) << "[9,1,2,3]"_ba;
    QTest::newRow("insert between") << json::inserted(three, 2, 9) << "[1,2,9,3]"_ba;
    QTest::newRow("insert last") << json::inserted(three, 3, 9) << "[1,2,3,9]"_ba;
    QTest::newRow("insert past the end") << json::inserted(three, 7, 9) << "[1,2,3,9]"_ba;
    QTest::newRow("insert into nothing") << json::inserted({}, 0, QJsonValue::Null) << "[null]"_ba;
    QTest::newRow("move down") << json::moved(three, 0, 1) << "[2,1,3]"_ba;
    QTest::newRow("move up") << json::moved(three, 2, 1) << "[1,3,2]"_ba;
    QTest::newRow("move to the end") << json::moved(three, 0, 2) << "[2,3,1]"_ba;
    QTest::newRow("move nowhere") << json::moved(three, 1, 1) << "[1,2,3]"_ba;
}

void EditTest::inserted_moved_rows()
{
    QFETCH(const QJsonArray, actual);
    QTEST(json::compact(actual), "expected");
}

void EditTest::spelledAlike_rows_data()
{
    QTest::addColumn<QJsonValue>("left");
    QTest::addColumn<QJsonValue>("right");
    QTest::addColumn<bool>("isAlike");
    QTest::newRow("equal") << value(R"({"a":[1,"x"]})") << value(R"({"a":[1,"x"]})") << true;
    QTest::newRow("number spellings") << value("1.0") << value("1") << true;
    QTest::newRow("other number") << value("1") << value("2") << false;
    QTest::newRow("null and nothing") << value("null") << QJsonValue(QJsonValue::Undefined) << false;
    QTest::newRow("nothing twice") << QJsonValue(QJsonValue::Undefined) << QJsonValue(QJsonValue::Undefined) << true;
    QTest::newRow("empty array and object") << value("[]") << value("{}") << false;
    QTest::newRow("shorter") << value("[1]") << value("[1,1]") << false;
    QTest::newRow("one member more") << value(R"({"a":1})") << value(R"({"a":1,"b":1})") << false;
    QTest::newRow("other name") << value(R"({"a":1})") << value(R"({"b":1})") << false;
    QTest::newRow("order of members") << value(R"({"a":1,"b":2})") << value(R"({"b":2,"a":1})") << true;
    QTest::newRow("other text") << value(R"("x")") << value(R"("y")") << false;
    QTest::newRow("true and false") << value("true") << value("false") << false;
    QTest::newRow("the same double") << value("9007199254740992") << value("9007199254740993") << false;
    QTest::newRow("the same double inside")
        << value("[{\"a\":9007199254740992}]") << value("[{\"a\":9007199254740993}]") << false;
    QTest::newRow("number spellings inside") << value("[{\"a\":1.0}]") << value("[{\"a\":1}]") << true;
    QTest::newRow("inside") << value(R"([{"a":1}])") << value(R"([{"a":2}])") << false;
}

void EditTest::spelledAlike_rows()
{
    QFETCH(const QJsonValue, left);
    QFETCH(const QJsonValue, right);
    QFETCH(const bool, isAlike);
    QCOMPARE(json::isSpelledAlike(left, right), isAlike);
    QCOMPARE(json::isSpelledAlike(right, left), isAlike);
}

// Trees of 2^60 leaves in which each branch is there twice: who looked at them all would never come back.
void EditTest::spelledAlike_whatIsShared_costsNothing()
{
    QJsonValue objects = 1;
    QJsonValue arrays = 1;
    for (int depth = 0; depth < 60; ++depth) {
        objects = QJsonObject{{u"l"_s, objects}, {u"r"_s, objects}};
        arrays = QJsonArray{arrays, arrays};
    }
    const QJsonObject before{{u"a"_s, objects}, {u"b"_s, QJsonObject{{u"c"_s, arrays}, {u"d"_s, 1}}}};
    const QJsonObject after = json::withValue(before, pointer(u"/b/d"_s), 2);
    QVERIFY(!json::isSpelledAlike(before, after));
    QVERIFY(json::isSpelledAlike(before, json::withValue(after, pointer(u"/b/d"_s), 1)));
}

QTEST_GUILESS_MAIN(EditTest)
#include "tst_edit.moc"

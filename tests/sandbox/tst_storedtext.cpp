// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/storedtext.h"

#include "edm/builtinschema.h"
#include "sandbox/graphform.h"
#include "json/scanner.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class StoredTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void withId_data();
    void withId();
    void storedWrongly_data();
    void storedWrongly();
    void asGraphStores_data();
    void asGraphStores();
    void grown_isAsLargeAsAsked();
    void grown_withSegments_isLeftAlone();
};

void StoredTextTest::withId_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("stored");

    QTest::newRow("empty") << "{}"_ba
                           << R"({"id":"N"})"_ba;
    QTest::newRow("empty with blanks") << "{ \n }\n"_ba
                                       << "{\"id\":\"N\" \n }\n"_ba;
    QTest::newRow("compact") << R"({"a":1,"b":2})"_ba
                             << R"({"id":"N","a":1,"b":2})"_ba;
    QTest::newRow("spaced") << R"({ "a" : 1, "b" : 2 })"_ba
                            << R"({ "id" : "N", "a" : 1, "b" : 2 })"_ba;
    QTest::newRow("spaced, one member") << R"({ "a": 1 })"_ba
                                        << R"({ "id": "N", "a": 1 })"_ba;
    QTest::newRow("indented") << "{\n  \"a\": 1,\n  \"b\": 2\n}\n"_ba
                              << "{\n  \"id\": \"N\",\n  \"a\": 1,\n  \"b\": 2\n}\n"_ba;
    QTest::newRow("tabs and CR LF") << "{\r\n\t\"a\": 1\r\n}"_ba
                                    << "{\r\n\t\"id\": \"N\",\r\n\t\"a\": 1\r\n}"_ba;
    QTest::newRow("after the type") << "{\n  \"@odata.type\": \"#t\",\n  \"a\": 1\n}"_ba
                                    << "{\n  \"@odata.type\": \"#t\",\n  \"id\": \"N\",\n  \"a\": 1\n}"_ba;
    QTest::newRow("type alone") << R"({"@odata.type":"#t"})"_ba
                                << R"({"@odata.type":"#t","id":"N"})"_ba;
    QTest::newRow("type alone, indented") << "{\n    \"@odata.type\": \"#t\"\n}"_ba
                                          << "{\n    \"@odata.type\": \"#t\",\n    \"id\": \"N\"\n}"_ba;
    QTest::newRow("after context and type") << R"({"@odata.context":"c","@odata.type":"#t","a":{}})"_ba
                                            << R"({"@odata.context":"c","@odata.type":"#t","id":"N","a":{}})"_ba;
    QTest::newRow("type is an object") << R"({"@odata.type":{"id":"x"},"a":1})"_ba
                                       << R"({"@odata.type":{"id":"x"},"id":"N","a":1})"_ba;
    QTest::newRow("type later does not lead") << R"({"a":1,"@odata.type":"#t"})"_ba
                                              << R"({"id":"N","a":1,"@odata.type":"#t"})"_ba;
    QTest::newRow("comma before the name") << "{\"a\":1\n,\"b\":2}"_ba
                                           << R"({"id":"N","a":1)"
                                              "\n,\"b\":2}"_ba;
    QTest::newRow("sent id") << R"({"a":1,"id":"old","b":2})"_ba
                             << R"({"a":1,"id":"N","b":2})"_ba;
    QTest::newRow("sent id is no text") << R"({"id":{"id":[1]},"b":2})"_ba
                                        << R"({"id":"N","b":2})"_ba;
    QTest::newRow("sent id escaped") << R"({"\u0069d":"old"})"_ba
                                     << R"({"\u0069d":"N"})"_ba;
    QTest::newRow("two sent ids") << R"({"id":1,"a":2,"id":null})"_ba
                                  << R"({"id":"N","a":2,"id":"N"})"_ba;
    QTest::newRow("inner id is data") << R"({"a":{"id":"x"}})"_ba
                                      << R"({"id":"N","a":{"id":"x"}})"_ba;
    QTest::newRow("ID is another name") << R"({"ID":"x"})"_ba
                                        << R"({"id":"N","ID":"x"})"_ba;
    QTest::newRow("spellings stay")
        << R"({"a":1.10,"a":1e400,"b":18446744073709551616,"c":"\ud800\/é","d":-0})"_ba
        << R"({"id":"N","a":1.10,"a":1e400,"b":18446744073709551616,"c":"\ud800\/é","d":-0})"_ba;
}

void StoredTextTest::withId()
{
    QFETCH(QByteArray, sent);
    QTEST(sandbox::withId(json::scan(sent), "N"), "stored");
}

void StoredTextTest::storedWrongly_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("stored");

    QTest::newRow("nothing to do") << R"({"id":"x","@odata.type":"t","a":[1]})"_ba
                                   << R"({"id":"x","@odata.type":"t","a":[1]})"_ba;
    QTest::newRow("one") << R"({"a":1})"_ba
                         << "{}"_ba;
    QTest::newRow("two") << R"({"a":1, "b":2})"_ba
                         << R"({"a":0})"_ba;
    QTest::newRow("the last two") << R"({"a":"x","b":"y","c":"z"})"_ba
                                  << R"({"a":"x","b":"unknown"})"_ba;
    QTest::newRow("inner") << R"({"a":1,"f":{"stage":"String","reason":"R"},"m":[2]})"_ba
                           << R"({"a":1,"f":{"stage":"unknown"},"m":[2]})"_ba;
    QTest::newRow("in two objects") << R"({"f":{"s":true},"g":{"r":"R","o":[]}})"_ba
                                    << R"({"f":{"s":false},"g":{"o":[]}})"_ba;
    QTest::newRow("Boolean false") << R"({"a":false,"b":1})"_ba
                                   << R"({"a":true})"_ba;
    QTest::newRow("zero") << R"({"a":0,"b":1})"_ba
                          << R"({"a":1})"_ba;
    QTest::newRow("null") << R"({"a":null,"b":1})"_ba
                          << R"({"a":"unknown"})"_ba;
    QTest::newRow("already unknown") << R"({"a":"unknown","b":1})"_ba
                                     << R"({"a":"changed"})"_ba;
}

void StoredTextTest::storedWrongly()
{
    QFETCH(QByteArray, sent);
    QTEST(sandbox::storedWrongly(json::scan(sent)), "stored");
}

void StoredTextTest::asGraphStores_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("stored");

    QTest::newRow("offset to UTC") << R"({"startDateTime":"2017-01-01T00:00:14.2767228+03:00"})"_ba
                                   << R"({"startDateTime":"2016-12-31T21:00:14.2767228Z"})"_ba;
    QTest::newRow("zeros trimmed") << R"({"endDateTime": "2017-01-01T00:02:18.3929890Z"})"_ba
                                   << R"({"endDateTime": "2017-01-01T00:02:18.392989Z"})"_ba;
    QTest::newRow("eighth digit cut") << R"({"endDateTime":"2017-01-01T00:02:18.39298999Z"})"_ba
                                      << R"({"endDateTime":"2017-01-01T00:02:18.3929899Z"})"_ba;
    QTest::newRow("inner") << R"({"segments":[{"startDateTime":"2017-01-01T00:00:00+00:00"}]})"_ba
                           << R"({"segments":[{"startDateTime":"2017-01-01T00:00:00Z"}]})"_ba;
    QTest::newRow("wrong time stays") << R"({"startDateTime":"yesterday","endDateTime":5})"_ba
                                      << R"({"startDateTime":"yesterday","endDateTime":5})"_ba;
    QTest::newRow("time in another member stays") << R"({"reason":"2017-01-01T00:00:14+03:00"})"_ba
                                                  << R"({"reason":"2017-01-01T00:00:14+03:00"})"_ba;
    QTest::newRow("null first") << R"({"a":null,"b":1})"_ba
                                << R"({"b":1})"_ba;
    QTest::newRow("null in the middle") << R"({"a":1, "b":null, "c":2})"_ba
                                        << R"({"a":1, "c":2})"_ba;
    QTest::newRow("null last") << R"({"a":1, "b":null})"_ba
                               << R"({"a":1})"_ba;
    QTest::newRow("all null") << R"({ "a":null, "b":null })"_ba
                              << "{  }"_ba;
    QTest::newRow("runs of null") << R"({"a":null,"b":null,"c":1,"d":null,"e":null,"f":2,"g":null,"h":null})"_ba
                                  << R"({"c":1,"f":2})"_ba;
    QTest::newRow("inner null") << R"({"a":{"b":null},"c":[{"d":null,"e":1}]})"_ba
                                << R"({"a":{},"c":[{"e":1}]})"_ba;
    QTest::newRow("null item stays") << R"({"a":[null]})"_ba
                                     << R"({"a":[null]})"_ba;
    QTest::newRow("text null stays") << R"({"a":"null"})"_ba
                                     << R"({"a":"null"})"_ba;
    QTest::newRow("both at one place") << R"({"startDateTime":"2017-01-01T00:00:00.10Z","b":null})"_ba
                                       << R"({"startDateTime":"2017-01-01T00:00:00.1Z"})"_ba;
}

void StoredTextTest::asGraphStores()
{
    QFETCH(QByteArray, sent);
    const QByteArray stored = sandbox::asGraphStores(json::scan(sent), edm::builtinSchema());
    QTEST(stored, "stored");
    QVERIFY(json::scan(stored).isValid());
}

void StoredTextTest::grown_isAsLargeAsAsked()
{
    const qsizetype size = 1'000'000;
    for (const QByteArray &sent : {"{}"_ba, R"({"a":1})"_ba, "{\n  \"a\": 1\n}\n"_ba}) {
        const QByteArray stored = sandbox::grown(json::scan(sent), size);
        QVERIFY(stored.size() >= size && stored.size() < size + 1000);
        const json::Index index = json::scan(stored);
        QVERIFY(index.isValid());
        QVERIFY(index.member(0, u"segments") >= 0);
        QCOMPARE(index.member(0, u"a") >= 0, sent.contains('a'));
    }
}

void StoredTextTest::grown_withSegments_isLeftAlone()
{
    const QByteArray sent = R"({"segments":[]})"_ba;
    QCOMPARE(sandbox::grown(json::scan(sent), 1000), sent);
}

QTEST_GUILESS_MAIN(StoredTextTest)
#include "tst_storedtext.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessiondocument.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using json::Pointer;
using session::SessionDocument;

namespace {

Pointer at(const QString &path)
{
    return Pointer::fromPath(path);
}

} // namespace

class SessionDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void newDocument_isEmptyAndUntouched();
    void load_anyBytes_comeBack_data();
    void load_anyBytes_comeBack();
    void obstacle_text_saysWhereAndWhy_data();
    void obstacle_text_saysWhereAndWhy();
    void setValue_state_isOnTheWire_data();
    void setValue_state_isOnTheWire();
    void setValue_missingParents_areMade();
    void setValue_undefined_removesThatMemberAlone();
    void setValue_sameValue_isNoEdit();
    void setValue_untouchedMembers_keepTheirValues();
    void setSource_goodText_isFollowedByTheForm();
    void setSource_badText_isTheTruth();
    void setSource_sameText_isNoEdit();
    void isRespelled_canonicalText_isFalse();
    void signals_edit_comeOnceTheStateIsInPlace();
    void signals_modified_comeOnChangesOnly();
    void load_overEdits_forgetsThem();
    void index_followsTheBytes();
};

void SessionDocumentTest::newDocument_isEmptyAndUntouched()
{
    SessionDocument document;
    QCOMPARE(document.bytes(), "{\n}\n"_ba);
    QVERIFY(document.object().isEmpty());
    QVERIFY(!document.obstacle());
    QVERIFY(!document.isModified());
    QVERIFY(!document.isRespelled());
    QVERIFY(!document.canUndo());
    QVERIFY(!document.canRedo());
    QCOMPARE(document.revision(), 0u);
    document.undo();
    document.redo();
    QCOMPARE(document.revision(), 0u);
}

void SessionDocumentTest::load_anyBytes_comeBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("compact") << R"({"b":1.0,"a":1e0})"_ba;
    QTest::newRow("crlf") << "{\r\n\"a\" : \"\\u0041\"\r\n}"_ba;
    QTest::newRow("duplicate") << R"({"a":1,"a":2})"_ba;
    QTest::newRow("2^64") << R"({"a":18446744073709551616})"_ba;
    QTest::newRow("array") << "[1]"_ba;
    QTest::newRow("scalar") << "5"_ba;
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("not JSON") << "hello"_ba;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF{}"_ba;
    QTest::newRow("not UTF-8") << "{\"a\":\"\xFF\"}"_ba;
    QTest::newRow("NUL") << QByteArray("{}\0", 3);
}

void SessionDocumentTest::load_anyBytes_comeBack()
{
    QFETCH(const QByteArray, text);
    SessionDocument document;
    document.load(text);
    QCOMPARE(document.bytes(), text);
    QVERIFY(!document.isModified());
    QVERIFY(!document.canUndo());
    QVERIFY(!document.isRespelled());
}

void SessionDocumentTest::obstacle_text_saysWhereAndWhy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<qint64>("column");
    QTest::newRow("duplicate") << "{\n\n\n\n\"a\":1,\n\"b\":2,\n  \"a\":3}"_ba << 7ll << 3ll;
    QTest::newRow("digits lost") << "{\n \"a\": 18446744073709551616}"_ba << 2ll << 7ll;
    QTest::newRow("beyond a double") << R"({"a":1e400})"_ba << 1ll << 6ll;
    QTest::newRow("lone surrogate") << R"({"a":"x\ud800"})"_ba << 1ll << 6ll;
    QTest::newRow("array") << "\n[]"_ba << 2ll << 1ll;
    QTest::newRow("text") << R"("x")"_ba << 1ll << 1ll;
    QTest::newRow("not JSON") << "{\n\"a\":1,\n\n    \"b\":2, x}"_ba << 4ll << 12ll;
    QTest::newRow("nothing") << ""_ba << 1ll << 1ll;
    QTest::newRow("too deep for Qt") << QByteArray("{\"a\":") + QByteArray(1100, '[') + QByteArray(1100, ']') + '}'
                                     << 1ll << 1029ll;
}

void SessionDocumentTest::obstacle_text_saysWhereAndWhy()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, line);
    QFETCH(const qint64, column);
    SessionDocument document;
    document.load(text);
    QVERIFY(document.obstacle());
    QCOMPARE(document.obstacle()->position, (json::Position{line, column}));
    QVERIFY(!document.obstacle()->reason.isEmpty());
    QVERIFY(document.object().isEmpty());
    QVERIFY(document.value(at(u"a"_s)).isUndefined());
}

void SessionDocumentTest::setValue_state_isOnTheWire_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("not sent") << QJsonValue(QJsonValue::Undefined) << "{\n}\n"_ba;
    QTest::newRow("null") << QJsonValue() << "{\n    \"isTest\": null\n}\n"_ba;
    QTest::newRow("empty text") << QJsonValue(u""_s) << "{\n    \"isTest\": \"\"\n}\n"_ba;
    QTest::newRow("empty array") << QJsonValue(QJsonArray()) << "{\n    \"isTest\": [\n    ]\n}\n"_ba;
    QTest::newRow("empty object") << QJsonValue(QJsonObject()) << "{\n    \"isTest\": {\n    }\n}\n"_ba;
    QTest::newRow("value") << QJsonValue(true) << "{\n    \"isTest\": true\n}\n"_ba;
    QTest::newRow("other JSON") << QJsonValue(u"yes"_s) << "{\n    \"isTest\": \"yes\"\n}\n"_ba;
    QTest::newRow("UTF-8") << QJsonValue(u"ä𝄞"_s) << "{\n    \"isTest\": \"ä𝄞\"\n}\n"_ba;
}

void SessionDocumentTest::setValue_state_isOnTheWire()
{
    QFETCH(const QJsonValue, value);
    SessionDocument document;
    document.setValue(at(u"isTest"_s), false);
    document.setValue(at(u"isTest"_s), value);
    QTEST(document.bytes(), "expected");
    QCOMPARE(document.value(at(u"isTest"_s)), value);
}

void SessionDocumentTest::setValue_missingParents_areMade()
{
    SessionDocument document;
    document.setValue(at(u"caller/userAgent/headerValue"_s), u"x"_s);
    QVERIFY(document.value(at(u"caller/userAgent"_s)).isObject());
    document.setValue(at(u"modalities"_s), QJsonArray{u"audio"_s});
    document.setValue(at(u"modalities/-"_s), u"video"_s);
    QCOMPARE(document.value(at(u"modalities"_s)), (QJsonArray{u"audio"_s, u"video"_s}));
    document.setValue(Pointer(), QJsonObject{{u"id"_s, u"1"_s}});
    QCOMPARE(document.object(), (QJsonObject{{u"id"_s, u"1"_s}}));
}

void SessionDocumentTest::setValue_undefined_removesThatMemberAlone()
{
    SessionDocument document;
    document.setValue(at(u"failureInfo/reason"_s), u"x"_s);
    document.setValue(at(u"failureInfo/reason"_s), QJsonValue::Undefined);
    QCOMPARE(document.value(at(u"failureInfo"_s)), QJsonValue(QJsonObject()));
    document.setValue(at(u"failureInfo"_s), QJsonValue::Undefined);
    QVERIFY(document.object().isEmpty());
}

void SessionDocumentTest::setValue_sameValue_isNoEdit()
{
    SessionDocument document;
    document.load(R"({"a":1.0,"b":null})");
    QSignalSpy changes(&document, &SessionDocument::changed);
    document.setValue(at(u"a"_s), 1);
    document.setValue(at(u"b"_s), QJsonValue());
    document.setValue(at(u"c"_s), QJsonValue::Undefined);
    QCOMPARE(changes.count(), 0);
    QCOMPARE(document.revision(), 0u);
    QVERIFY(!document.canUndo());
    QCOMPARE(document.bytes(), R"({"a":1.0,"b":null})"_ba);
    document.setValue(at(u"b"_s), u""_s);
    QCOMPARE(changes.count(), 1);
}

void SessionDocumentTest::setValue_untouchedMembers_keepTheirValues()
{
    SessionDocument document;
    document.load(R"({"n":9007199254740993,"f":0.1,"s":"\u00e9\n","@odata.type":"x"})");
    QVERIFY(!document.obstacle());
    document.setValue(at(u"id"_s), u"1"_s);
    QCOMPARE(document.bytes(),
             "{\n    \"@odata.type\": \"x\",\n    \"f\": 0.1,\n    \"id\": \"1\",\n"
             "    \"n\": 9007199254740993,\n    \"s\": \"é\\n\"\n}\n"_ba);
}

void SessionDocumentTest::setSource_goodText_isFollowedByTheForm()
{
    SessionDocument document;
    document.setSource(R"({"id":1.0})");
    QCOMPARE(document.bytes(), R"({"id":1.0})"_ba);
    QCOMPARE(document.value(at(u"id"_s)), QJsonValue(1));
    QVERIFY(document.isModified());
    document.setValue(at(u"id"_s), 2);
    QCOMPARE(document.bytes(), "{\n    \"id\": 2\n}\n"_ba);
    document.undo();
    QCOMPARE(document.bytes(), R"({"id":1.0})"_ba);
}

void SessionDocumentTest::setSource_badText_isTheTruth()
{
    SessionDocument document;
    document.setValue(at(u"id"_s), u"a"_s);
    document.setSource("{");
    QVERIFY(document.obstacle());
    QVERIFY(document.object().isEmpty());
    QCOMPARE(document.bytes(), "{"_ba);
    document.undo();
    QVERIFY(!document.obstacle());
    QCOMPARE(document.value(at(u"id"_s)), QJsonValue(u"a"_s));
    document.redo();
    QVERIFY(document.obstacle());
}

void SessionDocumentTest::setSource_sameText_isNoEdit()
{
    SessionDocument document;
    document.setValue(at(u"id"_s), u"a"_s);
    document.setSource(document.bytes());
    QCOMPARE(document.revision(), 1u);
    document.undo();
    QVERIFY(!document.canUndo());
}

void SessionDocumentTest::isRespelled_canonicalText_isFalse()
{
    SessionDocument document;
    document.load("{\n    \"a\": 1\n}\n");
    document.setValue(at(u"a"_s), 2);
    QVERIFY(!document.isRespelled());
}

void SessionDocumentTest::signals_edit_comeOnceTheStateIsInPlace()
{
    SessionDocument document;
    QList<Pointer> where;
    QByteArrayList seen;
    connect(&document, &SessionDocument::changed, &document, [&](const Pointer &pointer) {
        where += pointer;
        seen += document.bytes();
    });
    QSignalSpy undoChanges(&document, &SessionDocument::undoChanged);
    document.setValue(at(u"id"_s), 1);
    document.setSource("[");
    document.undo();
    QCOMPARE(where, (QList<Pointer>{at(u"id"_s), Pointer(), Pointer()}));
    QCOMPARE(seen, (QByteArrayList{"{\n    \"id\": 1\n}\n", "[", "{\n    \"id\": 1\n}\n"}));
    QCOMPARE(undoChanges.count(), 3);
}

void SessionDocumentTest::signals_modified_comeOnChangesOnly()
{
    SessionDocument document;
    QSignalSpy spy(&document, &SessionDocument::modifiedChanged);
    document.setValue(at(u"id"_s), 1);
    document.setValue(at(u"id"_s), 2);
    document.markSaved();
    document.undo();
    document.redo();
    QList<bool> values;
    for (const QList<QVariant> &arguments : spy)
        values += arguments.constFirst().toBool();
    QCOMPARE(values, (QList<bool>{true, false, true, false}));
}

void SessionDocumentTest::load_overEdits_forgetsThem()
{
    SessionDocument document;
    document.setValue(at(u"id"_s), 1);
    QSignalSpy changes(&document, &SessionDocument::changed);
    QSignalSpy modified(&document, &SessionDocument::modifiedChanged);
    document.load(R"({"x":1})");
    QCOMPARE(changes.count(), 1);
    QCOMPARE(modified.count(), 1);
    QVERIFY(!document.canUndo());
    QVERIFY(!document.isModified());
    document.setValue(at(u"id"_s), 1);
    document.undo();
    QCOMPARE(document.bytes(), R"({"x":1})"_ba);
}

void SessionDocumentTest::index_followsTheBytes()
{
    SessionDocument document;
    document.load(R"({"a":1})");
    QCOMPARE(document.index().text(), R"({"a":1})"_ba);
    document.setValue(at(u"a"_s), 2);
    QCOMPARE(document.index().text(), document.bytes());
    document.setSource("[1]");
    QCOMPARE(document.index().text(), "[1]"_ba);
    document.undo();
    QCOMPARE(document.index().text(), document.bytes());
    document.setSource("[");
    QVERIFY(document.index().fault());
}

QTEST_GUILESS_MAIN(SessionDocumentTest)
#include "tst_sessiondocument.moc"

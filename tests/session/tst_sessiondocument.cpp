// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessiondocument.h"

#include <QJsonArray>
#include <QRandomGenerator>
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
    void setValue_samePointer_merges();
    void setValue_afterWhatEndsAMerge_isAnotherStep_data();
    void setValue_afterWhatEndsAMerge_isAnotherStep();
    void setValue_afterUndo_dropsTheRedo();
    void setValue_untouchedMembers_keepTheirValues();
    void setSource_goodText_isFollowedByTheForm();
    void setSource_badText_isTheTruth();
    void setSource_typing_merges();
    void setSource_sameText_isNoEdit();
    void setSource_hugeTexts_boundTheUndo();
    void undo_allEdits_restoresTheLoadedBytes();
    void isModified_undoneOrTypedBack_isFalse();
    void isModified_savedInBetween_comparesWithTheSaved();
    void isModified_equalBytesByAnotherWay_isFalse();
    void isRespelled_formEditOfALoadedText_isTrueUntilUndoneOrSaved();
    void isRespelled_canonicalText_isFalse();
    void signals_edit_comeOnceTheStateIsInPlace();
    void signals_modified_comeOnChangesOnly();
    void load_overEdits_forgetsThem();
    void index_followsTheBytes();
    void undo_randomEdits_giveTheBytesBeforeAndAfter();
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

void SessionDocumentTest::setValue_samePointer_merges()
{
    SessionDocument document;
    for (const QString &typed : {u"a"_s, u"ab"_s, u"abc"_s})
        document.setValue(at(u"id"_s), typed);
    QCOMPARE(document.revision(), 3u);
    document.undo();
    QVERIFY(document.object().isEmpty());
    QVERIFY(!document.canUndo());
    document.redo();
    QCOMPARE(document.value(at(u"id"_s)), QJsonValue(u"abc"_s));
    QVERIFY(!document.canRedo());
}

void SessionDocumentTest::setValue_afterWhatEndsAMerge_isAnotherStep_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("endMerge") << 0;
    QTest::newRow("save") << 1;
    QTest::newRow("undo and redo") << 2;
    QTest::newRow("another pointer") << 3;
    QTest::newRow("source") << 4;
}

void SessionDocumentTest::setValue_afterWhatEndsAMerge_isAnotherStep()
{
    QFETCH(const int, what);
    SessionDocument document;
    document.setValue(at(u"id"_s), u"a"_s);
    int between = 0;
    if (what == 0)
        document.endMerge();
    if (what == 1)
        document.markSaved();
    if (what == 2) {
        document.undo();
        document.redo();
    }
    if (what == 3) {
        document.setValue(at(u"isTest"_s), true);
        between = 1;
    }
    if (what == 4) {
        document.setSource(R"({"id":"a" })");
        between = 1;
    }
    document.setValue(at(u"id"_s), u"b"_s);
    for (int step = 0; step < 1 + between; ++step)
        document.undo();
    QCOMPARE(document.value(at(u"id"_s)), QJsonValue(u"a"_s));
    QVERIFY(document.canUndo());
    document.undo();
    QVERIFY(!document.canUndo());
}

void SessionDocumentTest::setValue_afterUndo_dropsTheRedo()
{
    SessionDocument document;
    document.setValue(at(u"id"_s), u"a"_s);
    document.undo();
    QVERIFY(document.canRedo());
    document.setValue(at(u"id"_s), u"b"_s);
    QVERIFY(!document.canRedo());
    document.undo();
    QVERIFY(document.object().isEmpty());
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

void SessionDocumentTest::setSource_typing_merges()
{
    SessionDocument document;
    document.load("{}");
    for (const QByteArray &typed : {"{ }"_ba, "{ \"a\" }"_ba, "{ \"a\":1 }"_ba})
        document.setSource(typed);
    document.undo();
    QCOMPARE(document.bytes(), "{}"_ba);
    QVERIFY(!document.canUndo());
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

void SessionDocumentTest::setSource_hugeTexts_boundTheUndo()
{
    SessionDocument document;
    for (int step = 0; step < 6; ++step) {
        document.setSource(QByteArray(60 * 1024 * 1024, char('a' + step)));
        document.endMerge();
    }
    int steps = 0;
    for (; document.canUndo(); ++steps)
        document.undo();
    QCOMPARE(steps, 3); // four texts of 60 MiB are within 256 MiB, the fifth is not
    QCOMPARE(document.bytes().at(0), 'c');
    document.setSource(QByteArray(300 * 1024 * 1024, 'x'));
    QVERIFY(document.canUndo());
    document.undo();
    QCOMPARE(document.bytes().at(0), 'c');
}

void SessionDocumentTest::undo_allEdits_restoresTheLoadedBytes()
{
    const QByteArray text = "{\r\n \"id\" : \"\\u0061\" , \"n\":1.0}"_ba;
    SessionDocument document;
    document.load(text);
    document.setValue(at(u"n"_s), 2);
    document.setValue(at(u"caller/name"_s), u"x"_s);
    document.setSource("nothing");
    while (document.canUndo())
        document.undo();
    QCOMPARE(document.bytes(), text);
    QVERIFY(!document.isModified());
    QVERIFY(!document.isRespelled());
}

void SessionDocumentTest::isModified_undoneOrTypedBack_isFalse()
{
    SessionDocument document;
    document.setValue(at(u"id"_s), u"a"_s);
    QVERIFY(document.isModified());
    document.undo();
    QVERIFY(!document.isModified());
    document.redo();
    QVERIFY(document.isModified());
    document.setValue(at(u"id"_s), QJsonValue::Undefined);
    QVERIFY(!document.isModified());
}

void SessionDocumentTest::isModified_savedInBetween_comparesWithTheSaved()
{
    SessionDocument document;
    document.load(R"({"id":"a"})");
    document.setValue(at(u"id"_s), u"b"_s);
    document.markSaved();
    QVERIFY(!document.isModified());
    document.undo();
    QVERIFY(document.isModified());
    QCOMPARE(document.bytes(), R"({"id":"a"})"_ba);
    document.setValue(at(u"id"_s), u"b"_s);
    QVERIFY(!document.isModified());
}

void SessionDocumentTest::isModified_equalBytesByAnotherWay_isFalse()
{
    SessionDocument document;
    document.load("{\n    \"a\": [\n        1\n    ]\n}\n");
    document.setValue(at(u"a"_s), QJsonArray());
    QVERIFY(document.isModified());
    document.endMerge();
    document.setValue(at(u"a/-"_s), 1);
    QVERIFY(!document.isModified());
    document.setSource("{}");
    QVERIFY(document.isModified());
    document.setSource("{\n    \"a\": [\n        1\n    ]\n}\n");
    QVERIFY(!document.isModified());
}

void SessionDocumentTest::isRespelled_formEditOfALoadedText_isTrueUntilUndoneOrSaved()
{
    SessionDocument document;
    document.load(R"({"b":1,"a":2})");
    document.setValue(at(u"b"_s), 5);
    QVERIFY(document.isRespelled());
    document.setValue(at(u"b"_s), 6);
    document.setValue(at(u"c"_s), 6);
    QVERIFY(document.isRespelled());
    document.undo();
    document.undo();
    QVERIFY(!document.isRespelled());
    document.redo();
    QVERIFY(document.isRespelled());
    document.markSaved();
    QVERIFY(!document.isRespelled());
    document.setValue(at(u"c"_s), 7);
    QVERIFY(!document.isRespelled());
    document.setSource(R"({"b":1,"a":2})");
    QVERIFY(!document.isRespelled());
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

void SessionDocumentTest::undo_randomEdits_giveTheBytesBeforeAndAfter()
{
    QRandomGenerator random(20161231);
    const QStringList names{u"id"_s, u"caller"_s, u"name"_s, u"0"_s, u"1"_s, u"-"_s, u"a/b"_s};
    const QList<QJsonValue> values{
        QJsonValue(), QJsonValue(QJsonValue::Undefined), true, 2.5, u"text"_s, QJsonArray{1, 2}, QJsonObject(), u""_s};
    const QByteArrayList texts{"{}", "{", R"({"caller":{"name":1.0}})", "[1]", R"({"id":"a","id":"b"})"};
    SessionDocument document;
    document.load(R"({ "caller" : [ {"name":"x"} ] , "id":1e2 })");
    QByteArrayList history{document.bytes()};
    for (int edit = 0; edit < 1000; ++edit) {
        document.endMerge();
        const QByteArray before = document.bytes();
        const quint64 revision = document.revision();
        if (document.obstacle() || random.bounded(10) == 0) {
            document.setSource(texts[random.bounded(texts.size())]);
        } else {
            QStringList tokens;
            for (int depth = random.bounded(1, 4); depth > 0; --depth)
                tokens += names[random.bounded(names.size())];
            document.setValue(Pointer(tokens), values[random.bounded(values.size())]);
        }
        if (document.revision() != revision)
            history += document.bytes();
        else
            QCOMPARE(document.bytes(), before);
        QCOMPARE(document.isModified(), document.bytes() != history.constFirst());
    }
    for (qsizetype step = history.size() - 1; step > 0; --step) {
        QCOMPARE(document.bytes(), history[step]);
        document.undo();
    }
    QCOMPARE(document.bytes(), history.constFirst());
    QVERIFY(!document.canUndo());
    for (qsizetype step = 1; step < history.size(); ++step) {
        document.redo();
        QCOMPARE(document.bytes(), history[step]);
    }
    QVERIFY(!document.canRedo());
}

QTEST_GUILESS_MAIN(SessionDocumentTest)
#include "tst_sessiondocument.moc"

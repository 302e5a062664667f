// SPDX-License-Identifier: GPL-3.0-or-later
// What undo and redo give back, what is one step, and what counts as modified.
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

class DocumentHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void setValue_samePointer_merges();
    void setValue_afterWhatEndsAMerge_isAnotherStep_data();
    void setValue_afterWhatEndsAMerge_isAnotherStep();
    void replaceValue_isAStepOfItsOwn();
    void setValue_afterUndo_dropsTheRedo();
    void setSource_typing_merges();
    void setSource_hugeTexts_boundTheUndo();
    void undo_allEdits_restoresTheLoadedBytes();
    void isModified_undoneOrTypedBack_isFalse();
    void isModified_savedInBetween_comparesWithTheSaved();
    void isModified_equalBytesByAnotherWay_isFalse();
    void isRespelled_formEditOfALoadedText_isTrueUntilUndoneOrSaved();
    void undo_randomEdits_giveTheBytesBeforeAndAfter();
};

void DocumentHistoryTest::setValue_samePointer_merges()
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

void DocumentHistoryTest::setValue_afterWhatEndsAMerge_isAnotherStep_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("endMerge") << 0;
    QTest::newRow("save") << 1;
    QTest::newRow("undo and redo") << 2;
    QTest::newRow("another pointer") << 3;
    QTest::newRow("source") << 4;
}

void DocumentHistoryTest::setValue_afterWhatEndsAMerge_isAnotherStep()
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

void DocumentHistoryTest::replaceValue_isAStepOfItsOwn()
{
    SessionDocument document;
    document.setValue(at(u"id"_s), u"typed"_s);
    document.replaceValue(at(u"id"_s), u"written"_s);
    document.setValue(at(u"id"_s), u"typed again"_s);
    for (const QString &before : {u"written"_s, u"typed"_s}) {
        document.undo();
        QCOMPARE(document.value(at(u"id"_s)), QJsonValue(before));
    }
    document.undo();
    QVERIFY(document.object().isEmpty());
    QVERIFY(!document.canUndo());
}

void DocumentHistoryTest::setValue_afterUndo_dropsTheRedo()
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

void DocumentHistoryTest::setSource_typing_merges()
{
    SessionDocument document;
    document.load("{}");
    for (const QByteArray &typed : {"{ }"_ba, "{ \"a\" }"_ba, "{ \"a\":1 }"_ba})
        document.setSource(typed);
    document.undo();
    QCOMPARE(document.bytes(), "{}"_ba);
    QVERIFY(!document.canUndo());
}

void DocumentHistoryTest::setSource_hugeTexts_boundTheUndo()
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

void DocumentHistoryTest::undo_allEdits_restoresTheLoadedBytes()
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

void DocumentHistoryTest::isModified_undoneOrTypedBack_isFalse()
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

void DocumentHistoryTest::isModified_savedInBetween_comparesWithTheSaved()
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

void DocumentHistoryTest::isModified_equalBytesByAnotherWay_isFalse()
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

void DocumentHistoryTest::isRespelled_formEditOfALoadedText_isTrueUntilUndoneOrSaved()
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

void DocumentHistoryTest::undo_randomEdits_giveTheBytesBeforeAndAfter()
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

QTEST_GUILESS_MAIN(DocumentHistoryTest)
#include "tst_documenthistory.moc"

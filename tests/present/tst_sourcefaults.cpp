// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/sourcefaults.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using session::Severity;

class SourceFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void first_data();
    void first();
    void losses_areAllTold_upToTheMost();
    void noFault_whileFormAndSourceAgree();
    void places_ofPointers_data();
    void places_ofPointers();
    void place_inTextThatIsNotJson_isNone();
};

void SourceFaultsTest::first_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QString>("place");
    QTest::newRow("nothing") << ""_ba << Severity::Error << ""_ba << u"1:1"_s;
    QTest::newRow("cut off") << "{\n\"a\":1"_ba << Severity::Error << "1"_ba << u"2:6"_s;
    QTest::newRow("stray word") << "{\n \"a\": yes}"_ba << Severity::Error << "yes"_ba << u"2:7"_s;
    QTest::newRow("two roots") << "{} {}"_ba << Severity::Error << "{"_ba << u"1:4"_s;
    QTest::newRow("damaged escape") << R"({"a":"b\x"})"_ba << Severity::Error << "\\x\""_ba << u"1:8"_s;
    QTest::newRow("after CR alone") << "{\r\"a\":+1}"_ba << Severity::Error << "+1"_ba << u"2:5"_s;
    QTest::newRow("duplicate name") << "{\"a\":1,\n\"a\":2}"_ba << Severity::Warning << "\"a\""_ba << u"2:1"_s;
    QTest::newRow("2^64 - 1") << R"({"a":18446744073709551615})"_ba << Severity::Warning << "18446744073709551615"_ba
                              << u"1:6"_s;
    QTest::newRow("lone surrogate") << R"({"a":"\ud800"})"_ba << Severity::Warning << R"("\ud800")"_ba << u"1:6"_s;
    QTest::newRow("no object") << "[1]"_ba << Severity::Warning << "["_ba << u"1:1"_s;
}

void SourceFaultsTest::first()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Severity, severity);
    QFETCH(const QByteArray, marked);
    QFETCH(const QString, place);
    session::SessionDocument document;
    document.load(text);
    const QList<present::SourceFault> faults = present::sourceFaults(document);
    QCOMPARE(faults.size(), 1);
    QCOMPARE(faults.constFirst().severity, severity);
    QCOMPARE(text.mid(faults.constFirst().begin, faults.constFirst().end - faults.constFirst().begin), marked);
    const QString sentence = faults.constFirst().sentence;
    QVERIFY2(sentence.contains(" at "_L1 + place + u'.'), qPrintable(sentence));
    QCOMPARE(sentence.startsWith("This is not JSON"_L1), severity == Severity::Error);
}

void SourceFaultsTest::losses_areAllTold_upToTheMost()
{
    session::SessionDocument document;
    document.load(R"({"a":1,"a":2,"b":1e400,"c":"\udfff"})");
    QCOMPARE(present::sourceFaults(document).size(), 3);
    QCOMPARE(present::sourceFaults(document, 2).size(), 2);
}

void SourceFaultsTest::noFault_whileFormAndSourceAgree()
{
    session::SessionDocument document;
    QVERIFY(present::sourceFaults(document).isEmpty());
    document.load(R"({"a":1.10})");
    QVERIFY(present::sourceFaults(document).isEmpty());
}

void SourceFaultsTest::places_ofPointers_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("from");
    QTest::newRow("root") << u""_s << R"({"a": {"b": [1, 22]}})"_ba;
    QTest::newRow("object") << u"/a"_s << R"({"b": [1, 22]}})"_ba;
    QTest::newRow("item") << u"/a/b/1"_s << "22]}}"_ba;
    QTest::newRow("not there, its parent") << u"/a/c/d"_s << R"({"b": [1, 22]}})"_ba;
    QTest::newRow("nothing of it there") << u"/x"_s << R"({"a": {"b": [1, 22]}})"_ba;
}

void SourceFaultsTest::places_ofPointers()
{
    QFETCH(const QString, pointer);
    QFETCH(const QByteArray, from);
    session::SessionDocument document;
    document.load(R"({"a": {"b": [1, 22]}})");
    const auto span = present::spanInSource(document, *json::Pointer::parse(pointer));
    QVERIFY(span);
    QCOMPARE(document.bytes().mid(span->first), from);
    QVERIFY(from.startsWith(document.bytes().sliced(span->first, span->second - span->first)));
}

void SourceFaultsTest::place_inTextThatIsNotJson_isNone()
{
    session::SessionDocument document;
    document.load(R"({"a": {"b": )");
    QVERIFY(!present::spanInSource(document, {}));
    QCOMPARE(present::pointerInSource(document, 12).toString(), u"/a/b"_s);
}

QTEST_GUILESS_MAIN(SourceFaultsTest)
#include "tst_sourcefaults.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The verb compare, by running the program.
#include "program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class CliCompareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void text_isOneLineAPlace_data();
    void text_isOneLineAPlace();
    void json_hasTheValuesAsTheyStand();
    void json_nothingAtAll_isAnArray();
    void unusable_isOneSentence_data();
    void unusable_isOneSentence();
    void text_controlCharacters_areNotPrinted();

private:
    QString file(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

QString CliCompareTest::file(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void CliCompareTest::text_isOneLineAPlace_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("returned");
    QTest::addColumn<QByteArray>("lines"); // S and R stand for the files
    QTest::addColumn<int>("code");
    QTest::newRow("same") << R"({"isTest":true})"_ba
                          << R"({ "isTest": true })"_ba
                          << "S:/isTest: same: true [identical]\n"_ba << 0;
    QTest::newRow("other text") << R"({"modalities":["audio","video"]})"_ba
                                << R"({"modalities":["video","audio"]})"_ba
                                << "S:/modalities: otherText: [\"audio\",\"video\"] → [\"video\",\"audio\"] "
                                   "[set-order]\n"_ba
                                << 0;
    QTest::newRow("null left out") << R"({"isTest":null,"a":1})"_ba
                                   << R"({"a":1})"_ba
                                   << "S:/isTest: otherText: null [null-omitted]\nS:/a: same: 1 [identical]\n"_ba << 0;
    QTest::newRow("changed") << R"({"x":9223372036854775808})"_ba
                             << R"({"x":9223372036854775809})"_ba
                             << "S:/x: changed: 9223372036854775808 → 9223372036854775809 [other-value]\n"_ba << 1;
    QTest::newRow("dropped, and added before it") << R"({"b":{"c":1,"d":2}})"_ba
                                                  << R"({"a":[],"b":{"d":2}})"_ba
                                                  << "S:/b/c: dropped: 1 [missing]\nS:/b/d: same: 2 [identical]\n"
                                                     "R:/a: added: [] [new]\n"_ba
                                                  << 1;
    QTest::newRow("the roots") << "{}"_ba
                               << "[]"_ba
                               << "S:: changed: {} → [] [other-type]\n"_ba << 1;
}

void CliCompareTest::text_isOneLineAPlace()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, returned);
    QFETCH(QByteArray, lines);
    QFETCH(int, code);
    const QString sentFile = file(u"sent.json"_s, sent);
    const QString returnedFile = file(u"returned.json"_s, returned);
    const Ended ended = runCli({u"compare"_s, sentFile, returnedFile});
    QCOMPARE(ended.err, ""_ba);
    lines.replace("S:", QByteArray(QFile::encodeName(sentFile) + ':'));
    lines.replace("R:", QByteArray(QFile::encodeName(returnedFile) + ':'));
    QCOMPARE(ended.out, lines);
    QCOMPARE(ended.exitCode, code);
}

void CliCompareTest::json_hasTheValuesAsTheyStand()
{
    const QString sent = file(u"sent.json"_s, R"({"a":1.10,"b":null,"c":{"d":18446744073709551616},"\u0065":"\/"})"_ba);
    const QString returned = file(u"returned.json"_s, R"({"e":"/","a":1.1,"f/":[1 ,2]})"_ba);
    const Ended ended = runCli({u"compare"_s, u"--output"_s, u"json"_s, sent, returned});
    QCOMPARE(ended.err, ""_ba);
    QCOMPARE(ended.out,
             R"([
{"pointer":"/a","kind":"otherText","sent":1.10,"returned":1.1},
{"pointer":"/b","kind":"otherText","sent":null,"returned":null},
{"pointer":"/c","kind":"dropped","sent":{"d":18446744073709551616},"returned":null},
{"pointer":"/e","kind":"otherText","sent":"\/","returned":"/"},
{"pointer":"/f~1","kind":"added","sent":null,"returned":[1 ,2]}
]
)"_ba);
    QCOMPARE(ended.exitCode, 1);
    const QJsonArray array = QJsonDocument::fromJson(ended.out).array();
    QCOMPARE(array.size(), 5);
    QCOMPARE(array.first().toObject().keys().join(u' '), u"kind pointer returned sent"_s);
}

void CliCompareTest::json_nothingAtAll_isAnArray()
{
    const QString empty = file(u"empty.json"_s, "{}"_ba);
    const Ended ended = runCli({u"compare"_s, empty, empty, u"--output=json"_s});
    QCOMPARE(ended.out, "[\n{\"pointer\":\"\",\"kind\":\"same\",\"sent\":{},\"returned\":{}}\n]\n"_ba);
    QCOMPARE(ended.exitCode, 0);
}

void CliCompareTest::unusable_isOneSentence_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QByteArray>("sentence"); // a regular expression
    QTest::newRow("no file") << QStringList() << "compare wants two files, SENT and RETURNED\\."_ba;
    QTest::newRow("one file") << QStringList{u"right"_s} << "compare wants two files, SENT and RETURNED\\."_ba;
    QTest::newRow("three files") << QStringList{u"right"_s, u"right"_s, u"right"_s}
                                 << "compare wants two files, SENT and RETURNED\\."_ba;
    QTest::newRow("sent is not there") << QStringList{u"none"_s, u"right"_s} << ".*/none: .+no such file.*"_ba;
    QTest::newRow("returned is not there") << QStringList{u"right"_s, u"none"_s} << ".*/none: .+no such file.*"_ba;
    QTest::newRow("sent is not JSON") << QStringList{u"wrong"_s, u"right"_s}
                                      << ".*/wrong: This is not JSON at 2:5: .+\\."_ba;
    QTest::newRow("returned is not JSON")
        << QStringList{u"right"_s, u"wrong"_s} << ".*/wrong: This is not JSON at 2:5: .+\\."_ba;
    QTest::newRow("both are not JSON") << QStringList{u"empty"_s, u"wrong"_s}
                                       << ".*/empty: This is not JSON at 1:1.+"_ba;
}

void CliCompareTest::unusable_isOneSentence()
{
    QFETCH(QStringList, names);
    QFETCH(QByteArray, sentence);
    file(u"right"_s, "{}"_ba);
    file(u"wrong"_s, "{\n\"a\" 1}"_ba);
    file(u"empty"_s, ""_ba);
    QStringList arguments{u"compare"_s};
    for (const QString &name : std::as_const(names))
        arguments += m_folder.filePath(name);
    const Ended ended = runCli(arguments);
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.out, ""_ba);
    const QRegularExpression expected(u"\\Asession-composer-cli: "_s + QString::fromUtf8(sentence) + u"\n\\z"_s);
    QVERIFY2(expected.match(QString::fromUtf8(ended.err)).hasMatch(), ended.err.constData());
    QCOMPARE(ended.err.count('\n'), 1);
}

void CliCompareTest::text_controlCharacters_areNotPrinted()
{
    const QString sent = file(u"sent.json"_s, "{\"\xC2\x9B\\u001b[31m\":\"\xC2\x9B\",\"a\":[\n1]}"_ba);
    const Ended ended = runCli({u"compare"_s, sent, sent});
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.out.count('\n'), 2);
    QVERIFY(!ended.out.contains('\x1b') && !ended.out.contains("\xC2\x9B"));
    QVERIFY2(ended.out.contains("/\\u009b\\u001b[31m: same: \"\\u009b\""), ended.out.constData());
}

QTEST_GUILESS_MAIN(CliCompareTest)
#include "tst_compare.moc"

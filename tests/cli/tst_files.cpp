// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs that send nothing: format and validate, and what holds for every verb.
#include "program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

class CliFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void usage_goesToStandardErrorAsOneLine_data();
    void usage_goesToStandardErrorAsOneLine();
    void help_goesToStandardOutput();
    void foreignLocale_isSilent();
    void format_printsTheBytes_data();
    void format_printsTheBytes();
    void unreadable_isTwo_data();
    void unreadable_isTwo();
    void validate_printsLinesInTheOrderOfTheText_data();
    void validate_printsLinesInTheOrderOfTheText();
    void validate_json_hasNullForWhatIsAbsent();
    void validate_severalFiles_givesTheHighestCode();
    void closedOutput_isNoSuccess();
    void controlCharacters_areNotPrinted();

private:
    QString file(const QByteArray &bytes, const QString &name = u"session.json"_s) const;

    QTemporaryDir m_folder;
};

QString CliFilesTest::file(const QByteArray &bytes, const QString &name) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void CliFilesTest::usage_goesToStandardErrorAsOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown verb") << QStringList{u"merge"_s, u"a"_s, u"b"_s};
    QTest::newRow("unknown option") << QStringList{u"format"_s, u"a"_s, u"--force"_s};
    QTest::newRow("line break in it") << QStringList{u"a\nb"_s};
}

void CliFilesTest::usage_goesToStandardErrorAsOneLine()
{
    QFETCH(QStringList, arguments);
    const Ended ended = runCli(arguments);
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.out, ""_ba);
    QVERIFY(ended.err.startsWith("session-composer-cli: "));
    QVERIFY(ended.err.endsWith('\n'));
    QCOMPARE(ended.err.count('\n'), 1);
}

void CliFilesTest::help_goesToStandardOutput()
{
    for (const QStringList &arguments :
         {QStringList{u"--help"_s}, QStringList{u"--version"_s}, QStringList{u"submit"_s, u"--help"_s}}) {
        const Ended ended = runCli(arguments);
        QCOMPARE(ended.exitCode, 0);
        QVERIFY(!ended.out.isEmpty());
        QCOMPARE(ended.err, ""_ba);
    }
}

void CliFilesTest::foreignLocale_isSilent()
{
    QProcessEnvironment environment = cleanEnvironment();
    for (const QString &locale : {u"C"_s, u"POSIX"_s, u"no_SUCH.locale"_s}) {
        environment.insert(u"LC_ALL"_s, locale);
        const Ended ended = runCli({u"format"_s, file("{}"_ba, u"\u00e4.json"_s)}, environment);
        QCOMPARE(ended.err, ""_ba);
        QCOMPARE(ended.out, "{}"_ba);
        QCOMPARE(ended.exitCode, 0);
    }
}

void CliFilesTest::format_printsTheBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("session") << "{\"id\": 1.10}\r\n"_ba;
    QTest::newRow("no line end") << "{}"_ba;
    QTest::newRow("not JSON") << "hello\0there"_ba;
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF{}"_ba;
    QTest::newRow("100 KB") << QByteArray(100'000, ' ');
}

void CliFilesTest::format_printsTheBytes()
{
    QFETCH(QByteArray, bytes);
    const Ended ended = runCli({u"format"_s, file(bytes)});
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.out, bytes);
    QCOMPARE(ended.err, ""_ba);
}

void CliFilesTest::unreadable_isTwo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("missing") << u"none.json"_s << "no such file"_ba;
    QTest::newRow("folder") << u"."_s << "folder"_ba;
    QTest::newRow("pipe") << u"pipe"_s << "pipe"_ba;
    QTest::newRow("not UTF-8") << u"latin1.json"_s << "1:2"_ba;
}

void CliFilesTest::unreadable_isTwo()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, word);
    ::mkfifo(QFile::encodeName(m_folder.filePath(u"pipe"_s)).constData(), 0600);
    file("\"\xE4\""_ba, u"latin1.json"_s);
    const QString path = m_folder.filePath(name);
    for (const QString &verb : {u"format"_s, u"validate"_s}) {
        const Ended ended = runCli({verb, path});
        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.out, ""_ba);
        QVERIFY2(ended.err.startsWith(QByteArray("session-composer-cli: " + QFile::encodeName(path) + ": ")),
                 ended.err.constData());
        QVERIFY2(ended.err.contains(word), ended.err.constData());
        QCOMPARE(ended.err.count('\n'), 1);
    }
}

void CliFilesTest::validate_printsLinesInTheOrderOfTheText_data()
{
    const QByteArray times = R"("startDateTime":"2020-01-01T00:00:00Z","endDateTime":"2020-01-01T00:01:00Z")"_ba;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("lines"); // regular expressions for what follows FILE:
    QTest::addColumn<int>("code");
    QTest::newRow("nothing to say") << "{" + times + R"(,"modalities":["audio"]})" << QStringList() << 0;
    QTest::newRow("not JSON") << "{\n  \"\u00e4\": tru}"_ba << QStringList{u"2:8: error: .+ \\[json\\]"_s} << 1;
    QTest::newRow("not an object") << "[]"_ba
                                   << QStringList{u"1:1: warning: .+ \\[json\\]"_s, u": error: .+ \\[[a-z-]+\\]"_s}
                                   << 1;
    QTest::newRow("missing member") << "{" + times + "}"
                                    << QStringList{u"/modalities: error: .*modalities.* \\[[a-z-]+\\]"_s} << 1;
    QTest::newRow("warning alone") << "{" + times + R"(,"modalities":["unknown"]})"
                                   << QStringList{u"/modalities/0: warning: .+ \\[[a-z-]+\\]"_s} << 0;
    QTest::newRow("name twice") << "{" + times + ",\n \"modalities\":[],\"modalities\":[]}"
                                << QStringList{u"2:18: warning: .+ \\[json\\]"_s} << 0;
    QTest::newRow("number that a QJsonObject cannot hold, between findings")
        << R"({"modalities":["nope"],"isTest":1e400,"endDateTime":"x","startDateTime":"2020-01-01T00:00:00Z"})"_ba
        << QStringList{u"/modalities/0: error: .+"_s, u"1:33: warning: .+ \\[json\\]"_s, u"/isTest: error: .+"_s,
                       u"/endDateTime: error: .+"_s}
        << 1;
}

void CliFilesTest::validate_printsLinesInTheOrderOfTheText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, lines);
    QFETCH(int, code);
    const QString path = file(bytes);
    const Ended ended = runCli({u"validate"_s, path});
    QCOMPARE(ended.err, ""_ba);
    QStringList given = QString::fromUtf8(ended.out).split(u'\n');
    QCOMPARE(given.takeLast(), QString()); // every line has an end
    QVERIFY2(given.size() == lines.size(), ended.out.constData());
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const QRegularExpression expected(u"\\A"_s + QRegularExpression::escape(path) + u':' + lines.at(row)
                                          + u"\\z"_s);
        QVERIFY2(expected.match(given.at(row)).hasMatch(), qPrintable(given.at(row)));
    }
    QCOMPARE(ended.exitCode, code);
}

void CliFilesTest::validate_json_hasNullForWhatIsAbsent()
{
    const QString path = file(R"({"modalities":"audio","isTest":1e400})"_ba);
    const Ended ended = runCli({u"validate"_s, path, u"--output"_s, u"json"_s});
    QCOMPARE(ended.exitCode, 1);
    const QJsonDocument document = QJsonDocument::fromJson(ended.out);
    QVERIFY2(document.isArray(), ended.out.constData());
    bool hasPointer = false;
    bool hasPlace = false;
    const QJsonArray array = document.array();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        QCOMPARE(object.keys().join(u' '), u"column file line message pointer rule severity"_s);
        QCOMPARE(object.value("file"_L1).toString(), path);
        const bool isPlace = object.value("rule"_L1).toString() == "json"_L1;
        QCOMPARE(object.value("pointer"_L1).isNull(), isPlace);
        QCOMPARE(object.value("line"_L1).isDouble(), isPlace);
        QCOMPARE(object.value("column"_L1).isDouble(), isPlace);
        QCOMPARE(object.value("line"_L1).isNull(), !isPlace);
        (isPlace ? hasPlace : hasPointer) = true;
    }
    QVERIFY(hasPointer && hasPlace);
    const Ended none = runCli({u"validate"_s, m_folder.filePath(u"none"_s), u"--output"_s, u"json"_s});
    QCOMPARE(none.exitCode, 2);
}

void CliFilesTest::validate_severalFiles_givesTheHighestCode()
{
    const QString wrong = file("{"_ba, u"wrong.json"_s);
    const QString right = file(R"({"startDateTime":"2020-01-01T00:00:00Z","endDateTime":"2020-01-01T00:01:00Z",)"
                               R"("modalities":[]})"_ba,
                               u"right.json"_s);
    QCOMPARE(runCli({u"validate"_s, right}).exitCode, 0);
    QCOMPARE(runCli({u"validate"_s, wrong, right}).exitCode, 1);
    const Ended ended = runCli({u"validate"_s, wrong, m_folder.filePath(u"none"_s), right});
    QCOMPARE(ended.exitCode, 2);
    QVERIFY(ended.out.contains("wrong.json:1:2: error"));
}

void CliFilesTest::closedOutput_isNoSuccess()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full here");
    QProcess process;
    process.setProcessEnvironment(cleanEnvironment());
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(SC_CLI), {u"format"_s, file("{}"_ba)});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("Standard output could not be written"));
}

void CliFilesTest::controlCharacters_areNotPrinted()
{
    const Ended ended = runCli({u"validate"_s, m_folder.filePath(u"\u001b[31m\n.json"_s)});
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.contains("\\u001b[31m\\u000a.json: "), ended.err.constData());
    QCOMPARE(ended.err.count('\n'), 1);
}

QTEST_GUILESS_MAIN(CliFilesTest)
#include "tst_files.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The verb import, by running the program.
#include "program.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray command = "curl -H 'Authorization: Bearer canary-0123456789abcdef' --json @body.json "
                           "https://graph.example/v1.0/communications/callRecords/r/sessions\n";

} // namespace

class CliImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void command_becomesATemplate();
    void unusable_isOneSentence_data();
    void unusable_isOneSentence();

private:
    QString file(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

QString CliImportTest::file(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void CliImportTest::command_becomesATemplate()
{
    file(u"body.json"_s, "{\"id\": 1.10}\n");
    const QString script = file(u"command.sh"_s, command);
    QVERIFY(QDir(m_folder.path()).mkdir(u"out"_s));
    const QString out = m_folder.filePath(u"out"_s);
    for (const QString &name : {u"Imported-from-cURL.json"_s, u"Imported-from-cURL-2.json"_s}) {
        const Ended ended = runCli({u"import"_s, script, u"--output-folder"_s, out});
        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.out, QByteArray(QDir(out).filePath(name).toUtf8() + '\n'));
        QVERIFY2(ended.err.contains("“Authorization” was left out"), ended.err.constData());
        QVERIFY(!ended.err.contains("canary"));
        QFile written(QDir(out).filePath(name));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(!written.readAll().contains("canary"));
        QCOMPARE(runCli({u"format"_s, written.fileName()}).out, "{\"id\": 1.10}\n"_ba);
    }
}

void CliImportTest::unusable_isOneSentence_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("code");
    QTest::newRow("no command") << "{}"_ba << u"."_s << 2;
    QTest::newRow("missing body") << QByteArray(command).replace("body.json", "none.json") << u"."_s << 2;
    QTest::newRow("no folder") << command << u"nowhere"_s << 2;
    QTest::newRow("token in the body") << QByteArray(command).replace("@body.json", R"('{"access_token":"canary"}')")
                                       << u"."_s << 4;
}

void CliImportTest::unusable_isOneSentence()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, folder);
    const Ended ended = runCli(
        {u"import"_s, file(u"bad.sh"_s, script), u"--output-folder"_s, QDir(m_folder.path()).filePath(folder)});
    QTEST(ended.exitCode, "code");
    QCOMPARE(ended.out, ""_ba);
    QCOMPARE(ended.err.count('\n'), 1);
    QVERIFY(!ended.err.contains("canary"));
}

QTEST_GUILESS_MAIN(CliImportTest)
#include "tst_import.moc"

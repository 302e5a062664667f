// SPDX-License-Identifier: GPL-3.0-or-later
#include "submitfixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <memory>

using namespace Qt::StringLiterals;
using support::RawServer;
using support::Step;

class ReportVerbTest : public SubmitFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void html_isAPage();
    void markdown_isATicket();
    void har_isAnArchive();
    void export_packsAllBytes();
    void export_isDeterministic();
    void unknownNumber_writesNothing();
    void unwritableFile_isUnusable();

private:
    Ended run(const QStringList &arguments) const;
    /// Two exchanges with the sandbox, one as expected and one not.
    void submitTwo() const;
    QString path(const QString &name) const { return m_data->filePath(name); }
    QByteArray read(const QString &name) const;
    /// Packs `numbers` into e.zip and gives what Python's reader finds in it under `name`.
    QByteArray packed(const QStringList &numbers, const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_data;
};

void ReportVerbTest::init()
{
    failOnWarning();
    m_data = std::make_unique<QTemporaryDir>();
}

Ended ReportVerbTest::run(const QStringList &arguments) const
{
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, m_data->path());
    environment.insert(u"CANARY"_s, u"canary-0123456789"_s);
    return runCli(arguments, environment);
}

void ReportVerbTest::submitTwo() const
{
    const QString good
        = file("{\"startDateTime\":\"2020-01-01T00:00:00Z\",\r\n\"endDateTime\":\"2020-01-01T00:00:01Z\","
               "\"modalities\":[\"audio\"]}"_ba,
               u"good.json"_s);
    const QString bad = file("{\"modalities\":[\"String\"]}"_ba, u"bad.json"_s);
    const Ended ended = run({u"submit"_s, good, bad, u"--sandbox"_s, u"--api-version"_s, u"v1.0"_s, u"--token-env"_s,
                             u"CANARY"_s, u"--history"_s});
    QCOMPARE(ended.exitCode, 1);
}

QByteArray ReportVerbTest::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "missing"_ba;
}

QByteArray ReportVerbTest::packed(const QStringList &numbers, const QString &name) const
{
    const Ended ended = run(QStringList{u"history"_s, u"export"_s} + numbers + QStringList{path(u"e.zip"_s)});
    if (ended.exitCode != 0)
        return ended.err;
    QProcess python;
    python.start(u"python3"_s,
                 {u"-c"_s,
                  u"import sys, zipfile; "
                  "sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"_s,
                  path(u"e.zip"_s), name});
    python.waitForFinished();
    return python.readAllStandardOutput();
}

void ReportVerbTest::html_isAPage()
{
    submitTwo();
    const Ended ended = run({u"report"_s, u"1"_s, u"2"_s, u"--format"_s, u"html"_s, path(u"e.html"_s)});
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.out + ended.err, ""_ba);
    const QByteArray page = read(u"e.html"_s);
    QVERIFY(page.startsWith("<!DOCTYPE html>"));
    QVERIFY(page.contains("<h1>201 Created</h1>") && page.contains("<h1>400 Bad Request</h1>"));
    QVERIFY(page.contains("✓ as expected") && page.contains("✗ not as expected"));
    QVERIFY(page.contains("1 added")); // compared by the schema
    QVERIFY(page.contains("Bearer ***") && !page.contains("canary"));
}

void ReportVerbTest::markdown_isATicket()
{
    submitTwo();
    QCOMPARE(run({u"report"_s, u"2"_s, u"1"_s, u"--format"_s, u"markdown"_s, path(u"e.md"_s)}).exitCode, 0);
    const QByteArray text = read(u"e.md"_s);
    QVERIFY2(text.startsWith("#### Exchange\n\n```text\nRequest: POST "), text.constData());
    QVERIFY(text.contains("\n---\n\n#### Exchange\n"));
    QVERIFY(text.indexOf("Status: 400 Bad Request\n") < text.indexOf("Status: 201 Created\n"));
    QVERIFY(text.contains("Status: expected 2xx, found 400 Bad Request."));
}

void ReportVerbTest::har_isAnArchive()
{
    submitTwo();
    QCOMPARE(run({u"report"_s, u"1"_s, u"2"_s, u"--format"_s, u"har"_s, path(u"e.har"_s)}).exitCode, 0);
    const QJsonDocument document = QJsonDocument::fromJson(read(u"e.har"_s));
    QCOMPARE(document["log"_L1]["version"_L1].toString(), u"1.2"_s);
    QCOMPARE(document["log"_L1]["entries"_L1].toArray().size(), 2);
    QCOMPARE(document["log"_L1]["entries"_L1][1]["response"_L1]["status"_L1].toInt(), 400);
}

void ReportVerbTest::export_packsAllBytes()
{
    RawServer server;
    server.always({Step::send(RawServer::created("{\"id\": \"\u00e9\",\r\n\"a\":1.0 }"))});
    QCOMPARE(run(to(server, {u"--history"_s})).exitCode, 0);
    QCOMPARE(packed({u"1"_s}, u"request-body.json"_s), "{}"_ba);
    QCOMPARE(packed({u"1"_s}, u"response-body.json"_s), "{\"id\": \"\u00e9\",\r\n\"a\":1.0 }"_ba);
    QVERIFY(packed({u"1"_s}, u"evidence.html"_s).contains("<h1>201 Created</h1>"));
    QVERIFY(packed({u"1"_s}, u"curl.sh"_s).contains("curl --disable"));
    QCOMPARE(packed({u"1"_s, u"1"_s}, u"2/request-body.json"_s), "{}"_ba);
}

void ReportVerbTest::export_isDeterministic()
{
    submitTwo();
    for (const QString &name : {u"a.zip"_s, u"b.zip"_s})
        QCOMPARE(run({u"history"_s, u"export"_s, u"1"_s, u"2"_s, path(name)}).exitCode, 0);
    QVERIFY(read(u"a.zip"_s).startsWith("PK"));
    QCOMPARE(read(u"a.zip"_s), read(u"b.zip"_s));
}

void ReportVerbTest::unknownNumber_writesNothing()
{
    submitTwo();
    const QStringList orders[] = {{u"history"_s, u"export"_s, u"1"_s, u"7"_s, path(u"e"_s)},
                                  {u"report"_s, u"7"_s, u"--format"_s, u"har"_s, path(u"e"_s)}};
    for (const QStringList &order : orders) {
        const Ended ended = run(order);
        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.err, "session-composer-cli: The history has no exchange 7.\n"_ba);
        QVERIFY(!QFile::exists(path(u"e"_s)));
    }
}

void ReportVerbTest::unwritableFile_isUnusable()
{
    submitTwo();
    const Ended ended = run({u"report"_s, u"1"_s, u"--format"_s, u"har"_s, path(u"none/e.har"_s)});
    QCOMPARE(ended.exitCode, 2);
    const QByteArray begin = "session-composer-cli: " + path(u"none/e.har"_s).toUtf8() + ": Not saved: ";
    QVERIFY2(ended.err.startsWith(begin), ended.err.constData());
}

QTEST_GUILESS_MAIN(ReportVerbTest)
#include "tst_report.moc"

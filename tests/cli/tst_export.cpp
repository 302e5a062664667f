// SPDX-License-Identifier: GPL-3.0-or-later
// The verb export: what it prints does what submit does.
#include "program.h"
#include "support/rawserver.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto token = "canary-token-0123456789";

} // namespace

class CliExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void curl_runByBash_sendsWhatSubmitSends_data();
    void curl_runByBash_sendsWhatSubmitSends();
    void format_isChosen_data();
    void format_isChosen();
    void unusable_isTwo_data();
    void unusable_isTwo();

private:
    QString file(const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

QString CliExportTest::file(const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(u"session.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void CliExportTest::curl_runByBash_sendsWhatSubmitSends_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("session") << "{\"it's\": \"$x `y` 100 %\", \"n\": 1.10}\r\n"_ba;
    QTest::newRow("template") << R"({"sessionComposerTemplate": 1, "session": {"a": "{{env:b}}"}, "placeholders": true,
        "headers": [{"name": "client-request-id", "isSent": false}, {"name": "X-A", "value": "it's"}]})"_ba;
    QTest::newRow("without a token") << R"({"sessionComposerTemplate": 1, "session": {}, "authorization": "none"})"_ba;
}

void CliExportTest::curl_runByBash_sendsWhatSubmitSends()
{
    QFETCH(QByteArray, text);
    support::RawServer server;
    server.always({support::Step::send("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n"
                                       "Content-Length: 2\r\nConnection: close\r\n\r\n{}")});
    const QStringList where{file(text), u"--base-url"_s, server.url({}), u"--call-record"_s,
                            u"a b"_s,   u"--variable"_s, u"b=\"1\""_s};
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"GRAPH_TOKEN"_s, QString::fromLatin1(token));
    const Ended exported = runCli(QStringList{u"export"_s, u"--as"_s, u"curl"_s} + where, environment);
    QCOMPARE(exported.err, ""_ba);
    QCOMPARE(exported.exitCode, 0);
    QVERIFY(!exported.out.contains("canary"));
    QProcess bash;
    bash.setProcessEnvironment(environment);
    bash.start(u"bash"_s, {u"--norc"_s, u"-c"_s, QString::fromUtf8(exported.out)});
    QTRY_COMPARE_WITH_TIMEOUT(bash.state(), QProcess::NotRunning, 20000);
    QCOMPARE(bash.exitCode(), 0);
    QCOMPARE(runCli(QStringList{u"submit"_s, u"--token-env"_s, u"GRAPH_TOKEN"_s} + where, environment).exitCode, 0);
    QCOMPARE(server.requests().size(), 2);
    const auto undrawn = [](QByteArray request) {
        const qsizetype at = request.indexOf("client-request-id: ");
        return at < 0 ? request : request.remove(at, request.indexOf('\n', at) - at);
    };
    QCOMPARE(undrawn(server.requests().at(0)), undrawn(server.requests().at(1)));
}

void CliExportTest::format_isChosen_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("curl") << u"curl"_s << "Bearer $GRAPH_TOKEN"_ba;
    QTest::newRow("PowerShell") << u"powershell"_s << "Invoke-MgGraphRequest"_ba;
    QTest::newRow("http") << u"http"_s << "\nPOST https://h/v1.0/communications/callRecords/i/sessions HTTP/1.1\n"_ba;
}

void CliExportTest::format_isChosen()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, part);
    const Ended ended = runCli(
        {u"export"_s, file("{}"), u"--as"_s, format, u"--base-url"_s, u"https://h"_s, u"--call-record"_s, u"i"_s});
    QCOMPARE(ended.exitCode, 0);
    QVERIFY2(ended.out.contains(part), ended.out.constData());
}

void CliExportTest::unusable_isTwo_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("text");
    const QStringList there{u"--base-url"_s, u"https://h"_s, u"--call-record"_s, u"i"_s};
    QTest::newRow("no format") << there << "{}"_ba;
    QTest::newRow("unknown format") << QStringList{u"--as"_s, u"x"_s} + there << "{}"_ba;
    QTest::newRow("no base URL") << QStringList{u"--as"_s, u"curl"_s} << "{}"_ba;
    QTest::newRow("no call record") << QStringList{u"--as"_s, u"curl"_s, u"--base-url"_s, u"https://h"_s} << "{}"_ba;
    QTest::newRow("not for .http") << QStringList{u"--as"_s, u"http"_s} + there << R"({"a":"{{b}}"})"_ba;
}

void CliExportTest::unusable_isTwo()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, text);
    const Ended ended = runCli(QStringList{u"export"_s, file(text)} + options);
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.out, ""_ba);
    QCOMPARE(ended.err.count('\n'), 1);
}

QTEST_GUILESS_MAIN(CliExportTest)
#include "tst_export.moc"

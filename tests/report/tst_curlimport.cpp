// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/curlimport.h"

#include "report/importing.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray url = "https://graph.example/v1.0/communications/callRecords/id-1/sessions"_ba;

core::Result<QByteArray> readBody(const QString &name)
{
    if (name == "session.json"_L1)
        return QByteArray("{\r\n  \"a\": 1\n}\n");
    return core::Error{core::Error::Code::Input, u"no such file"_s, {}};
}

/// `Name: value` lines; `Name:` for a header that is left out.
QStringList linesOf(const session::Template &content)
{
    QStringList lines;
    for (const session::TemplateHeader &header : content.headers)
        lines += header.isSent ? QString(header.name + ": "_L1 + header.value) : QString(header.name + u':');
    return lines;
}

} // namespace

class CurlImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void body_isWhatCurlSends_data();
    void body_isWhatCurlSends();
    void headers_areWhatCurlSends_data();
    void headers_areWhatCurlSends();
    void target_isReadFromTheUrl_data();
    void target_isReadFromTheUrl();
    void refused_saysWhy_data();
    void refused_saysWhy();
    void credential_isDropped_data();
    void credential_isDropped();
    void several_areAllImported();
    void canImport_knowsCommands_data();
    void canImport_knowsCommands();
};

void CurlImportTest::body_isWhatCurlSends_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("-d") << "-d '{}'"_ba
                        << "{}"_ba;
    QTest::newRow("-d with its value") << "-d{}"_ba
                                       << "{}"_ba;
    QTest::newRow("--data-ascii") << "--data-ascii '{}'"_ba
                                  << "{}"_ba;
    QTest::newRow("two -d") << "-d a=1 -d b=2"_ba
                            << "a=1&b=2"_ba;
    QTest::newRow("-d, file") << "-d @session.json"_ba
                              << "{  \"a\": 1}"_ba;
    QTest::newRow("--data-binary, file") << "--data-binary @session.json"_ba
                                         << "{\r\n  \"a\": 1\n}\n"_ba;
    QTest::newRow("--json, file") << "--json @session.json"_ba
                                  << "{\r\n  \"a\": 1\n}\n"_ba;
    QTest::newRow("--data-raw, at sign") << "--data-raw @session.json"_ba
                                         << "@session.json"_ba;
    QTest::newRow("--json in two") << R"(--json '{"a":' --json '1}')"_ba
                                   << R"({"a":1})"_ba;
    QTest::newRow("-d and --json") << "-d a --json b -d c"_ba
                                   << "ab&c"_ba;
    QTest::newRow("empty -d") << "-d ''"_ba
                              << ""_ba;
    QTest::newRow("-X alone") << "-X POST"_ba
                              << ""_ba;
    QTest::newRow("ansi quotes") << R"(--data-raw $'{"it\'s":"\u00e4"}')"_ba
                                 << R"({"it's":"ä"})"_ba;
    QTest::newRow("letters together") << "-sSkXPOST -d '{}'"_ba
                                      << "{}"_ba;
    QTest::newRow("harmless options") << "-v -o /dev/null --max-time 5 --no-buffer --no-location -d '{}'"_ba
                                      << "{}"_ba;
    QTest::newRow("placeholder") << "-d '{\"a\":\"{{guid}}\"}'"_ba
                                 << R"({"a":"{{guid}}"})"_ba;
}

void CurlImportTest::body_isWhatCurlSends()
{
    QFETCH(QByteArray, options);
    const core::Result<report::Import> import = report::importCurl("curl " + options + ' ' + url, readBody);
    QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
    QCOMPARE(import->templates.size(), 1);
    QTEST(import->templates.constFirst().content.body, "body");
    QVERIFY(!import->templates.constFirst().content.hasPlaceholders);
}

void CurlImportTest::headers_areWhatCurlSends_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QStringList>("headers");
    const QString drawn = u"client-request-id:"_s;
    QTest::newRow("-d") << "-d x"_ba
                        << QStringList{u"Content-Type: application/x-www-form-urlencoded"_s, u"Accept: */*"_s, drawn};
    QTest::newRow("--json") << "--json x"_ba
                            << QStringList{u"Content-Type: application/json"_s, u"Accept: application/json"_s, drawn};
    QTest::newRow("-X alone") << "-X POST"_ba << QStringList{u"Accept: */*"_s, u"Content-Type:"_s, drawn};
    QTest::newRow("several -H") << "-H 'A: 1' -H'B:2' -H 'A: 3' -H 'content-type: text/plain' -d x"_ba
                                << QStringList{u"A: 1"_s,        u"B: 2"_s, u"A: 3"_s, u"content-type: text/plain"_s,
                                               u"Accept: */*"_s, drawn};
    QTest::newRow("taken away") << "-H Content-Type: -H 'Accept:' -d x"_ba
                                << QStringList{u"Content-Type:"_s, u"Accept:"_s, drawn};
    QTest::newRow("without a value") << "-H 'X-Empty;' -H 'client-request-id: 1' --json x"_ba
                                     << QStringList{u"X-Empty: "_s, u"client-request-id: 1"_s,
                                                    u"Content-Type: application/json"_s, u"Accept: application/json"_s};
    QTest::newRow("-A and -e") << "-A me -e there --json x -H 'client-request-id: 1'"_ba
                               << QStringList{u"User-Agent: me"_s, u"Referer: there"_s, u"client-request-id: 1"_s,
                                              u"Content-Type: application/json"_s, u"Accept: application/json"_s};
    QTest::newRow("those of the wire") << "-H Host:x -H 'Content-Length: 9' -H Expect:y --json x"_ba
                                       << QStringList{u"Content-Type: application/json"_s,
                                                      u"Accept: application/json"_s, drawn};
}

void CurlImportTest::headers_areWhatCurlSends()
{
    QFETCH(QByteArray, options);
    const core::Result<report::Import> import = report::importCurl("curl " + options + ' ' + url, readBody);
    QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
    QTEST(linesOf(import->templates.constFirst().content), "headers");
}

void CurlImportTest::target_isReadFromTheUrl_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("notices");
    const QString sessions = u"/sessions"_s;
    QTest::newRow("plain") << url << u"v1.0"_s << u"id-1"_s << sessions << 0;
    QTest::newRow("--url") << "--url " + url << u"v1.0"_s << u"id-1"_s << sessions << 0;
    QTest::newRow("$ref") << "'" + url + "/$ref'" << u"v1.0"_s << u"id-1"_s << u"/sessions/$ref"_s << 0;
    QTest::newRow("no scheme") << "h:80/x/beta/communications/callRecords/i/sessions"_ba << u"beta"_s << u"i"_s
                               << sessions << 0;
    QTest::newRow("encoded id") << "http://h/beta/communications/callRecords/a%2Fb%20c/sessions"_ba << u"beta"_s
                                << u"a/b c"_s << sessions << 0;
    QTest::newRow("query") << "'" + url + "?a=b#c'" << u"v1.0"_s << u"id-1"_s << sessions << 1;
    QTest::newRow("user") << "http://me:pw@h/beta/communications/callRecords/i/sessions"_ba << u"beta"_s << u"i"_s
                          << sessions << 1;
    QTest::newRow("host is a variable") << R"("$BASE/beta/communications/callRecords/i/sessions")"_ba << u"beta"_s
                                        << u"i"_s << sessions << 0;
}

void CurlImportTest::target_isReadFromTheUrl()
{
    QFETCH(QByteArray, address);
    const core::Result<report::Import> import = report::importCurl("curl --json '{}' " + address, readBody);
    QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
    const report::ImportedTemplate imported = import->templates.constFirst();
    QTEST(imported.content.target.version.value_or(QString()), "version");
    QTEST(imported.content.target.callRecordId.value_or(QString()), "id");
    QTEST(imported.content.target.path.value_or(QString()), "path");
    QTEST(int(imported.notices.size()), "notices");
}

void CurlImportTest::refused_saysWhy_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("words");
    QTest::newRow("no command") << "wget x"_ba << u"no curl command"_s;
    QTest::newRow("GET") << "curl " + url << u"no curl command"_s;
    QTest::newRow("PUT") << "curl -X PUT -d x " + url << u"no curl command"_s;
    QTest::newRow("elsewhere") << "curl -d x http://h/v1.0/users"_ba << u"no curl command"_s;
    QTest::newRow("unknown option") << "curl --frobnicate -d x " + url << u"--frobnicate"_s;
    QTest::newRow("unknown option with a value") << "curl --frob=canary-1 -d x " + url << u"word 2"_s;
    QTest::newRow("unknown letter") << "curl -d x -W " + url << u"-W"_s;
    QTest::newRow("form") << "curl -F a=b " + url << u"-F"_s;
    QTest::newRow("-G") << "curl -G -d a=b " + url << u"-G"_s;
    QTest::newRow("two URLs") << "curl -d x " + url + ' ' + url << u"two URLs"_s;
    QTest::newRow("no value") << "curl " + url + " -d" << u"-d"_s;
    QTest::newRow("standard input") << "curl -d @- " + url << u"standard input"_s;
    QTest::newRow("headers from a file") << "curl -d x -H @file " + url << u"from a file"_s;
    QTest::newRow("missing file") << "curl -d @nowhere " + url << u"no such file"_s;
    QTest::newRow("variable in the body") << "curl -d \"$BODY\" " + url << u"1:10"_s;
    QTest::newRow("variable in a header") << "curl -d x -H \"A: $B\" " + url << u"1:18"_s;
    QTest::newRow("variable in the id") << R"(curl -d x "$A/beta/communications/callRecords/$ID/sessions")"_ba
                                        << u"1:12"_s;
    QTest::newRow("token in the body") << R"(curl --json '{"access_token":"canary-1"}' )" + url << u"/session"_s;
    QTest::newRow("cmd.exe") << R"(curl ^"http://h^" ^)"_ba << u"cmd.exe"_s;
}

void CurlImportTest::refused_saysWhy()
{
    QFETCH(QByteArray, script);
    const core::Result<report::Import> import = report::importCurl(script, readBody);
    QVERIFY(!import);
    QFETCH(QString, words);
    QVERIFY2(import.error().message.contains(words), qPrintable(import.error().message));
    QVERIFY(!import.error().message.contains("canary"_L1));
}

void CurlImportTest::credential_isDropped_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::newRow("Authorization") << "-H 'Authorization: Bearer canary-0123456789abcdef'"_ba;
    QTest::newRow("Authorization of a variable") << R"(-H "authorization: Bearer $GRAPH_TOKEN")"_ba;
    QTest::newRow("Proxy-Authorization") << "-H 'Proxy-Authorization: Basic canary'"_ba;
    QTest::newRow("Cookie") << "-H 'Cookie: a=canary'"_ba;
    QTest::newRow("-b") << "-b a=canary"_ba;
    QTest::newRow("key") << "-H 'X-Api-Key: canary'"_ba;
    QTest::newRow("subscription") << "-H 'Ocp-Apim-Subscription-Key: canary'"_ba;
    QTest::newRow("token in another header") << "-H 'X-Note: Bearer canary-0123456789abcdef'"_ba;
    QTest::newRow("-u") << "-u me:canary"_ba;
    QTest::newRow("-u with its value") << "-ume:canary"_ba;
    QTest::newRow("--user") << "--user me:canary"_ba;
    QTest::newRow("--oauth2-bearer") << "--oauth2-bearer canary"_ba;
    QTest::newRow("--oauth2-bearer of a variable") << R"(--oauth2-bearer "$GRAPH_TOKEN")"_ba;
    QTest::newRow("client certificate") << "--cert x.pem:canary --pass canary"_ba;
    QTest::newRow("proxy") << "-U me:canary -x http://me:canary@proxy:1"_ba;
}

void CurlImportTest::credential_isDropped()
{
    QFETCH(QByteArray, options);
    const core::Result<report::Import> import = report::importCurl("curl " + options + " --json '{}' " + url, readBody);
    QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
    const report::ImportedTemplate imported = import->templates.constFirst();
    QVERIFY(!imported.notices.isEmpty());
    QVERIFY(imported.notices.join(u' ').contains("left out"_L1));
    const core::Result<QByteArray> text = session::templateText(imported.content);
    QVERIFY(text);
    const QByteArray all = *text + imported.notices.join(u' ').toUtf8();
    QVERIFY2(!all.contains("canary") && !all.contains("GRAPH_TOKEN"), all.constData());
}

void CurlImportTest::several_areAllImported()
{
    const QByteArray script = "#!/bin/bash\n$ curl --json 1 " + url + " --next --json 2 " + url
        + " | jq .\n\n/usr/bin/curl -d 3 \\\n  " + url + "\ncurl http://h/\n";
    const core::Result<report::Import> import = report::importCurl(script, readBody);
    QVERIFY(import);
    QByteArrayList bodies;
    for (const report::ImportedTemplate &one : import->templates)
        bodies += one.content.body;
    QCOMPARE(bodies, (QByteArrayList{"1", "2", "3"}));
    QCOMPARE(import->skipped, 2); // jq, and what posts nothing
}

void CurlImportTest::canImport_knowsCommands_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("can");
    QTest::newRow("command") << "curl -d x y"_ba << true;
    QTest::newRow("prompt") << "$ curl x"_ba << true;
    QTest::newRow("later line") << "#!/bin/sh\n\ncurl \\\n x"_ba << true;
    QTest::newRow("cmd.exe") << "curl ^\r\n x"_ba << true;
    QTest::newRow("collection") << R"({"info":{},"item":[]})"_ba << true;
    QTest::newRow("session") << R"({"id":"curl x"})"_ba << false;
    QTest::newRow("prose") << "use curl x"_ba << false;
    QTest::newRow("nothing") << ""_ba << false;
}

void CurlImportTest::canImport_knowsCommands()
{
    QFETCH(QByteArray, text);
    QTEST(report::canImport(text), "can");
}

QTEST_GUILESS_MAIN(CurlImportTest)
#include "tst_curlimport.moc"

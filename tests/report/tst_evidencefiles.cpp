// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/evidencefiles.h"

#include "core/secret.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using report::Evidence;
using report::ExportedFile;

namespace {

Evidence evidenceWith(const exchange::HeaderList &headers, const QByteArray &returned)
{
    Evidence evidence;
    evidence.exchange.request = {"POST",
                                 QUrl(u"http://127.0.0.1:1/v1.0/sessions"_s),
                                 {{"Content-Type", "application/json"}, {"Authorization", "Bearer ***"}},
                                 "{\r\n}"};
    evidence.exchange.response = exchange::Response{201, "Created", headers, returned, true};
    return evidence;
}

QStringList namesOf(const QList<ExportedFile> &files)
{
    QStringList names;
    for (const ExportedFile &file : files)
        names += file.name;
    return names;
}

QByteArray fileNamed(const QList<ExportedFile> &files, const QString &name)
{
    for (const ExportedFile &file : files) {
        if (file.name == name)
            return file.bytes;
    }
    return "missing";
}

} // namespace

class EvidenceFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void one_liesAtTheTop();
    void several_haveFolders();
    void responseBody_isNoPage_data();
    void responseBody_isNoPage();
    void noResponse_hasNoFiles();
    void secretInABody_isRefused();
};

void EvidenceFilesTest::one_liesAtTheTop()
{
    const exchange::HeaderList headers{{"Content-Type", "application/json"}, {"Set-Cookie", "canary"}, {"X", "\xE9"}};
    const QList<ExportedFile> files = report::evidenceFiles({evidenceWith(headers, "{\"id\": 1.0}\n")});
    QCOMPARE(namesOf(files),
             (QStringList{u"evidence.html"_s, u"exchanges.har"_s, u"request-head.txt"_s, u"request-body.json"_s,
                          u"curl.sh"_s, u"powershell.ps1"_s, u"response-head.txt"_s, u"response-body.json"_s}));
    QCOMPARE(fileNamed(files, u"request-body.json"_s), "{\r\n}"_ba);
    QCOMPARE(fileNamed(files, u"response-body.json"_s), "{\"id\": 1.0}\n"_ba);
    QCOMPARE(fileNamed(files, u"request-head.txt"_s),
             "POST /v1.0/sessions HTTP/1.1\nContent-Type: application/json\nAuthorization: Bearer ***\n"_ba);
    QCOMPARE(fileNamed(files, u"response-head.txt"_s),
             "HTTP/1.1 201 Created\nContent-Type: application/json\nSet-Cookie: ***\nX: \xE9\n"_ba);
    QVERIFY(fileNamed(files, u"curl.sh"_s).startsWith("#!/usr/bin/env bash\nprintf "));
    QVERIFY(fileNamed(files, u"powershell.ps1"_s).contains("Invoke-MgGraphRequest"));
}

void EvidenceFilesTest::several_haveFolders()
{
    const QStringList names = namesOf(report::evidenceFiles({evidenceWith({}, "a"), evidenceWith({}, {})}));
    QVERIFY(names.contains(u"1/response-body.txt"_s) && names.contains(u"2/response-head.txt"_s));
    QVERIFY(!names.contains(u"2/response-body.txt"_s)); // it has none
}

void EvidenceFilesTest::responseBody_isNoPage_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("name");
    QTest::newRow("page") << "text/html"_ba
                          << "<script>"_ba << u"response-body.txt"_s;
    QTest::newRow("picture") << "image/svg+xml"_ba
                             << "<svg>"_ba << u"response-body.txt"_s;
    QTest::newRow("problem") << "application/problem+JSON"_ba
                             << "{}"_ba << u"response-body.json"_s;
    QTest::newRow("bytes") << "application/json"_ba
                           << "\xFF"_ba << u"response-body.bin"_s;
}

void EvidenceFilesTest::responseBody_isNoPage()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, name);
    QCOMPARE(fileNamed(report::evidenceFiles({evidenceWith({{"Content-Type", type}}, body)}), name), body);
}

void EvidenceFilesTest::noResponse_hasNoFiles()
{
    Evidence evidence = evidenceWith({}, {});
    evidence.exchange.response.reset();
    QVERIFY(!namesOf(report::evidenceFiles({evidence})).contains(u"response-head.txt"_s));
}

void EvidenceFilesTest::secretInABody_isRefused()
{
    const core::Secret secret("known-canary");
    const QList<ExportedFile> files = report::evidenceFiles({evidenceWith({}, "[\n\"known-canary\"]")});
    const core::Status status = report::refuseSecrets(files);
    QVERIFY(!status);
    QVERIFY2(status.error().message.startsWith(u"“response-body.txt” holds a known secret at 2:2."_s),
             qPrintable(status.error().message));
}

QTEST_GUILESS_MAIN(EvidenceFilesTest)
#include "tst_evidencefiles.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/loopback.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::HeaderList;

class LoopbackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void authority_isJudged_data();
    void authority_isJudged();
    void page_isJudged_data();
    void page_isJudged();
};

void LoopbackTest::authority_isJudged_data()
{
    QTest::addColumn<QByteArray>("authority");
    QTest::addColumn<bool>("isLoopback");
    for (const char *good :
         {"127.0.0.1", "127.0.0.1:8080", "127.255.255.254:1", "localhost", "LocalHost:65535", "[::1]", "[::1]:80"})
        QTest::newRow(good) << QByteArray(good) << true;
    for (const char *bad : {"",
                            "graph.microsoft.com",
                            "127.0.0.1.nip.io",
                            "127.0.0.1.evil.example:80",
                            "localhost.evil.example",
                            "evil.localhost",
                            "localhost.",
                            "127.1",
                            "127.0.0.256",
                            "127.0.0.01",
                            "127.0.0.1.",
                            "127.0.0",
                            "0x7f.0.0.1",
                            "2130706433",
                            "128.0.0.1",
                            "0.0.0.0",
                            "10.0.0.1",
                            "[::]",
                            "[::ffff:127.0.0.1]",
                            "::1",
                            "127.0.0.1:",
                            "127.0.0.1:x",
                            "127.0.0.1:65536",
                            "127.0.0.1:80:80",
                            "user@127.0.0.1",
                            "127.0.0.1 ",
                            "evil.example#127.0.0.1"})
        QTest::newRow(*bad ? bad : "empty") << QByteArray(bad) << false;
}

void LoopbackTest::authority_isJudged()
{
    QFETCH(QByteArray, authority);
    QTEST(sandbox::isLoopbackAuthority(authority), "isLoopback");
}

void LoopbackTest::page_isJudged_data()
{
    QTest::addColumn<sandbox::HeaderList>("headers");
    QTest::addColumn<bool>("isCrossSite");
    QTest::newRow("no browser") << HeaderList{} << false;
    QTest::newRow("own page") << HeaderList{{"Origin", "http://127.0.0.1:3000"}} << false;
    QTest::newRow("own page, other name")
        << HeaderList{{"Origin", "https://localhost"}, {"Sec-Fetch-Site", "cross-site"}} << false;
    QTest::newRow("foreign page") << HeaderList{{"origin", "https://evil.example"}} << true;
    QTest::newRow("null") << HeaderList{{"Origin", "null"}} << true;
    QTest::newRow("empty") << HeaderList{{"Origin", ""}} << true;
    QTest::newRow("file") << HeaderList{{"Origin", "file://"}} << true;
    QTest::newRow("two") << HeaderList{{"Origin", "http://localhost"}, {"Origin", "https://evil.example"}} << true;
    QTest::newRow("image of a foreign page") << HeaderList{{"Sec-Fetch-Site", "Cross-Site"}} << true;
    QTest::newRow("typed into the address bar") << HeaderList{{"Sec-Fetch-Site", "none"}} << false;
    QTest::newRow("same origin") << HeaderList{{"Sec-Fetch-Site", "same-origin"}} << false;
}

void LoopbackTest::page_isJudged()
{
    QFETCH(sandbox::HeaderList, headers);
    sandbox::HttpRequest request;
    request.headers = headers;
    QTEST(sandbox::isCrossSite(request), "isCrossSite");
}

QTEST_GUILESS_MAIN(LoopbackTest)
#include "tst_loopback.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The bearer token of `submit`: where it comes from, which ones are refused, and that it is never shown.
#include "submitfixture.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using support::RawServer;
using support::Step;

class SubmitTokenTest : public SubmitFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarning(); }
    void token_isCutOnceAndSent_data();
    void token_isCutOnceAndSent();
    void wrongToken_isFourAndNothingIsSent_data();
    void wrongToken_isFourAndNothingIsSent();
    void tokenOverPlainHttp_isRefused();
};

void SubmitTokenTest::token_isCutOnceAndSent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("as it is") << "abc.DEF-123=="_ba;
    QTest::newRow("LF") << "abc.DEF-123==\n"_ba;
    QTest::newRow("CR LF") << "abc.DEF-123==\r\n"_ba;
}

void SubmitTokenTest::token_isCutOnceAndSent()
{
    QFETCH(QByteArray, bytes);
    RawServer server;
    server.always({Step::send(RawServer::created())});
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"SC_TEST_TOKEN"_s, QString::fromLatin1(bytes));
    const Ended fromVariable = runCli(to(server, {u"--token-env"_s, u"SC_TEST_TOKEN"_s}), environment);
    const Ended fromFile = runCli(to(server, {u"--token-file"_s, file(bytes, u"token"_s)}));
    QCOMPARE(fromVariable.exitCode, 0);
    QCOMPARE(fromFile.exitCode, 0);
    QCOMPARE(server.requests().size(), 2);
    for (const QByteArray &request : server.requests())
        QCOMPARE(headerOf(request, "authorization"_ba), "Bearer abc.DEF-123=="_ba);
}

void SubmitTokenTest::wrongToken_isFourAndNothingIsSent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("only a line end") << "\n"_ba;
    QTest::newRow("two line ends") << "canary\n\n"_ba;
    QTest::newRow("blank before") << " canary"_ba;
    QTest::newRow("with Bearer") << "Bearer canary"_ba;
    QTest::newRow("header injection") << "canary\r\nX: y"_ba;
    QTest::newRow("not ASCII") << "canary\xC2\xA0"_ba;
    QTest::newRow("too long") << QByteArray(16'385, 'c');
}

void SubmitTokenTest::wrongToken_isFourAndNothingIsSent()
{
    QFETCH(QByteArray, bytes);
    RawServer server;
    server.always({Step::send(RawServer::created())});
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"SC_TEST_TOKEN"_s, QString::fromUtf8(bytes));
    const Ended fromVariable = runCli(to(server, {u"--token-env"_s, u"SC_TEST_TOKEN"_s}), environment);
    const Ended fromFile = runCli(to(server, {u"--token-file"_s, file(bytes, u"token"_s)}));
    for (const Ended &ended : {fromVariable, fromFile}) {
        QCOMPARE(ended.exitCode, 4);
        QCOMPARE(ended.out, ""_ba);
        QCOMPARE(ended.err.count('\n'), 1);
        QVERIFY(!ended.err.contains("canary"));
    }
    QCOMPARE(server.connections(), 0);
}

void SubmitTokenTest::tokenOverPlainHttp_isRefused()
{
    const QStringList arguments{u"submit"_s,        file("{}"_ba), u"--base-url"_s,   u"http://192.0.2.1"_s,
                                u"--call-record"_s, u"7"_s,        u"--token-file"_s, file("canary1"_ba, u"token"_s)};
    const Ended body = runCli(arguments);
    QCOMPARE(body.exitCode, 4);
    QCOMPARE(body.out, ""_ba);
    QCOMPARE(body.err.count('\n'), 1);
    const Ended line = runCli(arguments + QStringList{u"--output"_s, u"exchange"_s});
    QCOMPARE(line.exitCode, 4);
    const QJsonObject object = lines(line.out).value(0);
    QCOMPARE(object.value("outcome"_L1).toString(), u"refused"_s);
    for (const QString &name : {u"status"_s, u"responseBytes"_s, u"responseSha256"_s, u"elapsedMs"_s, u"requestId"_s})
        QVERIFY(object.value(name).isNull());
    QVERIFY(!line.out.contains("canary1") && !line.err.contains("canary1"));
}

QTEST_GUILESS_MAIN(SubmitTokenTest)
#include "tst_submittoken.moc"

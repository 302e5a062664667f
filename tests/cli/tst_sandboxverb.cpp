// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace Qt::StringLiterals;

class SandboxVerbTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void firstLine_isWhereItListens_andASignalEndsIt_data();
    void firstLine_isWhereItListens_andASignalEndsIt();
    void chosenPort_isUsed();
    void takenPort_isRefused();
    void unknownRehearsal_isRefused_data();
    void unknownRehearsal_isRefused();
    void rehearsal_isPlayedSoManyTimes();
    void requiredToken_isRequired();

private:
    /// Starts it and gives the port from its first line; 0 when there is none.
    static quint16 start(QProcess &process, const QStringList &options);
    /// Sends a POST and gives the status line.
    static QByteArray post(quint16 port, const QByteArray &version);
};

quint16 SandboxVerbTest::start(QProcess &process, const QStringList &options)
{
    process.setProcessEnvironment(cleanEnvironment());
    process.start(QStringLiteral(SC_CLI), QStringList{u"sandbox"_s} + options);
    while (!process.canReadLine() && process.waitForReadyRead(10'000)) { }
    static const QRegularExpression shape(u"\\Ahttp://127\\.0\\.0\\.1:([0-9]+)\n\\z"_s);
    return shape.match(QString::fromUtf8(process.readLine())).captured(1).toUShort();
}

QByteArray SandboxVerbTest::post(quint16 port, const QByteArray &version)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    socket.write("POST /" + version + "/communications/callRecords/7/sessions HTTP/1.1\r\nHost: 127.0.0.1:"
                 + QByteArray::number(port) + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    while (!socket.canReadLine() && socket.waitForReadyRead(10'000)) { }
    return socket.readLine().trimmed();
}

void SandboxVerbTest::firstLine_isWhereItListens_andASignalEndsIt_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void SandboxVerbTest::firstLine_isWhereItListens_andASignalEndsIt()
{
    QFETCH(int, number);
    QProcess process;
    const quint16 port = start(process, {});
    QVERIFY(port > 0);
    QCOMPARE(post(port, "localtest"_ba), "HTTP/1.1 201 Created"_ba);
    QCOMPARE(::kill(pid_t(process.processId()), number), 0);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput(), ""_ba);
    QCOMPARE(process.readAllStandardError(), ""_ba);
}

void SandboxVerbTest::chosenPort_isUsed()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    QProcess process;
    QCOMPARE(start(process, {u"--port"_s, QString::number(port)}), port);
    process.terminate();
    QVERIFY(process.waitForFinished());
}

void SandboxVerbTest::takenPort_isRefused()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const Ended ended = runCli({u"sandbox"_s, u"--port"_s, QString::number(taken.serverPort())});
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.out, ""_ba);
    QVERIFY(ended.err.startsWith("session-composer-cli: "));
    QCOMPARE(ended.err.count('\n'), 1);
}

void SandboxVerbTest::unknownRehearsal_isRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"nothing"_s, u"429:0"_s, u"429:x"_s, u"429:"_s, u":1"_s, u"NONE"_s, u" 429"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void SandboxVerbTest::unknownRehearsal_isRefused()
{
    QFETCH(QString, name);
    const Ended ended = runCli({u"sandbox"_s, u"--rehearse"_s, name});
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.out, ""_ba);
    QVERIFY2(ended.err.contains("no rehearsal"), ended.err.constData());
}

void SandboxVerbTest::rehearsal_isPlayedSoManyTimes()
{
    QProcess process;
    const quint16 port = start(process, {u"--rehearse"_s, u"503:2"_s});
    QVERIFY(post(port, "localtest"_ba).startsWith("HTTP/1.1 503"));
    QVERIFY(post(port, "localtest"_ba).startsWith("HTTP/1.1 503"));
    QVERIFY(post(port, "localtest"_ba).startsWith("HTTP/1.1 201"));
    process.terminate();
    QVERIFY(process.waitForFinished());
}

void SandboxVerbTest::requiredToken_isRequired()
{
    QProcess process;
    const quint16 port = start(process, {u"--require-token"_s});
    QVERIFY(post(port, "localtest"_ba).startsWith("HTTP/1.1 401"));
    process.terminate();
    QVERIFY(process.waitForFinished());
}

QTEST_GUILESS_MAIN(SandboxVerbTest)
#include "tst_sandboxverb.moc"

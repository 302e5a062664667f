// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redaction.h"

#include "core/log.h"
#include "core/secret.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class RedactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void redacted_shapes_areMasked_data();
    void redacted_shapes_areMasked();
    void redactedEvidence_keepsTheWordsOfAService_data();
    void redactedEvidence_keepsTheWordsOfAService();
    void redacted_livingSecret_isMaskedInEveryEncoding();
    void redacted_secretGone_isNotMasked();
    void handler_line_isMasked();
};

void RedactionTest::redacted_shapes_areMasked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"POST /v1.0/x 201"_s << u"POST /v1.0/x 201"_s;
    QTest::newRow("bearer") << u"Authorization: Bearer abc.def-ghi"_s << u"Authorization: Bearer ***"_s;
    QTest::newRow("bearer lower case") << u"bearer   xyz, next"_s << u"bearer ***, next"_s;
    QTest::newRow("bearer percent") << u"Bearer%20xyz"_s << u"Bearer ***"_s;
    QTest::newRow("basic") << u"Proxy-Authorization: Basic dTpw"_s << u"Proxy-Authorization: Basic ***"_s;
    QTest::newRow("jwt") << u"got eyJhbGciOi.eyJzdWIi.c2ln!"_s << u"got ***!"_s;
    QTest::newRow("userinfo") << u"http://user:pw@host/x"_s << u"http://***@host/x"_s;
    QTest::newRow("json token") << uR"({"access_token":"abc","x":1})"_s << uR"({"access_token":***,"x":1})"_s;
    QTest::newRow("form secret") << u"client_secret=s3cr3t&scope=x"_s << u"client_secret=***&scope=x"_s;
    QTest::newRow("auth code") << u"?code=abc&state=1"_s << u"?code=***&state=1"_s;
}

void RedactionTest::redacted_shapes_areMasked()
{
    QFETCH(const QString, text);
    QTEST(core::redacted(text), "expected");
}

void RedactionTest::redactedEvidence_keepsTheWordsOfAService_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    same("code of an error", uR"({"error":{"code":"BadRequest"}})"_s);
    same("words", u"The Bearer token is missing."_s);
    same("challenge", uR"(Bearer realm="", error="insufficient_claims")"_s);
    QTest::newRow("bearer") << u"Bearer 0123456789abcdef/+="_s << u"Bearer ***"_s;
    QTest::newRow("jwt") << u"got eyJhbGciOi.eyJzdWIi.c2ln!"_s << u"got ***!"_s;
    QTest::newRow("userinfo") << u"http://user:pw@host/x"_s << u"http://***@host/x"_s;
    QTest::newRow("json token") << uR"({"access_token":"abc","x":1})"_s << uR"({"access_token":***,"x":1})"_s;
}

void RedactionTest::redactedEvidence_keepsTheWordsOfAService()
{
    QFETCH(const QString, text);
    QTEST(core::redactedEvidence(text), "expected");
}

void RedactionTest::redacted_livingSecret_isMaskedInEveryEncoding()
{
    const QByteArray bytes("can/ary+\"0123~456789");
    const core::Secret secret(bytes);
    const QByteArrayList encodings{bytes, bytes.toPercentEncoding(), bytes.toBase64(), bytes.toHex(),
                                   QByteArray(bytes).replace('/', "\\/").replace('"', "\\\"")};
    for (const QByteArray &encoded : encodings) {
        QVERIFY(core::Secret::isIn("x" + encoded + "y"));
        const QString masked = core::redacted(u"x "_s + QString::fromUtf8(encoded) + u" y"_s);
        QVERIFY2(masked.startsWith("x ***"_L1), qPrintable(masked));
        QVERIFY2(!masked.contains("0123"_L1) && !masked.contains(QString::fromUtf8(encoded)), qPrintable(masked));
    }
}

void RedactionTest::redacted_secretGone_isNotMasked()
{
    {
        const core::Secret secret("ephemeral-token");
        QCOMPARE(core::redacted(u"ephemeral-token"_s), u"***"_s);
    }
    QCOMPARE(core::redacted(u"ephemeral-token"_s), u"ephemeral-token"_s);
    QVERIFY(!core::Secret::isIn("ephemeral-token"));
}

void RedactionTest::handler_line_isMasked()
{
    if (qEnvironmentVariableIsSet("SC_LOG_CHILD")) {
        core::installRedactingLog();
        const core::Secret secret("canary-in-the-log");
        qCWarning(lcGraph) << "sent canary-in-the-log"
                           << "Bearer other";
        return;
    }
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SC_LOG_CHILD"_s, u"1"_s);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {u"handler_line_isMasked"_s, u"-o"_s, u"/dev/null,txt"_s});
    QVERIFY(child.waitForFinished());
    const QByteArray log = child.readAllStandardError();
    QVERIFY2(log.contains("***") && !log.contains("canary"), log.constData());
    QVERIFY2(!log.contains("other"), log.constData());
}

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"

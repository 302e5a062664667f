// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/secretcheck.h"

#include "core/secret.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray secretBytes("can\"ar\\y+/&<~%25z'9=");

QByteArray each(QByteArray (*spelling)(char))
{
    QByteArray text;
    for (const char character : secretBytes)
        text += spelling(character);
    return text;
}

QByteArray percent(char character)
{
    return '%' + QByteArray(1, character).toHex();
}

QByteArray json(char character)
{
    return "\\u00" + QByteArray(1, character).toHex().toUpper();
}

} // namespace

class SecretCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void refuseSecrets_everySpelling_data();
    void refuseSecrets_everySpelling();
    void refuseSecrets_base64AtEachAlignment_data();
    void refuseSecrets_base64AtEachAlignment();
    void refuseSecrets_secretThatLooksEscaped();
    void refuseSecrets_nearMiss_passes();
    void refuseSecrets_namesThePlace();
};

void SecretCheckTest::refuseSecrets_everySpelling_data()
{
    QTest::addColumn<QByteArray>("spelled");
    QTest::newRow("plain") << secretBytes;
    QTest::newRow("percent") << secretBytes.toPercentEncoding();
    QTest::newRow("percent in lower case") << secretBytes.toPercentEncoding().toLower();
    QTest::newRow("percent, every character") << each(percent);
    QTest::newRow("hexadecimal") << secretBytes.toHex();
    QTest::newRow("hexadecimal in upper case") << secretBytes.toHex().toUpper();
    QTest::newRow("JSON") << R"(can\"ar\\y+/&<~%25z'9=)"_ba;
    QTest::newRow("JSON with the solidus") << R"(can\"ar\\y+\/&<~%25z'9=)"_ba;
    QTest::newRow("JSON of .NET") << R"(can\u0022ar\\y\u002B/\u0026\u003C~%25z\u00279=)"_ba;
    QTest::newRow("JSON, every character") << each(json);
    QTest::newRow("HTML") << R"(can&quot;ar\y+/&amp;&lt;~%25z&#39;9=)"_ba;
    QTest::newRow("base64 in JSON") << secretBytes.toBase64().replace('/', "\\/");
    QTest::newRow("base64 in a URL") << secretBytes.toBase64().toPercentEncoding();
}

void SecretCheckTest::refuseSecrets_everySpelling()
{
    QFETCH(const QByteArray, spelled);
    QVERIFY(report::refuseSecrets({{u"a"_s, spelled}}).has_value()); // not known yet
    const core::Secret secret(secretBytes);
    QVERIFY(!report::refuseSecrets({{u"a"_s, spelled}}).has_value());
    QVERIFY(!report::refuseSecrets({{u"a"_s, "x" + spelled + "y"}}).has_value());
    QVERIFY(!report::refuseSecrets({{QString::fromLatin1(spelled), {}}}).has_value());
    QVERIFY(!core::Secret::masked("x" + spelled + "y").contains(spelled));
}

void SecretCheckTest::refuseSecrets_base64AtEachAlignment_data()
{
    QTest::addColumn<QByteArray>("text");
    for (int before = 0; before < 6; ++before) {
        for (int after = 0; after < 3; ++after) {
            const QByteArray bytes = QByteArray(before, '\xFF') + secretBytes + QByteArray(after, '\xFF');
            QTest::addRow("%d before, %d after", before, after) << bytes.toBase64();
            QTest::addRow("%d before, %d after, for URLs", before, after)
                << bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        }
    }
}

void SecretCheckTest::refuseSecrets_base64AtEachAlignment()
{
    QFETCH(const QByteArray, text);
    const core::Secret secret(secretBytes);
    const core::Status status = report::refuseSecrets({{u"a"_s, text}});
    QVERIFY(!status.has_value());
    QCOMPARE(status.error().code, core::Error::Code::Refused);
}

void SecretCheckTest::refuseSecrets_secretThatLooksEscaped()
{
    const QByteArray bytes(R"(%25\\&amp;)");
    const core::Secret secret(bytes);
    QVERIFY(!report::refuseSecrets({{u"a"_s, bytes}}).has_value());
}

void SecretCheckTest::refuseSecrets_nearMiss_passes()
{
    const core::Secret secret(secretBytes);
    const QByteArray allButOne = secretBytes.chopped(1);
    const QByteArrayList texts{
        allButOne, allButOne.toHex(), allButOne.toPercentEncoding() + "%3", {}, "%", "\\u00", "&amp", "can\""};
    for (const QByteArray &text : texts)
        QVERIFY2(report::refuseSecrets({{u"a"_s, text}}).has_value(), text.constData());
}

void SecretCheckTest::refuseSecrets_namesThePlace()
{
    const core::Secret secret(secretBytes);
    const core::Status status
        = report::refuseSecrets({{u"request.json"_s, "{}"}, {u"report.html"_s, "<p>\n\n12" + secretBytes}});
    QVERIFY(!status.has_value());
    QVERIFY2(status.error().message.startsWith(u"“report.html” holds a known secret at 3:3. "_s),
             qPrintable(status.error().message));
    QVERIFY(!status.error().message.contains(QString::fromLatin1(secretBytes)));
}

QTEST_GUILESS_MAIN(SecretCheckTest)
#include "tst_secretcheck.moc"

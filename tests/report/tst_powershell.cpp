// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/powershell.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class PowerShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void command_asAWhole();
    void body_data();
    void body();
    void credentials_areMasked();
};

void PowerShellTest::command_asAWhole()
{
    const exchange::Request request{"POST",
                                    QUrl(u"https://graph.microsoft.com/v1.0/it's"_s),
                                    {{"Host", "graph.microsoft.com"},
                                     {"Authorization", "Bearer ***"},
                                     {"Content-Type", "application/json"},
                                     {"Accept", "*/*"},
                                     {"X-Odd", "a\tb"},
                                     {"Content-Length", "7"}},
                                    "{\n\"a\":1"};
    QCOMPARE(report::powerShellCommand(request),
             "# After Connect-MgGraph, whose token goes to https://graph.microsoft.com.\n"
             "$headers = [ordered]@{\n"
             "    'Accept' = '*/*'\n"
             "    'X-Odd' = [Text.Encoding]::Latin1.GetString([Convert]::FromBase64String('YQli'))\n"
             "}\n"
             "$body = [Text.Encoding]::UTF8.GetBytes(@(\n"
             "    '{',\n"
             "    '\"a\":1'\n"
             ") -join \"`n\")\n"
             "Invoke-MgGraphRequest -Method 'POST' -Uri 'https://graph.microsoft.com/v1.0/it''s' -Headers $headers "
             "-Body $body -ContentType 'application/json' -SkipHttpErrorCheck\n"_ba);
}

void PowerShellTest::body_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("quote") << "it's"_ba
                           << "'it''s'"_ba;
    QTest::newRow("typographic quotes") << "‘a’‚b‛"_ba
                                        << "'‘‘a’’‚‚b‛‛'"_ba;
    QTest::newRow("dollar, backtick, double quote") << "$x `n \"$(y)\""_ba
                                                    << "'$x `n \"$(y)\"'"_ba;
    QTest::newRow("line at the end") << "{}\n"_ba
                                     << "'{}',\n    ''"_ba;
    QTest::newRow("CR LF") << "{}\r\n"_ba
                           << "FromBase64String('e30NCg==')"_ba;
    QTest::newRow("NUL") << QByteArray("\0", 1) << "FromBase64String('AA==')"_ba;
    QTest::newRow("BOM") << "\xEF\xBB\xBF"_ba
                         << "FromBase64String('77u/')"_ba;
    QTest::newRow("lone byte") << "\xE9"_ba
                               << "FromBase64String('6Q==')"_ba;
}

void PowerShellTest::body()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, expected);
    const QByteArray script = report::powerShellCommand({"POST", QUrl(u"https://a.test/"_s), {}, body});
    QVERIFY2(script.contains(expected), script.constData());
}

void PowerShellTest::credentials_areMasked()
{
    const QByteArray script = report::powerShellCommand(
        {"GET", QUrl(u"https://a.test/"_s), {{"Authorization", "Bearer canary"}, {"Cookie", "canary"}}, {}});
    QVERIFY2(script.contains("'Cookie' = '***'"), script.constData());
    QVERIFY2(!script.contains("canary") && !script.contains("$body"), script.constData());
}

QTEST_GUILESS_MAIN(PowerShellTest)
#include "tst_powershell.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/placeholders.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using session::PlaceholderValues;
using session::withPlaceholders;

namespace {

PlaceholderValues sampleValues()
{
    PlaceholderValues values;
    // 2026-01-02T03:04:05.678Z
    values.now = std::chrono::system_clock::time_point(std::chrono::milliseconds(1'767'323'045'678));
    values.drawGuid = [count = 0]() mutable -> QString {
        return u"00000000-0000-4000-8000-00000000000"_s + QString::number(++count);
    };
    values.callRecordId = u"a/b \"c\""_s;
    values.variables
        = {{u"tenant"_s, u"Contoso"_s}, {u"odd name"_s, u"back\\slash\n\u00e9\U0001F600"_s}, {u"none"_s, {}}};
    return values;
}

} // namespace

class PlaceholdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void replaced_data();
    void replaced();
    void untouched_data();
    void untouched();
    void unknown_data();
    void unknown();
};

void PlaceholdersTest::replaced_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("result");
    const auto row
        = [](const QByteArray &body, const QByteArray &result) { QTest::newRow(body.constData()) << body << result; };
    row(R"("{{guid}}")", R"("00000000-0000-4000-8000-000000000001")");
    row(R"(["{{guid}}", "{{guid}}{{guid}}"])",
        R"(["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-00000000000200000000-0000-4000-8000-000000000003"])");
    row(R"("{{now}}")", R"("2026-01-02T03:04:05.6780000Z")");
    row(R"("{{now-5m}}")", R"("2026-01-02T02:59:05.6780000Z")");
    row(R"("{{now+1h30m}}")", R"("2026-01-02T04:34:05.6780000Z")");
    row(R"("{{now-678ms}}")", R"("2026-01-02T03:04:05.0000000Z")");
    row(R"("{{now-0.0000001s}}")", R"("2026-01-02T03:04:05.6779999Z")");
    row(R"("{{now+2d}}")", R"("2026-01-04T03:04:05.6780000Z")");
    row(R"("{{callRecordId}}")", R"("a/b \"c\"")");
    row(R"({"{{env:tenant}}": "x{{env:tenant}}y"})", R"({"Contoso": "xContosoy"})");
    row(R"("{{env:odd name}}")", "\"back\\\\slash\\n\u00e9\U0001F600\"");
    row(R"("{{env:none}}")", R"("")");
    row("{ \"a\" :1.10,\r\n\"b\":\"{{env:tenant}}\" , \"\\u007b{guid}}\": 18446744073709551616}",
        "{ \"a\" :1.10,\r\n\"b\":\"Contoso\" , \"\\u007b{guid}}\": 18446744073709551616}");
}

void PlaceholdersTest::replaced()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, result);
    QVERIFY(session::hasPlaceholder(body));
    const core::Result<QByteArray> filled = withPlaceholders(body, sampleValues());
    QVERIFY2(filled, qPrintable(filled ? QString() : filled.error().message));
    QCOMPARE(*filled, result);
}

void PlaceholdersTest::untouched_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"", "{}", R"({"a": "{{", "b": "}}"})", R"("{{")", R"("}} {{")", R"({"a": "{guid}"})",
                             "not JSON {{guid}}", R"({"a": "{{guid}}")", R"("\u007b\u007bguid}}")"})
        QTest::newRow(body) << QByteArray(body);
}

void PlaceholdersTest::untouched()
{
    QFETCH(const QByteArray, body);
    const core::Result<QByteArray> filled = withPlaceholders(body, sampleValues());
    QVERIFY(filled);
    QCOMPARE(*filled, body);
}

void PlaceholdersTest::unknown_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *body, const QString &place) { QTest::newRow(body) << QByteArray(body) << place; };
    row(R"({"a": {"b": ["x", "{{nobody}}"]}})", u"{{nobody}} at /a/b/1"_s);
    row(R"({"a": {"{{nobody}}": 1}})", u"{{nobody}} at /a/{{nobody}}"_s);
    row(R"({"a": "{{Guid}}"})", u"{{Guid}} at /a"_s);
    row(R"({"a": "{{ guid }}"})", u"{{ guid }} at /a"_s);
    row(R"({"a": "{{}}"})", u"{{}} at /a"_s);
    row(R"({"a": "{{env:nobody}}"})", u"{{env:nobody}} at /a"_s);
    row(R"({"a": "{{env:}}"})", u"{{env:}} at /a"_s);
    row(R"({"a": "{{now5m}}"})", u"{{now5m}} at /a"_s);
    row(R"({"a": "{{now-}}"})", u"{{now-}} at /a"_s);
    row(R"({"a": "{{now-5 weeks}}"})", u"{{now-5 weeks}} at /a"_s);
    row(R"({"a": "{{now-0.00000001s}}"})", u"{{now-0.00000001s}} at /a"_s);
    row(R"({"a": "{{now-9999999d}}"})", u"{{now-9999999d}} at /a"_s);
    row(R"({"a": "{{now+10675199d}}"})", u"{{now+10675199d}} at /a"_s);
    row(R"({"a": "{{guid}} {{x}}"})", u"{{x}} at /a"_s);
}

void PlaceholdersTest::unknown()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, place);
    const core::Result<QByteArray> filled = withPlaceholders(body, sampleValues());
    QVERIFY(!filled);
    QCOMPARE(filled.error().code, core::Error::Code::Input);
    QVERIFY2(filled.error().message.startsWith(place + u' '), qPrintable(filled.error().message));
}

QTEST_GUILESS_MAIN(PlaceholdersTest)
#include "tst_placeholders.moc"

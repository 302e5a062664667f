// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/errorbody.h"
#include "sourcedir.h"
#include "json/scanner.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using graph::ErrorBody;
using graph::ErrorDetail;
using graph::InnerError;

class ErrorBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void noError_data();
    void noError();
    void read_data();
    void read();
    void deepNesting_isReadToTheEnd();
    void samples_data();
    void samples();
};

void ErrorBodyTest::noError_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "null", "[]", "[{\"error\":{}}]", "{}", "{\"Error\":{}}", "\"error\"",
                             "<html>error</html>", "{\"error\":{}", "{\"inner\":{\"error\":{}}}"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

void ErrorBodyTest::noError()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!graph::readErrorBody(json::scan(text)));
}

void ErrorBodyTest::read_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorBody>("expected");
    QTest::addColumn<QString>("specific");
    const auto row = [](const char *name, const QByteArray &text, const ErrorBody &expected,
                        const QString &specific = {}) { QTest::newRow(name) << text << expected << specific; };
    row("empty", R"({"error":{}})", {});
    row("null", R"({"error":null})", {});
    row("number", R"({"error":5,"error_description":"x"})", {});
    row("plain", R"({"error":{"code":"a","message":"b","target":"c"}})", {u"a"_s, u"b"_s, u"c"_s, {}, {}}, u"a"_s);
    row("wrong types", R"({"error":{"code":404,"message":["b"],"target":{},"details":{"code":"x"},"innerError":"y"}})",
        {});
    row("details",
        R"({"error":{"code":"a","details":[{"code":"x","message":"y","target":"/z"},5,null,{"code":true}]}})",
        {u"a"_s, {}, {}, {{u"x"_s, u"y"_s, u"/z"_s}, {}}, {}}, u"a"_s);
    row("inner",
        R"({"error":{"code":"a","innerError":{"code":"b","message":"m","request-id":"r","client-request-id":"c","date":"d"}}})",
        {u"a"_s, {}, {}, {}, {{u"b"_s, u"m"_s, u"r"_s, u"c"_s, u"d"_s}}}, u"b"_s);
    row("old request id", R"({"error":{"innererror":{"requestId":"r","date":"d"}}})",
        {{}, {}, {}, {}, {{{}, {}, u"r"_s, {}, u"d"_s}}});
    row("nested, both spellings",
        R"({"error":{"code":"a","innererror":{"code":"b","innerError":{"innererror":{"code":"c"}}}}})",
        {u"a"_s, {}, {}, {}, {{u"b"_s, {}, {}, {}, {}}, {}, {u"c"_s, {}, {}, {}, {}}}}, u"c"_s);
    row("innermost without code", R"({"error":{"code":"a","innerError":{"code":"b","innerError":{"date":"d"}}}})",
        {u"a"_s, {}, {}, {}, {{u"b"_s, {}, {}, {}, {}}, {{}, {}, {}, {}, u"d"_s}}}, u"b"_s);
    row("oauth",
        R"({"error":"invalid_client","error_description":"AADSTS7000215: x\r\nTrace ID: y","error_codes":[7000215]})",
        {u"invalid_client"_s, u"AADSTS7000215: x\r\nTrace ID: y"_s, {}, {}, {}}, u"invalid_client"_s);
    row("escapes", R"({"err\u006fr":{"c\u006fde":"\u00fc\n","message":"\ud83d\ude00"}})",
        {u"\u00fc\n"_s, u"\U0001F600"_s, {}, {}, {}}, u"\u00fc\n"_s);
}

void ErrorBodyTest::read()
{
    QFETCH(const QByteArray, text);
    QFETCH(const ErrorBody, expected);
    const std::optional<ErrorBody> body = graph::readErrorBody(json::scan(text));
    QVERIFY(body);
    QCOMPARE(body->code, expected.code);
    QCOMPARE(body->innerErrors.size(), expected.innerErrors.size());
    QVERIFY(*body == expected);
    QTEST(body->mostSpecificCode(), "specific");
}

void ErrorBodyTest::deepNesting_isReadToTheEnd()
{
    constexpr int depth = 5'000;
    const QByteArray text = "{\"error\":{\"innerError\":" + QByteArray("{\"innererror\":").repeated(depth)
        + "{\"code\":\"z\"}" + QByteArray("}").repeated(depth) + "}}";
    const std::optional<ErrorBody> body = graph::readErrorBody(json::scan(text));
    QVERIFY(body);
    QCOMPARE(body->innerErrors.size(), depth + 1);
    QCOMPARE(body->mostSpecificCode(), u"z"_s);
}

void ErrorBodyTest::samples_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("specific");
    QTest::newRow("docs") << u"12_error_example_docs_2021.json"_s << u"invalidRange"_s;
    QTest::newRow("throttling") << u"13_error_429_throttling.json"_s << u"429"_s;
    QTest::newRow("nested") << u"14_error_nested_innererror.json"_s << u"passwordReuseNotAllowed"_s;
    QTest::newRow("details") << u"15_error_details_array.json"_s << u"badRequest"_s;
}

void ErrorBodyTest::samples()
{
    QFETCH(const QString, file);
    QFile sample(QStringLiteral(SC_SOURCE_DIR "/../shared/graph/samples/") + file);
    if (!sample.open(QFile::ReadOnly))
        QSKIP("The samples are not here.");
    const std::optional<ErrorBody> body = graph::readErrorBody(json::scan(sample.readAll()));
    QVERIFY(body);
    QTEST(body->mostSpecificCode(), "specific");
}

QTEST_GUILESS_MAIN(ErrorBodyTest)
#include "tst_errorbody.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/httpfile.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

exchange::Request requestWith(const QByteArray &body)
{
    return {"POST",
            QUrl(u"https://h/v1.0/communications/callRecords/a%2Fb/sessions"_s),
            {{"Host", "h"},
             {"Authorization", "Bearer ***"},
             {"Content-Type", "application/json"},
             {"Cookie", "canary"},
             {"Connection", "keep-alive"},
             {"Content-Length", "2"}},
            body};
}

} // namespace

class HttpFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void file_hasTheRequest();
    void malformedToken_isWrittenOut();
    void body_thatIsTakenForSomethingElse_isRefused_data();
    void body_thatIsTakenForSomethingElse_isRefused();
    void header_withAVariable_isRefused();
};

void HttpFileTest::file_hasTheRequest()
{
    const core::Result<QByteArray> text = report::httpFile(requestWith("{\n\t\"a\": 1\n}\n"));
    QVERIFY(text);
    QCOMPARE(*text,
             "# The token is read from the environment variable GRAPH_TOKEN.\n"
             "POST https://h/v1.0/communications/callRecords/a%2Fb/sessions HTTP/1.1\n"
             "Authorization: Bearer {{$processEnv GRAPH_TOKEN}}\n"
             "Content-Type: application/json\n"
             "Cookie: ***\n"
             "\n"
             "{\n\t\"a\": 1\n}\n"_ba);
}

void HttpFileTest::malformedToken_isWrittenOut()
{
    exchange::Request request = requestWith({});
    request.headers = {{"Authorization", "Bearer malformed token"}};
    const core::Result<QByteArray> text = report::httpFile(request);
    QVERIFY(text);
    QVERIFY2(text->endsWith("\nAuthorization: Bearer malformed token\n\n"), text->constData());
}

void HttpFileTest::body_thatIsTakenForSomethingElse_isRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("nothing") << ""_ba << true;
    QTest::newRow("one line") << "{}"_ba << true;
    QTest::newRow("UTF-8") << "{\"ä\": \"日本\"}"_ba << true;
    QTest::newRow("blank line inside") << "{\n\n}"_ba << true;
    QTest::newRow("variable") << R"({"a":"{{b}}"})"_ba << false;
    QTest::newRow("next request") << "{\n### x\n}"_ba << false;
    QTest::newRow("file") << "< ./x.json"_ba << false;
    QTest::newRow("output") << "{}\n> x"_ba << false;
    QTest::newRow("blank line before") << "\n{}"_ba << false;
    QTest::newRow("blank line behind") << "{}\n\n"_ba << false;
    QTest::newRow("CR LF") << "{\r\n}"_ba << false;
    QTest::newRow("NUL") << QByteArray("a\0", 2) << false;
    QTest::newRow("no UTF-8") << "\xFF"_ba << false;
}

void HttpFileTest::body_thatIsTakenForSomethingElse_isRefused()
{
    QFETCH(QByteArray, body);
    const core::Result<QByteArray> text = report::httpFile(requestWith(body));
    QTEST(text.has_value(), "isTaken");
    if (text)
        QVERIFY(text->endsWith(QByteArray("\n\n" + body)));
}

void HttpFileTest::header_withAVariable_isRefused()
{
    exchange::Request request = requestWith("{}");
    request.headers += exchange::Header{"X-Note", "{{x}}"};
    QVERIFY(!report::httpFile(request));
}

QTEST_GUILESS_MAIN(HttpFileTest)
#include "tst_httpfile.moc"

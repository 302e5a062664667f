// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bearer.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using Verdict = sandbox::BearerVerdict;

Q_DECLARE_METATYPE(sandbox::BearerVerdict)

class BearerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void token_isJudged_data();
    void token_isJudged();
    void twoTokens_areNone();
};

static QByteArray base64Url(const QByteArray &text)
{
    return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

static QByteArray jwt(const QByteArray &claims)
{
    return "Bearer " + base64Url(R"({"alg":"none"})") + '.' + base64Url(claims) + ".c2ln";
}

void BearerTest::token_isJudged_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<sandbox::BearerVerdict>("verdict");
    QTest::newRow("none") << QByteArray() << Verdict::Missing;
    QTest::newRow("empty") << "Bearer "_ba << Verdict::Missing;
    QTest::newRow("scheme alone") << "Bearer"_ba << Verdict::Missing;
    QTest::newRow("other scheme") << "Basic YTpi"_ba << Verdict::Missing;
    QTest::newRow("blank inside") << "Bearer a b"_ba << Verdict::Missing;
    QTest::newRow("equals inside") << "Bearer a=b"_ba << Verdict::Missing;
    QTest::newRow("equals alone") << "Bearer =="_ba << Verdict::Missing;
    QTest::newRow("no ASCII") << "Bearer \xc3\xa9"_ba << Verdict::Missing;
    QTest::newRow("opaque") << "Bearer abc-._~+/123=="_ba << Verdict::Passes;
    QTest::newRow("scheme in lower case") << "bearer abc"_ba << Verdict::Passes;
    QTest::newRow("with the role") << jwt(R"({"roles":["User.Read.All","CallRecords.Read.All"]})") << Verdict::Passes;
    QTest::newRow("without roles") << jwt(R"({"scp":"CallRecords.Read.All"})") << Verdict::LacksRole;
    QTest::newRow("without the role") << jwt(R"({"roles":["CallRecords.Read.Allx"]})") << Verdict::LacksRole;
    QTest::newRow("role in lower case") << jwt(R"({"roles":["callrecords.read.all"]})") << Verdict::LacksRole;
    QTest::newRow("roles is a text") << jwt(R"({"roles":"CallRecords.Read.All"})") << Verdict::LacksRole;
    QTest::newRow("no claims set") << jwt("[1]") << Verdict::Passes;
    QTest::newRow("damaged base64url") << "Bearer eyJ.eyJ+.x"_ba << Verdict::Passes;
    QTest::newRow("two parts") << "Bearer " + base64Url("{}") + '.' + base64Url("{}") << Verdict::Passes;
    QTest::newRow("head is no object") << "Bearer " + base64Url("1") + '.' + base64Url("{}") + ".x" << Verdict::Passes;
}

void BearerTest::token_isJudged()
{
    QFETCH(QByteArray, authorization);
    sandbox::HttpRequest request;
    if (!authorization.isNull())
        request.headers.append({"authorization"_ba, authorization});
    QTEST(sandbox::judgeBearer(request), "verdict");
}

void BearerTest::twoTokens_areNone()
{
    sandbox::HttpRequest request;
    request.headers = {{"Authorization"_ba, "Bearer a"_ba}, {"Authorization"_ba, "Bearer a"_ba}};
    QCOMPARE(sandbox::judgeBearer(request), Verdict::Missing);
}

QTEST_GUILESS_MAIN(BearerTest)
#include "tst_bearer.moc"

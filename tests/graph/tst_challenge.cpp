// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/challenge.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class ChallengeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void challenges_data();
    void challenges();
    void claims_data();
    void claims();
};

void ChallengeTest::challenges_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("read"); // scheme: name=value, …; the next
    QTest::newRow("nothing") << ""_ba
                             << ""_ba;
    QTest::newRow("scheme alone") << "Bearer"_ba
                                  << "Bearer:"_ba;
    QTest::newRow("Graph") << R"(Bearer realm="", authorization_uri="https://login/common/oauth2/authorize", )"
                              R"(client_id="00000003-0000-0000-c000-000000000000")"_ba
                           << "Bearer: realm=,authorization_uri=https://login/common/oauth2/authorize,"
                              "client_id=00000003-0000-0000-c000-000000000000"_ba;
    QTest::newRow("token value") << "Bearer error=invalid_token"_ba
                                 << "Bearer: error=invalid_token"_ba;
    QTest::newRow("blanks around =") << R"(Bearer error = "a" ,x= b)"_ba
                                     << "Bearer: error=a,x=b"_ba;
    QTest::newRow("quotes inside") << R"(Bearer realm="a \"b\", c=\\d")"_ba
                                   << R"(Bearer: realm=a "b", c=\d)"_ba;
    QTest::newRow("two schemes") << R"(Negotiate, Basic realm="x", Bearer error="y")"_ba
                                 << "Negotiate:;Basic: realm=x;Bearer: error=y"_ba;
    QTest::newRow("parameter without scheme") << R"(error="y")"_ba
                                              << ""_ba;
    QTest::newRow("open quote") << R"(Bearer realm="x)"_ba
                                << "Bearer:;realm:;x:"_ba;
}

void ChallengeTest::challenges()
{
    QFETCH(const QByteArray, value);
    QByteArrayList read;
    const QList<graph::Challenge> challenges = graph::challengesIn(value);
    for (const graph::Challenge &challenge : challenges) {
        QByteArrayList parameters;
        for (const exchange::Header &parameter : challenge.parameters)
            parameters += parameter.name + '=' + parameter.value;
        read += challenge.scheme + ':' + (parameters.isEmpty() ? ""_ba : ' ' + parameters.join(','));
    }
    QTEST(read.join(';'), "read");
}

void ChallengeTest::claims_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("claims");
    const QByteArray json = R"({"access_token":{"xms_cc":{"values":["cp1"]}}})";
    const auto header = [](const QByteArray &claims) -> QByteArray {
        return R"(Bearer realm="", error="insufficient_claims", claims=")" + claims + '"';
    };
    QTest::newRow("none") << R"(Bearer error="invalid_token")"_ba
                          << ""_ba;
    QTest::newRow("base64") << header(json.toBase64()) << json;
    QTest::newRow("without padding") << header(json.toBase64(QByteArray::OmitTrailingEquals)) << json;
    QTest::newRow("base64url") << header(QByteArray("{\"a\":\"\xff\xfe\xff\"}").toBase64(QByteArray::Base64UrlEncoding))
                               << QByteArray("{\"a\":\"\xff\xfe\xff\"}");
    QTest::newRow("not base64") << header("{*}") << ""_ba;
    QTest::newRow("of another scheme") << "Basic claims=\"" + json.toBase64() + '"' << ""_ba;
    QTest::newRow("in capitals") << "BEARER CLAIMS=" + json.toBase64() << json;
}

void ChallengeTest::claims()
{
    QFETCH(const QByteArray, value);
    QTEST(graph::claimsIn(graph::challengesIn(value)), "claims");
}

QTEST_GUILESS_MAIN(ChallengeTest)
#include "tst_challenge.moc"

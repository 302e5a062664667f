// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/expectation.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using session::Expectation;
using session::MemberWish;

namespace {

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class ExpectationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void roundTrip_data();
    void roundTrip();
    void read_all();
    void read_refused_data();
    void read_refused();
};

void ExpectationTest::roundTrip_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {R"({})", R"({"status":"201, 4xx"})", R"({"errorCode":"badRequest"})",
          R"({"errorTarget":"failureInfo/stage"})", R"({"members":{"":"asSent"}})",
          R"({"members":{"/a~1b":"absent","/id":"ignored"}})", R"({"members":{"/n":{"json":"1.10"}}})",
          R"({"members":{"/n":{"json":"18446744073709551616"},"/o":{"json":"{\"a\": null}"}}})",
          R"({"headers":{"Location":null,"OData-Version":"4.0","X":""}})", R"({"timeLimitMs":1})",
          R"({"checks":{"schema":true,"status":false,"of tomorrow":true}})",
          R"({"later":{"status":"x"},"Status":5,"status":"201"})"})
        QTest::newRow(text) << QByteArray(text);
}

void ExpectationTest::roundTrip()
{
    QFETCH(const QByteArray, text);
    const core::Result<Expectation> read = session::expectationOf(object(text));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(session::toJson(*read), object(text));
    QVERIFY(*session::expectationOf(session::toJson(*read)) == *read);
    QCOMPARE(*read == Expectation(), text == "{}");
}

void ExpectationTest::read_all()
{
    const Expectation read = *session::expectationOf(object(R"({
        "status": "400", "errorCode": "badRequest", "errorTarget": "/modalities", "timeLimitMs": 2500, "later": [1],
        "members": {"/a": "asSent", "/b": "absent", "/c": "ignored", "/d": {"json": "1.10"}},
        "headers": {"Location": null, "Via": "x"}, "checks": {"schema": true}})"));
    QVERIFY(read.statuses.contains(400) && !read.statuses.contains(201));
    QCOMPARE(read.errorCode, u"badRequest"_s);
    QCOMPARE(read.errorTarget, u"/modalities"_s);
    QVERIFY(read.timeLimit == std::chrono::milliseconds(2500));
    const QMap<QString, MemberWish> members{{u"/a"_s, {MemberWish::Kind::AsSent, {}}},
                                            {u"/b"_s, {MemberWish::Kind::Absent, {}}},
                                            {u"/c"_s, {MemberWish::Kind::Ignored, {}}},
                                            {u"/d"_s, {MemberWish::Kind::Value, "1.10"}}};
    QVERIFY(read.members == members);
    const QMap<QString, std::optional<QString>> headers{{u"Location"_s, std::nullopt}, {u"Via"_s, u"x"_s}};
    QVERIFY(read.headers == headers);
    const QMap<QString, bool> counts{{u"schema"_s, true}};
    QCOMPARE(read.counts, counts);
    QCOMPARE(read.others, object(R"({"later": [1]})"));
}

void ExpectationTest::read_refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &member, const QByteArray &value) {
        QTest::newRow(name) << "{\"" + member + "\":" + value + "}" << u"“%1”"_s.arg(QString::fromLatin1(member));
    };
    row("status no text", "status", "201");
    row("status unreadable", "status", R"("ok")");
    row("status null", "status", "null");
    row("code no text", "errorCode", "400");
    row("target no text", "errorTarget", "[]");
    row("members a list", "members", "[]");
    row("member without slash", "members", R"({"id":"ignored"})");
    row("member with a lone tilde", "members", R"({"/a~":"ignored"})");
    row("unknown wish", "members", R"({"/id":"present"})");
    row("wish no word", "members", R"({"/id":true})");
    row("value no text", "members", R"({"/id":{"json":5}})");
    row("value not JSON", "members", R"({"/id":{"json":"1."}})");
    row("value with more", "members", R"({"/id":{"json":"1","x":1}})");
    row("headers a list", "headers", "[]");
    row("header a number", "headers", R"({"Age":5})");
    row("limit a text", "timeLimitMs", R"("5")");
    row("limit zero", "timeLimitMs", "0");
    row("limit negative", "timeLimitMs", "-5");
    row("limit with a fraction", "timeLimitMs", "1.5");
    row("checks a list", "checks", "[]");
    row("check no Boolean", "checks", R"({"schema":1})");
}

void ExpectationTest::read_refused()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, named);
    const core::Result<Expectation> read = session::expectationOf(object(text));
    QVERIFY(!read);
    QCOMPARE(read.error().code, core::Error::Code::Input);
    QVERIFY2(read.error().message.contains(named), qPrintable(read.error().message));
}

QTEST_GUILESS_MAIN(ExpectationTest)
#include "tst_expectation.moc"

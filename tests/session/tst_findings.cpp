// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/findings.h"

#include "edm/builtinschema.h"
#include "session/bodyrows.h"
#include "session/memberrows.h"
#include "sourcedir.h"
#include "json/scanner.h"

#include <QFile>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using session::Finding;
using session::Severity;

namespace {

QList<Finding> judge(const QByteArray &body)
{
    return session::findings(json::scan(body), edm::builtinSchema(), edm::sessionTypeName);
}

/// `pointer severity rule`, one after the other.
QString summary(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines += finding.pointer.toString() + u' ' + session::severityName(finding.severity) + u' ' + finding.rule;
    return lines.join(u';');
}

/// The message about the only finding of these members, or the summary when there is not exactly one.
QString messageAbout(const QByteArray &members)
{
    const QList<Finding> findings = judge(aroundMembers(members));
    return findings.size() == 1 ? findings.constFirst().message : summary(findings);
}

} // namespace

class FindingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void findings_value_areAsExpected_data();
    void findings_value_areAsExpected();
    void findings_everyRow_readsAsSentences();
    void findings_specificationExample_areTheKnownOnes();
    void message_value_isTold_data();
    void message_value_isTold();
    void message_longValue_isShortened();
    void message_controlCharacters_areSpelled();
    void message_foreignPercent_staysAsItIs();
    void source_rule_isGiven();
    void isRefused_finding_isWhatTheSchemaRules();
    void findings_newMembersAnnounced_areNoWarning();
    void findings_otherSchema_followIt();
    void findings_unknownRootType_areNone();
    void findings_deepText_doNotOverflow();
    void findings_circularSchema_end();
    void findings_tooMany_areCut();
    void findings_thousandSegments_areFast();
};

void FindingsTest::findings_value_areAsExpected_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    for (const FindingRow &row : memberRows)
        QTest::newRow(row.name) << aroundMembers(row.json) << QString::fromLatin1(row.expected);
    for (const FindingRow &row : bodyRows)
        QTest::newRow(row.name) << QByteArray(row.json) << QString::fromLatin1(row.expected);
}

void FindingsTest::findings_value_areAsExpected()
{
    QFETCH(const QByteArray, body);
    QTEST(summary(judge(body)), "expected");
}

void FindingsTest::findings_everyRow_readsAsSentences()
{
    const auto check = [](const QByteArray &body) {
        const QList<Finding> findings = judge(body);
        for (const Finding &finding : findings) {
            const QByteArray text = finding.message.toUtf8();
            QVERIFY2(text.endsWith('.') || text.endsWith('?') || text.endsWith(')'), text.constData());
            QVERIFY2(!text.contains('%') && !text.contains("  ") && !text.startsWith(' '), text.constData());
            QVERIFY2(!session::sourceText(finding.source).isEmpty(), text.constData());
        }
    };
    for (const FindingRow &row : memberRows)
        check(aroundMembers(row.json));
    for (const FindingRow &row : bodyRows)
        check(row.json);
}

void FindingsTest::findings_specificationExample_areTheKnownOnes()
{
    const QByteArray body = R"({
  "@odata.type": "#microsoft.graph.callRecords.session",
  "modalities": ["String"],
  "startDateTime": "2017-01-01T00:00:14.2767228+03:00",
  "endDateTime": "2017-01-01T00:02:18.392989+03:00",
  "caller": {
    "@odata.type": "microsoft.graph.callRecords.endpoint",
    "userAgent": {
      "@odata.type": "microsoft.graph.callRecords.userAgent",
      "headerValue": "Header Value value",
      "applicationVersion": "Application Version value"
    }
  },
  "callee": { "@odata.type": "microsoft.graph.callRecords.endpoint" },
  "failureInfo": {
    "@odata.type": "microsoft.graph.callRecords.failureInfo",
    "stage": "String",
    "reason": "Reason value"
  }
})";
    const QStringList expected{
        u"/modalities/0 error enum-member"_s,
        u"/caller/@odata.type note type-hash"_s,
        u"/caller/userAgent/@odata.type note type-hash"_s,
        u"/caller/userAgent/@odata.type warning abstract-type"_s,
        u"/callee/@odata.type note type-hash"_s,
        u"/failureInfo/@odata.type note type-hash"_s,
        u"/failureInfo/stage error enum-member"_s,
    };
    QCOMPARE(summary(judge(body)).split(u';'), expected);
    QFile sample(QStringLiteral(SC_SOURCE_DIR "/../shared/graph/samples/08_specification_request.json"));
    if (!sample.open(QIODevice::ReadOnly))
        QSKIP("The specification's example is not there.");
    QCOMPARE(summary(judge(sample.readAll())).split(u';'), expected);
}

void FindingsTest::message_value_isTold_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("expected");
    QTest::newRow("enumeration")
        << R"("failureInfo":{"stage":"String"})"_ba
        << u"\"String\" is not a member of failureStage. Members: unknown, callSetup, midcall."_s;
    QTest::newRow("case") << R"("failureInfo":{"stage":"MidCall"})"_ba
                          << u"\"MidCall\" is not a member of failureStage. Did you mean midcall?"_s;
    QTest::newRow("type") << R"("isTest":"yes")"_ba << u"isTest wants true or false, not \"yes\"."_s;
    QTest::newRow("object") << R"("caller":[])"_ba << u"caller wants an object, not an array."_s;
    QTest::newRow("undeclared") << R"("foo":1)"_ba << u"session has no member foo."_s;
    QTest::newRow("undeclared, case") << R"("IsTest":1)"_ba << u"session has no member IsTest. Did you mean isTest?"_s;
    QTest::newRow("derived") << R"("caller":{"name":"x"})"_ba
                             << u"name is a member of participantEndpoint, not of endpoint. "
                                "Choose the type participantEndpoint."_s;
    QTest::newRow("abstract") << R"("caller":{"userAgent":{}})"_ba
                              << u"userAgent is abstract: a value is one of clientUserAgent, serviceUserAgent."_s;
    QTest::newRow("range") << R"("caller":{"@odata.type":"#microsoft.graph.callRecords.participantEndpoint",)"
                              R"("cpuCoresCount":2147483648})"_ba
                           << u"2147483648 is outside the range of Edm.Int32."_s;
}

void FindingsTest::message_value_isTold()
{
    QFETCH(const QByteArray, members);
    QTEST(messageAbout(members), "expected");
}

void FindingsTest::message_longValue_isShortened()
{
    const QString ascii = messageAbout(R"("failureInfo":{"stage":")" + QByteArray(1'000'000, 'x') + R"("})");
    QVERIFY2(ascii.startsWith(u"\"" + QString(59, u'x') + u"… is not"), qPrintable(ascii.first(100)));
    const QString pairs = messageAbout(R"("failureInfo":{"stage":")" + u"𝄞"_s.repeated(100).toUtf8() + R"("})");
    QVERIFY2(pairs.startsWith(u"\"" + u"𝄞"_s.repeated(29) + u"… is not"), qPrintable(pairs.first(100)));
    const QString name = messageAbout('"' + QByteArray(1000, 'n') + R"(":1)");
    QVERIFY2(name.size() < 120, qPrintable(name));
}

void FindingsTest::message_controlCharacters_areSpelled()
{
    const QString message = messageAbout("\"failureInfo\":{\"stage\":\"a\xC2\x9B\xE2\x80\xAE\x7F\"}");
    QVERIFY2(message.startsWith(u"\"a\\u009b\\u202e\\u007f\" is not"), qPrintable(message));
}

void FindingsTest::message_foreignPercent_staysAsItIs()
{
    QVERIFY(messageAbout(R"("failureInfo":{"stage":"%2 %3 <b>"})").startsWith(u"\"%2 %3 <b>\" is not a member of"));
}

void FindingsTest::source_rule_isGiven()
{
    const auto sourceOf = [](const QByteArray &members) { return judge(aroundMembers(members)).constFirst().source; };
    QCOMPARE(sourceOf(R"("isTest":1)"), session::Source::Csdl);
    QCOMPARE(sourceOf(R"("isTest":true,"isTest":true)"), session::Source::Json);
    QCOMPARE(sourceOf(R"("id":"x")"), session::Source::Documentation);
    QCOMPARE(sourceOf(R"("modalities":["unknown"],"modalities":["unknown"])"), session::Source::Json);
    QCOMPARE(
        judge(R"({"startDateTime":"2017-01-01T00:00Z","endDateTime":"2017-01-01T00:00Z","modalities":["unknown"]})")
            .constFirst()
            .source,
        session::Source::Conflict);
}

void FindingsTest::isRefused_finding_isWhatTheSchemaRules()
{
    const auto isRefused
        = [](const QByteArray &members) { return session::isRefused(judge(aroundMembers(members)).constFirst()); };
    QVERIFY(isRefused(R"("isTest":1)"));
    QVERIFY(isRefused(R"("caller":{"@odata.type":"#microsoft.graph.callrecords.endpoint"})"));
    QVERIFY(!isRefused(R"("caller":{"userAgent":{}})"));
    QVERIFY(!isRefused(R"("id":"x")"));
}

void FindingsTest::findings_newMembersAnnounced_areNoWarning()
{
    const QByteArray body = aroundMembers(
        R"("caller":{"userAgent":{"@odata.type":"#microsoft.graph.callRecords.clientUserAgent","platform":"web",)"
        R"("productFamily":"azureCommunicationServices"}},"failureInfo":{"stage":"unknownFutureValue"})");
    QCOMPARE(summary(session::findings(json::scan(body), edm::builtinSchema(), edm::sessionTypeName,
                                       session::NewMembers::Announced)),
             u"/failureInfo/stage error unknown-future-value"_s);
    QVERIFY(session::isRefused(judge(body).constFirst()));
}

void FindingsTest::findings_otherSchema_followIt()
{
    edm::Schema schema;
    edm::EnumType flags;
    flags.name = u"n.flags"_s;
    flags.isFlags = true;
    flags.members = {{u"a"_s, 1, {}}, {u"b"_s, 2, {}}};
    schema.add(flags);
    edm::StructuredType type;
    type.name = u"n.t"_s;
    type.properties.resize(3);
    type.properties[0].name = u"f"_s;
    type.properties[0].type = {u"n.flags"_s, false};
    type.properties[1].name = u"anything"_s;
    type.properties[1].type = {u"Edm.Untyped"_s, false};
    type.properties[2].name = u"stranger"_s;
    type.properties[2].type = {u"other.thing"_s, true};
    type.deprecation = edm::Deprecation{{}, u"2026-11-06"_s, {}, u"Use n.u."_s};
    schema.add(type);
    const auto judgeBy
        = [&schema](const QByteArray &body) { return session::findings(json::scan(body), schema, u"n.t"_s); };
    QCOMPARE(summary(judgeBy(R"({"f":"a, b","anything":{"x":1},"stranger":[1,{}]})")),
             u"/@odata.type warning deprecated"_s);
    QCOMPARE(judgeBy("{}").constFirst().message, u"t is deprecated and will be removed on 2026-11-06. Use n.u."_s);
    QCOMPARE(summary(judgeBy(R"({"f":"a,c"})")), u"/@odata.type warning deprecated;/f error enum-member"_s);
}

void FindingsTest::findings_unknownRootType_areNone()
{
    QCOMPARE(session::findings(json::scan("[1]"), edm::builtinSchema(), u"not.there"_s), QList<Finding>());
}

void FindingsTest::findings_deepText_doNotOverflow()
{
    const QByteArray deep = QByteArray(9'000, '[') + QByteArray(9'000, ']');
    QCOMPARE(summary(judge(aroundMembers("\"@x.y\":" + deep))), QString());
    QCOMPARE(summary(judge(aroundMembers("\"isTest\":" + deep))), u"/isTest error wrong-type"_s);
}

void FindingsTest::findings_circularSchema_end()
{
    edm::Schema schema;
    edm::StructuredType type;
    type.name = u"n.t"_s;
    type.properties.resize(1);
    type.properties[0].name = u"c"_s;
    type.properties[0].type = {u"n.t"_s, false};
    schema.add(type);
    QByteArray body = "1";
    for (int depth = 0; depth < 9'000; ++depth)
        body = "{\"c\":" + body + '}';
    QCOMPARE(summary(session::findings(json::scan(body), schema, u"n.t"_s)), QString());
    QCOMPARE(summary(session::findings(json::scan(R"({"c":{"c":1}})"), schema, u"n.t"_s)), u"/c/c error wrong-type"_s);
}

void FindingsTest::findings_tooMany_areCut()
{
    QByteArray members;
    for (int at = 0; at < session::mostFindings + 10; ++at)
        members += ",\"x" + QByteArray::number(at) + "\":1";
    const QList<Finding> findings = judge(aroundMembers(members.sliced(1)));
    QCOMPARE(findings.size(), session::mostFindings + 1);
    QCOMPARE(summary(findings.last(1)), u" warning more-findings"_s);
}

/// A session of about 7 MB with 1,000 segments that has everything a segment can have.
void FindingsTest::findings_thousandSegments_areFast()
{
    const QByteArray endpoint
        = R"({"@odata.type":"#microsoft.graph.callRecords.participantEndpoint","name":"device",)"
          R"("userAgent":{"@odata.type":"#microsoft.graph.callRecords.clientUserAgent",)"
          R"("headerValue":"RTCC/7.0.0.0 UCWA/7.0.0.0","platform":"windows","productFamily":"teams"}})";
    const QByteArray network = R"({"ipAddress":"10.150.0.2","subnet":"10.150.0.0","linkSpeed":54000000,"port":27288,)"
                               R"("connectionType":"wifi","networkTransportProtocol":"udp","wifiBand":"unknown",)"
                               R"("wifiRadioType":"unknown","receivedQualityEventRatio":0.27,"delayEventRatio":0})";
    const QByteArray stream
        = R"({"streamId":"1504545584","streamDirection":"callerToCallee","averageJitter":"PT0.016S",)"
          R"("maxJitter":"PT0.021S","averagePacketLossRate":0.01381693,"packetUtilization":67,)"
          R"("wasMediaBypassed":false,"audioCodec":"opus","averageRoundTripTime":"PT0.061S"})";
    const QByteArray media = R"({"label":"main-audio","callerNetwork":)" + network + R"(,"calleeNetwork":)" + network
        + R"(,"streams":[)" + QByteArray(stream + ',').repeated(9) + stream + "]}";
    const QByteArray segment = R"({"id":"e523d2ed-2966-4b6b-925b-754a88034cc5","startDateTime":"2017-01-01T00:00:21Z",)"
                               R"("endDateTime":"2017-01-01T00:00:46.7640013Z","caller":)"
        + endpoint + R"(,"callee":)" + endpoint + R"(,"media":[)" + media + ',' + media + "]}";
    const QByteArray body = aroundMembers(R"("segments":[)" + QByteArray(segment + ',').repeated(999) + segment + ']');
    const json::Index index = json::scan(body);
    QVERIFY(index.isValid());
    const std::clock_t start = std::clock(); // of this process, so that other load does not count
    const QList<Finding> findings = session::findings(index, edm::builtinSchema(), edm::sessionTypeName);
    const std::clock_t elapsed = (std::clock() - start) * 1000 / CLOCKS_PER_SEC;
    QCOMPARE(summary(findings), QString());
    qInfo("%lld bytes, %lld nodes: %lld ms", static_cast<long long>(body.size()), static_cast<long long>(index.size()),
          static_cast<long long>(elapsed));
    QVERIFY2(elapsed < 3'000, "Twenty times the figure, for unoptimized and sanitized builds.");
}

QTEST_GUILESS_MAIN(FindingsTest)
#include "tst_findings.moc"

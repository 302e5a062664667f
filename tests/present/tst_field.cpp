// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/field.h"

#include "edm/builtinschema.h"
#include "exchange/exchangelog.h"
#include "present/documentcontroller.h"
#include "present/helpcard.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using present::Field;
using present::FieldKind;
using session::FieldState;

class FieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void kind_followsTheSchema_data();
    void kind_followsTheSchema();
    void choices_areTheSchemas();
    void facts_perState_data();
    void facts_perState();
    void setText_makesTheValueOfItsKind();
    void setText_type_spellsByStyle();
    void setText_type_keepsAsideWhatItHasNot();
    void members_typedAsJson();
    void members_byBox();
    void setState_valueBringsBackTheLast();
    void setState_valueStartsSensibly();
    void setOtherJson_takesWhatAFormCanHold_data();
    void setOtherJson_takesWhatAFormCanHold();
    void longText_isLocked();
    void summary_ofASection_data();
    void summary_ofASection();
    void duration_isExact_data();
    void duration_isExact();
    void cards_sayWhatTheSchemaKnows();

private:
    // The path decides the declared type, as the forms' typeName does.
    Field field(const QString &path);

    core::SystemClock m_clock;
    exchange::NoExchangeLog m_log;
    graph::GraphClient m_client{m_clock, m_log};
    std::unique_ptr<present::DocumentController> m_document;
};

void FieldTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_document = std::make_unique<present::DocumentController>(
        present::DocumentController::Services{edm::sharedBuiltinSchema(), m_client});
}

Field FieldTest::field(const QString &path)
{
    const json::Pointer pointer = json::Pointer::fromPath(path);
    if (pointer.last() != "@odata.type"_L1)
        return Field(*m_document, pointer, session::formProperty(edm::builtinSchema(), edm::sessionTypeName, path), {});
    if (pointer.depth() == 1)
        return Field(*m_document, pointer, nullptr, edm::sessionTypeName);
    const QString parent = pointer.parent().tokens().join(u'/');
    return Field(*m_document, pointer, nullptr,
                 session::formProperty(edm::builtinSchema(), edm::sessionTypeName, parent)->type.name);
}

void FieldTest::kind_followsTheSchema_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<FieldKind>("kind");
    QTest::newRow("string") << u"id"_s << FieldKind::Text;
    QTest::newRow("time") << u"startDateTime"_s << FieldKind::Text;
    QTest::newRow("boolean") << u"isTest"_s << FieldKind::Choice;
    QTest::newRow("enumeration") << u"failureInfo/stage"_s << FieldKind::Choice;
    QTest::newRow("collection of an enumeration") << u"modalities"_s << FieldKind::Members;
    QTest::newRow("object") << u"caller"_s << FieldKind::Object;
    QTest::newRow("number") << u"caller/cpuCoresCount"_s << FieldKind::Text;
    QTest::newRow("type") << u"caller/@odata.type"_s << FieldKind::Type;
}

void FieldTest::kind_followsTheSchema()
{
    QFETCH(const QString, path);
    QTEST(field(path).kind(), "kind");
}

void FieldTest::choices_areTheSchemas()
{
    QCOMPARE(field(u"isTest"_s).choices(), (QStringList{u"true"_s, u"false"_s}));
    QCOMPARE(field(u"caller/@odata.type"_s).choices(),
             (QStringList{u"(none)"_s, u"endpoint"_s, u"participantEndpoint"_s, u"serviceEndpoint"_s}));
    QCOMPARE(field(u"failureInfo/stage"_s).choices(),
             (QStringList{u"unknown"_s, u"callSetup"_s, u"midcall"_s, u"unknownFutureValue"_s}));
    // The documentation's own member stands last.
    QCOMPARE(field(u"modalities"_s).choices().constLast(), u"unknown"_s);
    QCOMPARE(field(u"modalities"_s).choices().size(), 7);
    QVERIFY(field(u"id"_s).choices().isEmpty());
}

void FieldTest::facts_perState_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<FieldState>("state");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("placeholder");
    QTest::newRow("not sent") << u"id"_s << "{}"_ba << FieldState::NotSent << QString() << u"not sent"_s;
    QTest::newRow("null") << u"id"_s << R"({"id":null})"_ba << FieldState::Null << QString() << u"null"_s;
    QTest::newRow("empty") << u"id"_s << R"({"id":""})"_ba << FieldState::Empty << QString() << u"empty"_s;
    QTest::newRow("value") << u"id"_s << R"({"id":"a"})"_ba << FieldState::Value << u"a"_s << QString();
    QTest::newRow("other") << u"id"_s << R"({"id":[5]})"_ba << FieldState::OtherJson << u"[5]"_s << QString();
    QTest::newRow("boolean") << u"isTest"_s << R"({"isTest":false})"_ba << FieldState::Value << u"false"_s << QString();
    QTest::newRow("boolean other") << u"isTest"_s << R"({"isTest":"false"})"_ba << FieldState::OtherJson
                                   << u"\"false\""_s << QString();
    QTest::newRow("members") << u"modalities"_s << R"({"modalities":["a",5]})"_ba << FieldState::Value << u"[\"a\",5]"_s
                             << QString();
    QTest::newRow("members null") << u"modalities"_s << R"({"modalities":null})"_ba << FieldState::Null << u"null"_s
                                  << u"null"_s;
    QTest::newRow("object") << u"caller"_s << R"({"caller":{"a":1}})"_ba << FieldState::Value << QString() << QString();
    QTest::newRow("object other") << u"caller"_s << R"({"caller":[]})"_ba << FieldState::OtherJson << QString()
                                  << QString();
    QTest::newRow("type") << u"caller/@odata.type"_s
                          << R"({"caller":{"@odata.type":"microsoft.graph.callRecords.endpoint"}})"_ba
                          << FieldState::Value << u"endpoint"_s << QString();
    QTest::newRow("type none") << u"caller/@odata.type"_s << "{}"_ba << FieldState::NotSent << u"(none)"_s
                               << u"not sent"_s;
    QTest::newRow("type of another kind")
        << u"caller/@odata.type"_s << R"({"caller":{"@odata.type":"#microsoft.graph.callRecords.media"}})"_ba
        << FieldState::Value << u"#microsoft.graph.callRecords.media"_s << QString();
    QTest::newRow("inside of nothing") << u"caller/name"_s << R"({"caller":5})"_ba << FieldState::NotSent << QString()
                                       << u"not sent"_s;
    QTest::newRow("number") << u"caller/cpuCoresCount"_s << R"({"caller":{"cpuCoresCount":8}})"_ba << FieldState::Value
                            << u"8"_s << QString();
}

void FieldTest::facts_perState()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, body);
    m_document->document().load(body);
    const present::FieldFacts facts = field(path).facts();
    QTEST(facts.state, "state");
    QTEST(facts.text, "text");
    QTEST(facts.placeholder, "placeholder");
    QCOMPARE(facts.lock, QString());
}

void FieldTest::setText_makesTheValueOfItsKind()
{
    QVERIFY(field(u"isTest"_s).setText(u"true"_s));
    QCOMPARE(field(u"isTest"_s).json(), u"true"_s);
    QVERIFY(field(u"isTest"_s).setText(u"perhaps"_s));
    QCOMPARE(field(u"isTest"_s).json(), u"\"perhaps\""_s);
    QVERIFY(field(u"caller/userAgent/platform"_s).setText(u"windows"_s));
    QCOMPARE(m_document->document().bytes().simplified(),
             R"({ "caller": { "userAgent": { "platform": "windows" } }, "isTest": "perhaps" })"_ba);
    QVERIFY(field(u"id"_s).setText(QString()));
    QCOMPARE(field(u"id"_s).json(), u"\"\""_s);
}

void FieldTest::setText_type_keepsAsideWhatItHasNot()
{
    const QString longName(200, u'x');
    QVERIFY(field(u"caller/@odata.type"_s).setText(u"participantEndpoint"_s));
    QVERIFY(field(u"caller/name"_s).setText(u"Ann"_s));
    QVERIFY(field(u"caller/@odata.type"_s).setText(u"serviceEndpoint"_s));
    present::FieldFacts facts = field(u"caller/name"_s).facts();
    QCOMPARE(facts.state, FieldState::NotSent);
    QVERIFY(facts.text.isEmpty());
    QCOMPARE(facts.placeholder, u"kept aside, not sent: Ann"_s);
    QCOMPARE(present::sectionSummary(*m_document, json::Pointer::fromPath(u"caller"_s)),
             u"serviceEndpoint, no members, 1 kept aside"_s);
    // Removing the type removes it alone: derived members without their type are a test of their own.
    QVERIFY(field(u"caller/@odata.type"_s).setText(u"participantEndpoint"_s));
    QCOMPARE(field(u"caller/name"_s).facts().text, u"Ann"_s);
    QVERIFY(field(u"caller/@odata.type"_s).setText(u"(none)"_s));
    QCOMPARE(field(u"caller/name"_s).facts().text, u"Ann"_s);
    QVERIFY(field(u"caller/name"_s).setText(longName));
    QVERIFY(field(u"caller/@odata.type"_s).setText(u"endpoint"_s));
    facts = field(u"caller/name"_s).facts();
    QVERIFY(facts.placeholder.endsWith(u"x…"_s));
    QVERIFY(facts.placeholder.size() < 100);
    m_document->document().undo();
    QCOMPARE(field(u"caller/name"_s).facts().text, longName);
}

void FieldTest::setText_type_spellsByStyle()
{
    QVERIFY(field(u"callee/@odata.type"_s).setText(u"serviceEndpoint"_s));
    QCOMPARE(field(u"callee/@odata.type"_s).json(), u"\"#microsoft.graph.callRecords.serviceEndpoint\""_s);
    m_document->setTypeStyle(session::TypeStyle::AsDocumented);
    QVERIFY(field(u"callee/@odata.type"_s).setText(u"endpoint"_s));
    QCOMPARE(field(u"callee/@odata.type"_s).json(), u"\"microsoft.graph.callRecords.endpoint\""_s);
    QVERIFY(field(u"@odata.type"_s).setText(u"session"_s));
    QCOMPARE(field(u"@odata.type"_s).json(), u"\"#microsoft.graph.callRecords.session\""_s);
    QVERIFY(field(u"callee/@odata.type"_s).setText(u"(none)"_s));
    QCOMPARE(field(u"callee"_s).json(), u"{}"_s);
    QVERIFY(field(u"callee/@odata.type"_s).setText(u"#own.type"_s));
    QCOMPARE(field(u"callee/@odata.type"_s).json(), u"\"#own.type\""_s);
}

void FieldTest::members_typedAsJson()
{
    QVERIFY(field(u"modalities"_s).setText(u" [\"b\", \"a\", \"b\", 5]"_s));
    QCOMPARE(field(u"modalities"_s).json(), u"[\"b\",\"a\",\"b\",5]"_s);
    QCOMPARE(field(u"modalities"_s).facts().members, (QStringList{u"b"_s, u"a"_s, u"b"_s}));
    const core::Status refused = field(u"modalities"_s).setText(u"audio, video"_s);
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains("[\"audio\"]"_L1));
    QCOMPARE(field(u"modalities"_s).json(), u"[\"b\",\"a\",\"b\",5]"_s);
    QVERIFY(field(u"modalities"_s).setText(u"  "_s));
    QCOMPARE(field(u"modalities"_s).json(), u"[]"_s);
}

void FieldTest::members_byBox()
{
    Field modalities = field(u"modalities"_s);
    modalities.setMember(u"video"_s, true);
    modalities.setMember(u"audio"_s, true);
    modalities.setMember(u"audio"_s, true);
    QCOMPARE(modalities.json(), u"[\"video\",\"audio\"]"_s);
    QVERIFY(modalities.setText(u"[\"audio\",1,\"video\",\"audio\"]"_s));
    modalities.setMember(u"audio"_s, false);
    QCOMPARE(modalities.json(), u"[1,\"video\"]"_s);
    modalities.setMember(u"absent"_s, false);
    modalities.setMember(u"video"_s, false);
    QCOMPARE(modalities.json(), u"[1]"_s);
    m_document->document().load("{}");
    modalities.setMember(u"data"_s, true);
    modalities.setMember(u"data"_s, false);
    QCOMPARE(modalities.json(), u"[]"_s);
}

void FieldTest::setState_valueBringsBackTheLast()
{
    Field id = field(u"id"_s);
    QVERIFY(id.setText(u"kept"_s));
    QCOMPARE(id.facts().state, FieldState::Value);
    id.setState(FieldState::Null);
    QCOMPARE(id.json(), u"null"_s);
    id.setState(FieldState::Value);
    QCOMPARE(id.json(), u"\"kept\""_s);
    id.setState(FieldState::NotSent);
    QCOMPARE(id.json(), QString());
    // Each choice is an undo step of its own.
    m_document->document().undo();
    QCOMPARE(id.json(), u"\"kept\""_s);
    m_document->document().undo();
    QCOMPARE(id.json(), u"null"_s);
}

void FieldTest::setState_valueStartsSensibly()
{
    field(u"isTest"_s).setState(FieldState::Value);
    QCOMPARE(field(u"isTest"_s).json(), u"true"_s);
    field(u"failureInfo/stage"_s).setState(FieldState::Value);
    QCOMPARE(field(u"failureInfo/stage"_s).json(), u"\"unknown\""_s);
    field(u"modalities"_s).setState(FieldState::Value);
    QCOMPARE(field(u"modalities"_s).json(), u"[\"audio\"]"_s);
    field(u"caller"_s).setState(FieldState::Value);
    QCOMPARE(field(u"caller"_s).json(), u"{\"@odata.type\":\"#microsoft.graph.callRecords.endpoint\"}"_s);
    // An abstract type has no instances: the first concrete one stands in.
    field(u"caller/userAgent"_s).setState(FieldState::Value);
    QCOMPARE(field(u"caller/userAgent"_s).json(),
             u"{\"@odata.type\":\"#microsoft.graph.callRecords.clientUserAgent\"}"_s);
    field(u"id"_s).setState(FieldState::Value);
    QCOMPARE(field(u"id"_s).json(), QString());
    field(u"callee"_s).setState(FieldState::OtherJson);
    QCOMPARE(field(u"callee"_s).json(), QString());
}

void FieldTest::setOtherJson_takesWhatAFormCanHold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("json"); // empty: refused
    QTest::newRow("number") << u"5"_s << u"5"_s;
    QTest::newRow("blanks") << u" [ 1 , null ] "_s << u"[1,null]"_s;
    QTest::newRow("string") << u"\"yes\""_s << u"\"yes\""_s;
    QTest::newRow("object") << u"{\"a\":{}}"_s << u"{\"a\":{}}"_s;
    QTest::newRow("max int64") << u"9223372036854775807"_s << u"9223372036854775807"_s;
    QTest::newRow("not JSON") << u"yes"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("2^64") << u"18446744073709551616"_s << QString();
    QTest::newRow("same name twice") << u"{\"a\":1,\"a\":2}"_s << QString();
    QTest::newRow("a second member smuggled in") << u"1,\"w\":2"_s << QString();
    QTest::newRow("closing early") << u"1}"_s << QString();
}

void FieldTest::setOtherJson_takesWhatAFormCanHold()
{
    QFETCH(const QString, text);
    QFETCH(const QString, json);
    Field start = field(u"startDateTime"_s);
    const core::Status taken = start.setOtherJson(text);
    QCOMPARE(taken.has_value(), !json.isEmpty());
    QCOMPARE(start.json(), json);
    if (!taken)
        QVERIFY(!taken.error().message.isEmpty());
}

void FieldTest::longText_isLocked()
{
    m_document->document().setValue(json::Pointer::fromPath(u"id"_s), QString(100'000, u'x'));
    const present::FieldFacts facts = field(u"id"_s).facts();
    QVERIFY(!facts.lock.isEmpty());
    QVERIFY(facts.text.size() < 40'000);
    QCOMPARE(m_document->document().value(json::Pointer::fromPath(u"id"_s)).toString().size(), 100'000);
}

void FieldTest::summary_ofASection_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("summary");
    QTest::newRow("not sent") << "{}"_ba << u"not sent"_s;
    QTest::newRow("null") << R"({"caller":null})"_ba << u"null"_s;
    QTest::newRow("empty") << R"({"caller":{}})"_ba << u"empty"_s;
    QTest::newRow("other") << R"({"caller":[]})"_ba << u"other JSON"_s;
    QTest::newRow("members")
        << R"({"caller":{"@odata.type":"#microsoft.graph.callRecords.participantEndpoint","name":"a","cpuName":"b"}})"_ba
        << u"participantEndpoint, 2 members"_s;
    QTest::newRow("type only") << R"({"caller":{"@odata.type":"#microsoft.graph.callRecords.endpoint"}})"_ba
                               << u"endpoint, no members"_s;
    QTest::newRow("errors") << R"({"caller":{"name":"a"}})"_ba << u"1 member, 1 error"_s;
}

void FieldTest::summary_ofASection()
{
    QFETCH(const QByteArray, body);
    m_document->document().load(body);
    QTEST(present::sectionSummary(*m_document, json::Pointer::fromPath(u"caller"_s)), "summary");
}

void FieldTest::duration_isExact_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("text");
    QTest::newRow("the example") << u"2017-01-01T00:00:14.2767228+03:00"_s << u"2017-01-01T00:02:18.392989+03:00"_s
                                 << u"00:02:04.1162662, 1241162662 ticks of 100 ns"_s;
    QTest::newRow("other offsets") << u"2017-01-01T00:00:00+01:00"_s << u"2016-12-31T23:00:00Z"_s
                                   << u"00:00:00, 0 ticks of 100 ns"_s;
    QTest::newRow("backwards") << u"2017-01-01T00:00:01Z"_s << u"2017-01-01T00:00:00Z"_s
                               << u"-00:00:01, -10000000 ticks of 100 ns (ends before it starts)"_s;
    QTest::newRow("no time") << u"soon"_s << u"2017-01-01T00:00:00Z"_s << u"known once start and end are times"_s;
}

void FieldTest::duration_isExact()
{
    QFETCH(const QString, start);
    QFETCH(const QString, end);
    QVERIFY(field(u"startDateTime"_s).setText(start));
    QVERIFY(field(u"endDateTime"_s).setText(end));
    QTEST(present::durationText(*m_document), "text");
}

void FieldTest::cards_sayWhatTheSchemaKnows()
{
    const QString start = field(u"startDateTime"_s).card();
    QVERIFY2(start.contains("Edm.DateTimeOffset"_L1) && start.contains("may not be null"_L1), qPrintable(start));
    const QString modalities = field(u"modalities"_s).card();
    QVERIFY2(modalities.contains("collection of modality"_L1) && modalities.contains("videoBasedScreenSharing = 2"_L1)
                 && modalities.contains("unknown"_L1),
             qPrintable(modalities));
    const QString type = field(u"caller/userAgent/@odata.type"_s).card();
    QVERIFY2(type.contains("clientUserAgent"_L1) && type.contains("abstract"_L1), qPrintable(type));
    const QString identity = field(u"caller/identity"_s).card();
    QVERIFY2(identity.contains("2026-11-06"_L1), qPrintable(identity));
}

QTEST_GUILESS_MAIN(FieldTest)
#include "tst_field.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/documentcontroller.h"

#include "core/digest.h"
#include "edm/builtinschema.h"
#include "present/responsepresenter.h"
#include "support/fakes.h"
#include "support/rawserver.h"

#include <QJsonValue>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using present::DocumentController;

class DocumentControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void nextRequest_isWhatTheWireCarries();
    void nextRequest_saysWhatIsMissing();
    void submit_twice_sendsOnce();
    void submit_withoutUrl_endsWithTheError();
    void submit_drawsANewRequestId();
    void edits_areCountedSinceTheSubmit();
    void findings_followTheDocument();
    void fix_isOneUndoStep();
    void fix_keepsAllOtherBytes();
    void fix_ofAHeader_isAnsweredByIt();
    void fix_ofABodyThatHasMovedOn_isNotMade();
    void largeBody_isBeingMade_untilItIsThere();
    void submit_beforeTheBodyIsMade_sendsItExactly_data();
    void submit_beforeTheBodyIsMade_sendsItExactly();
    void cancel_ends();
    void response_becomesFacts();
    void error_becomesRows();

private:
    core::SystemClock m_clock;
    support::MemoryExchangeLog m_log;
    graph::GraphClient m_client{m_clock, m_log};
    DocumentController::Services m_services{edm::sharedBuiltinSchema(), m_client};
};

static exchange::Target targetOf(const support::RawServer &server)
{
    return {server.url(QString()), u"v1.0"_s, u"id"_s, exchange::PathChoice::Sessions};
}

// What stands on the wire, with LF for the head's CR LF, as the panes show it.
static QByteArray shown(const QByteArray &wire)
{
    const qsizetype end = wire.indexOf("\r\n\r\n");
    return wire.left(end).replace("\r\n", "\n") + "\n\n" + wire.mid(end + 4);
}

void DocumentControllerTest::nextRequest_isWhatTheWireCarries()
{
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    DocumentController document(m_services);
    document.document().load("{ \"b\": 1.0, \"a\":\r\n\"\xc3\xa4\" }");
    document.setTarget(targetOf(server));
    document.setAuthorization({exchange::Authorization::Kind::Malformed, {}, {}, false}, u"Test"_s);
    const present::NextRequest next = document.nextRequest();
    QVERIFY2(next.request, qPrintable(next.problem));
    QCOMPARE(next.sha256, core::sha256(document.document().bytes()));
    QSignalSpy ended(&document, &DocumentController::exchangeEnded);
    document.submit();
    QVERIFY(ended.wait());
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(present::requestText(*next.request), shown(server.requests().constFirst()));
    QCOMPARE(present::requestText(document.lastExchange()->request), shown(server.requests().constFirst()));
    QCOMPARE(document.lastExchange()->environment, u"Test"_s);
    QCOMPARE(m_log.ended.constLast(), *document.lastExchange());
}

void DocumentControllerTest::nextRequest_saysWhatIsMissing()
{
    DocumentController document(m_services);
    QVERIFY(!document.nextRequest().request);
    QVERIFY(!document.nextRequest().problem.isEmpty());
    QSignalSpy changed(&document, &DocumentController::requestChanged);
    document.setTarget({u"http://127.0.0.1:1"_s, u"v1.0"_s, u"x"_s, {}});
    QCOMPARE(changed.size(), 1);
    QVERIFY(document.nextRequest().request);
    document.setTarget(document.target());
    QCOMPARE(changed.size(), 1);
    // What the token guard would refuse is not shown as if it would be sent.
    document.setAuthorization({exchange::Authorization::Kind::Token, {}, {}, false}, u"Test"_s);
    QVERIFY(!document.nextRequest().request);
    QVERIFY(!document.nextRequest().problem.isEmpty());
}

void DocumentControllerTest::submit_twice_sendsOnce()
{
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    DocumentController document(m_services);
    document.setTarget(targetOf(server));
    QSignalSpy ended(&document, &DocumentController::exchangeEnded);
    QSignalSpy flight(&document, &DocumentController::flightChanged);
    document.submit();
    document.submit();
    QVERIFY(document.isInFlight());
    QVERIFY(ended.wait());
    QVERIFY(!document.isInFlight());
    QCOMPARE(ended.size(), 1);
    QCOMPARE(flight.size(), 2);
    QCOMPARE(server.requests().size(), 1);
}

void DocumentControllerTest::submit_withoutUrl_endsWithTheError()
{
    DocumentController document(m_services);
    QSignalSpy ended(&document, &DocumentController::exchangeEnded);
    document.submit();
    QCOMPARE(ended.size(), 0);
    QVERIFY(ended.wait());
    QVERIFY(document.lastExchange()->error);
    QVERIFY(!document.lastExchange()->hasLeft);
    QVERIFY(!document.isInFlight());
}

void DocumentControllerTest::submit_drawsANewRequestId()
{
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    DocumentController document(m_services);
    document.setTarget(targetOf(server));
    const auto requestId
        = [&document] { return *exchange::valueOf(document.nextRequest().request->headers, "client-request-id"); };
    const QByteArray first = requestId();
    QSignalSpy ended(&document, &DocumentController::exchangeEnded);
    document.submit();
    QVERIFY(ended.wait());
    QCOMPARE(*exchange::valueOf(document.lastExchange()->request.headers, "client-request-id"), first);
    QVERIFY(requestId() != first);
}

void DocumentControllerTest::edits_areCountedSinceTheSubmit()
{
    DocumentController document(m_services);
    present::ResponsePresenter response(document);
    QSignalSpy ended(&document, &DocumentController::exchangeEnded);
    document.document().setValue(json::Pointer::fromPath(u"id"_s), u"before"_s);
    document.submit();
    QVERIFY(ended.wait());
    QCOMPARE(document.editsSinceSubmit(), 0U);
    QCOMPARE(response.editsSince(), QString());
    document.document().setValue(json::Pointer::fromPath(u"id"_s), u"x"_s);
    document.document().setValue(json::Pointer::fromPath(u"isTest"_s), true);
    QCOMPARE(document.editsSinceSubmit(), 2U);
    QCOMPARE(response.editsSince(), u"2 edits since"_s);
}

void DocumentControllerTest::findings_followTheDocument()
{
    DocumentController document(m_services);
    QSignalSpy changed(&document, &DocumentController::findingsChanged);
    const json::Pointer start = json::Pointer::fromPath(u"startDateTime"_s);
    QVERIFY(document.findingAt(start));
    document.document().setValue(start, u"2020-01-01T00:00:00Z"_s);
    QVERIFY(!changed.isEmpty());
    QVERIFY(!document.findingAt(start));
    // A body of 300 KB is judged off this thread, and arrives all the same.
    document.document().setValue(json::Pointer::fromPath(u"id"_s), QString(300'000, u'x'));
    document.document().setValue(start, 5);
    QTRY_VERIFY(document.findingAt(start));
}

void DocumentControllerTest::fix_isOneUndoStep()
{
    DocumentController document(m_services);
    document.document().setValue(json::Pointer::fromPath(u"isTest"_s), u"True"_s);
    const session::Finding finding = *document.findingAt(json::Pointer::fromPath(u"isTest"_s));
    QVERIFY(document.fix(finding));
    QCOMPARE(document.document().value(finding.pointer), QJsonValue(true));
    QVERIFY(!document.findingAt(finding.pointer));
    document.document().setValue(finding.pointer, false);
    document.document().undo();
    QCOMPARE(document.document().value(finding.pointer), QJsonValue(true));
    document.document().undo();
    QCOMPARE(document.document().value(finding.pointer), QJsonValue(u"True"_s));
}

void DocumentControllerTest::fix_keepsAllOtherBytes()
{
    DocumentController document(m_services);
    // Also where the form has stepped back, as from a name that stands twice.
    document.document().load("{ \"isTest\": \"true\",\r\n\"x\": 1.0, \"x\": 1e400 }");
    QVERIFY(document.document().obstacle());
    QVERIFY(document.fix(*document.findingAt(json::Pointer::fromPath(u"isTest"_s))));
    QCOMPARE(document.document().bytes(), "{ \"isTest\": true,\r\n\"x\": 1.0, \"x\": 1e400 }"_ba);
}

void DocumentControllerTest::fix_ofAHeader_isAnsweredByIt()
{
    DocumentController document(m_services);
    const json::Pointer family = json::Pointer::fromPath(u"caller/userAgent/productFamily"_s);
    document.document().load(R"({"caller":{"userAgent":{"@odata.type":"#microsoft.graph.callRecords.clientUserAgent",)"
                             R"("productFamily":"azureCommunicationServices"}}})");
    const QByteArray body = document.document().bytes();
    QVERIFY(document.findingAt(family));
    QSignalSpy requests(&document, &DocumentController::requestChanged);
    QVERIFY(document.fix(*document.findingAt(family)));
    QVERIFY(!document.findingAt(family));
    QVERIFY(document.headers().prefers("include-unknown-enum-members"));
    QCOMPARE(document.document().bytes(), body);
    QVERIFY(!requests.isEmpty());
    document.headers().setRows(present::defaultHeaders());
    QVERIFY(document.findingAt(family));
}

void DocumentControllerTest::fix_ofABodyThatHasMovedOn_isNotMade()
{
    DocumentController document(m_services);
    const QByteArray large = R"({"isTest":"true","x":")" + QByteArray(300 * 1024, 'x') + R"("})";
    document.document().load(large);
    QTRY_VERIFY(document.findingAt(json::Pointer::fromPath(u"isTest"_s)));
    const session::Finding finding = *document.findingAt(json::Pointer::fromPath(u"isTest"_s));
    document.document().setValue(finding.pointer, u"mine"_s);
    QVERIFY(!document.fix(finding));
    QCOMPARE(document.document().value(finding.pointer), QJsonValue(u"mine"_s));
}

void DocumentControllerTest::largeBody_isBeingMade_untilItIsThere()
{
    DocumentController document(m_services);
    document.setTarget({u"http://127.0.0.1:1"_s, u"v1.0"_s, u"x"_s, {}});
    document.document().load(R"({"x":")" + QByteArray(300 * 1024, 'x') + R"("})");
    QVERIFY(document.nextRequest().request);
    QTRY_VERIFY(!document.nextRequest().sha256.isEmpty());
    document.document().setValue(json::Pointer::fromPath(u"id"_s), u"edited"_s);
    QVERIFY(!document.nextRequest().request);
    QVERIFY(!document.nextRequest().problem.isEmpty());
    QVERIFY(document.destination());
    QTRY_VERIFY(!document.nextRequest().sha256.isEmpty());
    QCOMPARE(document.nextRequest().request->body, document.document().bytes());
    QCOMPARE(document.nextRequest().sha256, core::sha256(document.document().bytes()));
    // A reference has no part of the session but its id.
    document.document().setValue(json::Pointer::fromPath(u"id"_s), u"again"_s);
    document.setTarget({u"http://127.0.0.1:1"_s, u"v1.0"_s, u"x"_s, exchange::PathChoice::RefODataId});
    QVERIFY(document.nextRequest().request);
    QVERIFY(document.nextRequest().request->body.contains("again"));
}

void DocumentControllerTest::submit_beforeTheBodyIsMade_sendsItExactly_data()
{
    QTest::addColumn<bool>("isTyped");
    QTest::newRow("edited in the form") << false;
    QTest::newRow("typed in Source") << true;
}

void DocumentControllerTest::submit_beforeTheBodyIsMade_sendsItExactly()
{
    QFETCH(const bool, isTyped);
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    DocumentController document(m_services);
    document.setTarget(targetOf(server));
    const QByteArray rest = R"("x": ")" + QByteArray(300 * 1024, 'x') + '"';
    document.document().load("{" + rest + "}");
    QByteArray sent;
    if (isTyped) {
        sent = "{ broken " + rest;
        document.setSource(sent);
        QVERIFY(!document.document().isSettled());
    } else {
        sent = "{\n    \"id\": \"edited\",\n    " + rest + "\n}\n";
        document.document().setValue(json::Pointer::fromPath(u"id"_s), u"edited"_s);
        QVERIFY(!document.document().hasBytes());
    }
    QSignalSpy ended(&document, &DocumentController::exchangeEnded);
    document.submit();
    QVERIFY(ended.wait());
    QVERIFY(server.requests().constFirst().endsWith(QByteArray("\r\n\r\n" + sent)));
    QCOMPARE(document.lastExchange()->request.body, sent);
}

void DocumentControllerTest::cancel_ends()
{
    support::RawServer server;
    server.always({});
    DocumentController document(m_services);
    document.setTarget(targetOf(server));
    QSignalSpy came(&server, &support::RawServer::requestCame);
    QSignalSpy ended(&document, &DocumentController::exchangeEnded);
    document.submit();
    QVERIFY(came.wait());
    document.cancel();
    QVERIFY(!ended.isEmpty() || ended.wait());
    QCOMPARE(document.lastExchange()->error->code, core::Error::Code::Cancelled);
}

void DocumentControllerTest::response_becomesFacts()
{
    support::RawServer server;
    server.always({support::Step::send("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nrequest-id: r-1\r\n"
                                       "Content-Length: 8\r\n\r\n{\"a\":1}\n")});
    DocumentController document(m_services);
    document.setTarget(targetOf(server));
    present::ResponsePresenter response(document);
    QSignalSpy changed(&response, &present::ResponsePresenter::changed);
    document.submit();
    QVERIFY(changed.wait());
    const present::ResponseFacts &facts = *response.facts();
    QCOMPARE(facts.status, u"201 Created"_s);
    QCOMPARE(facts.outcome, u"as expected"_s);
    QCOMPARE(facts.requestId, u"r-1"_s);
    QCOMPARE(facts.body, "{\"a\":1}\n"_ba);
    QCOMPARE(facts.size, u"8 bytes"_s);
    QVERIFY(facts.headers.contains("request-id: r-1\n"));
    QVERIFY(facts.sent.startsWith("POST /v1.0/communications/callRecords/id/sessions HTTP/1.1\n"));
    QVERIFY(facts.error.isEmpty());
    QVERIFY(!facts.timing.isEmpty());
}

void DocumentControllerTest::error_becomesRows()
{
    exchange::Exchange exchange;
    exchange.hasLeft = true;
    exchange.response = exchange::Response{
        400,
        "Bad Request",
        {{"Content-Type", "application/json"}},
        R"({"error":{"code":"BadRequest","message":"","details":[{"code":"c","message":"m","target":"/modalities/0"}],)"
        R"("innererror":{"code":"deep","innerError":{"request-id":"r"}}}})",
        true};
    const present::ResponseFacts facts = present::responseFactsOf(present::Examination(exchange));
    const QList<present::FactRow> expected{
        {u"code"_s, u"BadRequest"_s},
        {u"message"_s, QString()},
        {u"details: /modalities/0"_s, u"c: m"_s},
        {u"innerError code"_s, u"deep"_s},
        {u"innerError innerError request-id"_s, u"r"_s},
    };
    QCOMPARE(facts.error, expected);
    QCOMPARE(facts.outcome, u"not as expected"_s);
}

QTEST_GUILESS_MAIN(DocumentControllerTest)
#include "tst_documentcontroller.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/readback.h"

#include "present/readbackdesk.h"
#include "present/resultpresenter.h"

#include <QRegularExpression>

class ReadBackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_desk = std::make_unique<Desk>();
    }
    void cleanup() { m_desk.reset(); }
    void availability_followsTheSubmit();
    void session_isReadById();
    void session_isComparedWithWhatWasSent();
    void expectation_ofTheSubmit_isNotThatOfTheGet();
    void token_goesWithIt();
    void token_ofAnotherOrigin_staysHere();
    void missing_isAskedForAgain();
    void missing_isGivenUpAfterTenMinutes();
    void stop_endsTheWait();
    void stop_endsTheQuestion();
    void submit_endsTheWait();
    void recall_endsTheWait();
    void onlyGetsAreRepeated();

private:
    std::unique_ptr<Desk> m_desk;
};

void ReadBackTest::availability_followsTheSubmit()
{
    ReadBack &readBack = m_desk->readBack;
    QVERIFY(!readBack.isAvailable());
    readBack.start(); // does nothing
    QVERIFY(!readBack.isUnderWay());
    QSignalSpy changed(&readBack, &ReadBack::availableChanged);
    QVERIFY(m_desk->submit());
    QVERIFY(readBack.isAvailable());
    QVERIFY(!changed.isEmpty());
    m_desk->created = RawServer::response("400 Bad Request", "application/json", "{}");
    QVERIFY(m_desk->submit());
    QVERIFY(!readBack.isAvailable());
    m_desk->created = RawServer::response("503 Busy", "application/json", "{}");
    QVERIFY(m_desk->submit());
    QVERIFY(readBack.isAvailable());
}

void ReadBackTest::session_isReadById()
{
    m_desk->gets["/sessions/s1"] = {Desk::ok(withId("s1"))};
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    QVERIFY(m_desk->readBack.isUnderWay());
    QVERIFY(!m_desk->readBack.isAvailable());
    QVERIFY(m_desk->waitForExchange(2));
    QCOMPARE(m_desk->asked, QStringList{u"/v1.0/communications/callRecords/e5/sessions/s1"_s});
    QCOMPARE(m_desk->told, QStringList{u"Read back: 200 OK. Result holds it against what was sent."_s});
    QVERIFY(m_desk->readBack.progress().isEmpty());
    QCOMPARE(m_desk->log.begun.size(), 2);
    const exchange::Exchange &last = *m_desk->document.lastExchange();
    QCOMPARE(last, m_desk->log.ended.constLast());
    QCOMPARE(last.request.method, "GET"_ba);
    QCOMPARE(last.environment, u"Custom"_s);
    QVERIFY(m_desk->readBack.isAvailable()); // once more, of the same submit
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(3));
    QCOMPARE(m_desk->asked.size(), 2);
}

void ReadBackTest::session_isComparedWithWhatWasSent()
{
    m_desk->gets["/sessions/s1"] = {Desk::ok(withId("s1").replace("T01:", "T02:"))};
    present::ResultPresenter result(m_desk->document);
    result.setFollowing(true);
    QVERIFY(m_desk->submit());
    QVERIFY2(result.summary().startsWith("1 added, 2 same. Checks"_L1), qPrintable(result.summary()));
    m_desk->document.document().load("{}"); // goes on; what was sent does not
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(2));
    QVERIFY2(result.summary().startsWith(
                 "Read back and compared with what was sent: 1 changed, 1 added, 1 same. Checks: 3 not met"_L1),
             qPrintable(result.summary()));
    QVERIFY2(result.guideText().isEmpty(), qPrintable(result.guideText()));
    m_desk->document.recall(*m_desk->document.lastExchange()); // as out of the history
    QVERIFY2(result.summary().startsWith("This request only asked"_L1), qPrintable(result.summary()));
}

void ReadBackTest::expectation_ofTheSubmit_isNotThatOfTheGet()
{
    m_desk->gets["/sessions/s1"] = {Desk::ok(withId("s1"))};
    session::Expectation expectation;
    expectation.statuses = session::StatusSet::parse(u"201"_s).value();
    expectation.headers.insert(u"Location"_s, {});
    expectation.members.insert(u"/endDateTime"_s, {session::MemberWish::Kind::Absent, {}});
    m_desk->document.setExpectation(expectation);
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(2));
    const present::Examination examination(*m_desk->document.lastExchange(), expectation, &m_desk->document.schema(),
                                           m_desk->document.earlier());
    QCOMPARE(present::judge(examination).reasons, QStringList{u"/endDateTime came back, and must be absent."_s});
}

void ReadBackTest::token_goesWithIt()
{
    m_desk->gets["/sessions/s1"] = {Desk::ok(withId("s1"))};
    QVERIFY(m_desk->environments.setToken(u"abc"_s));
    m_desk->environments.setAuthorizationKind(exchange::Authorization::Kind::Token);
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(2));
    const QByteArray request = m_desk->server.requests().constLast();
    QVERIFY2(request.startsWith("GET /v1.0/communications/callRecords/e5/sessions/s1 HTTP/1.1\r\n"),
             request.constData());
    QVERIFY(request.contains("\r\nAuthorization: Bearer abc\r\n"));
    QVERIFY(!request.contains("\r\nContent-Type"));
    QVERIFY(request.endsWith("\r\n\r\n"));
    QCOMPARE(exchange::valueOf(m_desk->log.ended.constLast().request.headers, "Authorization"), "Bearer ***"_ba);
}

void ReadBackTest::token_ofAnotherOrigin_staysHere()
{
    QVERIFY(m_desk->submit());
    m_desk->environments.setBaseUrl(u"http://127.0.0.1:1"_s);
    QVERIFY(m_desk->environments.setToken(u"abc"_s));
    m_desk->environments.setAuthorizationKind(exchange::Authorization::Kind::Token);
    m_desk->readBack.start();
    QTRY_COMPARE(m_desk->told.size(), 1);
    QVERIFY2(m_desk->told.constFirst().startsWith("Nothing was read back: "_L1), qPrintable(m_desk->told.constFirst()));
    QCOMPARE(m_desk->document.lastExchange()->error->code, core::Error::Code::Refused);
    QCOMPARE(m_desk->server.requests().size(), 1);
}

void ReadBackTest::missing_isAskedForAgain()
{
    m_desk->gets["/sessions/s1"] = {Desk::notFound(), Desk::notFound(), Desk::notFound(), Desk::ok(withId("s1"))};
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(2));
    QCOMPARE(
        m_desk->readBack.progress(),
        u"The session is not there yet (404 Not Found). Asked once; again in 30 seconds, for 10 minutes at most."_s);
    QCOMPARE(m_desk->document.lastExchange()->response->status, 404); // is shown
    m_desk->clock.advance(1s);
    QTRY_VERIFY2(m_desk->readBack.progress().contains("again in 29 seconds, for 9 minutes and 59 seconds at most"_L1),
                 qPrintable(m_desk->readBack.progress()));
    m_desk->clock.advance(29s - 1ns);
    QTRY_VERIFY(m_desk->readBack.progress().contains("again in 1 second,"_L1));
    QCOMPARE(m_desk->asked.size(), 1);
    m_desk->clock.advance(1ns);
    QVERIFY(m_desk->waitForExchange(3));
    QVERIFY2(
        m_desk->readBack.progress().contains("Asked 2 times; again in 30 seconds, for 9 minutes and 30 seconds"_L1),
        qPrintable(m_desk->readBack.progress()));
    m_desk->clock.advance(30s);
    QVERIFY(m_desk->waitForExchange(4));
    m_desk->clock.advance(30s);
    QVERIFY(m_desk->waitForExchange(5));
    QVERIFY(!m_desk->readBack.isUnderWay());
    QCOMPARE(m_desk->told.size(), 1);
    QVERIFY(m_desk->told.constFirst().startsWith("Read back: 200 OK."_L1));
    QCOMPARE(m_desk->log.ended.size(), 5);
}

void ReadBackTest::missing_isGivenUpAfterTenMinutes()
{
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    for (int question = 1; question <= 21; ++question) {
        QVERIFY(m_desk->waitForExchange(1 + question));
        QCOMPARE(m_desk->readBack.isUnderWay(), question <= 20);
        m_desk->clock.advance(30s);
    }
    QCOMPARE(m_desk->asked.size(), 21);
    QCOMPARE(m_desk->told,
             QStringList{u"The session is not there yet (404 Not Found). It was asked for again and again "
                         u"during 10 minutes. Read it back later."_s});
    QVERIFY(m_desk->readBack.isAvailable());
}

void ReadBackTest::stop_endsTheWait()
{
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(2));
    m_desk->readBack.stop();
    QVERIFY(!m_desk->readBack.isUnderWay());
    QVERIFY(m_desk->readBack.isAvailable());
    QVERIFY(m_desk->readBack.progress().isEmpty());
    m_desk->clock.advance(1min);
    QVERIFY(Desk::letTicksPass());
    QCOMPARE(m_desk->asked.size(), 1);
    QVERIFY(m_desk->told.isEmpty());
}

void ReadBackTest::stop_endsTheQuestion()
{
    m_desk->gets["/sessions/s1"] = {{Step::wait(std::chrono::hours(1))}};
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    QTRY_COMPARE(m_desk->asked.size(), 1);
    QVERIFY(m_desk->readBack.progress().startsWith("The session is being read at http://127.0.0.1:"_L1));
    m_desk->readBack.stop();
    QTRY_COMPARE(m_desk->log.ended.size(), 2);
    QCOMPARE(m_desk->log.ended.constLast().error->code, core::Error::Code::Cancelled);
    QCoreApplication::processEvents();
    QCOMPARE(m_desk->document.lastExchange()->request.method, "POST"_ba);
    QVERIFY(m_desk->told.isEmpty());
}

void ReadBackTest::submit_endsTheWait()
{
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(2));
    m_desk->created = RawServer::created(withId("s2"));
    m_desk->document.submit();
    QVERIFY(!m_desk->readBack.isUnderWay());
    QVERIFY(!m_desk->readBack.isAvailable());
    m_desk->clock.advance(1min);
    QTRY_COMPARE(m_desk->log.ended.size(), 3);
    QTRY_VERIFY(m_desk->readBack.isAvailable());
    QVERIFY(Desk::letTicksPass());
    QCOMPARE(m_desk->document.lastExchange()->request.method, "POST"_ba);
    QVERIFY(!m_desk->document.earlier());
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(4));
    QVERIFY(m_desk->asked.constLast().endsWith("/s2"_L1));
}

void ReadBackTest::recall_endsTheWait()
{
    QVERIFY(m_desk->submit());
    const exchange::Exchange first = *m_desk->document.lastExchange();
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(2));
    m_desk->document.recall(first);
    QVERIFY(!m_desk->readBack.isUnderWay());
    QVERIFY(m_desk->readBack.isAvailable());
    m_desk->document.recall(m_desk->log.ended.constLast()); // a GET leads to nothing
    QVERIFY(!m_desk->readBack.isAvailable());
}

void ReadBackTest::onlyGetsAreRepeated()
{
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    for (int question = 1; question <= 5; ++question) {
        QVERIFY(m_desk->waitForExchange(1 + question));
        m_desk->clock.advance(30s);
    }
    QCOMPARE(m_desk->server.posts(), 1);
    const QList<QByteArray> requests = m_desk->server.requests();
    for (const QByteArray &request : requests.mid(1))
        QVERIFY(request.startsWith("GET "));
}

QTEST_GUILESS_MAIN(ReadBackTest)
#include "tst_readback.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Reading back where no response says where the session is.
#include "present/readbackdesk.h"
#include "present/resultpresenter.h"

#include <QRegularExpression>

class ReadBackSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_desk = std::make_unique<Desk>();
    }
    void cleanup() { m_desk.reset(); }
    void unknownResult_isLookedForInTheList();
    void list_isFollowedOnItsOrigin();
    void twoWithTheseTimes_areSaid();
    void emptyList_isAskedForAgain();
    void ends_areSaid_data();
    void ends_areSaid();

private:
    std::unique_ptr<Desk> m_desk;
};

void ReadBackSearchTest::unknownResult_isLookedForInTheList()
{
    m_desk->created = "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"id\"";
    m_desk->server.choose([this](const QByteArray &request) {
        if (request.startsWith("POST"))
            return Script{Step::send(m_desk->created), Step::close()};
        m_desk->asked += QString::fromLatin1(request.split(' ').at(1));
        return Desk::ok(request.contains("/sessions/x%2Fy ") ? withId("x/y")
                                                             : R"({"value":[{"id":"0"},)" + withId("x/y") + "]}");
    });
    present::ResultPresenter result(m_desk->document);
    result.setFollowing(true);
    QStringList summaries;
    QObject::connect(&result, &present::ResultPresenter::changed, &result,
                     [&result, &summaries] { summaries += result.summary().section(". "_L1, 0, 0); });
    QVERIFY(m_desk->submit());
    QVERIFY(m_desk->document.lastExchange()->error);
    QVERIFY(m_desk->readBack.isAvailable());
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(3));
    const QString list = u"/v1.0/communications/callRecords/e5/sessions"_s;
    QCOMPARE(m_desk->asked, (QStringList{list, list + "/x%2Fy"_L1}));
    QCOMPARE(summaries.size(), 3);
    QVERIFY2(summaries.at(1).startsWith("These are sessions of the call record"_L1), qPrintable(summaries.at(1)));
    QCOMPARE(summaries.at(2), u"Read back and compared with what was sent: 1 added, 2 same"_s);
    QVERIFY(m_desk->told.constLast().startsWith("Read back: 200 OK."_L1));
}

void ReadBackSearchTest::list_isFollowedOnItsOrigin()
{
    m_desk->created = RawServer::response("504 Gateway Timeout", "application/json", "{}");
    m_desk->gets["/sessions"] = {Desk::ok(R"({"value":[],"@odata.nextLink":"?$skiptoken=1"})")};
    m_desk->gets["/sessions?$skiptoken=1"] = {Desk::ok(
        R"({"value":[],"@odata.nextLink":")" + m_desk->server.url(u"/sessions?$skiptoken=2"_s).toLatin1() + R"("})")};
    m_desk->gets["/sessions?$skiptoken=2"]
        = {Desk::ok(R"({"value":[],"@odata.nextLink":"http://127.0.0.2/sessions?$skiptoken=3"})")};
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(4));
    QCOMPARE(m_desk->asked.size(), 3);
    QCOMPARE(m_desk->told.size(), 1);
    QVERIFY2(m_desk->told.constFirst().startsWith(
                 u"The list goes on at “http://127.0.0.2/sessions?$skiptoken=3”, which is not of this service"_s),
             qPrintable(m_desk->told.constFirst()));
}

void ReadBackSearchTest::twoWithTheseTimes_areSaid()
{
    m_desk->created = RawServer::response("204 No Content", "text/plain", {});
    m_desk->gets["/sessions"]
        = {Desk::ok(R"({"value":[)" + withId("a") + R"(],"@odata.nextLink":"sessions?$skiptoken=1"})")};
    m_desk->gets["/sessions?$skiptoken=1"] = {Desk::ok(R"({"value":[)" + withId("b") + "]}")};
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(3));
    QCOMPARE(
        m_desk->told,
        QStringList{u"2 sessions of the list have this start and end: a, b. Which of them is the one that was sent "
                    u"cannot be told."_s});
    QCOMPARE(m_desk->asked.size(), 2);
}

void ReadBackSearchTest::emptyList_isAskedForAgain()
{
    m_desk->created = RawServer::response("204 No Content", "text/plain", {});
    m_desk->gets["/sessions"] = {Desk::ok(R"({"value":[]})"), Desk::ok(R"({"value":[)" + withId("a") + R"(]})")};
    m_desk->gets["/sessions/a"] = {Desk::notFound(), Desk::ok(withId("a"))};
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    QVERIFY(m_desk->waitForExchange(2));
    QVERIFY2(
        m_desk->readBack.progress().startsWith("No session with this start and end is in the list yet. Asked once"_L1),
        qPrintable(m_desk->readBack.progress()));
    m_desk->clock.advance(30s);
    QVERIFY(m_desk->waitForExchange(4));
    QVERIFY(m_desk->readBack.progress().startsWith("The session is not there yet (404 Not Found). Asked 2 times"_L1));
    m_desk->clock.advance(30s);
    QVERIFY(m_desk->waitForExchange(5));
    QVERIFY(m_desk->told.constFirst().startsWith("Read back: 200 OK."_L1));
    QVERIFY(!m_desk->document.earlier()->isSearch);
}

void ReadBackSearchTest::ends_areSaid_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<Script>("list");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("exchanges");
    const auto row = [](const char *name, const QByteArray &sent, const Script &list, const QString &sentence,
                        int exchanges = 2) { QTest::newRow(name) << sent << list << sentence << exchanges; };
    row("no times", "{}", {}, u"The response names neither an id nor a place"_s, 1);
    row("no list", sentSession, Desk::ok("{}"), u"The service answered without a list of sessions"_s);
    row("circle", sentSession, Desk::ok(R"({"value":[],"@odata.nextLink":"sessions"})"),
        u"The list leads back to a page"_s);
    row("no id", sentSession, Desk::ok(R"({"value":[)" + sentSession + "]}"),
        u"The session is in the list, but without an id"_s);
    row("dots as id", sentSession, Desk::ok(R"({"value":[)" + withId("..") + "]}"),
        u"The session is in the list, but without an id"_s);
    row("403", sentSession, {Step::send(RawServer::response("403 Forbidden", "application/json", "{}"))},
        u"The service answered 403 Forbidden instead of the session."_s);
    row("redirect", sentSession, {Step::send("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n")},
        u"The service answered 302 Found instead of the session."_s);
    row("closed", sentSession, {Step::close()}, u"Nothing was read back: "_s);
    row("cut", sentSession, {Step::send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"), Step::close()},
        u"Nothing was read back: "_s);
}

void ReadBackSearchTest::ends_areSaid()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const Script, list);
    QFETCH(const QString, sentence);
    QFETCH(const int, exchanges);
    m_desk->created = RawServer::response("204 No Content", "text/plain", {});
    m_desk->gets["/sessions"] = {list};
    m_desk->document.document().load(sent);
    QVERIFY(m_desk->submit());
    m_desk->readBack.start();
    QTRY_COMPARE(m_desk->told.size(), 1);
    QVERIFY2(m_desk->told.constFirst().startsWith(sentence), qPrintable(m_desk->told.constFirst()));
    QVERIFY(!m_desk->readBack.isUnderWay());
    QCOMPARE(m_desk->server.requests().size(), exchanges);
    QCOMPARE(m_desk->log.ended.size(), exchanges);
}

QTEST_GUILESS_MAIN(ReadBackSearchTest)
#include "tst_readbacksearch.moc"

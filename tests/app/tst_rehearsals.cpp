// SPDX-License-Identifier: GPL-3.0-or-later
// Each fault that the sandbox rehearses, as the window shows it, and a body over the bound.
#include "app/windowfixture.h"
#include "support/rawserver.h"

#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

class RehearsalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void everyName_hasARow();
    void rehearsal_isShownAsWhatItIs_data();
    void rehearsal_isShownAsWhatItIs();
    void bodyOverTheBound_isKeptAsFarAsItCame();

private:
    QString status() const { return m_fixture->find<QLineEdit>(u"responseStatusEdit"_s)->text(); }
    QString outcome() const
    {
        return m_fixture->find<QWidget>(u"statusLine"_s)->findChild<QLabel *>(u"outcomeLabel"_s)->text();
    }
    QString guide() const { return m_fixture->find<QLabel>(u"guideLabel"_s)->text(); }
    void show(const QString &page) const
    {
        m_fixture->find<QTabWidget>(u"responseTabs"_s)->setCurrentWidget(m_fixture->find<QWidget>(page));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void RehearsalsTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
    show(u"resultPage"_s);
}

namespace {

struct Row
{
    QString name;
    QString status;
    QString outcome;
    QString guide; ///< A part of what is said; empty when nothing is.
    QString result; ///< A part of what the comparison says, that tells what the status does not.
};

const QList<Row> &rows()
{
    static const QList<Row> rows{
        {u"none"_s, u"201 Created"_s, u"as expected"_s, u""_s, u""_s},
        {u"stores-as-graph"_s, u"201 Created"_s, u"as expected"_s, u""_s, u"same, other text"_s},
        {u"stores-wrongly"_s, u"201 Created"_s, u"as expected"_s, u""_s, u"1 changed, 1 dropped"_s},
        {u"401"_s, u"401 Unauthorized"_s, u"not as expected"_s, u"The service wants a token, and none was sent."_s,
         u""_s},
        {u"403"_s, u"403 Forbidden"_s, u"not as expected"_s, u"The token is good, and it does not permit this."_s,
         u""_s},
        {u"404"_s, u"404 Not Found"_s, u"not as expected"_s, u"The service has no call record with this id."_s, u""_s},
        {u"405"_s, u"405 Method Not Allowed"_s, u"not as expected"_s,
         u"The service does not create sessions at this address."_s, u""_s},
        {u"409"_s, u"409 Conflict"_s, u"not as expected"_s, u"The request contradicts what the service has."_s, u""_s},
        {u"413"_s, u"413 Content Too Large"_s, u"not as expected"_s, u"The session is too large for the service."_s,
         u""_s},
        {u"429"_s, u"429 Too Many Requests"_s, u"not as expected"_s, u"The service asks for fewer requests."_s, u""_s},
        {u"500"_s, u"500 Internal Server Error"_s, u"not as expected"_s, u"The service failed inside."_s, u""_s},
        {u"503"_s, u"503 Service Unavailable"_s, u"not as expected"_s, u"The service is busy or under maintenance."_s,
         u""_s},
        {u"504"_s, u"504 Gateway Timeout"_s, u"not as expected"_s, u"A gateway waited in vain for the service."_s,
         u""_s},
        {u"slow"_s, u"201 Created"_s, u"as expected"_s, u""_s, u""_s},
        {u"drip"_s, u"201 Created"_s, u"as expected"_s, u""_s, u""_s},
        {u"cut-off"_s, u"201 Created"_s, u"no whole response"_s,
         u"The service closed the connection before a whole response came."_s, u"No whole response came"_s},
        {u"wrong-length"_s, u"201 Created"_s, u"not as expected"_s, u"the text ends within a string"_s,
         u"What came back is no session"_s},
        {u"not-json"_s, u"201 Created"_s, u"not as expected"_s, u"The status says success, and the body is not JSON."_s,
         u"What came back is no session"_s},
        {u"html"_s, u"200 OK"_s, u"not as expected"_s, u"A page for people came where a session should be."_s,
         u"What came back is no session"_s},
        {u"large"_s, u"201 Created"_s, u"as expected"_s, u""_s, u"added"_s},
    };
    return rows;
}

} // namespace

void RehearsalsTest::everyName_hasARow()
{
    QStringList names;
    for (const sandbox::RehearsalName &rehearsal : sandbox::rehearsals())
        names += rehearsal.name;
    QStringList mine;
    for (const Row &row : rows())
        mine += row.name;
    QCOMPARE(mine, names);
}

void RehearsalsTest::rehearsal_isShownAsWhatItIs_data()
{
    QTest::addColumn<Row>("row");
    for (const Row &row : rows())
        QTest::newRow(qPrintable(row.name)) << row;
}

void RehearsalsTest::rehearsal_isShownAsWhatItIs()
{
    QFETCH(const Row, row);
    m_fixture->find<QComboBox>(u"rehearsalBox"_s)->setCurrentText(row.name);
    QVERIFY(m_fixture->submit());
    QTRY_VERIFY_WITH_TIMEOUT(!outcome().isEmpty(), 30'000); // that of a large body is found off the thread
    QCOMPARE(status(), row.status);
    QCOMPARE(outcome(), row.outcome);
    QTRY_COMPARE(guide().isEmpty(), row.guide.isEmpty());
    QVERIFY2(guide().contains(row.guide), qPrintable(guide()));
    const auto *result = m_fixture->find<QLabel>(u"resultLabel"_s);
    QTRY_VERIFY_WITH_TIMEOUT(result->text().contains(row.result), 30'000); // likewise
}

void RehearsalsTest::bodyOverTheBound_isKeptAsFarAsItCame()
{
    support::RawServer server;
    const QByteArray body = "{\"id\":\"" + QByteArray(3000, 'x') + "\"}";
    server.choose([&body](const QByteArray &) {
        return support::Script{support::Step::send(support::RawServer::created(body))};
    });
    m_fixture->useServer(server.url({}));
    graph::Limits limits;
    limits.bodyCap = 1000;
    m_fixture->document.setLimits(limits);
    QVERIFY(m_fixture->submit());
    QCOMPARE(outcome(), u"no whole response"_s);
    const exchange::Exchange &last = *m_fixture->document.lastExchange();
    QVERIFY(last.response && !last.response->isComplete);
    QVERIFY(last.response->body.size() >= 1000 && body.startsWith(last.response->body));
    m_fixture->prompter.path = m_fixture->folder.filePath(u"part"_s);
    show(u"bodyTab"_s);
    m_fixture->find<QPushButton>(u"saveBodyButton"_s)->click();
    QFile saved(*m_fixture->prompter.path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), last.response->body);
    QVERIFY(m_fixture->find<QLabel>(u"noteLabel"_s)->text().contains("1,000"_L1));
}

QTEST_MAIN(RehearsalsTest)
#include "tst_rehearsals.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Neither a broken nor a large schema stops the window.
#include "app/heartbeat.h"
#include "app/schemafixture.h"
#include "support/rawserver.h"

#include <QDialog>
#include <QPointer>
#include <QTableView>

using namespace Qt::StringLiterals;
using support::RawServer;
using support::Step;

namespace {

QByteArray typed(const QByteArray &name, const QByteArray &type)
{
    return "<Property Name=\"" + name + "\" Type=\"" + type + "\"/>";
}

} // namespace

class SchemaFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void faults_data();
    void faults();
    void largeDocuments_keepTheWindowAlive_data();
    void largeDocuments_keepTheWindowAlive();
    void cancel_isInTheBar();

private:
    std::unique_ptr<SchemaFixture> m_fixture;
};

void SchemaFaultsTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<SchemaFixture>();
    m_fixture->window.resize(1366, 700);
    QVERIFY(m_fixture->start());
}

void SchemaFaultsTest::faults_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QString>("reason");
    QTest::newRow("404") << RawServer::response("404 Not Found", "text/plain", "no") << u"404 Not Found"_s;
    QTest::newRow("HTML page") << RawServer::response("200 OK", "text/html", "<html><body>Sign in</body></html>")
                               << u"not html"_s;
    QTest::newRow("broken XML") << RawServer::response("200 OK", "application/xml", support::schemaText().chopped(30))
                                << u"line "_s;
    QTest::newRow("8 MB, broken at the end")
        << RawServer::response("200 OK", "application/xml", support::largeSchemaText(8'000'000).chopped(30))
        << u"line "_s;
}

void SchemaFaultsTest::faults()
{
    QFETCH(const QByteArray, response);
    QFETCH(const QString, reason);
    RawServer server;
    server.always({Step::send(response)});
    m_fixture->useServer(server.url({}));
    const QByteArray before = m_fixture->bytes();
    const QPointer<QWidget> form = m_fixture->find<QWidget>(u"sessionForm"_s);
    Heartbeat heart;
    m_fixture->trigger(u"loadSchemaAction"_s);
    QVERIFY(m_fixture->bar()->sentence().contains(u"is being loaded"_s));
    const auto *notice = m_fixture->find<app::NoticeBar>(u"noticeBar"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice->sentence().contains(reason), 30'000);
    heart.beat();
    qInfo("%s: longest pause %lld ms, own work in it %lld ms", QTest::currentDataTag(), heart.longest(),
          heart.longestOwn());
    QVERIFY(notice->sentence().contains(server.url(u"/v1.0/$metadata"_s)));
    QVERIFY(m_fixture->bar()->isHidden());
    QVERIFY(m_fixture->isBuiltIn());
    QCOMPARE(m_fixture->bytes(), before);
    QCOMPARE(m_fixture->find<QWidget>(u"sessionForm"_s), form.get()); // not even made anew
}

void SchemaFaultsTest::largeDocuments_keepTheWindowAlive_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("leastDifferences");
    QTest::newRow("as it is, to compare with") << support::schemaText() << 0;
    QTest::newRow("8 MB of types") << support::largeSchemaText(8'000'000) << 100;
    QByteArray members;
    for (int number = 0; members.size() < 8'000'000; ++number)
        members += "<Member Name=\"m" + QByteArray::number(number) + "\" Value=\"" + QByteArray::number(100 + number)
            + "\"/>";
    QTest::newRow("8 MB of members") << support::schemaTextWith("<EnumType Name=\"modality\">",
                                                                "<EnumType Name=\"modality\">" + members)
                                     << 100;
    QByteArray properties;
    for (int number = 0; properties.size() < 8'000'000; ++number)
        properties += typed("p" + QByteArray::number(number), "Edm.String");
    QTest::newRow("8 MB of properties") << support::schemaTextWith("<Property Name=\"startDateTime\"",
                                                                   properties + "<Property Name=\"startDateTime\"")
                                        << 100;
    QByteArray line;
    for (int number = 0; line.size() < 8'000'000; ++number)
        line += "<ComplexType Name=\"t" + QByteArray::number(number) + "\" BaseType=\"callRecords.t"
            + QByteArray::number(number + 1) + "\"/>";
    QTest::newRow("8 MB of base types") << support::schemaTextWith("<EntityType Name=\"session\"",
                                                                   line + "<EntityType Name=\"session\"")
                                               .replace("Name=\"caller\" Type=\"callRecords.endpoint\"",
                                                        "Name=\"caller\" Type=\"callRecords.t0\"")
                                        << 100;
}

// A measurement of what a person would feel, and that all works afterwards; a pause is not asserted, since the machine
// may be busy.
void SchemaFaultsTest::largeDocuments_keepTheWindowAlive()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, leastDifferences);
    RawServer server;
    server.always({Step::send(RawServer::response("200 OK", "application/xml", text))});
    m_fixture->useServer(server.url({}));
    QElapsedTimer timer;
    timer.start();
    Heartbeat heart;
    m_fixture->trigger(u"loadSchemaAction"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->isBuiltIn(), 60'000);
    QCoreApplication::processEvents();
    heart.beat();
    const qint64 loaded = timer.elapsed();
    const qint64 loading = heart.longestOwn();
    QWidget *id = m_fixture->field(u"id"_s)->focusTarget();
    id->setFocus();
    QTest::keyClicks(id, u"abc"_s);
    m_fixture->trigger(u"differencesAction"_s);
    const QPointer<QDialog> dialog = m_fixture->window.findChild<QDialog *>();
    QVERIFY(dialog->findChild<QTableView *>()->model()->rowCount() >= leastDifferences);
    dialog->close();
    QTRY_VERIFY(!dialog);
    heart.beat();
    qInfo("%s: in use after %lld ms, longest pause %lld ms, own work in it %lld ms (%lld ms until in use), %lld "
          "differences",
          QTest::currentDataTag(), loaded, heart.longest(), heart.longestOwn(), loading,
          qint64(m_fixture->schemas.differences().size()));
    m_fixture->clickBar();
    QVERIFY(m_fixture->isBuiltIn());
    QCOMPARE(m_fixture->document.document().value(json::Pointer::fromPath(u"id"_s)).toString(), u"abc"_s);
}

void SchemaFaultsTest::cancel_isInTheBar()
{
    RawServer server;
    server.always({Step::wait(std::chrono::hours(1))});
    m_fixture->useServer(server.url({}));
    m_fixture->trigger(u"loadSchemaAction"_s);
    QVERIFY(m_fixture->bar()->isVisible());
    QTRY_COMPARE(server.requests().size(), 1);
    QSignalSpy ended(&server, &RawServer::connectionEnded);
    m_fixture->clickBar();
    QVERIFY(m_fixture->bar()->isHidden());
    QVERIFY(ended.size() > 0 || ended.wait());
    QVERIFY(m_fixture->find<app::NoticeBar>(u"noticeBar"_s)->isHidden());
    QVERIFY(m_fixture->isBuiltIn());
}

QTEST_MAIN(SchemaFaultsTest)
#include "tst_schemafaults.moc"

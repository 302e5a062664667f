// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/schemacontroller.h"

#include "edm/builtinschema.h"
#include "present/environmentcontroller.h"
#include "present/workspace.h"
#include "support/fakes.h"
#include "support/rawserver.h"
#include "support/schematext.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using present::SchemaController;
using support::RawServer;
using support::Script;
using support::Step;

namespace {

class FilePrompter final : public present::Prompter
{
public:
    LossAnswer askAboutLoss(const QString &) override { return LossAnswer::Cancel; }
    LossAnswer askAboutLosses(const QStringList &) override { return LossAnswer::Cancel; }
    std::optional<QString> askOpenPath(const QString &, FileKind kind) override
    {
        return kind == FileKind::Schema ? path : std::nullopt;
    }
    std::optional<QString> askSavePath(const QString &) override { return {}; }
    void tellProblem(const QString &, const QString &, const QString &) override { }

    std::optional<QString> path;
};

class NoSandbox final : public present::SandboxHost
{
public:
    core::Result<QUrl> start() override { return core::Error{}; }
    QStringList rehearsals() const override { return {}; }
    void setRehearsal(const QString &) override { }
};

const QByteArray isTest = R"(<Property Name="isTest" Type="Edm.Boolean">)";

QByteArray ok(const QByteArray &body)
{
    return RawServer::response("200 OK", "application/xml", body);
}

struct Desk
{
    Desk()
    {
        document.document().load(R"({"isTest": true})");
        QObject::connect(&schemas, &SchemaController::problemFound, &schemas,
                         [this](const QString &sentence) { problems += sentence; });
    }

    void use(const RawServer &server)
    {
        environments.setBaseUrl(server.url({}));
        document.setTarget({server.url({}), u"v1.0"_s, u"1"_s, exchange::PathChoice::Sessions});
    }

    void open(const QByteArray &text)
    {
        QFile file(folder.filePath(u"a %1 schema.xml"_s)); // a name that could be taken for a place in a sentence
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the file cannot be written");
        file.close();
        prompter.path = file.fileName();
        schemas.loadFromFile();
    }

    bool hasIsTest() const { return document.schema().property(edm::sessionTypeName, u"isTest"); }

    QTemporaryDir folder;
    core::SystemClock clock;
    support::MemoryExchangeLog log;
    graph::GraphClient client{clock, log};
    NoSandbox sandbox;
    present::EnvironmentController environments{
        {{u"Custom"_s, exchange::Environment::Kind::Custom, u"http://127.0.0.1:1"_s, u"v1.0"_s, u"1"_s, false}},
        sandbox};
    std::shared_ptr<const store::Files> files = std::make_shared<const store::LocalFiles>();
    FilePrompter prompter;
    present::Workspace workspace{{edm::sharedBuiltinSchema(), client, environments, *files, prompter}};
    present::DocumentController &document = workspace.current().controller();
    SchemaController schemas{{workspace, environments, client, files, prompter}};
    QStringList problems;
};

} // namespace

class SchemaControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_desk = std::make_unique<Desk>();
    }
    void cleanup() { m_desk.reset(); }
    void begin_isBuiltIn();
    void file_takesThePlace_andGoes();
    void service_isAskedOnce_withItsToken();
    void document_staysWhatItIs();
    void largeBody_isJudgedBySchemaInUse();
    void refusedResponses_data();
    void refusedResponses();
    void refusedFiles_data();
    void refusedFiles();
    void longName_isCut();
    void target_withoutUrl_isSaid();
    void newest_wins();
    void cancel_givesUp();
    void builtIn_givesUpWhatIsLoading();
    void goneController_tellsNobody();

private:
    std::unique_ptr<Desk> m_desk;
};

void SchemaControllerTest::begin_isBuiltIn()
{
    QVERIFY(m_desk->schemas.isBuiltIn());
    QVERIFY(m_desk->schemas.differences().isEmpty());
    QCOMPARE(m_desk->schemas.summary(), u"The built-in schema is in use."_s);
    QVERIFY(m_desk->schemas.progress().isEmpty());
    m_desk->prompter.path.reset();
    m_desk->schemas.loadFromFile(); // the person changed his mind
    m_desk->schemas.useBuiltIn();
    QVERIFY(m_desk->problems.isEmpty());
}

void SchemaControllerTest::file_takesThePlace_andGoes()
{
    QSignalSpy changed(&m_desk->schemas, &SchemaController::schemaChanged);
    QSignalSpy documentTold(&m_desk->document, &present::DocumentController::schemaChanged);
    m_desk->open(support::schemaTextWith("Name=\"isTest\"", "Name=\"isTrial\""));
    QVERIFY(m_desk->schemas.progress().contains(u"a %1 schema.xml"_s));
    QVERIFY(changed.wait());
    QVERIFY(m_desk->schemas.progress().isEmpty());
    QVERIFY(!m_desk->schemas.isBuiltIn());
    QVERIFY(!m_desk->hasIsTest());
    QCOMPARE(m_desk->schemas.differences().size(), 2);
    QCOMPARE(
        m_desk->schemas.summary(),
        u"Forms and findings follow the schema of a %1 schema.xml. It differs from the built-in one in 2 places."_s);
    const session::Finding *finding = m_desk->document.findingAt(json::Pointer::fromPath(u"isTest"_s));
    QVERIFY(finding);
    QCOMPARE(finding->severity, session::Severity::Error);

    m_desk->schemas.useBuiltIn();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(documentTold.size(), 2);
    QVERIFY(m_desk->schemas.isBuiltIn());
    QVERIFY(m_desk->hasIsTest());
    QVERIFY(m_desk->schemas.differences().isEmpty());
    QVERIFY(!m_desk->document.findingAt(json::Pointer::fromPath(u"isTest"_s)));
    QVERIFY(m_desk->problems.isEmpty());
}

void SchemaControllerTest::service_isAskedOnce_withItsToken()
{
    RawServer server;
    server.always({Step::send(ok(support::schemaText()))});
    m_desk->use(server);
    QVERIFY(m_desk->environments.setToken(u"abc"_s));
    m_desk->environments.setAuthorizationKind(exchange::Authorization::Kind::Token);
    QSignalSpy changed(&m_desk->schemas, &SchemaController::schemaChanged);
    m_desk->schemas.loadFromEnvironment();
    QVERIFY(changed.wait());
    QCOMPARE(server.requests().size(), 1);
    const QByteArray request = server.requests().constFirst();
    QVERIFY2(request.startsWith("GET /v1.0/$metadata HTTP/1.1\r\n"), request.constData());
    QVERIFY(request.contains("\r\nAccept: application/xml\r\n"));
    QVERIFY(request.contains("\r\nAuthorization: Bearer abc\r\n"));
    QVERIFY(request.endsWith("\r\n\r\n"));
    QCOMPARE(m_desk->log.ended.size(), 1);
    QCOMPARE(m_desk->schemas.summary(),
             u"Forms and findings follow the schema of %1. It does not differ from the built-in one."_s.arg(
                 server.url(u"/v1.0/$metadata"_s)));
    QVERIFY(m_desk->problems.isEmpty());
}

void SchemaControllerTest::document_staysWhatItIs()
{
    session::SessionDocument &document = m_desk->document.document();
    const QByteArray untouched = document.bytes();
    document.setValue(json::Pointer::fromPath(u"id"_s), u"x"_s);
    const QByteArray edited = document.bytes();
    const quint64 revision = document.revision();
    QSignalSpy changed(&m_desk->schemas, &SchemaController::schemaChanged);
    m_desk->open(support::schemaTextWith("Name=\"isTest\"", "Name=\"isTrial\""));
    QVERIFY(changed.wait());
    QCOMPARE(document.bytes(), edited);
    QCOMPARE(document.revision(), revision);
    document.undo();
    QCOMPARE(document.bytes(), untouched);
    document.redo();
    QCOMPARE(document.bytes(), edited);
    // Typing that goes on is a step of its own.
    document.setValue(json::Pointer::fromPath(u"id"_s), u"xy"_s);
    m_desk->schemas.useBuiltIn();
    document.setValue(json::Pointer::fromPath(u"id"_s), u"xyz"_s);
    document.undo();
    QCOMPARE(document.value(json::Pointer::fromPath(u"id"_s)).toString(), u"xy"_s);
}

// It is judged off the GUI thread: the job holds the schema that it reads, whatever comes meanwhile.
void SchemaControllerTest::largeBody_isJudgedBySchemaInUse()
{
    QByteArray body = "{\"isTest\": true, \"segments\": [";
    while (body.size() < 400'000)
        body += "{\"failureInfo\": {\"stage\": \"midcall\"}},";
    body += "{}]}";
    m_desk->document.document().load(body);
    QSignalSpy changed(&m_desk->schemas, &SchemaController::schemaChanged);
    for (int round = 0; round < 3; ++round) {
        m_desk->open(support::schemaTextWith("Name=\"isTest\"", "Name=\"isTrial\""));
        QVERIFY(changed.wait());
        m_desk->schemas.useBuiltIn();
    }
    m_desk->open(support::schemaTextWith("Name=\"isTest\"", "Name=\"isTrial\""));
    const json::Pointer place = json::Pointer::fromPath(u"isTest"_s);
    QTRY_VERIFY(m_desk->document.findingAt(place));
    m_desk->schemas.useBuiltIn();
    QTRY_VERIFY(!m_desk->document.findingAt(place));
}

void SchemaControllerTest::refusedResponses_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("reason");
    const auto sent = [](const QByteArray &response) { return Script{Step::send(response)}; };
    QByteArray broken = support::schemaText();
    broken.insert(broken.indexOf(isTest), "<");
    QTest::newRow("404") << sent(RawServer::response("404 Not Found", "application/json", "{}"))
                         << u"answered 404 Not Found instead of a schema"_s;
    QTest::newRow("401") << sent(RawServer::response("401 Unauthorized", "application/xml", support::schemaText()))
                         << u"answered 401 Unauthorized"_s;
    QTest::newRow("redirect") << sent("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n")
                              << u"answered 302 Found"_s;
    QTest::newRow("broken XML") << sent(ok(broken)) << u"line 32, column "_s;
    QTest::newRow("HTML page") << sent(ok("<!DOCTYPE html>\n<html><body><p>Sign in</body></html>"))
                               << u"The element edmx:Edmx of OData 4.0 is expected, not html"_s;
    QTest::newRow("no content") << sent(RawServer::response("204 No Content", "text/plain", {}))
                                << u"line 1, column 1"_s;
    QTest::newRow("another service") << sent(
        ok(QByteArray(support::schemaText()).replace("EntityType Name=\"session\"", "EntityType Name=\"seance\"")))
                                     << u"no type microsoft.graph.callRecords.session"_s;
    QTest::newRow("session is no structured type")
        << sent(ok(R"(<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
                      <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="microsoft.graph.callRecords">
                      <EnumType Name="session"/></Schema></edmx:DataServices></edmx:Edmx>)"))
        << u"no type microsoft.graph.callRecords.session"_s;
    QTest::newRow("cut off") << Script{Step::send("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n<edmx"),
                                       Step::close()}
                             << u"can be tried again"_s;
    QTest::newRow("closed") << Script{Step::close()} << u"can be tried again"_s;
}

void SchemaControllerTest::refusedResponses()
{
    QFETCH(const Script, script);
    QFETCH(const QString, reason);
    RawServer server;
    server.always(script);
    m_desk->use(server);
    QSignalSpy found(&m_desk->schemas, &SchemaController::problemFound);
    m_desk->schemas.loadFromEnvironment();
    QVERIFY(found.wait());
    const QString problem = m_desk->problems.constFirst();
    QVERIFY2(problem.contains(reason), qPrintable(problem));
    QVERIFY2(problem.startsWith(server.url(u"/v1.0/$metadata: "_s)), qPrintable(problem));
    QVERIFY2(problem.endsWith(u"The schema in use stays."_s), qPrintable(problem));
    QVERIFY(m_desk->schemas.progress().isEmpty());
    QVERIFY(m_desk->schemas.isBuiltIn());
    QVERIFY(m_desk->hasIsTest());
    QCOMPARE(server.requests().size(), 1);
}

void SchemaControllerTest::refusedFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << ""_ba << u"line 1, column 1"_s;
    QTest::newRow("JSON") << "{}"_ba << u"line 1, column"_s;
    QTest::newRow("not UTF-8") << "<a>\xff</a>"_ba << u"not UTF-8 text: the byte at 1:4"_s;
    QTest::newRow("entities that grow") << QByteArray(
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
        "<a>&d;</a>") << u"line 1, column"_s;
}

void SchemaControllerTest::refusedFiles()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, reason);
    m_desk->open(text);
    QTRY_COMPARE(m_desk->problems.size(), 1);
    QVERIFY2(m_desk->problems.constFirst().startsWith(u"a %1 schema.xml: "_s),
             qPrintable(m_desk->problems.constFirst()));
    QVERIFY2(m_desk->problems.constFirst().contains(reason), qPrintable(m_desk->problems.constFirst()));
    QVERIFY(m_desk->schemas.isBuiltIn());
}

// A bar that must show it all would widen the window.
void SchemaControllerTest::longName_isCut()
{
    m_desk->prompter.path = m_desk->folder.filePath(u"x"_s.repeated(200) + u".xml"_s);
    m_desk->schemas.loadFromFile();
    QTRY_COMPARE(m_desk->problems.value(0).section(u':', 0, 0),
                 u"x"_s.repeated(40) + u'…' + u"x"_s.repeated(35) + u".xml"_s);
}

void SchemaControllerTest::target_withoutUrl_isSaid()
{
    m_desk->document.setTarget({u"nowhere"_s, u"v1.0"_s, {}, {}});
    m_desk->schemas.loadFromEnvironment();
    QCOMPARE(m_desk->problems.size(), 1);
    QVERIFY(m_desk->schemas.progress().isEmpty());
}

void SchemaControllerTest::newest_wins()
{
    RawServer silent;
    silent.always({Step::wait(std::chrono::hours(1))});
    RawServer server;
    server.always({Step::send(ok(support::schemaTextWith("Name=\"isTest\"", "Name=\"isTrial\"")))});
    QSignalSpy changed(&m_desk->schemas, &SchemaController::schemaChanged);
    m_desk->use(silent);
    m_desk->schemas.loadFromEnvironment();
    QTRY_COMPARE(silent.requests().size(), 1);
    m_desk->open(support::schemaText()); // is being read when the next one comes
    m_desk->use(server);
    m_desk->schemas.loadFromEnvironment();
    QVERIFY(changed.wait());
    QVERIFY(!m_desk->hasIsTest());
    QTRY_COMPARE(m_desk->log.ended.size(), 2);
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_desk->problems.isEmpty());
}

void SchemaControllerTest::cancel_givesUp()
{
    RawServer server;
    server.always(
        {Step::send("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n<edmx"), Step::wait(std::chrono::hours(1))});
    m_desk->use(server);
    m_desk->schemas.loadFromEnvironment();
    QTRY_VERIFY(m_desk->schemas.progress().contains(u"5 bytes so far"_s));
    m_desk->schemas.cancel();
    QVERIFY(m_desk->schemas.progress().isEmpty());
    QTRY_COMPARE(m_desk->log.ended.size(), 1);
    QCOMPARE(m_desk->log.ended.constFirst().error->code, core::Error::Code::Cancelled);
    QCoreApplication::processEvents();
    QVERIFY(m_desk->problems.isEmpty());
    QVERIFY(m_desk->schemas.isBuiltIn());
}

void SchemaControllerTest::builtIn_givesUpWhatIsLoading()
{
    RawServer server;
    server.always({Step::wait(std::chrono::hours(1))});
    m_desk->use(server);
    m_desk->schemas.loadFromEnvironment();
    m_desk->schemas.useBuiltIn();
    QVERIFY(m_desk->schemas.progress().isEmpty());
    QTRY_COMPARE(m_desk->log.ended.size(), m_desk->log.begun.size());
    QVERIFY(m_desk->problems.isEmpty());
}

void SchemaControllerTest::goneController_tellsNobody()
{
    RawServer server;
    server.always({Step::send(ok(support::schemaText()))});
    m_desk->use(server);
    {
        SchemaController schemas(
            {m_desk->workspace, m_desk->environments, m_desk->client, m_desk->files, m_desk->prompter});
        schemas.loadFromEnvironment();
        QTRY_COMPARE(server.requests().size(), 1);
    }
    QTRY_COMPARE(m_desk->log.ended.size(), 1);
    QCoreApplication::processEvents();
    QVERIFY(m_desk->hasIsTest());
}

QTEST_GUILESS_MAIN(SchemaControllerTest)
#include "tst_schemacontroller.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/partscontroller.h"

#include "edm/builtinschema.h"
#include "present/noenvironment.h"
#include "support/fakes.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using present::Part;
using From = present::PartsController::From;

namespace {

constexpr auto text = R"({
    "caller": {
        "@odata.type": "#microsoft.graph.callRecords.participantEndpoint",
        "name": "mine",
        "userAgent": {"@odata.type": "#microsoft.graph.callRecords.clientUserAgent"}
    },
    "segments": [{"id": "0", "media": [{"callerNetwork": {"port": 7}}]}]
})";

class FilePrompter final : public present::Prompter
{
public:
    LossAnswer askAboutLoss(const QString &) override { return LossAnswer::Cancel; }
    LossAnswer askAboutLosses(const QStringList &) override { return LossAnswer::Cancel; }
    std::optional<QString> askOpenPath(const QString &, FileKind) override { return path; }
    std::optional<QString> askSavePath(const QString &) override { return {}; }
    void tellProblem(const QString &, const QString &, const QString &sentence) override { problems += sentence; }

    std::optional<QString> path;
    QStringList problems;
};

struct Desk
{
    QTemporaryDir folder;
    support::FixedClock clock;
    support::MemoryExchangeLog log;
    graph::GraphClient client{clock, log};
    store::LocalFiles files;
    store::Snippets snippets{folder.filePath(u"snippets"_s), files};
    FilePrompter prompter;
    NoEnvironment environment;
    present::Workspace workspace{{edm::sharedBuiltinSchema(), client, environment.controller, files, prompter}};
    present::DocumentController &document = workspace.current().controller();
    present::PartsController parts{{workspace, files, snippets, prompter}};

    QJsonValue value(const QString &path) const { return document.document().value(json::Pointer::fromPath(path)); }
    QStringList names(const QString &place, From from) const
    {
        QStringList names;
        const QList<Part> found = parts.partsFor(place, from);
        for (const Part &part : found)
            names += part.name;
        return names;
    }
};

} // namespace

class PartsControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_desk = std::make_unique<Desk>();
        m_desk->document.document().load(text);
    }
    void snippets_fitByType_data();
    void snippets_fitByType();
    void everySnippet_fitsSomewhere();
    void insert_replacesOrAppends_inOneStep_data();
    void insert_replacesOrAppends_inOneStep();
    void insert_elsewhere_isRefused();
    void insert_intoTextThatNoFormHolds_isRefused();
    void members_areOfTheSameType_andNotThemselves();
    void members_ofAnotherFile();
    void otherFile_problem_isTold();
    void saveSnippet_knowsItsType();
    void placeAround_isTheNearestAbove();

private:
    std::unique_ptr<Desk> m_desk;
};

void PartsControllerTest::snippets_fitByType_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("endpoint") << u"/callee"_s << QStringList{u"Person on Teams"_s, u"Phone"_s, u"Conference service"_s};
    QTest::newRow("userAgent") << u"/caller/userAgent"_s
                               << QStringList{u"Teams on Windows"_s, u"Skype for Business on Android"_s,
                                              u"Mediation server"_s};
    QTest::newRow("segment") << u"/segments"_s << QStringList{u"Audio segment"_s};
    QTest::newRow("stream") << u"/segments/0/media/0/streams/-"_s
                            << QStringList{u"Audio stream"_s, u"Lossy audio stream"_s, u"Video stream"_s};
    QTest::newRow("network") << u"/segments/0/media/0/callerNetwork"_s
                             << QStringList{u"Wi-Fi, 5 GHz"_s, u"Wired, with trace"_s};
    QTest::newRow("identity") << u"/caller/associatedIdentity"_s << QStringList{};
    QTest::newRow("no place") << u"/startDateTime"_s << QStringList{};
    QTest::newRow("no pointer") << u"caller"_s << QStringList{};
}

void PartsControllerTest::snippets_fitByType()
{
    QFETCH(const QString, place);
    QFETCH(const QStringList, names);
    QCOMPARE(m_desk->names(place, From::Snippets), names);
}

void PartsControllerTest::everySnippet_fitsSomewhere()
{
    QSet<QString> offered;
    const QStringList places = m_desk->parts.places();
    for (const QString &place : places) {
        QVERIFY2(m_desk->parts.typeAt(place), qPrintable(place));
        const QStringList names = m_desk->names(place, From::Snippets);
        offered += QSet<QString>(names.begin(), names.end());
    }
    QCOMPARE(offered.size(), m_desk->snippets.all().size());
}

void PartsControllerTest::insert_replacesOrAppends_inOneStep_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("landed");
    QTest::newRow("replaces") << u"/caller"_s << u"caller"_s;
    QTest::newRow("adds") << u"/callee"_s << u"callee"_s;
    QTest::newRow("replaces an item") << u"/segments/0"_s << u"segments/0"_s;
    QTest::newRow("appends") << u"/segments/-"_s << u"segments/1"_s;
    QTest::newRow("appends to the collection") << u"/segments"_s << u"segments/1"_s;
    QTest::newRow("begins a collection") << u"/segments/0/media/0/streams/-"_s << u"segments/0/media/0/streams/0"_s;
    QTest::newRow("makes parents") << u"/segments/0/media/0/calleeDevice"_s << u"segments/0/media/0/calleeDevice"_s;
}

void PartsControllerTest::insert_replacesOrAppends_inOneStep()
{
    QFETCH(const QString, place);
    QFETCH(const QString, landed);
    session::SessionDocument &document = m_desk->document.document();
    const QByteArray before = document.bytes();
    const Part part = m_desk->parts.partsFor(place, From::Snippets).constFirst();
    QVERIFY(m_desk->parts.insert(place, part));
    QCOMPARE(m_desk->value(landed).toObject(), part.value);
    document.undo();
    QCOMPARE(document.bytes(), before);
    QVERIFY(!document.canUndo());
}

void PartsControllerTest::insert_elsewhere_isRefused()
{
    const QByteArray before = m_desk->document.document().bytes();
    for (const QString &place : {QString(), u"/modalities"_s, u"/caller/name"_s, u"/caller/x"_s, u"x"_s}) {
        const core::Status inserted = m_desk->parts.insert(place, {});
        QVERIFY2(!inserted, qPrintable(place));
        QVERIFY(!inserted.error().message.isEmpty());
    }
    QCOMPARE(m_desk->document.document().bytes(), before);
}

void PartsControllerTest::insert_intoTextThatNoFormHolds_isRefused()
{
    const Part part = m_desk->parts.partsFor(u"/caller"_s, From::Snippets).constFirst();
    m_desk->document.document().setSource(R"({"id":"a","id":"b"})");
    QVERIFY(!m_desk->parts.availability());
    QVERIFY(!m_desk->parts.insert(u"/caller"_s, part));
    QCOMPARE(m_desk->document.document().bytes(), R"({"id":"a","id":"b"})"_ba);
}

void PartsControllerTest::members_areOfTheSameType_andNotThemselves()
{
    QCOMPARE(m_desk->names(u"/callee"_s, From::ThisSession), QStringList{u"/caller"_s});
    QCOMPARE(m_desk->names(u"/caller"_s, From::ThisSession), QStringList{});
    QCOMPARE(m_desk->names(u"/segments/-"_s, From::ThisSession), QStringList{u"/segments/0"_s});
    QCOMPARE(m_desk->names(u"/segments/0/media/0/calleeNetwork"_s, From::ThisSession),
             QStringList{u"/segments/0/media/0/callerNetwork"_s});
    QVERIFY(m_desk->parts.insert(u"/callee"_s, m_desk->parts.partsFor(u"/callee"_s, From::ThisSession).constFirst()));
    QCOMPARE(m_desk->value(u"callee"_s), m_desk->value(u"caller"_s));
}

void PartsControllerTest::members_ofAnotherFile()
{
    QVERIFY(!m_desk->parts.chooseFile());
    const QString path = m_desk->folder.filePath(u"other.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"caller":{},"callee":{"userAgent":null}})");
    file.close();
    m_desk->prompter.path = path;
    QVERIFY(m_desk->parts.chooseFile());
    QCOMPARE(m_desk->parts.fileName(), u"other.json"_s);
    QCOMPARE(m_desk->names(u"/caller"_s, From::OtherFile), (QStringList{u"/caller"_s, u"/callee"_s}));
}

void PartsControllerTest::otherFile_problem_isTold()
{
    const QString path = m_desk->folder.filePath(u"odd.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[");
    file.close();
    for (const QString &odd : {path, u"/dev/zero"_s}) {
        m_desk->prompter.path = odd;
        QVERIFY(!m_desk->parts.chooseFile());
    }
    QCOMPARE(m_desk->prompter.problems.size(), 2);
    QVERIFY(m_desk->parts.fileName().isEmpty());
}

void PartsControllerTest::saveSnippet_knowsItsType()
{
    const QString network = u"/segments/0/media/0/callerNetwork"_s;
    QVERIFY(m_desk->parts.saveSnippet(network, u"port seven"_s));
    QVERIFY(m_desk->names(network, From::Snippets).contains(u"port seven"_s));
    const QJsonObject saved = m_desk->snippets.all().constLast().value;
    QCOMPARE(saved.value("@odata.type"_L1).toString(), u"#microsoft.graph.callRecords.networkInfo"_s);
    QCOMPARE(saved.value("port"_L1).toInt(), 7);
    QVERIFY(!m_desk->names(u"/caller"_s, From::Snippets).contains(u"port seven"_s));
    QVERIFY(!m_desk->parts.saveSnippet(u"/callee"_s, u"nothing"_s));
    QVERIFY(!m_desk->parts.saveSnippet(u"/segments"_s, u"collection"_s));
    QVERIFY(!m_desk->parts.saveSnippet(network, u"port seven"_s));
    m_desk->document.document().setValue(json::Pointer::fromPath(u"caller/userAgent"_s), QJsonObject{});
    QVERIFY(!m_desk->parts.saveSnippet(u"/caller/userAgent"_s, u"abstract"_s));
}

void PartsControllerTest::placeAround_isTheNearestAbove()
{
    const auto around
        = [this](const QString &path) { return m_desk->parts.placeAround(json::Pointer::fromPath(path)); };
    QCOMPARE(around(u"caller/userAgent/platform"_s), u"/caller/userAgent"_s);
    QCOMPARE(around(u"caller"_s), u"/caller"_s);
    QCOMPARE(around(u"failureInfo/stage"_s), u"/failureInfo"_s);
    QCOMPARE(around(u"startDateTime"_s), QString());
}

QTEST_GUILESS_MAIN(PartsControllerTest)
#include "tst_partscontroller.moc"

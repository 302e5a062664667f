// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/newcallcontroller.h"

#include "edm/builtinschema.h"
#include "present/noenvironment.h"
#include "support/fakes.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using present::NewCallController;
using present::NewCallEntry;
using Kind = session::CallPlan::Kind;

namespace {

/// Is asked nothing.
class SilentPrompter final : public present::Prompter
{
public:
    LossAnswer askAboutLoss(const QString &) override { return LossAnswer::Cancel; }
    LossAnswer askAboutLosses(const QStringList &) override { return LossAnswer::Cancel; }
    std::optional<QString> askOpenPath(const QString &, FileKind) override { return {}; }
    std::optional<QString> askSavePath(const QString &) override { return {}; }
    void tellProblem(const QString &, const QString &, const QString &) override { }
};

struct Desk
{
    store::LocalFiles files;
    SilentPrompter prompter;
    support::FixedClock clock;
    support::MemoryExchangeLog log;
    graph::GraphClient client{clock, log};
    NoEnvironment environment;
    present::Workspace workspace{{edm::sharedBuiltinSchema(), client, environment.controller, files, prompter}};
    NewCallController controller{workspace, clock};

    session::SessionDocument &document() const { return workspace.current().controller().document(); }
    QJsonValue value(const QString &path) const { return document().value(json::Pointer::fromPath(path)); }
};

NewCallEntry group(int session)
{
    return {Kind::Group, u"Ann, Bob,Cem"_s, u"2016-12-31T21:00:14.2767228Z"_s, u"PT2M4.1162661S"_s, 2, session};
}

} // namespace

class NewCallControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_desk = std::make_unique<Desk>();
    }
    void proposal_beginsNow_toTheTick();
    void kind_takesItsParticipants_unlessTyped();
    void summary_tellsWhatIsMade_data();
    void summary_tellsWhatIsMade();
    void make_isOneLoad();
    void make_leavesChangesAlone();
    void make_impossible_changesNothing();
    void sessions_belongToOneCall_untilAnythingElseChanges();

private:
    std::unique_ptr<Desk> m_desk;
};

void NewCallControllerTest::proposal_beginsNow_toTheTick()
{
    m_desk->clock.wall = std::chrono::system_clock::time_point(std::chrono::nanoseconds(1'500'000'000'123'456'789));
    const NewCallEntry proposal = m_desk->controller.proposal();
    QCOMPARE(proposal.start, u"2017-07-14T02:40:00.1234567Z"_s);
    QVERIFY(m_desk->controller.summary(proposal));
    QVERIFY(m_desk->controller.make(proposal));
    QCOMPARE(m_desk->controller.proposal(), proposal);
}

void NewCallControllerTest::kind_takesItsParticipants_unlessTyped()
{
    NewCallEntry entry = m_desk->controller.proposal();
    for (const auto &[kind, name] : NewCallController::kinds()) {
        entry = NewCallController::withKind(entry, kind);
        QVERIFY2(m_desk->controller.summary(entry), qPrintable(name));
    }
    entry.participants = u"Ann, Bob"_s;
    entry = NewCallController::withKind(entry, Kind::Group);
    QCOMPARE(entry.participants, u"Ann, Bob"_s);
    QCOMPARE(NewCallController::sessionNames(entry), (QStringList{u"Ann"_s, u"Bob"_s}));
    QCOMPARE(NewCallController::sessionNames(NewCallController::withKind(entry, Kind::PeerToPeer)),
             QStringList{u"Ann"_s});
}

void NewCallControllerTest::summary_tellsWhatIsMade_data()
{
    QTest::addColumn<NewCallEntry>("entry");
    QTest::addColumn<QString>("sentence");
    NewCallEntry entry = group(1);
    QTest::newRow("group") << entry
                           << u"A call of 3 participants with audio, video and screen sharing from "
                              "2016-12-31T21:00:14.2767228Z to 2016-12-31T21:02:18.3929889Z, which is "
                              "00:02:04.1162661. It has 3 sessions, each with 2 segments. The session of Bob becomes "
                              "the document; come back here for the others, with nothing else changed, and submit them "
                              "to the same call record."_s;
    entry.kind = Kind::PeerToPeer;
    QTest::newRow("three in two") << entry << u"Such a call has 2 participants, not 3."_s;
    entry.participants = u"Ann, %2"_s;
    entry.segments = 1;
    entry.duration = u"1s"_s;
    QTest::newRow("peer to peer") << entry
                                  << u"A call of 2 participants with audio from 2016-12-31T21:00:14.2767228Z to "
                                     "2016-12-31T21:00:15.2767228Z, which is 00:00:01. It has one session with one "
                                     "segment."_s;
    entry.participants.clear();
    QTest::newRow("nobody") << entry << u"Such a call has 2 participants, not 0."_s;
    entry.duration = u"soon"_s;
    QTest::newRow("no duration") << entry
                                 << u"The duration is none. Type an amount such as 5m, 1h30m, 0.0000001s or PT5M."_s;
}

void NewCallControllerTest::summary_tellsWhatIsMade()
{
    QFETCH(const NewCallEntry, entry);
    QFETCH(const QString, sentence);
    const core::Result<QString> summary = m_desk->controller.summary(entry);
    QCOMPARE(summary ? *summary : summary.error().message, sentence);
}

void NewCallControllerTest::make_isOneLoad()
{
    QVERIFY(m_desk->controller.make(group(2)));
    QCOMPARE(m_desk->value(u"caller/associatedIdentity/displayName"_s).toString(), u"Cem"_s);
    QCOMPARE(m_desk->value(u"segments"_s).toArray().size(), 2);
    QVERIFY(!m_desk->document().canUndo());
    QVERIFY(!m_desk->document().isModified());
    QVERIFY(m_desk->workspace.current().file().name().startsWith(u"Cem"_s));
    QCOMPARE(m_desk->workspace.current().file().path(), QString());
}

void NewCallControllerTest::make_leavesChangesAlone()
{
    session::SessionDocument *mine = &m_desk->document();
    mine->setValue(json::Pointer::fromPath(u"id"_s), u"7"_s);
    QVERIFY(m_desk->controller.make(group(0)));
    QCOMPARE(mine->value(json::Pointer::fromPath(u"id"_s)).toString(), u"7"_s);
    QVERIFY(m_desk->value(u"id"_s).isUndefined());
}

void NewCallControllerTest::make_impossible_changesNothing()
{
    m_desk->document().load("{\"mine\":1}");
    NewCallEntry entry = group(0);
    entry.start = u"yesterday"_s;
    QVERIFY(!m_desk->controller.make(entry));
    QCOMPARE(m_desk->document().bytes(), "{\"mine\":1}"_ba);
}

void NewCallControllerTest::sessions_belongToOneCall_untilAnythingElseChanges()
{
    const QString tenant = u"caller/associatedIdentity/tenantId"_s;
    QVERIFY(m_desk->controller.make(group(0)));
    const QJsonValue first = m_desk->value(tenant);
    QVERIFY(m_desk->controller.make(group(2)));
    QCOMPARE(m_desk->value(tenant), first);
    NewCallEntry other = group(2);
    other.segments = 3;
    QVERIFY(m_desk->controller.make(other));
    QVERIFY(m_desk->value(tenant) != first);
}

QTEST_GUILESS_MAIN(NewCallControllerTest)
#include "tst_newcallcontroller.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up call is what a service that checks by the schema takes.
#include "sandboxfixture.h"
#include "session/newcall.h"
#include "json/edit.h"

using namespace Qt::StringLiterals;
using session::CallPlan;

class NewCallsTest : public SandboxFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start({}); }
    void cleanup() { m_sandbox.reset(); }
    void everyKind_isCreated_data();
    void everyKind_isCreated();
};

void NewCallsTest::everyKind_isCreated_data()
{
    QTest::addColumn<CallPlan>("plan");
    const QStringList people{u"Abbie Wilkins"_s, u"Owen Franklin"_s};
    const QStringList phone{u"+1 425 555 0100"_s, u"Owen Franklin"_s};
    const QString start = u"2016-12-31T21:00:14.2767228Z"_s;
    const qint64 duration = 1'241'162'661;
    const QUuid id(u"e523d2ed-2966-4b6b-925b-754a88034cc5"_s);
    using Kind = CallPlan::Kind;
    QTest::newRow("peer to peer") << CallPlan{Kind::PeerToPeer, people, start, duration, 1, id};
    QTest::newRow("peer to peer, 1,000 segments") << CallPlan{Kind::PeerToPeer, people, start, duration, 1000, id};
    QTest::newRow("group") << CallPlan{Kind::Group, people, start, duration, 3, id};
    QTest::newRow("PSTN leg") << CallPlan{Kind::PstnLeg, phone, start, duration, 2, id};
    QTest::newRow("failed set-up") << CallPlan{Kind::FailedSetup, people, start, duration, 1, id};
}

void NewCallsTest::everyKind_isCreated()
{
    QFETCH(const CallPlan, plan);
    for (int index = 0; index < session::sessionCount(plan); ++index) {
        const RawResponse response = ask(postRequest("/v1.0/communications/callRecords/7/sessions",
                                                     json::canonical(session::sessionOf(plan, index))));
        QVERIFY2(response.status == 201, response.body.left(1000).constData());
    }
}

QTEST_GUILESS_MAIN(NewCallsTest)
#include "tst_newcalls.moc"

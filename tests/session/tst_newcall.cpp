// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/builtinschema.h"
#include "edm/datetimeoffset.h"
#include "session/findings.h"
#include "session/newcall.h"
#include "json/edit.h"
#include "json/scanner.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using session::CallPlan;

namespace {

constexpr qint64 second = edm::DateTimeOffset::ticksPerSecond;
const QUuid callId(u"e523d2ed-2966-4b6b-925b-754a88034cc5"_s);

QStringList people(qsizetype count)
{
    QStringList names;
    for (qsizetype i = 0; i < count; ++i)
        names += u"Person %1"_s.arg(i + 1);
    return names;
}

CallPlan planOf(CallPlan::Kind kind)
{
    QStringList participants = people(kind == CallPlan::Kind::Group ? 3 : 2);
    if (kind == CallPlan::Kind::PstnLeg)
        participants[1] = u"+1 425 555 0100"_s;
    return {kind, participants, u"2016-12-31T21:00:14.2767228Z"_s, 124 * second + 1'162'661, 3, callId};
}

struct Span
{
    qint64 from = 0;
    qint64 to = 0;

    static Span of(const QJsonObject &object)
    {
        const auto ticks = [&object](QLatin1String name) {
            return *edm::DateTimeOffset::parse(object.value(name).toString())->ticks();
        };
        return {ticks("startDateTime"_L1), ticks("endDateTime"_L1)};
    }
    bool contains(const Span &other) const { return from <= other.from && other.from <= other.to && other.to <= to; }
};

QString shortType(const QJsonObject &object)
{
    return edm::shortName(edm::typeNameOf(object.value("@odata.type"_L1).toString()));
}

QString grave(const QJsonObject &session)
{
    const QList<session::Finding> found
        = session::findings(json::scan(json::canonical(session)), edm::builtinSchema(), QString(edm::sessionTypeName));
    for (const session::Finding &finding : found) {
        if (finding.severity != session::Severity::Note)
            return finding.pointer.toString() + u": "_s + finding.message;
    }
    return {};
}

void checkSegments(const QJsonObject &session, const CallPlan &plan)
{
    const QJsonArray segments = session.value("segments"_L1).toArray();
    QCOMPARE(segments.size(), plan.segments);
    const Span whole = Span::of(session);
    QSet<QString> ids;
    qint64 border = whole.from;
    for (const QJsonValue &value : segments) {
        const QJsonObject segment = value.toObject();
        const Span span = Span::of(segment);
        QCOMPARE(span.from, border);
        border = span.to;
        ids += segment.value("id"_L1).toString();
        QJsonArray modalities;
        const QJsonArray media = segment.value("media"_L1).toArray();
        for (const QJsonValue &one : media) {
            const QString label = one.toObject().value("label"_L1).toString();
            modalities.append(label == "main-audio"_L1       ? u"audio"_s
                                  : label == "main-video"_L1 ? u"video"_s
                                                             : u"videoBasedScreenSharing"_s);
            const QJsonArray streams = one.toObject().value("streams"_L1).toArray();
            QCOMPARE(streams.size(), plan.kind == CallPlan::Kind::FailedSetup ? 0 : 2);
            for (const QJsonValue &stream : streams) {
                QVERIFY(span.contains(Span::of(stream.toObject())));
                QCOMPARE(stream.toObject().contains("audioCodec"_L1), label == "main-audio"_L1);
                QCOMPARE(stream.toObject().contains("videoCodec"_L1), label != "main-audio"_L1);
            }
        }
        QCOMPARE(modalities, session.value("modalities"_L1).toArray());
    }
    QCOMPARE(border, whole.to);
    QCOMPARE(ids.size(), plan.segments);
}

} // namespace

class NewCallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyPlan_givesConsistentSessions_data();
    void everyPlan_givesConsistentSessions();
    void kinds_haveTheirSubtypes_data();
    void kinds_haveTheirSubtypes();
    void group_isOneCall();
    void equalPlans_giveEqualBytes();
    void impossiblePlan_isRefused_data();
    void impossiblePlan_isRefused();
    void thousandSegments_areMade();
};

void NewCallTest::everyPlan_givesConsistentSessions_data()
{
    QTest::addColumn<CallPlan>("plan");
    const QStringList starts{u"2016-12-31T21:00:14.2767228Z"_s, u"2024-02-29T23:59:59.9999999+05:30"_s,
                             u"2016-12-31T23:59:60Z"_s, u"1969-12-31T23:59-08:00"_s, u"9998-12-31t00:00:00z"_s};
    const QList<qint64> durations{0, 7, 124 * second + 1'162'661, 30 * 24 * 3600 * second};
    for (int kind = 0; kind <= static_cast<int>(CallPlan::Kind::FailedSetup); ++kind) {
        for (const QString &start : starts) {
            for (const qint64 duration : durations) {
                for (const int segments : {1, 2, 13}) {
                    CallPlan plan = planOf(static_cast<CallPlan::Kind>(kind));
                    if (plan.kind == CallPlan::Kind::Group)
                        plan.participants = people(1 + segments % 4 + 1);
                    plan.start = start;
                    plan.duration = duration;
                    plan.segments = segments;
                    QTest::addRow("kind %d, %s, %lld ticks, %d segments", kind, qPrintable(start), duration, segments)
                        << plan;
                }
            }
        }
    }
}

void NewCallTest::everyPlan_givesConsistentSessions()
{
    QFETCH(const CallPlan, plan);
    QVERIFY(session::checkPlan(plan));
    for (int index = 0; index < session::sessionCount(plan); ++index) {
        const QJsonObject session = session::sessionOf(plan, index);
        QCOMPARE(grave(session), QString());
        checkSegments(session, plan);
    }
    const QJsonObject first = session::sessionOf(plan, 0);
    QCOMPARE(first.value("startDateTime"_L1).toString(), plan.start);
    const Span whole = Span::of(first);
    QCOMPARE(whole.to - whole.from, plan.duration);
}

void NewCallTest::kinds_haveTheirSubtypes_data()
{
    QTest::addColumn<CallPlan::Kind>("kind");
    QTest::addColumn<QStringList>("types"); // caller, its user agent, callee, its user agent, failureInfo
    const QString person = u"participantEndpoint"_s;
    const QString client = u"clientUserAgent"_s;
    const QString service = u"serviceUserAgent"_s;
    QTest::newRow("peer to peer") << CallPlan::Kind::PeerToPeer << QStringList{person, client, person, client, {}};
    QTest::newRow("group") << CallPlan::Kind::Group << QStringList{person, client, u"serviceEndpoint"_s, service, {}};
    QTest::newRow("PSTN leg") << CallPlan::Kind::PstnLeg << QStringList{person, client, person, service, {}};
    QTest::newRow("failed set-up") << CallPlan::Kind::FailedSetup
                                   << QStringList{person, client, person, client, u"failureInfo"_s};
}

void NewCallTest::kinds_haveTheirSubtypes()
{
    QFETCH(const CallPlan::Kind, kind);
    QFETCH(const QStringList, types);
    const QJsonObject session = session::sessionOf(planOf(kind), 0);
    QList<QJsonObject> places{session};
    const QJsonArray segments = session.value("segments"_L1).toArray();
    for (const QJsonValue &segment : segments)
        places += segment.toObject();
    for (const QJsonObject &place : std::as_const(places)) {
        const QJsonObject caller = place.value("caller"_L1).toObject();
        const QJsonObject callee = place.value("callee"_L1).toObject();
        const QStringList found{shortType(caller), shortType(caller.value("userAgent"_L1).toObject()),
                                shortType(callee), shortType(callee.value("userAgent"_L1).toObject()),
                                shortType(place.value("failureInfo"_L1).toObject())};
        QCOMPARE(found, types);
    }
    QVERIFY(!session.contains("id"_L1));
}

void NewCallTest::group_isOneCall()
{
    CallPlan plan = planOf(CallPlan::Kind::Group);
    plan.participants = people(session::mostParticipants);
    plan.segments = 1;
    QCOMPARE(session::sessionCount(plan), session::mostParticipants);
    const QJsonObject first = session::sessionOf(plan, 0);
    const Span whole = Span::of(first);
    QSet<QString> people;
    QSet<QString> tenants;
    QSet<QString> segments;
    for (int index = 0; index < session::sessionCount(plan); ++index) {
        const QJsonObject session = session::sessionOf(plan, index);
        QVERIFY(whole.contains(Span::of(session)));
        const QJsonObject identity = session.value("caller"_L1).toObject().value("associatedIdentity"_L1).toObject();
        QCOMPARE(identity.value("displayName"_L1).toString(), plan.participants.at(index));
        people += identity.value("id"_L1).toString();
        tenants += identity.value("tenantId"_L1).toString();
        segments += session.value("segments"_L1).toArray().at(0).toObject().value("id"_L1).toString();
        QCOMPARE(session.value("callee"_L1), first.value("callee"_L1));
    }
    QCOMPARE(people.size(), session::mostParticipants);
    QCOMPARE(tenants.size(), 1);
    QCOMPARE(segments.size(), session::mostParticipants);
}

void NewCallTest::equalPlans_giveEqualBytes()
{
    CallPlan plan = planOf(CallPlan::Kind::Group);
    const QByteArray bytes = json::canonical(session::sessionOf(plan, 1));
    QCOMPARE(json::canonical(session::sessionOf(plan, 1)), bytes);
    plan.id = QUuid(u"34101743-1743-4410-8317-103443171034"_s);
    QVERIFY(json::canonical(session::sessionOf(plan, 1)) != bytes);
}

void NewCallTest::impossiblePlan_isRefused_data()
{
    QTest::addColumn<CallPlan>("plan");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const QString &word, CallPlan::Kind kind, const auto &spoil) {
        CallPlan plan = planOf(kind);
        spoil(plan);
        QTest::newRow(name) << plan << word;
    };
    using Kind = CallPlan::Kind;
    row("nobody", u"participants"_s, Kind::Group, [](CallPlan &plan) { plan.participants.clear(); });
    row("alone", u"participants"_s, Kind::PeerToPeer, [](CallPlan &plan) { plan.participants = people(1); });
    row("three in two", u"participants"_s, Kind::FailedSetup, [](CallPlan &plan) { plan.participants = people(3); });
    row("131", u"130"_s, Kind::Group, [](CallPlan &plan) { plan.participants = people(131); });
    row("no name", u"no name"_s, Kind::PeerToPeer, [](CallPlan &plan) { plan.participants[1] = u"  "_s; });
    row("no phone", u"phone"_s, Kind::PstnLeg, [](CallPlan &plan) { plan.participants = people(2); });
    row("two phones", u"phone"_s, Kind::PstnLeg, [](CallPlan &plan) { plan.participants[0] = u"+44"_s; });
    row("no start", u"start"_s, Kind::PeerToPeer, [](CallPlan &plan) { plan.start.clear(); });
    row("24:00", u"start"_s, Kind::PeerToPeer, [](CallPlan &plan) { plan.start = u"2020-01-01T24:00:00Z"_s; });
    row("30 February", u"calendar"_s, Kind::PeerToPeer, [](CallPlan &plan) { plan.start = u"2020-02-30T00:00:00Z"_s; });
    row("ends before", u"last"_s, Kind::PeerToPeer, [](CallPlan &plan) { plan.duration = -1; });
    row("too long", u"30 days"_s, Kind::PeerToPeer,
        [](CallPlan &plan) { plan.duration = 30 * 24 * 3600 * second + 1; });
    row("no segment", u"segments"_s, Kind::PeerToPeer, [](CallPlan &plan) { plan.segments = 0; });
    row("1,001 segments", u"1000"_s, Kind::PeerToPeer, [](CallPlan &plan) { plan.segments = 1001; });
}

void NewCallTest::impossiblePlan_isRefused()
{
    QFETCH(const CallPlan, plan);
    QFETCH(const QString, word);
    const core::Status status = session::checkPlan(plan);
    QVERIFY(!status);
    QVERIFY2(status.error().message.contains(word), qPrintable(status.error().message));
}

void NewCallTest::thousandSegments_areMade()
{
    CallPlan plan = planOf(CallPlan::Kind::PeerToPeer);
    plan.segments = session::mostSegments;
    QElapsedTimer timer;
    timer.start();
    const QJsonObject session = session::sessionOf(plan, 0);
    const qint64 made = timer.elapsed();
    const QByteArray bytes = json::canonical(session);
    qInfo("%d segments: %.2f MB, made in %lld ms, with their text in %lld ms", plan.segments,
          static_cast<double>(bytes.size()) / 1e6, made, timer.elapsed());
    QCOMPARE(grave(session), QString());
    checkSegments(session, plan);
    QVERIFY(bytes.size() > 6'000'000);
    QVERIFY(bytes.size() < 12'000'000);
}

QTEST_GUILESS_MAIN(NewCallTest)
#include "tst_newcall.moc"

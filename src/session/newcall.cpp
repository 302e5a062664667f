// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/newcall.h"

#include "edm/datetimeoffset.h"
#include "edm/timeedit.h"
#include "session/callmedia.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {
namespace {

/// Longer than any service lets a call last, and short enough that a thousandth part is exact.
constexpr qint64 longestDuration = 30 * 24 * 3600 * edm::DateTimeOffset::ticksPerSecond;

struct KindRow
{
    CallPlan::Kind kind = CallPlan::Kind::PeerToPeer;
    ParticipantCount participants;
    QList<CallMedium> (*media)() = nullptr;
};

QList<CallMedium> audio()
{
    return {CallMedium::Audio};
}

QList<CallMedium> everything()
{
    return {CallMedium::Audio, CallMedium::Video, CallMedium::ScreenSharing};
}

constexpr KindRow kinds[] = {
    {CallPlan::Kind::PeerToPeer, {2, 2}, audio},
    {CallPlan::Kind::Group, {2, mostParticipants}, everything},
    {CallPlan::Kind::PstnLeg, {2, 2}, audio},
    {CallPlan::Kind::FailedSetup, {2, 2}, audio},
};

const KindRow &rowOf(CallPlan::Kind kind)
{
    return kinds[static_cast<size_t>(kind)];
}

QString tr(const char *text)
{
    return QCoreApplication::translate("session", text);
}

core::Status refusal(const QString &sentence)
{
    return core::Error{core::Error::Code::Input, sentence, {}};
}

core::Status checkParticipants(const CallPlan &plan)
{
    const ParticipantCount count = participantsOf(plan.kind);
    const QStringList &names = plan.participants;
    if (names.size() < count.least || names.size() > count.most) {
        return refusal(count.least == count.most
                           ? tr("Such a call has %1 participants, not %2.").arg(count.least).arg(names.size())
                           : tr("Such a call has %1 to %2 participants, not %3.")
                                 .arg(count.least)
                                 .arg(count.most)
                                 .arg(names.size()));
    }
    if (std::any_of(names.begin(), names.end(), [](const QString &name) { return name.trimmed().isEmpty(); }))
        return refusal(tr("A participant has no name."));
    if (plan.kind == CallPlan::Kind::PstnLeg && std::count_if(names.begin(), names.end(), isPhone) != 1)
        return refusal(tr("One of the two participants must be a phone number, such as +1 425 555 0100."));
    return core::ok();
}

core::Status checkTimes(const CallPlan &plan)
{
    const edm::Judgement judgement = edm::DateTimeOffset::judge(plan.start);
    if (judgement.verdict == edm::Judgement::Verdict::Invalid)
        return refusal(tr("The start is no time: %1").arg(judgement.reason));
    if (plan.duration < 0 || plan.duration > longestDuration)
        return refusal(tr("The call must last from 0 seconds to 30 days."));
    const core::Result<QString> end = edm::moved(plan.start, plan.duration);
    return end ? core::ok() : core::Status(end.error());
}

CallParty partyOf(const CallPlan &plan, int number)
{
    const QString &name = plan.participants.at(number);
    const CallParty::Kind kind = isPhone(name) ? CallParty::Kind::Phone : CallParty::Kind::Person;
    return {kind, name, QUuid::createUuidV5(plan.id, u"participant/%1"_s.arg(number)),
            QUuid::createUuidV5(plan.id, u"tenant"_s), number};
}

CallEnds endsOf(const CallPlan &plan, int index)
{
    if (plan.kind == CallPlan::Kind::Group)
        return {partyOf(plan, index), {CallParty::Kind::Conference, {}, {}, {}, 0}};
    return {partyOf(plan, 0), partyOf(plan, 1)};
}

/// People join a group call one after the other and leave it in the same order from the back; the first is there from
/// start to end.
CallSpan spanOf(const CallPlan &plan, int index)
{
    const qint64 share = plan.duration / (4 * plan.participants.size());
    return {share * index, plan.duration - share * index / 2};
}

QJsonObject failureInfo()
{
    return {{u"@odata.type"_s, graphType("callRecords.failureInfo"_L1)},
            {u"stage"_s, u"callSetup"_s},
            {u"reason"_s, u"No response from the callee."_s}};
}

/// What the session and each of its segments have in common.
QJsonObject commonMembers(const CallPlan &plan, const CallEnds &ends)
{
    QJsonObject object{{u"caller"_s, endpointOf(ends.caller)}, {u"callee"_s, endpointOf(ends.callee)}};
    if (plan.kind == CallPlan::Kind::FailedSetup)
        object.insert("failureInfo"_L1, failureInfo());
    return object;
}

/// The times and ids of a session's segments, which follow each other without a gap.
class SegmentFrame
{
public:
    SegmentFrame(const CallPlan &plan, int session)
        : m_plan(plan)
        , m_session(session)
        , m_whole(spanOf(plan, session))
    { }

    CallSpan span(int segment) const { return {border(segment), border(segment + 1)}; }

    /// The time `ticks` after the start of the call.
    QString literal(qint64 ticks) const { return *edm::moved(m_plan.start, ticks); }

    QString id(int segment) const
    {
        const QString name = u"session/%1/segment/%2"_s.arg(m_session).arg(segment);
        return QUuid::createUuidV5(m_plan.id, name).toString(QUuid::WithoutBraces);
    }

private:
    qint64 border(int segment) const { return m_whole.from + m_whole.length() * segment / m_plan.segments; }

    const CallPlan &m_plan;
    int m_session;
    CallSpan m_whole;
};

QJsonArray segmentsOf(const CallPlan &plan, int index, const QJsonObject &common)
{
    const QList<CallMedium> mediums = rowOf(plan.kind).media();
    const CallEnds ends = endsOf(plan, index);
    QList<QJsonObject> bare;
    bare.reserve(mediums.size());
    for (const CallMedium medium : mediums)
        bare += mediaOf(medium, ends);
    const SegmentFrame frame(plan, index);
    const auto literal = [&frame](qint64 ticks) { return frame.literal(ticks); };
    QJsonArray segments;
    for (int segment = 0; segment < plan.segments; ++segment) {
        const CallSpan span = frame.span(segment);
        QJsonArray media;
        for (qsizetype i = 0; i < mediums.size(); ++i) {
            if (plan.kind != CallPlan::Kind::FailedSetup) // there, nothing ever flowed
                bare[i].insert("streams"_L1, streamsOf(mediums.at(i), span, segment, literal));
            media.append(bare.at(i));
        }
        QJsonObject object = common;
        object.insert("id"_L1, frame.id(segment));
        object.insert("startDateTime"_L1, frame.literal(span.from));
        object.insert("endDateTime"_L1, frame.literal(span.to));
        object.insert("media"_L1, media);
        segments.append(object);
    }
    return segments;
}

} // namespace

ParticipantCount participantsOf(CallPlan::Kind kind)
{
    return rowOf(kind).participants;
}

bool isPhone(const QString &participant)
{
    return participant.startsWith(u'+');
}

core::Status checkPlan(const CallPlan &plan)
{
    if (core::Status participants = checkParticipants(plan); !participants)
        return participants;
    if (core::Status times = checkTimes(plan); !times)
        return times;
    if (plan.segments < 1 || plan.segments > mostSegments)
        return refusal(tr("A session has 1 to %1 segments here.").arg(mostSegments));
    return core::ok();
}

int sessionCount(const CallPlan &plan)
{
    return plan.kind == CallPlan::Kind::Group ? static_cast<int>(plan.participants.size()) : 1;
}

QJsonObject sessionOf(const CallPlan &plan, int index)
{
    Q_ASSERT(checkPlan(plan) && index >= 0 && index < sessionCount(plan));
    const CallSpan span = spanOf(plan, index);
    const QJsonObject common = commonMembers(plan, endsOf(plan, index));
    QJsonArray modalities;
    for (const CallMedium medium : rowOf(plan.kind).media())
        modalities.append(modalityOf(medium));
    QJsonObject session = common;
    session.insert("@odata.type"_L1, graphType("callRecords.session"_L1));
    session.insert("startDateTime"_L1, *edm::moved(plan.start, span.from));
    session.insert("endDateTime"_L1, *edm::moved(plan.start, span.to));
    session.insert("modalities"_L1, modalities);
    session.insert("segments"_L1, segmentsOf(plan, index, common));
    return session;
}

} // namespace session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/newcallcontroller.h"

#include "edm/amount.h"
#include "edm/datetimeoffset.h"
#include "edm/duration.h"
#include "edm/timeedit.h"
#include "json/edit.h"

using namespace Qt::StringLiterals;
using session::CallPlan;

namespace present {
namespace {

struct KindRow
{
    CallPlan::Kind kind = CallPlan::Kind::PeerToPeer;
    const char *name = nullptr;
    const char *media = nullptr;
    QLatin1String participants; ///< Proposed.
};

constexpr KindRow kindRows[] = {
    {CallPlan::Kind::PeerToPeer, QT_TRANSLATE_NOOP("NewCall", "Peer to peer"), QT_TRANSLATE_NOOP("NewCall", "audio"),
     "Abbie Wilkins, Owen Franklin"_L1},
    {CallPlan::Kind::Group, QT_TRANSLATE_NOOP("NewCall", "Group with video and screen sharing"),
     QT_TRANSLATE_NOOP("NewCall", "audio, video and screen sharing"), "Abbie Wilkins, Owen Franklin, Kim Akers"_L1},
    {CallPlan::Kind::PstnLeg, QT_TRANSLATE_NOOP("NewCall", "PSTN leg"), QT_TRANSLATE_NOOP("NewCall", "audio"),
     "Abbie Wilkins, +1 425 555 0100"_L1},
    {CallPlan::Kind::FailedSetup, QT_TRANSLATE_NOOP("NewCall", "Failed set-up"),
     QT_TRANSLATE_NOOP("NewCall", "audio that never flowed"), "Abbie Wilkins, Owen Franklin"_L1},
};

QString words(const char *text)
{
    return QCoreApplication::translate("NewCall", text);
}

const KindRow &rowOf(CallPlan::Kind kind)
{
    return kindRows[static_cast<size_t>(kind)];
}

QStringList namesIn(const QString &text)
{
    if (text.trimmed().isEmpty())
        return {};
    QStringList names = text.split(u',');
    for (QString &name : names)
        name = name.trimmed();
    return names;
}

QString titleOf(const CallPlan &plan, int session)
{
    return plan.participants.at(session) + u" \u2013 "_s + words(rowOf(plan.kind).name);
}

} // namespace

NewCallController::NewCallController(Workspace &workspace, const core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_clock(clock)
{ }

QList<std::pair<CallPlan::Kind, QString>> NewCallController::kinds()
{
    QList<std::pair<CallPlan::Kind, QString>> kinds;
    kinds.reserve(std::size(kindRows));
    for (const KindRow &row : kindRows)
        kinds.append({row.kind, words(row.name)});
    return kinds;
}

NewCallEntry NewCallController::proposal() const
{
    if (!m_id.isNull())
        return m_last;
    const CallPlan::Kind kind = CallPlan::Kind::PeerToPeer;
    return {kind, rowOf(kind).participants, edm::utcLiteral(edm::ticksAt(m_clock.now())), u"2m"_s, 1, 0};
}

NewCallEntry NewCallController::withKind(const NewCallEntry &entry, CallPlan::Kind kind)
{
    NewCallEntry changed = entry;
    changed.kind = kind;
    changed.session = 0;
    if (entry.participants == rowOf(entry.kind).participants)
        changed.participants = rowOf(kind).participants;
    return changed;
}

QStringList NewCallController::sessionNames(const NewCallEntry &entry)
{
    const QStringList names = namesIn(entry.participants);
    return entry.kind == CallPlan::Kind::Group ? names : names.mid(0, 1);
}

core::Result<CallPlan> NewCallController::planOf(const NewCallEntry &entry) const
{
    const core::Result<qint64> duration = edm::amountTicks(entry.duration);
    if (!duration)
        return core::Error{core::Error::Code::Input, tr("The duration is none. %1").arg(duration.error().message), {}};
    const CallPlan plan{entry.kind, namesIn(entry.participants), entry.start, *duration, entry.segments, m_id};
    const core::Status status = session::checkPlan(plan);
    return status ? core::Result<CallPlan>(plan) : core::Result<CallPlan>(status.error());
}

core::Result<QString> NewCallController::summary(const NewCallEntry &entry) const
{
    const core::Result<CallPlan> plan = planOf(entry);
    if (!plan)
        return plan.error();
    const int sessions = session::sessionCount(*plan);
    const QString call = tr("A call of %1 participants with %2 from %3 to %4, which is %5.")
                             .arg(plan->participants.size())
                             .arg(words(rowOf(plan->kind).media), plan->start, *edm::moved(plan->start, plan->duration),
                                  edm::clockText(plan->duration));
    const QString segments = plan->segments == 1 ? tr("one segment") : tr("%1 segments").arg(plan->segments);
    if (sessions == 1)
        return QString(call + u' ' + tr("It has one session with %1.").arg(segments));
    return QString(call + u' '
                   + tr("It has %1 sessions, each with %2. The session of %3 becomes the document; come back here for "
                        "the others, with nothing else changed, and submit them to the same call record.")
                         .arg(QString::number(sessions), segments, plan->participants.value(entry.session)));
}

core::Status NewCallController::make(const NewCallEntry &entry)
{
    core::Result<CallPlan> plan = planOf(entry);
    if (!plan)
        return plan.error();
    NewCallEntry sameSession = entry;
    sameSession.session = m_last.session;
    const bool isSameCall = !m_id.isNull() && sameSession == m_last;
    plan->id = isSameCall ? m_id : QUuid::createUuid();
    const int session = qBound(0, entry.session, session::sessionCount(*plan) - 1);
    const QByteArray text = json::canonical(session::sessionOf(*plan, session));
    m_workspace.startWith(text, titleOf(*plan, session));
    m_last = entry;
    m_id = plan->id;
    return core::ok();
}

} // namespace present

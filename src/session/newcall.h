// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QStringList>
#include <QUuid>

namespace session {

/// A call that is to be made up. Equal plans give equal sessions, byte for byte.
struct CallPlan
{
    enum class Kind {
        PeerToPeer, ///< Two clients, audio.
        Group, ///< Each participant in a session with the conference: audio, video and screen sharing.
        PstnLeg, ///< A person and a phone number, audio through a mediation server.
        FailedSetup, ///< Two clients, and nobody answered: failure information and no streams.
    };

    Kind kind = Kind::PeerToPeer;
    QStringList participants; ///< Names of people; one that begins with `+` is a phone number. The first one calls.
    QString start; ///< An Edm.DateTimeOffset literal; all times of the call are written in its form.
    qint64 duration = 0; ///< Ticks of 100 ns.
    int segments = 1; ///< In each session.
    QUuid id; ///< All ids of the call follow from it (RFC 4122, version 5).

    bool operator==(const CallPlan &) const = default;
};

/// What a plan may ask for.
inline constexpr int mostSegments = 1000;
inline constexpr int mostParticipants = 130; ///< As many as a call record lists (documentation of callRecord).

/// The participants that a kind of call needs.
struct ParticipantCount
{
    int least = 2;
    int most = 2;
};
ParticipantCount participantsOf(CallPlan::Kind kind);

/// True for a participant that is a phone number.
bool isPhone(const QString &participant);

/// Whether there can be such a call; the Error (Code::Input) says in sentences for people what the plan lacks.
core::Status checkPlan(const CallPlan &plan);

/// The number of sessions that the call record has: one for each participant of a group call, else one.
int sessionCount(const CallPlan &plan);

/// The session `index` of the call, from 0; in a group call the one of that participant. Asserts that checkPlan() has
/// nothing to say. Its segments follow each other from its start to its end; modalities, media and streams agree; and
/// findings() has neither an error nor a warning about it. The session has no `id`, since the service gives it one.
QJsonObject sessionOf(const CallPlan &plan, int index);

} // namespace session

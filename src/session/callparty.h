// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUuid>

namespace session {

/// One end of a made-up call: who or what it is. Everything about it follows from `number`, so that a participant has
/// the same machine and network throughout.
struct CallParty
{
    enum class Kind {
        Person, ///< With a client.
        Phone, ///< Behind a mediation server.
        Conference, ///< The service that mixes a group call.
    };

    Kind kind = Kind::Person;
    QString name; ///< A person's name or a phone's number.
    QUuid id; ///< Of the person.
    QUuid tenantId;
    int number = 0; ///< From 0.
};

/// `#microsoft.graph.` and the name: the text of an `@odata.type`.
QString graphType(QLatin1String name);

/// The endpoint (callRecords.participantEndpoint or serviceEndpoint) with its user agent.
QJsonObject endpointOf(const CallParty &party);

/// The devices (callRecords.deviceInfo) of a person; empty for the others, which have none.
QJsonObject deviceOf(const CallParty &party);

/// The network (callRecords.networkInfo) with every member that may not be null.
QJsonObject networkOf(const CallParty &party);

} // namespace session

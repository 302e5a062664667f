// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/guideclues.h"

#include "graph/challenge.h"
#include "present/bodyremarks.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("present::Guide", text);
}

QByteArray claims(const Clues &clues)
{
    return graph::claimsIn(graph::challengesIn(clues.header("WWW-Authenticate")));
}

} // namespace

QByteArray Clues::header(const QByteArray &name) const
{
    const exchange::Response *response = examination.response();
    return response ? exchange::valueOf(response->headers, name).value_or(QByteArray()) : QByteArray();
}

bool Clues::hasCode(QLatin1StringView code) const
{
    return error && (error->code == code || error->mostSpecificCode() == code);
}

bool Clues::endedBy(core::Error::Code code) const
{
    return examination.exchange().error && examination.exchange().error->code == code;
}

bool hasNotLeft(const Clues &clues)
{
    return !clues.examination.exchange().hasLeft;
}

bool hasOnlyAsked(const Clues &clues)
{
    return clues.examination.exchange().request.method == "GET";
}

bool cameInPart(const Clues &clues)
{
    return clues.examination.exchange().response.has_value();
}

bool hasSentToken(const Clues &clues)
{
    return exchange::valueOf(clues.examination.exchange().request.headers, "Authorization").has_value();
}

bool isPage(const Clues &clues)
{
    return isHtmlPage(*clues.examination.response());
}

bool isOAuth(const Clues &clues)
{
    const json::Index &body = clues.examination.body();
    return clues.error && body.at(body.member(0, u"error")).kind == json::Kind::String;
}

bool wantsClaims(const Clues &clues)
{
    return !claims(clues).isEmpty();
}

QString wantedClaims(const Clues &clues)
{
    return tr("The claims are %1.").arg(QString::fromUtf8(claims(clues)));
}

QString challengeDescription(const Clues &clues)
{
    const QList<graph::Challenge> challenges = graph::challengesIn(clues.header("WWW-Authenticate"));
    for (const graph::Challenge &challenge : challenges) {
        if (const auto description = challenge.parameter("error_description"))
            return tr("The service says of the token: %1").arg(QString::fromUtf8(*description));
    }
    return {};
}

QString redirection(const Clues &clues)
{
    const QByteArray location = clues.header("Location");
    return location.isEmpty() ? QString() : tr("It points to %1.").arg(QString::fromUtf8(location));
}

QString allowedMethods(const Clues &clues)
{
    const QByteArray allow = clues.header("Allow");
    return allow.isEmpty() ? QString() : tr("It allows %1.").arg(QString::fromUtf8(allow));
}

QString parseFault(const Clues &clues)
{
    const std::optional<json::Fault> &fault = clues.examination.body().fault();
    if (!fault)
        return {};
    const QString place = QString::number(fault->position.line) + u':' + QString::number(fault->position.column);
    return tr("At %1: %2.").arg(place, fault->reason);
}

} // namespace present

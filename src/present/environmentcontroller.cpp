// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/environmentcontroller.h"

#include "graph/auth/tokenguard.h"
#include "graph/sessionsurl.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace present {

class EnvironmentController::Private
{
public:
    explicit Private(SandboxHost &host)
        : sandbox(host)
    { }

    const exchange::Environment &current() const { return environments.at(index); }
    static exchange::Origin originOf(const QString &baseUrl)
    {
        const core::Result<QUrl> root = graph::rootUrl(baseUrl);
        return root ? exchange::Origin::of(*root) : exchange::Origin();
    }
    exchange::Origin origin() const { return originOf(baseUrl()); }
    qsizetype indexOf(const QString &name) const
    {
        const auto found = std::find_if(environments.cbegin(), environments.cend(),
                                        [&name](const exchange::Environment &one) { return one.name == name; });
        return found == environments.cend() ? -1 : found - environments.cbegin();
    }
    QString baseUrl() const
    {
        return current().kind == exchange::Environment::Kind::Sandbox ? sandboxRoot : current().baseUrl;
    }

    SandboxHost &sandbox;
    QList<exchange::Environment> environments;
    qsizetype index = 0;
    QString sandboxRoot;
    exchange::Authorization::Kind kind = exchange::Authorization::Kind::None;
    QHash<QString, core::Secret> tokens; // By origin.
};

EnvironmentController::EnvironmentController(QList<exchange::Environment> environments, SandboxHost &sandbox,
                                             QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(sandbox))
{
    Q_ASSERT(!environments.isEmpty());
    d->environments = std::move(environments);
}

EnvironmentController::~EnvironmentController() = default;

QStringList EnvironmentController::names() const
{
    QStringList names;
    names.reserve(d->environments.size());
    for (const exchange::Environment &environment : std::as_const(d->environments))
        names += environment.name;
    return names;
}

const exchange::Environment &EnvironmentController::current() const
{
    return d->current();
}

core::Status EnvironmentController::choose(const QString &name)
{
    const qsizetype found = d->indexOf(name);
    if (found < 0)
        return core::Error{core::Error::Code::Input, tr("There is no environment named \u201c%1\u201d.").arg(name), {}};
    if (d->environments.at(found).kind == exchange::Environment::Kind::Sandbox) {
        const core::Result<QUrl> root = d->sandbox.start();
        if (!root)
            return root.error();
        d->sandboxRoot = root->toString();
    }
    d->index = found;
    Q_EMIT environmentChanged();
    Q_EMIT authorizationChanged();
    return core::ok();
}

void EnvironmentController::take(const exchange::Environment &environment)
{
    const qsizetype place = d->indexOf(environment.name);
    if (place < 0) {
        d->environments.append(environment);
        Q_EMIT namesChanged();
        return;
    }
    const exchange::Origin origin = Private::originOf(environment.baseUrl);
    if (Private::originOf(d->environments.at(place).baseUrl) != origin)
        d->tokens.remove(origin.toString());
    d->environments[place] = environment;
    Q_EMIT environmentChanged();
    Q_EMIT authorizationChanged();
}

QString EnvironmentController::baseUrl() const
{
    return d->baseUrl();
}

void EnvironmentController::setBaseUrl(const QString &text)
{
    Q_ASSERT(d->current().kind != exchange::Environment::Kind::Sandbox);
    if (d->current().baseUrl == text)
        return;
    d->environments[d->index].baseUrl = text;
    Q_EMIT environmentChanged();
    Q_EMIT authorizationChanged();
}

SandboxHost &EnvironmentController::sandbox()
{
    return d->sandbox;
}

exchange::Authorization::Kind EnvironmentController::authorizationKind() const
{
    return d->kind;
}

void EnvironmentController::setAuthorizationKind(exchange::Authorization::Kind kind)
{
    if (d->kind == kind)
        return;
    d->kind = kind;
    Q_EMIT authorizationChanged();
}

core::Status EnvironmentController::setToken(const QString &text)
{
    d->tokens.remove(d->origin().toString());
    core::Status status = core::ok();
    if (!text.isEmpty()) {
        const core::Result<core::Secret> token = graph::auth::TokenGuard::readToken(text.toUtf8());
        if (token)
            d->tokens.insert(d->origin().toString(), *token);
        else
            status = token.error();
    }
    Q_EMIT authorizationChanged();
    return status;
}

bool EnvironmentController::hasToken() const
{
    return d->tokens.contains(d->origin().toString());
}

exchange::Authorization EnvironmentController::authorization() const
{
    const exchange::Origin origin = d->origin();
    return {d->kind, d->tokens.value(origin.toString()), origin, d->current().allowsTokenOverHttp};
}

QString EnvironmentController::accessText(const QString &apiVersion) const
{
    QStringList parts;
    switch (d->kind) {
    case exchange::Authorization::Kind::None:
        parts += tr("no token");
        break;
    case exchange::Authorization::Kind::Token:
        parts += hasToken() ? tr("with token") : tr("token missing");
        break;
    case exchange::Authorization::Kind::Malformed:
        parts += tr("malformed token");
        break;
    }
    parts += tr("no proxy");
    if (d->current().kind == exchange::Environment::Kind::Sandbox && apiVersion == "localtest"_L1)
        parts += tr("localtest accepts any object");
    return parts.join(u" \u00b7 "_s);
}

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/authorization.h"
#include "exchange/environment.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace present {

/// What the window needs of the sandbox. The sandbox itself is a room that only main sees.
class SandboxHost
{
public:
    virtual ~SandboxHost() = default;

    /// Starts the sandbox if it does not run yet, and tells its root.
    virtual core::Result<QUrl> start() = 0;

    /// The names of the rehearsals, in the order of the box; the first is the usual behaviour.
    virtual QStringList rehearsals() const = 0;

    /// Chooses what the next POSTs meet.
    virtual void setRehearsal(const QString &name) = 0;

protected:
    SandboxHost() = default;
    SandboxHost(const SandboxHost &) = default;
    SandboxHost &operator=(const SandboxHost &) = default;
};

/// The environments, the chosen one, and the token that is bound to its origin. Tokens are kept in memory, one an
/// origin.
class EnvironmentController : public QObject
{
    Q_OBJECT

public:
    /// `sandbox` is borrowed and outlives the controller.
    EnvironmentController(QList<exchange::Environment> environments, SandboxHost &sandbox, QObject *parent = nullptr);
    ~EnvironmentController() override;

    QStringList names() const;
    const exchange::Environment &current() const;

    /// Chooses the environment `name`; an Error (Code::Input) when there is none, or when the sandbox cannot start.
    core::Status choose(const QString &name);

    /// Adds `environment`, or takes it in the place of the one with its name. Where that leads to another origin than
    /// before, the token for the new one is forgotten: a person gives it again, for the place that it goes to now.
    void take(const exchange::Environment &environment);

    /// The root of the current environment, as typed; for the sandbox, where it listens.
    QString baseUrl() const;

    /// Changes the root of the current environment; not for the sandbox, whose root is where it listens.
    void setBaseUrl(const QString &text);

    SandboxHost &sandbox();

    exchange::Authorization::Kind authorizationKind() const;
    void setAuthorizationKind(exchange::Authorization::Kind kind);

    /// Takes a pasted token for the current origin; an empty text forgets it. On an Error (not token68) no token is
    /// kept.
    core::Status setToken(const QString &text);

    /// True when there is a token for the current origin.
    bool hasToken() const;

    /// Who sends a request in the current environment: the token is bound to the environment's origin.
    exchange::Authorization authorization() const;

    /// What to know about the way there, beside the URL: token, proxy, and that the sandbox accepts anything at
    /// `localtest`.
    QString accessText(const QString &apiVersion) const;

Q_SIGNALS:
    /// There are others to choose from.
    void namesChanged();

    /// Another environment, or another root of it.
    void environmentChanged();
    void authorizationChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sandbox/rehearsal.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace sandbox {

struct Options;

/// The loopback stand-in for Microsoft Graph, in a thread of its own. It listens on 127.0.0.1 only, refuses a `Host`
/// that is not loopback, and ends with its owner.
class Sandbox : public QObject
{
    Q_OBJECT

public:
    explicit Sandbox(QObject *parent = nullptr);

    /// With another pace or other limits than usual, as tests need them (options.h).
    explicit Sandbox(const Options &options, QObject *parent = nullptr);
    ~Sandbox() override;

    /// Starts to listen on `port`, 0 for a free one. An Error (Code::Input) when the port is taken. Returns once it
    /// listens, within milliseconds.
    core::Result<quint16> start(quint16 port);

    /// `http://127.0.0.1:PORT`; invalid before start().
    QUrl rootUrl() const;

    /// What the next POSTs meet. Safe at any time; it holds from the next request on.
    void setRehearsal(const Rehearsal &rehearsal);

    /// Whether POSTs need a bearer token: none or not token68 is 401, a JWT without `CallRecords.Read.All` is 403.
    void setTokenRequired(bool isRequired);

Q_SIGNALS:
    /// The rehearsal fell back to None after its last time.
    void rehearsalEnded();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The call record id that the sandbox environment is filled in with.
inline constexpr QLatin1String defaultCallRecordId("e523d2ed-2966-4b6b-925b-754a88034cc5");

} // namespace sandbox

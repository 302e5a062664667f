// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace exchange {

/// A place that sessions can be sent to. A value without secrets: it may lie in a file and be shared. Sign-in, proxy
/// and TLS settings join it when they are built.
struct Environment
{
    enum class Kind {
        Sandbox, ///< The stand-in inside this program; its port is only known once it runs.
        Custom, ///< Any service: a stand-in of the tester's team, or Microsoft Graph.
    };

    QString name; ///< Unique among the environments; what the box and `--environment` say.
    Kind kind = Kind::Custom;
    QString baseUrl; ///< The root without the version, as typed; empty for the sandbox.
    QString apiVersion; ///< The version segment: `v1.0`, `beta`, `localtest`, …
    QString callRecordId; ///< The call record to add sessions to.
    /// Consent to send a pasted token over plain http beyond loopback (docs/promises.md N3).
    bool allowsTokenOverHttp = false;
    QMap<QString, QString> variables = {}; ///< What `{{env:NAME}}` in a template stands for, by its name.

    bool operator==(const Environment &) const = default;
};

} // namespace exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QUrl>

namespace cli {

/// How the `sandbox` verb wants its sandbox.
struct SandboxOptions
{
    quint16 port = 0; ///< 0 is a free one.
    QString rehearsal; ///< `NAME` or `NAME:TIMES`; empty for none.
    bool requiresToken = false;

    bool operator==(const SandboxOptions &) const = default;
};

/// What the command line needs of the sandbox. The sandbox itself is a room that only main sees.
class SandboxHost
{
public:
    virtual ~SandboxHost() = default;

    /// Starts it and tells its root. An Error (Code::Input) when the port is taken or the rehearsal is unknown. It runs
    /// until the host goes.
    virtual core::Result<QUrl> start(const SandboxOptions &options) = 0;

    /// The call record id to submit to when none is given.
    virtual QString callRecordId() const = 0;

protected:
    SandboxHost() = default;
    SandboxHost(const SandboxHost &) = default;
    SandboxHost &operator=(const SandboxHost &) = default;
};

} // namespace cli

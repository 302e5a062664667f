// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

/// What the world did wrong. An HTTP 4xx or 5xx is not an Error but a Response; an Error is when no whole response
/// came, when a file could not be read or saved, or when a guard refused.
struct Error
{
    /// The kind, for programs. The command line's exit codes follow from it (present/exitcode.h).
    enum class Code {
        Input, ///< What the person gave cannot be used: a file, a URL, an id.
        File, ///< The file system refused.
        Refused, ///< A guard refused before anything was sent.
        Network, ///< No whole response came.
        Timeout, ///< The total or the idle limit passed.
        Limit, ///< The response grew past its cap.
        Cancelled, ///< The person stopped it.
    };

    Code code = Code::Input;
    QString message; ///< One or more sentences for people, translated: what happened, why, what to do next.
    QString detail; ///< For the log and the details pane, as the system worded it; never translated, may be empty.

    bool operator==(const Error &) const = default;
};

} // namespace core

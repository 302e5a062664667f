// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace exchange {

/// Scheme, host and port of a URL (RFC 6454 §4): what a token is bound to.
struct Origin
{
    QString scheme; ///< Lower case.
    QString
        host; ///< Lower case ASCII (punycode), IPv6 without brackets; a trailing dot is kept, since it is another host.
    int port = -1; ///< The scheme's default written out.

    /// The origin of `url`; isValid() is false when it has no host, or a scheme other than http and https.
    static Origin of(const QUrl &url);

    bool isValid() const { return !host.isEmpty() && port > 0; }

    /// True for 127.0.0.0/8, ::1 and the exact name `localhost`, which the client connects to without DNS.
    bool isLoopback() const;

    /// `https://graph.microsoft.com`, the port only when it is not the default.
    QString toString() const;

    bool operator==(const Origin &) const = default;
};

} // namespace exchange

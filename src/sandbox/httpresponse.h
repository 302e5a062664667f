// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/httprequest.h"

namespace sandbox {

/// A response before it is put on the wire.
struct HttpResponse
{
    int status = 200;
    HeaderList headers; ///< Without Content-Length and Connection, which follow from the body and the connection.
    QByteArray body;

    /// Adds a header. The value must be free of CR and LF; asserted.
    void add(const QByteArray &name, const QByteArray &value);

    /// Status line and headers with the empty line: `Content-Length: <contentLength>` unless the status has no body by
    /// definition (RFC 9110 §8.6), and Connection.
    QByteArray head(qint64 contentLength, bool keepAlive) const;
};

/// The reason phrase of a status (RFC 9110 §15, RFC 6585); `Unknown` for one that the sandbox never sends.
QByteArray reasonPhrase(int status);

/// The time as Date wants it (RFC 9110 §5.6.7), in English whatever the locale: `Sun, 06 Nov 1994 08:49:37 GMT`.
QByteArray httpDate(qint64 millisecondsSinceEpoch);

} // namespace sandbox

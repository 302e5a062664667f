// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "exchange/header.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>
#include <QUuid>

#include <chrono>
#include <optional>

namespace exchange {

/// What goes out. Before it is sent: the headers that the tester chose. In an Exchange: every header as it stood on the
/// wire, in that order, with the token as `Bearer ***`.
struct Request
{
    QByteArray method;
    QUrl url;
    HeaderList headers;
    QByteArray body; ///< The exact bytes.

    bool operator==(const Request &) const = default;
};

/// What came back, whatever its status.
struct Response
{
    int status = 0;
    QByteArray reason; ///< The reason phrase as received; may be empty.
    HeaderList headers; ///< As Qt reports them: repeats are folded into one with `, ` at the place of the last.
    QByteArray body; ///< The exact bytes that arrived, also of a response that was cut off.
    bool isComplete = true; ///< False when the body ended early, by Content-Length, by chunk or by our cap.

    bool operator==(const Response &) const = default;
};

/// The moments of one exchange, as nanoseconds since it was queued. Qt 6.4 has no signal for the TCP connection alone:
/// connecting, and TLS with it, lies between `socketStarted` and `requestSent`, and a reused connection has neither.
struct Timing
{
    using Moment = std::optional<std::chrono::nanoseconds>;

    Moment socketStarted; ///< Qt began to look the host up and to connect.
    Moment encrypted; ///< TLS was agreed.
    Moment requestSent; ///< The last byte of the request went into the socket.
    Moment firstByte; ///< The response's head was read.
    Moment finished; ///< The last byte came, or the error did.

    bool operator==(const Timing &) const = default;
};

/// One certificate of the chain that the service showed.
struct Certificate
{
    QString subject;
    QString issuer;
    QString notBefore; ///< ISO 8601, UTC.
    QString notAfter; ///< ISO 8601, UTC.
    QByteArray sha256; ///< Of the DER form, lower-case hexadecimal.

    bool operator==(const Certificate &) const = default;
};

/// How the connection was protected.
struct TlsFacts
{
    QString protocol; ///< `TLS 1.3`
    QString cipher;
    QList<Certificate> chain; ///< The service's own first.

    bool operator==(const TlsFacts &) const = default;
};

/// One request and what became of it: complete, so that history and evidence need nothing else. No secret is in it.
struct Exchange
{
    QUuid id;
    std::chrono::system_clock::time_point startedAt;
    QString environment; ///< The name of the environment.
    Request request;
    std::optional<Response> response; ///< Also what came before an error: a head, a part of the body.
    std::optional<core::Error> error; ///< Why no whole response came. Empty when one did, whatever its status.
    Timing timing;
    std::optional<TlsFacts> tls;
    bool hasLeft = false; ///< False when no byte of the request left: a guard refused, nobody listened, TLS failed.

    bool operator==(const Exchange &) const = default;

    /// True when a whole response came, whatever its status.
    bool hasWholeResponse() const { return response && !error && response->isComplete; }
};

} // namespace exchange

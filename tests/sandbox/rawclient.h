// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/httprequest.h"

#include <QTcpSocket>

/// A response as it stood on the wire.
struct RawResponse
{
    int status = 0; ///< 0 when no whole response came.
    QByteArray statusLine;
    sandbox::HeaderList headers;
    QByteArray body;

    /// The value of the only header with exactly this name; a text that fits nothing when there are none or several.
    QByteArray header(const QByteArray &name) const;
};

/// A client that writes and reads bytes, so that nothing between hides what the sandbox sent. Blocks, for the sandbox
/// has a thread of its own.
class RawClient
{
public:
    explicit RawClient(quint16 port);

    void send(const QByteArray &bytes);

    /// The next response, framed by its Content-Length. With `hasBody` false the head alone, as for HEAD.
    RawResponse read(bool hasBody = true);

    /// At least `size` more bytes, or what came until the sandbox closed.
    QByteArray readBytes(qsizetype size);

    /// All bytes until the sandbox closes.
    QByteArray readToEnd();

    /// True when the sandbox closes within the time of the test.
    bool isClosed();

    /// Takes only a little at a time from the system from now on, so that the sandbox cannot get rid of a large
    /// response.
    void readSlowly() { m_socket.setReadBufferSize(4096); }

    /// Leaves without a word.
    void abort() { m_socket.abort(); }

private:
    bool more();

    QTcpSocket m_socket;
    QByteArray m_received;
};

/// The request that POSTs `body` as JSON, with `headers` (each with its CR LF) added.
QByteArray postRequest(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {});

/// The request that GETs `path`.
QByteArray getRequest(const QByteArray &path);

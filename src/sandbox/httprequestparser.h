// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/httphead.h"

#include <optional>

namespace sandbox {

/// Reads HTTP/1.1 requests from the bytes of one connection, as they come, one after the other (pipelining). After a
/// fault nothing more can be read: the connection has to close.
class HttpRequestParser
{
public:
    /// What a request may have at most, in bytes.
    struct Limits
    {
        qsizetype head = 64 * 1024; ///< Request line and headers: a token alone may have 16 KiB. Also for the trailers.
        qint64 body = 64 * 1024 * 1024; ///< Without the transfer coding.
    };

    /// Where advance() stopped.
    enum class Progress {
        NeedsMore, ///< Append more bytes.
        WantsContinue, ///< The client waits for `100 Continue` (RFC 9110 §10.1.1); said once, then advance() again.
        Complete, ///< takeRequest() has the request; bytes after it are kept.
        Failed, ///< fault() says why.
    };

    explicit HttpRequestParser(const Limits &limits);

    /// Takes bytes as they came from the connection.
    void append(const QByteArray &bytes);

    /// Reads as far as the bytes reach.
    Progress advance();

    /// The request, once Complete; the parser then is ready for the next.
    HttpRequest takeRequest();

    /// Why it Failed.
    const HttpFault &fault() const { return m_fault; }

    /// True when no byte of a next request has come: the connection may close without breaking anything off.
    bool isBetweenRequests() const;

private:
    enum class Part { Head, Body, ChunkSize, ChunkData, ChunkEnd, Trailers, Complete, Failed };

    bool readHead();
    bool readBody();
    bool readChunkSize();
    bool readChunkData();
    bool readChunkEnd();
    bool readTrailers();
    bool beginBody();
    std::optional<QByteArray> takeLine(qsizetype most, int statusWhenLonger);
    void takeBody(qint64 &remaining);
    bool fail(int status, const QString &reason);

    Limits m_limits;
    Part m_part = Part::Head;
    QByteArray m_buffer;
    qsizetype m_at = 0; ///< The first byte of m_buffer that is not read yet.
    qsizetype m_searched = 0; ///< Up to here there is no LF: a slow client must not cost squared time.
    QList<QByteArray> m_lines;
    qsizetype m_lineBytes = 0;
    HttpHead m_head;
    qint64 m_remaining = 0; ///< Of the body or the chunk, in bytes.
    HttpFault m_fault;
};

} // namespace sandbox

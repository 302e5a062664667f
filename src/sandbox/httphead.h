// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/httprequest.h"

#include <QString>

#include <variant>

namespace sandbox {

/// Why a request cannot be read: the status that answers it, after which the connection closes, and the reason in
/// words.
struct HttpFault
{
    int status = 400;
    QString reason;
};

/// A request without its body yet, and how the body is framed (RFC 9112 §6).
struct HttpHead
{
    HttpRequest request;
    qint64 contentLength = 0; ///< In bytes; 0 without the header and when it is chunked.
    bool isChunked = false;
    bool expectsContinue = false;
};

/// Judges the lines of a head, without their CR LF and without the empty line. Strict where leniency lets two readers
/// disagree: a header folded or with a blank before its colon, a name that is no token, control characters, none or two
/// Host, two Content-Length, Content-Length with Transfer-Encoding, and codings other than one `chunked` are faults.
std::variant<HttpHead, HttpFault> parseHead(const QList<QByteArray> &lines);

/// Judges one field line and splits it. Trailer lines are judged by it as well.
std::variant<std::pair<QByteArray, QByteArray>, HttpFault> parseField(const QByteArray &line);

/// True for the characters of a token (RFC 9110 §5.6.2).
bool isTokenCharacter(char c);

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace sandbox {

/// Header fields in the order received or to be sent, names as spelled.
using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// One whole HTTP/1.1 request, as HttpRequestParser hands it out: syntactically sound, otherwise unjudged.
struct HttpRequest
{
    QByteArray method; ///< Case-sensitive (RFC 9110 §9.1).
    QByteArray target; ///< Path and query, still percent-encoded, beginning with `/`.
    QByteArray authority; ///< Of an absolute-form target (RFC 9112 §3.2.2); else empty.
    HeaderList headers;
    QByteArray body; ///< Without any transfer coding.
    bool keepAlive = true; ///< The client wants the connection to stay (RFC 9112 §9.3).

    /// The value of the first header with this name (any case); null when there is none.
    QByteArray header(QByteArrayView name) const;

    /// The number of headers with this name.
    qsizetype headerCount(QByteArrayView name) const;

    /// The path of the target, without the query.
    QByteArrayView path() const;

    /// What follows the `?`; empty when there is none.
    QByteArrayView query() const;
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace sandbox {

/// One of the `details` of an OData error (OData JSON 4.01 §21.1).
struct ErrorDetail
{
    QString code;
    QString target; ///< An RFC 6901 pointer into the request's body.
    QString message;
};

/// An error as Graph words it.
struct ODataError
{
    QString code;
    QString message; ///< May be empty: Graph's own 403 and 404 of call records are.
    QList<ErrorDetail> details;
};

/// What the `innerError` of a response repeats of its headers.
struct RequestIds
{
    QByteArray requestId;
    QByteArray clientRequestId;
};

/// The body `{"error":{code, message, details?, innerError{date, request-id, client-request-id}}}` as one line. The
/// date is UTC without a zone, as Graph writes it.
QByteArray errorBody(const ODataError &error, const RequestIds &ids, qint64 millisecondsSinceEpoch);

} // namespace sandbox

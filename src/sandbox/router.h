// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace sandbox {

/// What a path means.
struct Route
{
    enum class Kind {
        NotFound, ///< No such version or path.
        Malformed, ///< A `%` without two hexadecimal digits, or bytes that are no UTF-8.
        Metadata, ///< `/{version}/$metadata`
        Sessions, ///< `/{version}/communications/callRecords/{id}/sessions`
        References, ///< `…/sessions/$ref`
        Session, ///< `…/sessions/{sessionId}`
    };

    Kind kind = Kind::NotFound;
    QString version; ///< `v1.0`, `beta` or `localtest`.
    QString callRecordId; ///< Decoded.
    QString sessionId; ///< Decoded; only for Kind::Session.

    bool operator==(const Route &) const = default;
};

/// Reads the path of a request, without its query. It is cut at each `/` and then decoded, so that `%2F` in an id is
/// data. Names are case-sensitive (OData URL conventions 4.01 §4.1). `.` and `..` are ids of nothing here: clients
/// resolve them away before they send.
Route routeOf(QByteArrayView path);

/// The value of Allow for a route, such as `GET, HEAD, POST`. Empty for NotFound and Malformed.
QByteArray allowedMethods(Route::Kind kind);

/// True when the route answers this method.
bool isAllowed(Route::Kind kind, QByteArrayView method);

} // namespace sandbox

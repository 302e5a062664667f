// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/authorization.h"
#include "exchange/exchange.h"
#include "exchange/target.h"

#include <QList>
#include <QString>

namespace present {

/// One header of a request that is being composed.
struct HeaderRow
{
    /// What may be done with it.
    enum class Kind {
        Free, ///< Can be changed, repeated, left out and removed.
        Drawn, ///< A GUID that is drawn anew after each submit, until the tester types a value of his own.
        Always, ///< Cannot be left out: Qt would fill it in.
    };

    QByteArray name;
    QByteArray value;
    bool isSent = true;
    Kind kind = Kind::Free;

    bool operator==(const HeaderRow &) const = default;
};

/// The headers that every draft begins with.
QList<HeaderRow> defaultHeaders();

/// A new value for a HeaderRow::Kind::Drawn row: a GUID in lower case without braces.
QByteArray drawnValue();

/// Everything about the next request but the session.
struct RequestDraft
{
    exchange::Target target;
    QList<HeaderRow> headers = defaultHeaders();
    std::optional<QString> odataId; ///< What the tester typed as `@odata.id`; absent means odataIdDefault().
};

/// The `@odata.id` that a draft would send by itself: the URL of the session `sessionId` in the target. Empty while the
/// target makes no URL.
QString odataIdDefault(const exchange::Target &target, const QString &sessionId);

/// The body that a draft sends: the session's bytes, or `{"@odata.id": …}` where the path says so.
QByteArray bodyOf(const RequestDraft &draft, const QByteArray &sessionBytes, const QString &sessionId);

/// The request that a submit would send, with its headers as chosen (not yet those of the wire). An Error
/// (Code::Input) names the base URL, id, version or header that cannot be sent.
core::Result<exchange::Request> compose(const RequestDraft &draft, const QByteArray &body);

/// The request behind one of an Exchange: without the headers that the program writes, and with a new
/// client-request-id where it had one.
exchange::Request asTyped(const exchange::Request &wire);

/// Request line, `Name: value` lines, an empty line and the body: what *Next request* and *Sent* show. Lines end with
/// LF.
QByteArray requestText(const exchange::Request &request);

} // namespace present

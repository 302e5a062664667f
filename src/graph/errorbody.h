// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

#include <QList>
#include <QString>

#include <optional>

namespace graph {

/// One entry of `details` in an OData error (OData JSON 4.01 §21.1).
struct ErrorDetail
{
    QString code;
    QString message;
    QString target;

    bool operator==(const ErrorDetail &) const = default;
};

/// One level of `innerError`, outermost first.
struct InnerError
{
    QString code;
    QString message;
    QString requestId; ///< `request-id`, or `requestId` as older services write it.
    QString clientRequestId;
    QString date; ///< As written: UTC without a zone.

    bool operator==(const InnerError &) const = default;
};

/// What a service says went wrong, read from a body. Missing and non-string members are empty.
struct ErrorBody
{
    QString code; ///< Of an OAuth-style body (`"error": "invalid_client"`), that string.
    QString message; ///< Of an OAuth-style body, its `error_description`.
    QString target;
    QList<ErrorDetail> details;
    QList<InnerError> innerErrors; ///< Both spellings, `innerError` and `innererror`, nested as deep as they came.

    /// The deepest known code: the most specific one.
    QString mostSpecificCode() const;

    bool operator==(const ErrorBody &) const = default;
};

/// Reads an error from a response body, if there is one: an object with a member `error`.
std::optional<ErrorBody> readErrorBody(const json::Index &body);

} // namespace graph

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/header.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace graph {

/// One challenge of a `WWW-Authenticate` header (RFC 9110 §11.6.1).
struct Challenge
{
    QByteArray scheme; ///< As written: `Bearer`.
    exchange::HeaderList parameters; ///< In order, quotation marks and their escapes resolved.

    /// The value of a parameter, its name compared without case; empty when there is none.
    std::optional<QByteArray> parameter(const QByteArray &name) const { return exchange::valueOf(parameters, name); }
};

/// The challenges in a header's value, of which several may be folded into one. What cannot be read is passed over.
QList<Challenge> challengesIn(const QByteArray &value);

/// The claims that a Bearer challenge asks for, decoded from base64 or base64url: a JSON text; empty when there are
/// none, or they cannot be decoded.
QByteArray claimsIn(const QList<Challenge> &challenges);

} // namespace graph

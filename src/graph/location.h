// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace graph {

/// The URL that `reference`, which a service wrote, means behind `request` (RFC 3986 §5), without its fragment. Empty
/// when it is none, has a user name, or leads to another origin: there no service can send a token.
std::optional<QUrl> sameOriginUrl(const QByteArray &reference, const QUrl &request);

/// Where the session `id` is that a POST to `request` made: the sessions' URL, `/$ref` aside, and the id as one segment
/// (OData Protocol §11.4.2). Without an id, the sessions' URL.
QUrl createdUrl(const QUrl &request, const QString &id);

/// True when `location`, resolved against `request` (RFC 9110 §10.2.2), is createdUrl(): the same origin and the same
/// path, percent-encoding aside, a key as a segment or in parentheses (`sessions('1')`, OData URL Conventions §4.3.1),
/// and nothing behind. With an empty `id` any one segment will do.
bool isCreatedUrl(const QByteArray &location, const QUrl &request, const QString &id);

} // namespace graph

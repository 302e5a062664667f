// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/target.h"

#include <QUrl>

namespace graph {

/// Reads the root of a service as typed, without its version. Refused (Error::Code::Input, one sentence for people): no
/// scheme or another than http and https, no host, userinfo, query, fragment. A trailing `/` does not count.
core::Result<QUrl> rootUrl(const QString &text);

/// True when `text` as a segment would change the path: `.` and `..`, also spelled with `%2e`, which Qt resolves.
bool isDotSegment(QString text);

/// The URL of `target`: `{root}/{version}/communications/callRecords/{id}/sessions`, with `/$ref` where the path says
/// so. The id is one segment and fully percent-encoded, so that `/`, `?`, `#` and `%` in it travel as data. Refused:
/// what rootUrl() refuses, and an id or version that is empty, `.` or `..` (also spelled with `%2e`, which Qt
/// resolves).
core::Result<QUrl> sessionsUrl(const exchange::Target &target);

/// The URL of one session below sessionsUrl() without `$ref`, for the `@odata.id` body. `sessionId` may be empty.
core::Result<QUrl> sessionUrl(const exchange::Target &target, const QString &sessionId);

/// The URL of the schema of a service: `{root}/{version}/$metadata` (OData Protocol 4.01 §11.1.2). Refused: what
/// rootUrl() refuses, and a version that is empty, `.` or `..`.
core::Result<QUrl> metadataUrl(const QString &baseUrl, const QString &apiVersion);

} // namespace graph

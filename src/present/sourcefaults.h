// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/finding.h"
#include "session/sessiondocument.h"

namespace present {

/// A stretch of the body that is not JSON (an error), or that the form cannot hold without changing it (a warning).
struct SourceFault
{
    session::Severity severity = session::Severity::Error;
    qint64 begin = 0; ///< In bytes of the body; begin is end only in an empty one.
    qint64 end = 0;
    QString sentence; ///< What, where, and what comes of it.
};

/// The faults of the body as it stands, in its order, at most `most`. None while Form and Source show the same session.
QList<SourceFault> sourceFaults(const session::SessionDocument &document, int most = 100);

/// The pointer to what the byte `offset` of the body is in; as far as the text tells when it is not JSON.
json::Pointer pointerInSource(const session::SessionDocument &document, qint64 offset);

/// Where the value that `pointer` names, or the nearest one above it that is there, begins, and one past its end, in
/// bytes; empty when the body is not JSON.
std::optional<std::pair<qint64, qint64>> spanInSource(const session::SessionDocument &document, json::Pointer pointer);

} // namespace present

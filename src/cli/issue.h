// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "session/finding.h"
#include "json/position.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace cli {

/// One line of `validate`: a finding at a pointer, or something about the text itself at a line and column.
struct Issue
{
    std::optional<QString> pointer; ///< By RFC 6901; empty text is the root.
    std::optional<json::Position> position;
    session::Severity severity = session::Severity::Note;
    QString rule;
    QString message;

    bool operator==(const Issue &) const = default;
};

/// The one issue of a template whose placeholder cannot be filled in, told by `error` (session/placeholders.h).
Issue issueOf(const core::Error &error);

/// Everything about the text of a session, in its order: the one fault of what is not JSON, which may be a merge that
/// git left, or the findings by the built-in schema and what a QJsonObject could not hold.
QList<Issue> issuesOf(const QByteArray &text);

} // namespace cli

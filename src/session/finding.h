// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/pointer.h"

#include <QString>

#include <optional>

namespace session {

/// How much a finding weighs. It advises; it never stops a submit.
enum class Severity { Note, Warning, Error };

/// According to whom a value is odd.
enum class Source {
    Json, ///< RFC 8259.
    Csdl, ///< The service's schema.
    Documentation, ///< The service's documentation.
    OData, ///< OData 4.01, or Microsoft's guidelines on top of it.
    Conflict, ///< Schema and documentation contradict each other.
};

/// The one plain mend of a finding, where there is one; fixedText() makes it.
struct Fix
{
    /// What `text` stands for.
    enum class Kind {
        Value, ///< The JSON text that replaces the value at the finding's pointer.
        Name, ///< The name in JSON, quotation marks included, that the member should have instead.
        Type, ///< The `@odata.type` in JSON of the object that holds the member.
        Preference, ///< What the request's header `Prefer` should list (RFC 7240): the body stays.
    };

    Kind kind = Kind::Value;
    QByteArray text;

    bool operator==(const Fix &) const = default;
};

/// Something about one value of a session that a tester may want to know.
struct Finding
{
    json::Pointer pointer; ///< The value, or the missing member.
    Severity severity = Severity::Note;
    QString rule; ///< The identifier of the rule, lower case with hyphens, stable: `enum-member`.
    QString message; ///< A sentence for people, translated.
    Source source = Source::Csdl;
    std::optional<Fix> fix = std::nullopt;

    bool operator==(const Finding &) const = default;
};

/// `error`, `warning` or `note`: the word on the command line, in JSON and, translated by the caller, in the window.
QLatin1String severityName(Severity severity);

/// The words for a source: `CSDL`, `documentation`, …; translated.
QString sourceText(Source source);

} // namespace session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/pointer.h"

#include <QString>

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

/// Something about one value of a session that a tester may want to know.
struct Finding
{
    json::Pointer pointer; ///< The value, or the missing member.
    Severity severity = Severity::Note;
    QString rule; ///< The identifier of the rule, lower case with hyphens, stable: `enum-member`.
    QString message; ///< A sentence for people, translated.
    Source source = Source::Csdl;

    bool operator==(const Finding &) const = default;
};

/// `error`, `warning` or `note`: the word on the command line, in JSON and, translated by the caller, in the window.
QLatin1String severityName(Severity severity);

/// The words for a source: `CSDL v1.0`, `documentation`, …; translated.
QString sourceText(Source source);

} // namespace session

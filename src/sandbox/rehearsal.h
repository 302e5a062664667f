// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace sandbox {

/// What the sandbox does with a POST instead of storing it as it came.
struct Rehearsal
{
    enum class Kind {
        None,
        StoresAsGraph, ///< UTC, 7 digits trimmed, nulls omitted.
        StoresWrongly, ///< Drops one member and changes another.
        Status, ///< Answers with `status` and an OData error.
        Slow, ///< First byte after 5 s.
        Drip, ///< One byte at a time.
        CutOff, ///< Closes in the middle of the body.
        WrongLength, ///< A Content-Length that is not the body's.
        NotJson,
        Html,
        Large, ///< A body of 8 MB.
    };

    Kind kind = Kind::None;
    int status = 0; ///< For Kind::Status.
    int times = 0; ///< After so many POSTs it falls back to None; 0 is for ever.

    bool operator==(const Rehearsal &) const = default;
};

/// One row a rehearsal: the name on the command line and in the box.
struct RehearsalName
{
    QLatin1String name;
    Rehearsal rehearsal;
};

/// All of them, in the order of the box: `none`, `stores-as-graph`, `stores-wrongly`, `401`, … `large`.
const QList<RehearsalName> &rehearsals();

/// Reads `NAME` or `NAME:TIMES`; empty for an unknown name or a TIMES that is not a positive number.
std::optional<Rehearsal> rehearsalNamed(const QString &text);

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace session {

/// A set of HTTP statuses as a tester types it: `201, 4xx, 500-504`.
class StatusSet
{
public:
    StatusSet() = default;

    /// Reads statuses of three digits, classes (`4xx`, in either case) and ranges, separated by commas; blanks do not
    /// count and empty text is the empty set. Error::Code::Input names what is none of them.
    static core::Result<StatusSet> parse(const QString &text);

    /// The text that parse() reads: what was given, in that order, spelled in one way.
    QString toString() const;

    bool isEmpty() const { return m_ranges.isEmpty(); }
    bool contains(int status) const;

    bool operator==(const StatusSet &) const = default;

private:
    struct Range
    {
        int first = 0;
        int last = 0; ///< Included.

        bool operator==(const Range &) const = default;
    };

    static std::optional<Range> rangeOf(const QString &text);
    static QString textOf(const Range &range);

    QList<Range> m_ranges;
};

} // namespace session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// A body, or members of one, and the findings about it: `pointer severity rule`, in order, with `;` between.
struct FindingRow
{
    const char *name;
    const char *json;
    const char *expected;
};

/// A session with valid times and modalities, and with `members`.
inline QByteArray aroundMembers(const QByteArray &members)
{
    return R"({"startDateTime":"2017-01-01T00:00:00Z","endDateTime":"2017-01-01T00:02:00Z","modalities":["audio"])"
        + (members.isEmpty() ? members : ',' + members) + '}';
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A body, or members of one, and the findings about it: `pointer severity rule`, in order, with `;` between.
struct FindingRow
{
    const char *name;
    const char *json;
    const char *expected;
};

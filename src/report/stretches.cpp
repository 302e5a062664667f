// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/stretches.h"

#include <algorithm>

namespace report {
namespace {

using exchange::Timing;
using Kind = Stretch::Kind;

struct Row
{
    Kind kind;
    Timing::Moment Timing::*end;
};

constexpr Row rows[] = {
    {Kind::Blocked, &Timing::socketStarted}, {Kind::Connect, &Timing::encrypted}, {Kind::Send, &Timing::requestSent},
    {Kind::Wait, &Timing::firstByte},        {Kind::Receive, &Timing::finished},
};

} // namespace

QList<Stretch> stretchesOf(const Timing &timing)
{
    QList<Stretch> stretches;
    std::chrono::microseconds reached{};
    size_t next = 0; // the row of what went on since the last moment
    for (size_t row = 0; row < std::size(rows); ++row) {
        const Timing::Moment moment = timing.*rows[row].end;
        if (!moment)
            continue;
        const bool isEnd = row + 1 == std::size(rows);
        const auto end = std::max(reached, std::chrono::round<std::chrono::microseconds>(*moment));
        stretches.append({isEnd ? rows[next].kind : rows[row].kind, reached, end});
        reached = end;
        next = row + 1;
    }
    return stretches;
}

} // namespace report

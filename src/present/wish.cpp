// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/wish.h"

namespace present {
namespace {

using session::MemberWish;

/// The wish that the place is as it is now.
MemberWish asItCame(const session::Comparison &comparison, const session::ComparedPlace &place)
{
    if (place.returned < 0)
        return {MemberWish::Kind::Absent, {}};
    return {MemberWish::Kind::Value, comparison.returned().raw(place.returned).toByteArray()};
}

} // namespace

session::Expectation wished(session::Expectation expectation, const session::Comparison &comparison,
                            const session::ComparedPlace &place, Wish wish)
{
    const QString pointer = comparison.pointer(place).toString();
    switch (wish) {
    case Wish::AsItCame:
        expectation.members.insert(pointer, asItCame(comparison, place));
        break;
    case Wish::AsSent:
        expectation.members.insert(pointer, {MemberWish::Kind::AsSent, {}});
        break;
    case Wish::Absent:
        expectation.members.insert(pointer, {MemberWish::Kind::Absent, {}});
        break;
    case Wish::Ignored:
        expectation.members.insert(pointer, {MemberWish::Kind::Ignored, {}});
        break;
    case Wish::Nothing:
        expectation.members.remove(pointer);
        break;
    }
    return expectation;
}

session::Expectation counting(session::Expectation expectation, CheckId check, bool doesCount)
{
    const CheckRow &row = rowOf(check);
    Q_ASSERT(row.byDefault != CheckDefault::Always);
    if (doesCount == (row.byDefault == CheckDefault::Counts))
        expectation.counts.remove(row.name);
    else
        expectation.counts.insert(row.name, doesCount);
    return expectation;
}

} // namespace present

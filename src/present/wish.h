// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/checks.h"
#include "session/compare.h"
#include "session/expectation.h"

namespace present {

/// What a tester can say of one place of a comparison, for the next time.
enum class Wish {
    AsItCame, ///< The value that came back is the right one; of what did not come back: it must be absent.
    AsSent, ///< It has to come back as it was sent.
    Absent, ///< It must not come back.
    Ignored, ///< Whatever becomes of it.
    Nothing, ///< What was said of it is taken back.
};

/// `expectation` with `wish` for a place of `comparison`.
session::Expectation wished(session::Expectation expectation, const session::Comparison &comparison,
                            const session::ComparedPlace &place, Wish wish);

/// `expectation` with a check that counts, or does not.
session::Expectation counting(session::Expectation expectation, CheckId check, bool doesCount);

} // namespace present

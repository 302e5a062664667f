// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/options.h"
#include "sandbox/service.h"

#include <QByteArrayList>

namespace sandbox {

/// What goes out for one response, and when.
struct WirePlan
{
    std::chrono::milliseconds before{0}; ///< Until the first piece.
    std::chrono::milliseconds between{0}; ///< From piece to piece.
    QByteArrayList pieces; ///< At least one; empty ones do not occur.
    bool closes = false; ///< The connection ends after the last piece.
};

/// Plans a reply. `isHead` leaves out the body (RFC 9110 §9.3.2), `keepAlive` is what the client asked for.
///
/// `Drip` sends the head at once, then one byte at a time for the first 400 bytes and the rest in 50 pieces, so that it
/// ends within about 450 × pace.drip whatever the size. `CutOff` announces the whole and closes in the middle of the
/// body, or of the head when there is no body. `WrongLength` announces 10 bytes less than it sends, then closes.
WirePlan planOf(const Reply &reply, bool isHead, bool keepAlive, const Pace &pace);

} // namespace sandbox

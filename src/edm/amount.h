// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace edm {

/// An amount of time as people type it, in ticks of 100 ns: numbers with the units d, h, m or min, s, ms (`5m`,
/// `1h 30m`, `-0.0000001s`), or an Edm.Duration (`PT5M`). An Error when it is neither, finer than a tick, or beyond a
/// qint64: an amount is never rounded.
core::Result<qint64> amountTicks(const QString &text);

} // namespace edm

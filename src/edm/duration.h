// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/lexical.h"

namespace edm {

/// Judges an Edm.Duration `[-]P[nD][T[nH][nM][n[.n]S]]`: no years, months, weeks, no `+`. A bare `P` or `PT` is legal
/// by the ABNF and noted, since xs:dayTimeDuration refuses it; so are more than 7 fraction digits and lower-case
/// letters.
Judgement judgeDuration(QStringView text);

/// A span of 100 ns ticks in words of time for people, exact: `00:02:04.1162662`, with a leading `-` when negative and
/// `d.` days before the hours when there are any. At most seven fraction digits, trailing zeros trimmed.
QString clockText(qint64 ticks);

/// The same span as an Edm.Duration literal: `PT2M4.1162662S`.
QString durationLiteral(qint64 ticks);

} // namespace edm

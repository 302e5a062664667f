// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "edm/calendar.h"

#include <QString>

namespace edm {

// Edits of Edm.DateTimeOffset literals that keep their form: the number of fraction digits, seconds or none, `T` or
// `t`, `Z`, `z` or the offset. A literal that is no time, a day that the calendar does not have, and an outcome whose
// instant cannot be counted are Errors that say why; nothing is repaired on the way.

/// A literal and where the text cursor stands in it.
struct SteppedTime
{
    QString text;
    qsizetype cursor = 0;

    bool operator==(const SteppedTime &) const = default;
};

/// `text` with the unit under `cursor` (from 0) stepped by `steps`: year, month, day, hour, minute, second, the very
/// fraction digit right of the cursor (the last one at their end), or the hour or minute of the offset. The cursor
/// stays in that unit.
///
/// A step carries into the greater units and leaves the lesser ones as they are; where a month has no such day, its
/// last one is taken. Second 60 stays until seconds are stepped, and then counts as the first of the next minute. An
/// offset steps to -23:59…+23:59 and leaves the wall clock alone, so that the instant moves; `Z` has nothing to step.
core::Result<SteppedTime> stepped(const QString &text, qsizetype cursor, int steps);

/// `text` moved by exactly `ticks` of 100 ns. Fraction digits and seconds are added where the outcome needs them;
/// digits past the seventh stay. Second 60 stays when it moves by whole minutes.
core::Result<QString> moved(const QString &text, qint64 ticks);

/// What stays as it is when a literal gets another offset.
enum class OffsetChange {
    KeepInstant, ///< The wall clock moves.
    KeepWallClock, ///< The instant moves. A literal without an offset gets one.
};

/// `text` with the offset `offset`: `Z`, `z` or `±hh:mm`.
core::Result<QString> withOffset(const QString &text, const QString &offset, OffsetChange change);

/// `text` with the date that it begins with replaced; what follows the date may be anything. An empty text becomes
/// midnight in UTC.
core::Result<QString> withDate(const QString &text, const CalendarDate &date);

} // namespace edm

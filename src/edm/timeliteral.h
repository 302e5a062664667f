// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/calendar.h"

#include <QString>

namespace edm {

/// An Edm.DateTimeOffset literal taken apart, so that it can be judged, counted, and written again in its own form.
/// Views are borrowed from the text that was read.
struct TimeLiteral
{
    CalendarDate date;
    QChar separator = u'T'; ///< `T` or `t`.
    TimeOfDay time;
    QStringView offset; ///< As written: `Z`, `z`, `+03:00`.
    int offsetMinutes = 0; ///< East of UTC.
    bool hasLowerCase = false;
};

/// Reads the whole literal (OData ABNF dateTimeOffsetValue). What is wrong where the cursor stands then, or nothing.
std::optional<QString> readTimeLiteral(Cursor &cursor, TimeLiteral &literal);

/// Reads `Z` or `±hh:mm` into minutes east of UTC. What is wrong where the cursor stands then, or nothing.
std::optional<QString> readOffset(Cursor &cursor, int &offsetMinutes);

/// The literal as text, with the parts spelled as they are: fraction digits, separator, offset, seconds or none.
QString textOf(const TimeLiteral &literal);

/// An offset in minutes east of UTC as `±hh:mm`.
QString offsetText(int minutes);

/// `00` to `99`.
QString twoDigits(qint64 number);

} // namespace edm

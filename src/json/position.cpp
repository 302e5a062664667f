// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/position.h"

#include "json/utf8.h"

#include <algorithm>

namespace json {

Position positionAt(QByteArrayView text, qint64 offset)
{
    return positionAfter({}, text, 0, offset);
}

Position positionAfter(Position known, QByteArrayView text, qint64 from, qint64 to)
{
    Position position = known;
    const qint64 last = std::clamp<qint64>(to, 0, text.size());
    for (qint64 at = from; at < last;) {
        const char byte = text[at];
        const int length = (byte & 0x80) == 0 ? 1 : std::max(1, utf8Length(text.sliced(at)));
        at += length;
        if (at > last)
            break; // the offset is inside this character
        // The LF of a CR LF ends the line, not its CR.
        if (byte == '\n' || (byte == '\r' && (at == text.size() || text[at] != '\n'))) {
            ++position.line;
            position.column = 1;
        } else {
            ++position.column;
        }
    }
    return position;
}

} // namespace json

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace json {

/// The array index that a reference token spells (RFC 6901 §4: digits without a leading zero); -1 when it spells none,
/// as `-`, `01`, `+1` and what no array could hold.
inline qsizetype arrayIndex(const QString &token)
{
    if (token.isEmpty() || token.size() > 18 || (token.size() > 1 && token[0] == u'0'))
        return -1;
    qsizetype index = 0;
    for (const QChar digit : token) {
        if (digit < u'0' || digit > u'9')
            return -1;
        index = index * 10 + (digit.unicode() - u'0');
    }
    return index;
}

} // namespace json

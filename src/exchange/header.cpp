// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/header.h"

namespace exchange {

std::optional<QByteArray> valueOf(const HeaderList &headers, const QByteArray &name)
{
    for (const Header &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return std::nullopt;
}

QByteArray toLines(const HeaderList &headers)
{
    QByteArray lines;
    for (const Header &header : headers)
        lines += header.name + ": " + header.value + '\n';
    return lines;
}

} // namespace exchange

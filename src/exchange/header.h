// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace exchange {

/// One header field. The name keeps its spelling, the value its bytes.
struct Header
{
    QByteArray name;
    QByteArray value;

    bool operator==(const Header &) const = default;
};

/// Header fields in the order of the wire; a name may stand more than once.
using HeaderList = QList<Header>;

/// The value of the first header with this name, compared without case (RFC 9110 §5.1); empty when there is none.
std::optional<QByteArray> valueOf(const HeaderList &headers, const QByteArray &name);

/// The fields as `Name: value` lines, each ended by LF, for people.
QByteArray toLines(const HeaderList &headers);

} // namespace exchange

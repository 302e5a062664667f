// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

#include <QByteArray>
#include <QJsonObject>

namespace json {

/// An object and the index of its canonical text.
struct Spelled
{
    QJsonObject object;
    Index index;
};

/// canonical(object), byte for byte, at little more than the cost of a copy where `object` came from `before` by an
/// edit: the text of all that the two share is taken over, and only the smallest value around what differs is spelt
/// anew.
QByteArray respelled(const Spelled &before, const QJsonObject &object);

} // namespace json

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace core {

/// Lower-case hexadecimal SHA-256 of `bytes`.
QString sha256(const QByteArray &bytes);

} // namespace core

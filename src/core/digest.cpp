// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digest.h"

#include <QCryptographicHash>

namespace core {

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/oncedevice.h"

#include <algorithm>
#include <cstring>

namespace graph {

OnceDevice::OnceDevice(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    // Unbuffered: QIODevice would keep a second copy, and could hand it out again.
    open(ReadOnly | Unbuffered);
}

qint64 OnceDevice::bytesAvailable() const
{
    return m_body.size() - m_taken + QIODevice::bytesAvailable();
}

qint64 OnceDevice::readData(char *data, qint64 maximum)
{
    const qint64 count = std::min<qint64>(maximum, m_body.size() - m_taken);
    if (count <= 0)
        return atEnd() ? -1 : 0;
    std::memcpy(data, m_body.constData() + m_taken, static_cast<size_t>(count));
    m_taken += count;
    Q_EMIT taken();
    return count;
}

} // namespace graph

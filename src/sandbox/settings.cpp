// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/settings.h"

namespace sandbox {

void Settings::setRehearsal(const Rehearsal &rehearsal)
{
    const QMutexLocker locker(&m_mutex);
    m_rehearsal = rehearsal;
    ++m_serial;
}

Settings::Turn Settings::takeTurn()
{
    const QMutexLocker locker(&m_mutex);
    Turn turn{m_rehearsal, std::nullopt};
    if (m_rehearsal.times == 0 || --m_rehearsal.times > 0)
        return turn;
    m_rehearsal = {};
    turn.endedSerial = m_serial;
    return turn;
}

bool Settings::isCurrent(quint64 serial) const
{
    const QMutexLocker locker(&m_mutex);
    return m_serial == serial;
}

} // namespace sandbox

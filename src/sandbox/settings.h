// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/rehearsal.h"

#include <QMutex>

#include <atomic>
#include <optional>

namespace sandbox {

/// What the tester has set, shared between his thread and the sandbox's. All functions are safe in both.
class Settings
{
public:
    /// What one POST meets.
    struct Turn
    {
        Rehearsal rehearsal;
        std::optional<quint64>
            endedSerial; ///< Set when this was the last time: the serial of the rehearsal that ended.
    };

    /// From the next POST on. Counts anew.
    void setRehearsal(const Rehearsal &rehearsal);

    /// Counts one POST and says what it meets.
    Turn takeTurn();

    /// True while the rehearsal that ended is the last that was set: a newer choice must not be reported as ended.
    bool isCurrent(quint64 serial) const;

    void setTokenRequired(bool isRequired) { m_isTokenRequired = isRequired; }
    bool isTokenRequired() const { return m_isTokenRequired; }

private:
    mutable QMutex m_mutex;
    Rehearsal m_rehearsal;
    quint64 m_serial = 0;
    std::atomic_bool m_isTokenRequired = false;
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workers.h"

#include <QCoreApplication>

namespace core {

QThreadPool &workers()
{
    static QThreadPool pool;
    // As with Qt's own: what the jobs read, tables that live as long as the program among it, goes only later.
    static const bool isEnded = [] {
        qAddPostRoutine([] { pool.waitForDone(); });
        return true;
    }();
    Q_UNUSED(isEnded)
    return pool;
}

} // namespace core

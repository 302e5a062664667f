// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/watchdog.h"

namespace graph {
namespace {

double seconds(std::chrono::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

} // namespace

Watchdog::Watchdog(const Limits &limits, QObject *parent)
    : QObject(parent)
{
    for (QTimer *timer : {&m_total, &m_idle}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    m_total.setInterval(limits.total);
    m_idle.setInterval(limits.idle);
    connect(&m_total, &QTimer::timeout, this, [this, limits] {
        Q_EMIT expired(tr("No whole response came within %1 s. Check the service, or allow more time.")
                           .arg(seconds(limits.total)));
    });
    connect(&m_idle, &QTimer::timeout, this, [this, limits] {
        Q_EMIT expired(
            tr("The service was silent for %1 s. Check the service, or allow more time.").arg(seconds(limits.idle)));
    });
}

void Watchdog::start()
{
    m_total.start();
    m_idle.start();
}

void Watchdog::touch()
{
    if (m_total.isActive())
        m_idle.start();
}

void Watchdog::stop()
{
    m_total.stop();
    m_idle.stop();
}

} // namespace graph

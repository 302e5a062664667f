// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <ctime>

/// Measures the longest pause between two turns of the event loop.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(1);
        m_since.start();
    }

    /// One beat outside of the timer, as after a long call.
    void beat()
    {
        const qint64 now = threadMs();
        m_longest = std::max(m_longest, m_since.restart());
        m_longestOwn = std::max(m_longestOwn, now - m_own);
        m_own = now;
    }
    /// In milliseconds, by the clock on the wall and by the processor time of this thread, which a busy machine does
    /// not lengthen.
    qint64 longest() const { return m_longest; }
    qint64 longestOwn() const { return m_longestOwn; }

private:
    /// The processor time of this thread.
    static qint64 threadMs()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
    qint64 m_own = threadMs();
    qint64 m_longestOwn = 0;
};

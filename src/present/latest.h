// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workers.h"

#include <QMetaObject>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace present {

/// Runs jobs off the GUI thread where only the newest one counts: digests, findings and indexes of a body that has
/// moved on are dropped. To be used from one thread, which must have an event loop.
template<typename T> class Latest
{
public:
    Latest() = default;
    ~Latest() { drop(); }
    Q_DISABLE_COPY_MOVE(Latest)

    /// Runs `job` in the thread pool and then `done` with its value in this thread, later, unless a newer job was
    /// started or this object is gone by then; one that is old before its turn comes is not run at all. `job` must own
    /// all that it reads, and must not touch QObjects of this thread.
    void start(std::function<T()> job, std::function<void(T)> done)
    {
        const quint64 mine = ++*m_newest;
        core::workers().start([mine, courier = m_courier, newest = m_newest, job = std::move(job), done] {
            if (*newest != mine)
                return;
            QMetaObject::invokeMethod(
                courier.get(),
                [mine, newest, done, value = job()]() mutable {
                    if (*newest == mine)
                        done(std::move(value));
                    else
                        core::disposeInWorkers(std::move(value));
                },
                Qt::QueuedConnection);
        });
    }

    /// Forgets the job on its way, if any: its `done` is not called.
    void drop() { ++*m_newest; }

private:
    // It lives in the asking thread. Whoever lets go of it last, there or in the pool, has it deleted there. While
    // there is somebody to call it must stay: with it would go what it still has to bring.
    std::shared_ptr<QObject> m_courier{new QObject(), [](QObject *object) { object->deleteLater(); }};
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0);
};

} // namespace present

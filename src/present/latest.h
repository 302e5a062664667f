// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

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
    /// started or this object is gone by then. `job` must own all that it reads, and must not touch QObjects of this
    /// thread.
    void start(std::function<T()> job, std::function<void(T)> done)
    {
        const quint64 mine = ++*m_newest;
        // The courier lives in this thread. Whoever lets go of it last, here or in the pool, has it deleted here.
        const std::shared_ptr<QObject> courier(new QObject(), [](QObject *object) { object->deleteLater(); });
        QThreadPool::globalInstance()->start([mine, courier, newest = m_newest, job = std::move(job), done] {
            QMetaObject::invokeMethod(
                courier.get(),
                [mine, newest, done, value = job()] {
                    if (*newest == mine)
                        done(value);
                },
                Qt::QueuedConnection);
        });
    }

    /// Forgets the job on its way, if any: its `done` is not called.
    void drop() { ++*m_newest; }

private:
    std::shared_ptr<quint64> m_newest = std::make_shared<quint64>(0); // Read and written in the asking thread only.
};

} // namespace present

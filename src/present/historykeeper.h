// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchangelog.h"
#include "store/history.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QThreadPool>

#include <functional>

namespace present {

/// The history of the window: a store::History in a thread of its own, because a disk or another process may let it
/// wait. All that is asked of it happens in the order of the asking.
class HistoryKeeper final : public QObject, public exchange::ExchangeLog
{
    Q_OBJECT

public:
    /// A history in the folder `folder`; nothing is touched before it is used. `patience` as in store::History.
    explicit HistoryKeeper(const QString &folder, std::chrono::milliseconds patience = std::chrono::seconds(5),
                           QObject *parent = nullptr);

    /// Waits until everything is on the disk.
    ~HistoryKeeper() override;

    /// Opens it, so that what is wrong with it is said before the first submit.
    void open();

    /// Whether exchanges are written down. What has begun is always ended.
    bool isKeeping() const { return m_isKeeping; }
    void setKeeping(bool isKeeping);

    /// Both come from the thread of this object. `done` is called later.
    void begin(const exchange::Exchange &exchange, QObject *context, Begun done) override;
    void end(const exchange::Exchange &exchange) override;

    /// Does `job` in the history's thread and then calls `done` with what it gave, later, and not at all once `context`
    /// is gone. The job owns all that it reads.
    template<typename T>
    void ask(std::function<T(store::History &)> job, QObject *context, std::function<void(const T &)> done)
    {
        run([this, job = std::move(job), context = QPointer<QObject>(context), done = std::move(done)] {
            deliver([context, done, value = job(m_history)] {
                if (context)
                    done(value);
            });
        });
    }

Q_SIGNALS:
    /// Exchanges were begun or ended.
    void changed();

    /// What went wrong on the way, a sentence for people: a damaged file was moved aside, an outcome is not written.
    void told(const QString &sentence);

    /// Nothing can be written down, and why, a sentence for people; nothing is sent as long as isKeeping().
    void failed(const QString &sentence);

    void keepingChanged(bool isKeeping);

private:
    void run(std::function<void()> job);
    void deliver(std::function<void()> call);

    store::History m_history; ///< Touched by the one thread of the pool only.
    QThreadPool m_pool;
    QSet<QUuid> m_begun; ///< What waits for its end.
    bool m_isKeeping = true;
};

} // namespace present

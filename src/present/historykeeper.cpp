// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/historykeeper.h"

#include "present/verdict.h"

namespace present {

HistoryKeeper::HistoryKeeper(const QString &folder, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_history(
          folder, [this](const QString &sentence) { deliver([this, sentence] { Q_EMIT told(sentence); }); },
          [](const exchange::Exchange &exchange) { return judge(exchange).outcome == Outcome::AsExpected; }, patience)
{
    // One thread for good: a connection to the database belongs to the thread that opened it.
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

HistoryKeeper::~HistoryKeeper()
{
    run([this] { m_history.close(); });
    m_pool.waitForDone();
}

void HistoryKeeper::run(std::function<void()> job)
{
    m_pool.start(std::move(job));
}

void HistoryKeeper::deliver(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void HistoryKeeper::open()
{
    const auto tell = [this](const core::Status &opened) {
        if (opened)
            Q_EMIT changed();
        else
            Q_EMIT failed(tr("%1 Nothing is sent before it can, unless you keep none.").arg(opened.error().message));
    };
    ask<core::Status>([](store::History &history) { return history.open(); }, this, tell);
}

void HistoryKeeper::setKeeping(bool isKeeping)
{
    if (isKeeping == m_isKeeping)
        return;
    m_isKeeping = isKeeping;
    Q_EMIT keepingChanged(isKeeping);
}

void HistoryKeeper::begin(const exchange::Exchange &exchange, QObject *context, Begun done)
{
    if (!m_isKeeping) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(core::ok()); }, Qt::QueuedConnection);
        return;
    }
    m_begun.insert(exchange.id);
    const auto tell = [this, id = exchange.id, context = QPointer<QObject>(context),
                       done = std::move(done)](const core::Status &begun) {
        if (begun) {
            Q_EMIT changed();
        } else {
            m_begun.remove(id);
            Q_EMIT failed(begun.error().message);
        }
        if (context)
            done(begun);
    };
    ask<core::Status>([exchange](store::History &history) { return history.begin(exchange); }, this, tell);
}

void HistoryKeeper::end(const exchange::Exchange &exchange)
{
    if (!m_begun.remove(exchange.id))
        return;
    const auto write = [exchange](store::History &history) {
        history.end(exchange);
        return core::ok();
    };
    ask<core::Status>(write, this, [this](const core::Status &) { Q_EMIT changed(); });
}

} // namespace present

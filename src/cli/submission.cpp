// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/submission.h"

#include "cli/exchangeline.h"
#include "cli/exitcode.h"

#include <algorithm>

namespace cli {

Submission::Submission(Order order, const World &world, QObject *parent)
    : QObject(parent)
    , m_order(std::move(order))
    , m_world(world)
{
    connect(&m_shutdown, &ShutdownSignal::came, this, &Submission::cancel);
}

void Submission::start()
{
    sendNext();
}

void Submission::sendNext()
{
    const qint64 all = m_order.plans.size() * qint64(m_order.times);
    if (m_sent == all || m_isCancelled) {
        Q_EMIT ended(m_exitCode);
        return;
    }
    const RequestPlan &plan = m_order.plans.at(m_sent / m_order.times);
    ++m_sent;
    const core::Result<exchange::Request> request = requestOf(plan, m_world.client.clock()); // drawn anew for each
    if (!request) {
        m_world.console.complain(plan.file.path, request.error().message);
        Q_EMIT ended(std::max(m_exitCode, exitCode::unusable));
        return;
    }
    m_inFlight
        = m_world.client.send(*request, plan.authorization, m_order.environment, m_order.limits, m_order.connection,
                              this, [this, &plan](const exchange::Exchange &exchange) { take(plan, exchange); });
}

void Submission::take(const RequestPlan &plan, const exchange::Exchange &exchange)
{
    const QString &file = plan.file.path;
    const present::Verdict verdict = judged(plan, exchange);
    const int code = present::exitCode(verdict.outcome);
    m_exitCode = std::max(m_exitCode, code);
    if (code != exitCode::ok)
        m_world.console.complain(file, complaint(exchange, verdict));
    if (!show(file, exchange, verdict.outcome)) {
        Q_EMIT ended(std::max(m_exitCode, exitCode::unusable)); // nobody would see the rest
        return;
    }
    sendNext();
}

bool Submission::show(const QString &file, const exchange::Exchange &exchange, present::Outcome outcome)
{
    if (m_order.output == SubmitOptions::Output::Exchange)
        return m_world.console.print(exchangeLine(file, exchange, outcome) + '\n');
    return !exchange.hasWholeResponse() || m_world.console.print(exchange.response->body);
}

void Submission::cancel()
{
    m_isCancelled = true;
    if (m_inFlight)
        m_inFlight->cancel();
}

} // namespace cli

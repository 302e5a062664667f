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
    const qint64 all = m_order.bodies.size() * qint64(m_order.times);
    if (m_sent == all || m_isCancelled) {
        Q_EMIT ended(m_exitCode);
        return;
    }
    const Body &body = m_order.bodies.at(m_sent / m_order.times);
    ++m_sent;
    m_order.draft.headers = present::defaultHeaders(); // a client-request-id of its own for each
    const core::Result<exchange::Request> request = present::compose(m_order.draft, body.bytes);
    if (!request) {
        m_world.console.complain(body.file, request.error().message);
        Q_EMIT ended(std::max(m_exitCode, exitCode::unusable));
        return;
    }
    m_inFlight
        = m_world.client.send(*request, m_order.authorization, m_order.environment, m_order.limits, m_order.connection,
                              this, [this, file = body.file](const auto &exchange) { take(file, exchange); });
}

void Submission::take(const QString &file, const exchange::Exchange &exchange)
{
    const present::Verdict verdict = present::judge(exchange);
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

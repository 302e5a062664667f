// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/submission.h"

#include "cli/exchangeline.h"
#include "cli/exitcode.h"
#include "store/baselinefile.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

using present::Outcome;

Submission::Submission(Order order, const World &world, QObject *parent)
    : QObject(parent)
    , m_order(std::move(order))
    , m_world(world)
    , m_record(world.client.clock().now())
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
        end(m_exitCode);
        return;
    }
    const RequestPlan &plan = m_order.plans.at(m_sent / m_order.times);
    const core::Result<exchange::Request> request = requestOf(plan, m_world.client.clock()); // drawn anew for each
    if (!request) {
        m_world.console.complain(plan.file.path, request.error().message);
        end(std::max(m_exitCode, exitCode::unusable));
        return;
    }
    ++m_sent;
    m_world.judge.setPlan(plan);
    m_inFlight
        = m_world.client.send(*request, plan.authorization, m_order.environment, m_order.limits, m_order.connection,
                              this, [this, &plan](const exchange::Exchange &exchange) { take(plan, exchange); });
}

void Submission::take(const RequestPlan &plan, const exchange::Exchange &exchange)
{
    const QString &file = plan.file.path;
    const present::Examination examination = examinationOf(plan, exchange);
    const present::Verdict verdict = present::judge(examination);
    const int code = present::exitCode(verdict.outcome);
    m_exitCode = std::max(m_exitCode, code);
    if (code != exitCode::ok)
        m_world.console.complain(file, complaint(exchange, verdict));
    if (m_order.junitFile)
        m_record.add(examination, verdict, file);
    if (m_order.acceptsBaselines && plan.file.isTemplate)
        accept(plan, exchange, verdict.outcome);
    if (!show(file, exchange, verdict.outcome)) {
        end(std::max(m_exitCode, exitCode::unusable)); // nobody would see the rest
        return;
    }
    sendNext();
}

bool Submission::show(const QString &file, const exchange::Exchange &exchange, Outcome outcome)
{
    if (m_order.output == SubmitOptions::Output::Exchange)
        return m_world.console.print(exchangeLine(file, exchange, outcome) + '\n');
    return !exchange.hasWholeResponse() || m_world.console.print(exchange.response->body);
}

void Submission::accept(const RequestPlan &plan, const exchange::Exchange &exchange, Outcome outcome)
{
    const QString path = session::baselinePath(plan.file.path);
    if (outcome != Outcome::AsExpected) {
        m_world.console.complain(
            path, QCoreApplication::translate("cli", "Not written, since the response is not as expected."));
        return;
    }
    const session::Baseline baseline
        = session::acceptedBaseline(plan.file.content, exchange.response->body, plan.baseline);
    if (const core::Status saved = store::saveBaselineBeside(plan.file.path, baseline, m_world.files); !saved)
        fail(path, saved.error());
}

void Submission::fail(const QString &file, const core::Error &error)
{
    m_world.console.complain(file, error.message);
    const bool isRefused = error.code == core::Error::Code::Refused;
    m_exitCode = std::max(m_exitCode, isRefused ? exitCode::refused : exitCode::unusable);
}

void Submission::end(int code)
{
    m_exitCode = code;
    if (m_order.junitFile) {
        for (const qint64 all = m_order.plans.size() * qint64(m_order.times); m_sent < all; ++m_sent)
            m_record.addSkipped(m_order.plans.at(m_sent / m_order.times).file.path);
        if (const core::Status saved = m_record.save(*m_order.junitFile, m_world.files); !saved)
            fail(*m_order.junitFile, saved.error());
    }
    Q_EMIT ended(m_exitCode);
}

void Submission::cancel()
{
    m_isCancelled = true;
    if (m_inFlight)
        m_inFlight->cancel();
}

} // namespace cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "cli/sessionfile.h"
#include "core/clock.h"
#include "exchange/authorization.h"
#include "exchange/exchange.h"
#include "exchange/target.h"
#include "present/examination.h"
#include "present/verdict.h"
#include "session/baseline.h"
#include "session/placeholders.h"

namespace cli {

/// What one file asks to be sent, again at each of its POSTs.
struct RequestPlan
{
    SessionFile file;
    exchange::Target target;
    exchange::Authorization authorization;
    QMap<QString, QString> variables; ///< For `{{env:NAME}}`.
    std::optional<session::Baseline> baseline; ///< What lies beside the template.
    bool isComparedWithBaseline = true;
};

/// Where a file goes: what the command line says wins over the template, and that over `usual`.
exchange::Target targetOf(const TargetOptions &options, const session::Template &content,
                          const exchange::Target &usual);

/// The body of one POST, with these values for the placeholders of a template that has them on.
core::Result<QByteArray> bodyOf(const RequestPlan &plan, const session::PlaceholderValues &values);

/// The request of one POST that begins now. The Error names what cannot be sent.
core::Result<exchange::Request> requestOf(const RequestPlan &plan, const core::Clock &clock);

/// The exchange with what is expected of it: by the template and its baseline, or a success.
present::Examination examinationOf(const RequestPlan &plan, const exchange::Exchange &exchange);

/// Judges for the history, which knows nothing of files, by the file that is being sent.
class PlanJudge
{
public:
    /// The file whose POSTs end from now on; it outlives them.
    void setPlan(const RequestPlan &plan) { m_plan = &plan; }

    /// Whether the exchange is as expected.
    bool isAsExpected(const exchange::Exchange &exchange) const;

private:
    const RequestPlan *m_plan = nullptr;
};

} // namespace cli

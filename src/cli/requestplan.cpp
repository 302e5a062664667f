// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/requestplan.h"

#include "edm/builtinschema.h"
#include "present/templaterequest.h"

namespace cli {
namespace {

present::RequestDraft draftOf(const RequestPlan &plan)
{
    return {plan.target, present::headersOf(plan.file.content, present::defaultHeaders()), {}};
}

core::Result<QByteArray> bodyOf(const RequestPlan &plan, const present::RequestDraft &draft,
                                const session::PlaceholderValues &values)
{
    const core::Result<QByteArray> session = present::sessionOf(plan.file.content, values);
    if (!session || draft.target.path != exchange::PathChoice::RefODataId)
        return session;
    return present::bodyOf(draft, *session, present::idOf(*session));
}

} // namespace

exchange::Target targetOf(const TargetOptions &options, const session::Template &content, const exchange::Target &usual)
{
    exchange::Target target = present::targetOf(content.target, usual);
    target.apiVersion = options.apiVersion.value_or(target.apiVersion);
    target.callRecordId = options.callRecordId.value_or(target.callRecordId);
    if (options.postsToRef)
        target.path = exchange::PathChoice::Ref;
    return target;
}

core::Result<QByteArray> bodyOf(const RequestPlan &plan, const session::PlaceholderValues &values)
{
    return bodyOf(plan, draftOf(plan), values);
}

core::Result<exchange::Request> requestOf(const RequestPlan &plan, const core::Clock &clock)
{
    const present::RequestDraft draft = draftOf(plan);
    const core::Result<QByteArray> body
        = bodyOf(plan, draft, present::drawnNow(clock, plan.target.callRecordId, plan.variables));
    return body ? present::compose(draft, *body) : body.error();
}

present::Examination examinationOf(const RequestPlan &plan, const exchange::Exchange &exchange)
{
    const session::Expectation &expectation = plan.file.content.expectation;
    const bool isCompared = plan.baseline && plan.isComparedWithBaseline;
    if (expectation == session::Expectation() && !isCompared)
        return present::Examination(exchange); // the schema takes longer to read than a POST takes
    present::Examination examination(exchange, expectation, &edm::builtinSchema());
    if (isCompared)
        examination.setBaseline(*plan.baseline);
    return examination;
}

bool PlanJudge::isAsExpected(const exchange::Exchange &exchange) const
{
    const present::Verdict verdict
        = m_plan ? present::judge(examinationOf(*m_plan, exchange)) : present::judge(exchange);
    return verdict.outcome == present::Outcome::AsExpected;
}

} // namespace cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/verdict.h"

#include "present/checks.h"

using namespace Qt::StringLiterals;

namespace present {
namespace {

struct OutcomeRow
{
    Outcome outcome;
    QLatin1String name;
    int exitCode;
};

constexpr OutcomeRow outcomes[] = {
    {Outcome::AsExpected, "asExpected"_L1, 0}, {Outcome::OtherResponse, "otherResponse"_L1, 1},
    {Outcome::Timeout, "timeout"_L1, 3},       {Outcome::Network, "network"_L1, 3},
    {Outcome::Limit, "limit"_L1, 3},           {Outcome::Cancelled, "cancelled"_L1, 3},
    {Outcome::Refused, "refused"_L1, 4},
};

const OutcomeRow &rowOf(Outcome outcome)
{
    for (const OutcomeRow &row : outcomes) {
        if (row.outcome == outcome)
            return row;
    }
    Q_UNREACHABLE();
}

Outcome outcomeOf(core::Error::Code code)
{
    switch (code) {
    case core::Error::Code::Timeout:
        return Outcome::Timeout;
    case core::Error::Code::Limit:
        return Outcome::Limit;
    case core::Error::Code::Cancelled:
        return Outcome::Cancelled;
    case core::Error::Code::Network:
        return Outcome::Network;
    case core::Error::Code::Input:
    case core::Error::Code::File:
    case core::Error::Code::Refused:
        return Outcome::Refused;
    }
    Q_UNREACHABLE();
}

} // namespace

Verdict judge(const Examination &examination)
{
    Verdict verdict{Outcome::AsExpected, {}};
    for (int number = 0; number < checkCount(); ++number) {
        const CheckRow &row = rowOf(static_cast<CheckId>(number));
        if (!doesCount(row, examination.expectation()))
            continue;
        const QList<Check> checks = look(row, examination);
        for (const Check &check : checks) {
            if (check.state == CheckState::NotMet)
                verdict.outcome = Outcome::OtherResponse;
            if (check.state != CheckState::NotApplicable && !check.reason.isEmpty())
                verdict.reasons += check.reason;
        }
    }
    if (!examination.response()) {
        const std::optional<core::Error> &error = examination.exchange().error;
        verdict.outcome = error ? outcomeOf(error->code) : Outcome::Network;
    }
    return verdict;
}

Verdict judge(const exchange::Exchange &exchange)
{
    return judge(Examination(exchange));
}

QLatin1String outcomeName(Outcome outcome)
{
    return rowOf(outcome).name;
}

int exitCode(Outcome outcome)
{
    return rowOf(outcome).exitCode;
}

QString statusText(const exchange::Response &response)
{
    const QString reason = QString::fromUtf8(response.reason);
    return reason.isEmpty() ? QString::number(response.status) : QString::number(response.status) + u' ' + reason;
}

} // namespace present

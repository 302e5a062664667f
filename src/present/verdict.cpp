// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/verdict.h"

#include "json/scanner.h"

#include <QCoreApplication>

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

QString tr(const char *text)
{
    return QCoreApplication::translate("Verdict", text);
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

QByteArray withoutParameters(const QByteArray &text)
{
    return text.split(';').constFirst().trimmed().toLower();
}

// RFC 9110 §8.3.1 and RFC 6839 §3.1: application/json, or any type with the suffix +json.
bool isJsonMediaType(const QByteArray &contentType)
{
    const QByteArray type = withoutParameters(contentType);
    return type == "application/json" || (type.contains('/') && type.endsWith("+json"));
}

bool askedForNoBody(const exchange::Request &request)
{
    if (request.url.path(QUrl::FullyDecoded).endsWith("/$ref"_L1))
        return true;
    const QByteArray prefer = exchange::valueOf(request.headers, "Prefer").value_or(QByteArray());
    for (const QByteArray &preference : prefer.split(',')) {
        if (withoutParameters(preference).replace(' ', "") == "return=minimal")
            return true;
    }
    return false;
}

// What keeps the body of a 2xx from being the session that was asked for; empty when nothing does.
QStringList faultsOfBody(const exchange::Response &response)
{
    QStringList faults;
    const std::optional<QByteArray> contentType = exchange::valueOf(response.headers, "Content-Type");
    if (!contentType)
        faults += tr("The response has no Content-Type.");
    else if (!isJsonMediaType(*contentType))
        faults += tr("The response is not JSON by its Content-Type, %1.").arg(QString::fromUtf8(*contentType));
    if (response.body.isEmpty()) {
        faults += tr("The response has no body.");
        return faults;
    }
    const json::Index index = json::scan(response.body);
    if (!index.isValid()) {
        const json::Fault &fault = *index.fault();
        faults += tr("The body is not JSON at %1:%2: %3.")
                      .arg(QString::number(fault.position.line), QString::number(fault.position.column), fault.reason);
    } else if (index.at(0).kind != json::Kind::Object) {
        faults += tr("The body is JSON, but not an object.");
    } else if (index.member(0, u"error") >= 0) {
        faults += tr("The body is an error in spite of the status.");
    }
    return faults;
}

Verdict judgeResponse(const exchange::Request &request, const exchange::Response &response)
{
    if (response.status < 200 || response.status > 299)
        return {Outcome::OtherResponse, {}};
    if (response.status == 204) {
        if (askedForNoBody(request))
            return {Outcome::AsExpected, {}};
        return {Outcome::OtherResponse,
                {tr("204 has no session in it, and none of $ref or return=minimal asked for that.")}};
    }
    const QStringList faults = faultsOfBody(response);
    if (!faults.isEmpty())
        return {Outcome::OtherResponse, faults};
    if (response.status == 201)
        return {Outcome::AsExpected, {}};
    return {Outcome::AsExpected, {tr("The specification says 201 Created; this is %1.").arg(statusText(response))}};
}

} // namespace

Verdict judge(const exchange::Exchange &exchange)
{
    if (exchange.error)
        return {outcomeOf(exchange.error->code), {exchange.error->message}};
    if (!exchange.response)
        return {Outcome::Network, {tr("No response came.")}};
    if (!exchange.response->isComplete)
        return {Outcome::Network, {tr("The response was cut off; what came is shown.")}};
    return judgeResponse(exchange.request, *exchange.response);
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

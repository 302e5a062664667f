// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exchangeline.h"

#include "cli/orderedjson.h"
#include "core/digest.h"

using namespace Qt::StringLiterals;

namespace cli {
namespace {

QJsonValue textOrNull(const std::optional<QByteArray> &bytes)
{
    return bytes ? QJsonValue(QString::fromUtf8(*bytes)) : QJsonValue(QJsonValue::Null);
}

QJsonValue headerOf(const exchange::HeaderList &headers, const QByteArray &name)
{
    return textOrNull(exchange::valueOf(headers, name));
}

/// Milliseconds with three digits after the point; null for what never began.
QJsonValue elapsedOf(const exchange::Exchange &exchange, present::Outcome outcome)
{
    if (!exchange.timing.finished || outcome == present::Outcome::Refused)
        return QJsonValue::Null;
    const auto time = std::chrono::round<std::chrono::microseconds>(*exchange.timing.finished);
    return static_cast<double>(time.count()) / 1000;
}

} // namespace

QByteArray exchangeLine(const QString &file, const exchange::Exchange &exchange, present::Outcome outcome)
{
    const exchange::Request &request = exchange.request;
    const std::optional<exchange::Response> &response = exchange.response;
    const QJsonValue null(QJsonValue::Null);
    OrderedJson line;
    line.add("file"_L1, file);
    line.add("url"_L1, QString::fromLatin1(request.url.toEncoded()));
    line.add("status"_L1, response ? QJsonValue(response->status) : null);
    line.add("requestBytes"_L1, qint64(request.body.size()));
    line.add("requestSha256"_L1, core::sha256(request.body));
    line.add("responseBytes"_L1, response ? QJsonValue(qint64(response->body.size())) : null);
    line.add("responseSha256"_L1, response ? QJsonValue(core::sha256(response->body)) : null);
    line.add("elapsedMs"_L1, elapsedOf(exchange, outcome));
    line.add("requestId"_L1, response ? headerOf(response->headers, "request-id"_ba) : null);
    line.add("clientRequestId"_L1, headerOf(request.headers, "client-request-id"_ba));
    line.add("outcome"_L1, QString(present::outcomeName(outcome)));
    return line.text();
}

QString complaint(const exchange::Exchange &exchange, const present::Verdict &verdict)
{
    QStringList parts;
    if (exchange.hasWholeResponse())
        parts += present::statusText(*exchange.response);
    if (!verdict.reasons.isEmpty())
        parts += verdict.reasons.join(' '_L1);
    return parts.join(": "_L1);
}

} // namespace cli

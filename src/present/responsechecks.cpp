// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/responsechecks.h"

#include "edm/builtinschema.h"
#include "graph/errorbody.h"
#include "graph/location.h"
#include "present/timing.h"
#include "present/verdict.h"
#include "session/errortarget.h"
#include "json/scanner.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace present {
namespace {

using exchange::Response;

QString tr(const char *text)
{
    return QCoreApplication::translate("present::Checks", text);
}

QString shown(const std::optional<QByteArray> &value)
{
    return value ? QString::fromUtf8(*value) : tr("none");
}

// RFC 9110 §8.3.1 and RFC 6839 §3.1: application/json, or any type with the suffix +json.
bool isJsonMediaType(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    return type == "application/json" || (type.contains('/') && type.endsWith("+json"));
}

/// The response when its status is the expected one and a body belongs to it, else null. An error may come without.
const Response *responseWithBody(const Examination &examination)
{
    const Response *response = examination.response();
    if (!examination.hasExpectedStatus() || response->status == 204)
        return nullptr;
    return examination.isSuccess() || !response->body.isEmpty() ? response : nullptr;
}

QString kindWord(json::Kind kind)
{
    switch (kind) {
    case json::Kind::Object:
        return tr("a JSON object");
    case json::Kind::Array:
        return tr("a JSON array");
    case json::Kind::String:
    case json::Kind::Number:
    case json::Kind::True:
    case json::Kind::False:
    case json::Kind::Null:
        return tr("one JSON value");
    }
    Q_UNREACHABLE();
}

QStringList codesOf(const graph::ErrorBody &error)
{
    QStringList codes{error.code};
    codes.reserve(1 + error.details.size() + error.innerErrors.size());
    for (const graph::ErrorDetail &detail : error.details)
        codes += detail.code;
    for (const graph::InnerError &inner : error.innerErrors)
        codes += inner.code;
    codes.removeAll(QString());
    codes.removeDuplicates();
    return codes;
}

QStringList targetsOf(const graph::ErrorBody &error)
{
    QStringList targets{error.target};
    targets.reserve(1 + error.details.size());
    for (const graph::ErrorDetail &detail : error.details)
        targets += detail.target;
    targets.removeAll(QString());
    targets.removeDuplicates();
    return targets;
}

bool hasTarget(const QStringList &targets, const QString &wanted, const Examination &examination)
{
    if (targets.contains(wanted) || !examination.schema())
        return targets.contains(wanted);
    const json::Index sent = json::scan(examination.exchange().request.body);
    const auto place = [&sent, &examination](const QString &target) {
        return session::pointerOfTarget(target, sent, *examination.schema(), edm::sessionTypeName);
    };
    const std::optional<json::Pointer> wantedPlace = place(wanted);
    return wantedPlace && std::any_of(targets.cbegin(), targets.cend(), [&wantedPlace, &place](const QString &target) {
               return place(target) == wantedPlace;
           });
}

QString codeAtTarget(const QStringList &codes, const QStringList &targets)
{
    const QString code = codes.isEmpty() ? tr("any code") : codes.join(", "_L1);
    return targets.isEmpty() ? code : tr("%1 at %2").arg(code, targets.join(", "_L1));
}

} // namespace

QList<Check> lookAtArrival(const Examination &examination)
{
    Check check;
    check.state = metIf(examination.response());
    check.expected = tr("a whole response");
    check.found = examination.response() ? tr("a whole response") : tr("none");
    const exchange::Exchange &exchange = examination.exchange();
    if (exchange.error)
        check.reason = exchange.error->message;
    else if (!exchange.response)
        check.reason = tr("No response came.");
    else if (!exchange.response->isComplete)
        check.reason = tr("The response was cut off; what came is shown.");
    return {check};
}

QList<Check> lookAtStatus(const Examination &examination)
{
    Check check;
    const session::StatusSet &statuses = examination.expectation().statuses;
    check.expected = statuses.isEmpty() ? u"2xx"_s : statuses.toString();
    const Response *response = examination.response();
    if (!response)
        return {check};
    const int status = response->status;
    check.state = metIf(examination.hasExpectedStatus());
    check.found = statusText(*response);
    if (!statuses.isEmpty()) {
        if (check.state == CheckState::NotMet)
            check.reason = tr("The status is %1, and %2 is expected.").arg(check.found, check.expected);
    } else if (check.state == CheckState::NotMet) {
        if (status == 204)
            check.reason = tr("204 has no session in it, and none of $ref or return=minimal asked for that.");
    } else if (status != 201 && status != 204 && examination.exchange().request.method != "GET") {
        check.reason = tr("The specification says 201 Created; this is %1.").arg(check.found);
    }
    return {check};
}

QList<Check> lookAtContentType(const Examination &examination)
{
    Check check;
    check.expected = u"application/json"_s;
    if (!examination.response())
        return {check};
    const std::optional<QByteArray> type = exchange::valueOf(examination.response()->headers, "Content-Type");
    check.found = shown(type);
    if (!responseWithBody(examination))
        return {check};
    check.state = metIf(type && isJsonMediaType(*type));
    if (!type)
        check.reason = tr("The response has no Content-Type.");
    else if (check.state == CheckState::NotMet)
        check.reason = tr("The response is not JSON by its Content-Type, %1.").arg(check.found);
    return {check};
}

QList<Check> lookAtBody(const Examination &examination)
{
    Check check;
    check.expected = tr("a JSON object");
    const Response *response = responseWithBody(examination);
    if (!response)
        return {check};
    check.state = CheckState::NotMet;
    const json::Index &body = examination.body();
    if (response->body.isEmpty()) {
        check.found = tr("nothing");
        check.reason = tr("The response has no body.");
        return {check};
    }
    if (!body.isValid()) {
        const json::Fault &fault = *body.fault();
        check.found = tr("no JSON");
        check.reason
            = tr("The body is not JSON at %1:%2: %3.")
                  .arg(QString::number(fault.position.line), QString::number(fault.position.column), fault.reason);
        return {check};
    }
    check.found = kindWord(body.at(0).kind);
    if (body.at(0).kind != json::Kind::Object)
        check.reason = tr("The body is JSON, but not an object.");
    else if (examination.isSuccess() && body.member(0, u"error") >= 0)
        check.reason = tr("The body is an error in spite of the status.");
    else
        check.state = CheckState::Met;
    return {check};
}

QList<Check> lookAtError(const Examination &examination)
{
    const session::Expectation &expectation = examination.expectation();
    QStringList wanted{expectation.errorCode};
    QStringList wantedTargets{expectation.errorTarget};
    wanted.removeAll(QString());
    wantedTargets.removeAll(QString());
    if (wanted.isEmpty() && wantedTargets.isEmpty())
        return {};
    Check check;
    check.expected = codeAtTarget(wanted, wantedTargets);
    if (!examination.response())
        return {check};
    check.state = CheckState::NotMet;
    const std::optional<graph::ErrorBody> error = graph::readErrorBody(examination.body());
    if (!error) {
        check.found = tr("none");
        check.reason = tr("The body is no error.");
        return {check};
    }
    const QStringList codes = codesOf(*error);
    const QStringList targets = targetsOf(*error);
    check.found = codeAtTarget(codes.isEmpty() ? QStringList{tr("no code")} : codes, targets);
    if (!wanted.isEmpty() && !codes.contains(expectation.errorCode))
        check.reason = tr("The error has not the code %1, but %2.").arg(expectation.errorCode, check.found);
    else if (!wantedTargets.isEmpty() && !hasTarget(targets, expectation.errorTarget, examination))
        check.reason = tr("The error does not name %1: it is %2.").arg(expectation.errorTarget, check.found);
    else
        check.state = CheckState::Met;
    return {check};
}

QList<Check> lookAtHeaders(const Examination &examination)
{
    QList<Check> checks;
    const QMap<QString, std::optional<QString>> &wanted = examination.expectation().headers;
    checks.reserve(wanted.size());
    for (auto header = wanted.begin(); header != wanted.end(); ++header) {
        Check check;
        check.subject = header.key();
        check.expected = header.value().value_or(tr("any value"));
        if (const Response *response = examination.response()) {
            const std::optional<QByteArray> value = exchange::valueOf(response->headers, header.key().toUtf8());
            check.found = shown(value);
            check.state = metIf(value && (!header.value() || QString::fromUtf8(*value) == *header.value()));
            if (!value)
                check.reason = tr("The response has no header %1.").arg(check.subject);
            else if (check.state == CheckState::NotMet)
                check.reason = tr("The header %1 has another value.").arg(check.subject);
        }
        checks += check;
    }
    return checks;
}

QList<Check> lookAtLocation(const Examination &examination)
{
    Check check;
    if (!examination.isSuccess() || examination.earlier())
        return {check};
    const Response *response = examination.response();
    const QUrl &request = examination.exchange().request.url;
    const json::Index &body = examination.body();
    const qsizetype node = examination.hasSession() ? body.member(0, u"id") : -1;
    const QString id = node >= 0 && body.at(node).kind == json::Kind::String ? body.string(node) : QString();
    const QString sessions = graph::createdUrl(request, id).toString(QUrl::FullyEncoded);
    check.expected = id.isEmpty() ? sessions + "/…"_L1 : sessions;
    const std::optional<QByteArray> location = exchange::valueOf(response->headers, "Location");
    check.found = shown(location);
    if (!location && response->status != 201)
        return {check};
    check.state = metIf(location && graph::isCreatedUrl(*location, request, id));
    if (!location)
        check.reason = tr("201 comes with a Location (OData Protocol §11.4.2), and there is none.");
    else if (check.state == CheckState::NotMet)
        check.reason = tr("Location is not where a session with this id would be.");
    return {check};
}

QList<Check> lookAtClientRequestId(const Examination &examination)
{
    Check check;
    const std::optional<QByteArray> sent
        = exchange::valueOf(examination.exchange().request.headers, "client-request-id");
    if (!sent || !examination.response())
        return {check};
    check.expected = shown(sent);
    const std::optional<QByteArray> came = exchange::valueOf(examination.response()->headers, "client-request-id");
    check.found = shown(came);
    check.state = metIf(came == sent);
    if (!came)
        check.reason = tr("The response does not repeat the client-request-id; return-client-request-id: true asks "
                          "for it.");
    else if (check.state == CheckState::NotMet)
        check.reason = tr("The response has another client-request-id: it may belong to another request.");
    return {check};
}

QList<Check> lookAtTime(const Examination &examination)
{
    Check check;
    const std::optional<std::chrono::milliseconds> limit = examination.expectation().timeLimit;
    if (const exchange::Timing::Moment finished = examination.exchange().timing.finished;
        finished && examination.response()) {
        check.found = milliseconds(*finished);
        if (limit)
            check.state = metIf(*finished <= *limit);
    }
    check.expected = limit ? tr("at most %1").arg(milliseconds(*limit)) : tr("no limit");
    if (check.state == CheckState::NotMet)
        check.reason = tr("It took %1, and %2 is the limit.").arg(check.found, milliseconds(*limit));
    return {check};
}

} // namespace present

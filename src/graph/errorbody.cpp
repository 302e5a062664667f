// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/errorbody.h"

using namespace Qt::StringLiterals;

namespace graph {
namespace {

using json::Index;
using json::Kind;

bool isKind(const Index &body, qsizetype node, Kind kind)
{
    return node >= 0 && body.at(node).kind == kind;
}

qsizetype member(const Index &body, qsizetype object, QLatin1StringView name)
{
    return body.member(object, QString(name));
}

QString text(const Index &body, qsizetype object, QLatin1StringView name)
{
    const qsizetype node = member(body, object, name);
    return isKind(body, node, Kind::String) ? body.string(node) : QString();
}

QString firstText(const QString &one, const QString &other)
{
    return one.isEmpty() ? other : one;
}

QList<ErrorDetail> details(const Index &body, qsizetype error)
{
    QList<ErrorDetail> list;
    const qsizetype array = member(body, error, "details"_L1);
    if (!isKind(body, array, Kind::Array))
        return list;
    for (qsizetype item = body.firstChild(array); item >= 0; item = body.nextChild(array, item)) {
        if (isKind(body, item, Kind::Object))
            list.append({text(body, item, "code"_L1), text(body, item, "message"_L1), text(body, item, "target"_L1)});
    }
    return list;
}

qsizetype innerObject(const Index &body, qsizetype object)
{
    for (const QLatin1StringView name : {"innerError"_L1, "innererror"_L1}) {
        const qsizetype node = member(body, object, name);
        if (isKind(body, node, Kind::Object))
            return node;
    }
    return -1;
}

QList<InnerError> innerErrors(const Index &body, qsizetype error)
{
    QList<InnerError> list;
    qsizetype node = innerObject(body, error);
    while (node >= 0) {
        list.append({text(body, node, "code"_L1), text(body, node, "message"_L1),
                     firstText(text(body, node, "request-id"_L1), text(body, node, "requestId"_L1)),
                     firstText(text(body, node, "client-request-id"_L1), text(body, node, "clientRequestId"_L1)),
                     text(body, node, "date"_L1)});
        node = innerObject(body, node);
    }
    return list;
}

} // namespace

QString ErrorBody::mostSpecificCode() const
{
    for (auto inner = innerErrors.crbegin(); inner != innerErrors.crend(); ++inner) {
        if (!inner->code.isEmpty())
            return inner->code;
    }
    return code;
}

std::optional<ErrorBody> readErrorBody(const Index &body)
{
    if (!body.isValid() || !isKind(body, 0, Kind::Object))
        return std::nullopt;
    const qsizetype error = member(body, 0, "error"_L1);
    if (error < 0)
        return std::nullopt;
    ErrorBody result;
    if (isKind(body, error, Kind::String)) {
        result.code = body.string(error);
        result.message = text(body, 0, "error_description"_L1);
    } else if (isKind(body, error, Kind::Object)) {
        result.code = text(body, error, "code"_L1);
        result.message = text(body, error, "message"_L1);
        result.target = text(body, error, "target"_L1);
        result.details = details(body, error);
        result.innerErrors = innerErrors(body, error);
    }
    return result;
}

} // namespace graph

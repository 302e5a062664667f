// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include "sandbox/loopback.h"
#include "sandbox/statusrehearsal.h"
#include "json/edit.h"

#include <QFile>
#include <QUrl>
#include <QUrlQuery>
#include <QUuid>

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pageSize = 60; ///< As Graph pages a list of sessions.
constexpr qsizetype longestEcho = 256; ///< Of client-request-id, in bytes.
constexpr char jsonContentType[]
    = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
/// As Graph's front door adds it, with names that nobody takes for a real data centre.
constexpr char diagnostic[] = R"({"ServerInfo":{"DataCenter":"Sandbox","Slice":"E","Ring":"0","ScaleUnit":"000",)"
                              R"("RoleInstance":"SANDBOX"}})";

Answer metadata()
{
    QFile file(u":/schema/callrecords.csdl.xml"_s);
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen); // compiled in
    Answer answer;
    answer.headers.append({"Content-Type"_ba, "application/xml;charset=utf-8"_ba});
    answer.body = file.readAll();
    return answer;
}

Answer notFound()
{
    return refusal(404, u"NotFound"_s, u"There is nothing at this path."_s);
}

/// The value of a query option; empty without it. Many clients write `%24` for the `$`.
QString option(const HttpRequest &request, const QString &name)
{
    const QUrlQuery query(QString::fromLatin1(request.query()));
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (key == name)
            return value;
    }
    return {};
}

bool hasHeader(const HeaderList &headers, QByteArrayView name)
{
    return std::any_of(headers.cbegin(), headers.cend(), [name](const auto &field) { return field.first == name; });
}

} // namespace

Service::Service(const SessionStore::Limits &limits, Settings &settings, const core::Clock &clock)
    : m_store(limits)
    , m_poster(m_store, settings)
    , m_clock(clock)
{ }

Reply Service::reply(const HttpRequest &request)
{
    const Answer answered = answer(request);
    return {dressed(answered, request.header("client-request-id")), answered.delivery, answered.endedSerial};
}

HttpResponse Service::faultResponse(const HttpFault &fault) const
{
    return dressed(refusal(fault.status, u"BadRequest"_s, fault.reason), {});
}

Answer Service::answer(const HttpRequest &request)
{
    const QByteArray host = request.header("Host");
    const bool isHostLoopback = request.headerCount("Host") == 0 || isLoopbackAuthority(host);
    if (!isHostLoopback || (!request.authority.isEmpty() && !isLoopbackAuthority(request.authority)))
        return refusal(421, u"MisdirectedRequest"_s, u"The sandbox answers for 127.0.0.1, localhost and [::1] only."_s);
    if (isCrossSite(request))
        return refusal(403, u"Forbidden"_s, u"The sandbox answers no web page of another site."_s);

    const Route route = routeOf(request.path());
    if (route.kind == Route::Kind::Malformed)
        return refusal(400, u"BadRequest"_s, u"The path is not well encoded."_s);
    if (route.kind == Route::Kind::NotFound)
        return notFound();
    if (!isAllowed(route.kind, request.method)) {
        Answer refused
            = refusal(405, u"Request_BadRequest"_s, u"Specified HTTP method is not allowed for the request target."_s);
        refused.headers.append({"Allow"_ba, allowedMethods(route.kind)});
        return refused;
    }
    const QByteArray authority = request.authority.isEmpty() ? host : request.authority;
    const QByteArray root
        = "http://" + (authority.isEmpty() ? "127.0.0.1"_ba : authority) + '/' + route.version.toLatin1();
    return request.method == "POST" ? m_poster.post(request, route, root) : read(request, route, root);
}

Answer Service::read(const HttpRequest &request, const Route &route, const QByteArray &root) const
{
    if (route.kind == Route::Kind::Metadata)
        return metadata();
    if (route.kind == Route::Kind::Sessions)
        return list(request, route, root);
    const auto text = m_store.text(route.version, route.callRecordId, route.sessionId);
    if (!text)
        return statusRehearsal(404);
    Answer answer;
    answer.body = *text;
    return answer;
}

Answer Service::list(const HttpRequest &request, const Route &route, const QByteArray &root) const
{
    bool isNumber = true;
    const QString token = option(request, u"$skiptoken"_s);
    const qsizetype from = token.isEmpty() ? 0 : token.toLongLong(&isNumber);
    if (!isNumber || from < 0)
        return refusal(400, u"BadRequest"_s, u"This $skiptoken is not from here."_s);

    const QByteArray path = "communications/callRecords/" + QUrl::toPercentEncoding(route.callRecordId) + "/sessions";
    const QString context = QString::fromLatin1(root + "/$metadata#communications/callRecords('"
                                                + QUrl::toPercentEncoding(route.callRecordId) + "')/sessions");
    Answer answer;
    answer.body = R"({"@odata.context":)" + json::compact(context) + R"(,"value":[)";
    const QList<SessionStore::Session> sessions = m_store.page(route.version, route.callRecordId, from, pageSize);
    for (qsizetype i = 0; i < sessions.size(); ++i)
        answer.body += (i > 0 ? "," : "") + sessions[i].text;
    answer.body += ']';
    if (from + sessions.size() < m_store.count(route.version, route.callRecordId)) {
        const QByteArray next = root + '/' + path + "?$skiptoken=" + QByteArray::number(from + sessions.size());
        answer.body += R"(,"@odata.nextLink":)" + json::compact(QString::fromLatin1(next));
    }
    answer.body += '}';
    return answer;
}

HttpResponse Service::dressed(const Answer &answer, const QByteArray &clientRequestId) const
{
    const qint64 now = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now().time_since_epoch()).count();
    const QByteArray requestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const bool isEchoed = !clientRequestId.isEmpty() && clientRequestId.size() <= longestEcho;
    const RequestIds ids{requestId, isEchoed ? clientRequestId : requestId};

    HttpResponse response;
    response.status = answer.status;
    response.body = answer.error ? errorBody(*answer.error, ids, now) : answer.body;
    if (answer.status != 204 && !hasHeader(answer.headers, "Content-Type"))
        response.add("Content-Type"_ba, jsonContentType);
    for (const auto &[name, value] : answer.headers)
        response.add(name, value);
    response.add("request-id"_ba, ids.requestId);
    response.add("client-request-id"_ba, ids.clientRequestId);
    response.add("x-ms-ags-diagnostic"_ba, diagnostic);
    response.add("OData-Version"_ba, "4.0"_ba);
    response.add("Date"_ba, httpDate(now));
    return response;
}

} // namespace sandbox

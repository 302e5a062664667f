// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/poster.h"

#include "core/preference.h"
#include "edm/builtinschema.h"
#include "sandbox/bearer.h"
#include "sandbox/graphform.h"
#include "sandbox/mediatype.h"
#include "sandbox/sessionstore.h"
#include "sandbox/settings.h"
#include "sandbox/statusrehearsal.h"
#include "sandbox/storedtext.h"
#include "session/findings.h"
#include "json/scanner.h"

#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <optional>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDetails = 100; ///< A body of 64 MiB can have a million findings.
constexpr qsizetype largeBytes = 8 * 1024 * 1024;

/// The page of a gateway between the tester and the service: a rehearsal of what no API client expects.
Answer htmlPage()
{
    Answer answer;
    answer.headers.append({"Content-Type"_ba, "text/html; charset=utf-8"_ba});
    answer.body
        = "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>Sign in to the network</title></head>\n"
          "<body><h1>Sign in to the network</h1><p>Rehearsal of the sandbox: this page stands where JSON should "
          "be.</p></body>\n</html>\n"_ba;
    return answer;
}

Delivery deliveryOf(Rehearsal::Kind kind)
{
    switch (kind) {
    case Rehearsal::Kind::Slow:
        return Delivery::Slow;
    case Rehearsal::Kind::Drip:
        return Delivery::Drip;
    case Rehearsal::Kind::CutOff:
        return Delivery::CutOff;
    case Rehearsal::Kind::WrongLength:
        return Delivery::WrongLength;
    case Rehearsal::Kind::None:
    case Rehearsal::Kind::StoresAsGraph:
    case Rehearsal::Kind::StoresWrongly:
    case Rehearsal::Kind::Status:
    case Rehearsal::Kind::NotJson:
    case Rehearsal::Kind::Html:
    case Rehearsal::Kind::Large:
        return Delivery::Whole;
    }
    Q_UNREACHABLE();
}

/// The body as the rehearsal keeps it, before it gets its id.
json::Index rehearsedBody(Rehearsal::Kind kind, const json::Index &body)
{
    if (kind == Rehearsal::Kind::StoresAsGraph)
        return json::scan(asGraphStores(body, edm::builtinSchema()));
    if (kind == Rehearsal::Kind::StoresWrongly)
        return json::scan(storedWrongly(body));
    if (kind == Rehearsal::Kind::Large)
        return json::scan(grown(body, largeBytes));
    return body;
}

constexpr char minimal[] = "return=minimal"; ///< The client wants no body back (RFC 7240 §4.2).

bool prefers(const HttpRequest &request, QByteArrayView wanted)
{
    return core::hasPreference(request.header("Prefer"), wanted);
}

/// Why the schema refuses the session; nothing when it does not. Members above the sentinel are for clients that say
/// they know them.
std::optional<Answer> schemaRefusal(const json::Index &body, session::NewMembers newMembers)
{
    QList<ErrorDetail> details;
    const QList<session::Finding> findings
        = session::findings(body, edm::builtinSchema(), edm::sessionTypeName, newMembers);
    details.reserve(std::min<qsizetype>(findings.size(), mostDetails));
    for (const session::Finding &finding : findings) {
        if (session::isRefused(finding) && details.size() < mostDetails)
            details.append({finding.rule, finding.pointer.toString(), finding.message});
    }
    if (details.isEmpty())
        return std::nullopt;
    return refusal(400, u"Request_BadRequest"_s, u"One or more members of the session have an invalid value."_s,
                   details);
}

bool isReference(const json::Index &body)
{
    const qsizetype id = body.member(0, u"@odata.id");
    return id >= 0 && body.at(id).kind == json::Kind::String && !body.string(id).isEmpty();
}

Answer noContent()
{
    Answer answer;
    answer.status = 204;
    return answer;
}

} // namespace

Poster::Poster(SessionStore &store, Settings &settings)
    : m_store(store)
    , m_settings(settings)
{ }

Answer Poster::post(const HttpRequest &request, const Route &route, const QByteArray &root)
{
    if (m_settings.isTokenRequired()) {
        switch (judgeBearer(request)) {
        case BearerVerdict::Missing:
            return statusRehearsal(401);
        case BearerVerdict::LacksRole:
            return statusRehearsal(403);
        case BearerVerdict::Passes:
            break;
        }
    }
    const Settings::Turn turn = m_settings.takeTurn();
    Answer answer = rehearse(turn.rehearsal, request, route, root);
    answer.delivery = deliveryOf(turn.rehearsal.kind);
    answer.endedSerial = turn.endedSerial;
    return answer;
}

Answer Poster::rehearse(const Rehearsal &rehearsal, const HttpRequest &request, const Route &route,
                        const QByteArray &root)
{
    if (rehearsal.kind == Rehearsal::Kind::Status)
        return statusRehearsal(rehearsal.status);
    if (rehearsal.kind == Rehearsal::Kind::Html)
        return htmlPage();
    Answer answer = store(rehearsal.kind, request, route, root);
    if (rehearsal.kind == Rehearsal::Kind::NotJson && answer.status == 201)
        answer.body = "The session was created."_ba;
    return answer;
}

Answer Poster::store(Rehearsal::Kind kind, const HttpRequest &request, const Route &route, const QByteArray &root)
{
    if (!isJsonMediaType(request.header("Content-Type")) || !isIdentityCoding(request.header("Content-Encoding")))
        return refusal(415, u"UnsupportedMediaType"_s,
                       u"The body has to be application/json in UTF-8, not compressed."_s);
    const json::Index body = json::scan(request.body);
    if (const auto &fault = body.fault())
        return refusal(400, u"BadRequest"_s,
                       u"Unable to read JSON request payload: line %1, column %2, %3."_s.arg(fault->position.line)
                           .arg(fault->position.column)
                           .arg(fault->reason));
    if (body.at(0).kind != json::Kind::Object)
        return refusal(400, u"BadRequest"_s, u"The body is not a JSON object."_s);

    const bool isStrict = route.version != "localtest"_L1;
    if (route.kind == Route::Kind::References) {
        if (isReference(body))
            return noContent();
        if (isStrict) // OData 4.01 §11.4.6.1; the specification's own example posts a session, which /localtest/ takes
            return refusal(400, u"Request_BadRequest"_s, u"A reference needs a body with the member '@odata.id'."_s);
    }
    if (isStrict) {
        const auto newMembers = prefers(request, core::newMembersPreference) ? session::NewMembers::Announced
                                                                             : session::NewMembers::NotAnnounced;
        if (const auto refused = schemaRefusal(body, newMembers))
            return *refused;
    }
    return keep(rehearsedBody(kind, body), request, route, root);
}

Answer Poster::keep(const json::Index &body, const HttpRequest &request, const Route &route, const QByteArray &root)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Answer answer;
    answer.status = 201;
    answer.body = withId(body, id.toLatin1());
    if (!m_store.add(route.version, route.callRecordId, {id, answer.body}))
        return refusal(507, u"InsufficientStorage"_s, u"The sandbox is full. Restart it to empty it."_s);
    answer.headers.append({"Location"_ba,
                           root + "/communications/callRecords/" + QUrl::toPercentEncoding(route.callRecordId)
                               + "/sessions/" + id.toLatin1()});
    QByteArrayList applied;
    if (prefers(request, core::newMembersPreference))
        applied.append(core::newMembersPreference);
    if (prefers(request, minimal)) {
        answer.status = 204;
        answer.body.clear();
        answer.headers.append({"OData-EntityId"_ba, answer.headers.constFirst().second});
        applied.append(minimal);
    }
    if (!applied.isEmpty())
        answer.headers.append({"Preference-Applied"_ba, applied.join(", ")});
    return answer;
}

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/guiderows.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace present {
namespace {

#define SC_TEXT(text) QT_TRANSLATE_NOOP("present::Guide", text)

// docs/checks.md is written from it.
constexpr GuideRow rows[] = {
    {"refused"_L1, 0, 0,
     [](const Clues &clues) {
         return clues.endedBy(core::Error::Code::Refused) || clues.endedBy(core::Error::Code::Input)
             || clues.endedBy(core::Error::Code::File);
     },
     "No request was sent: a guard refused it, or it could not be made", nullptr,
     SC_TEXT("This program found it out before anything was sent."),
     SC_TEXT("Mend what the sentence names and submit again: nothing was stored.")},
    {"not-sent"_L1, 0, 0, hasNotLeft, "The connection failed before a byte of the request left", nullptr,
     SC_TEXT("The service cannot have seen the request."),
     SC_TEXT("Mend that and submit again: nothing can be stored twice.")},
    {"not-read"_L1, 0, 0, hasOnlyAsked, "A GET had left, and no whole response came", nullptr,
     SC_TEXT("A GET only asks: nothing was stored or changed by it."), SC_TEXT("Ask again.")},
    {"cancelled"_L1, 0, 0, [](const Clues &clues) { return clues.endedBy(core::Error::Code::Cancelled); },
     "It was stopped here after it had left", nullptr, SC_TEXT("A request that has left cannot be called back."),
     SC_TEXT("Look for the session before you submit again: the service may have stored it.")},
    {"timeout"_L1, 0, 0, [](const Clues &clues) { return clues.endedBy(core::Error::Code::Timeout); },
     "It had left, and the time limit passed", nullptr,
     SC_TEXT("The service or the network is slow, or the service works on without answering."),
     SC_TEXT("Look for the session before you submit again: the service may have stored it. A longer time limit helps "
             "with a slow service.")},
    {"limit"_L1, 0, 0, [](const Clues &clues) { return clues.endedBy(core::Error::Code::Limit); },
     "The response grew past its cap", nullptr, SC_TEXT("The service sends far more than a session."),
     SC_TEXT("Look for the session: it may have been stored. Save what came, or ask for less with Prefer: "
             "return=minimal.")},
    {"cut-off"_L1, 0, 0, cameInPart, "A part of the response came, or one that contradicts itself", nullptr,
     SC_TEXT("The service, or something between, closed too early or frames its responses wrongly."),
     SC_TEXT("Look for the session before you submit again: the status may tell that it was stored. Report the "
             "response with its headers.")},
    {"no-response"_L1, 0, 0, nullptr, "It had left, and nothing came back", nullptr,
     SC_TEXT("The service, or something between, dropped the connection."),
     SC_TEXT("Look for the session before you submit again: the service may have stored it.")},
    {"success-page"_L1, 200, 299, isPage, "2xx with an HTML page",
     SC_TEXT("A page for people came where a session should be."),
     SC_TEXT("A captive portal, a proxy or a web site answers in the place of the service."),
     SC_TEXT("Open the base URL in a browser: sign in to the network there, or correct the base URL. The "
             "service has most likely not seen the request.")},
    {"success-error"_L1, 200, 299, [](const Clues &clues) { return clues.error.has_value(); },
     "2xx whose body is an error", SC_TEXT("The status says success, and the body is an error."),
     SC_TEXT("Something between turned the status into another, or the service is at fault."),
     SC_TEXT("Read the error below, look for the session, and report the two contradicting each other.")},
    {"no-session"_L1, 204, 204, nullptr, "204 that was not asked for",
     SC_TEXT("The service took the request and sent no session back."),
     SC_TEXT("It answers so to Prefer: return=minimal and to $ref, and neither was sent."),
     SC_TEXT("Look for the session to see what was stored.")},
    {"no-body"_L1, 200, 299, [](const Clues &clues) { return clues.examination.response()->body.isEmpty(); },
     "Another 2xx without a body", SC_TEXT("The status says success, and there is no body."),
     SC_TEXT("The specification has the session in the body of the response."),
     SC_TEXT("Look for the session to see what was stored, and report the missing body.")},
    {"not-json"_L1, 200, 299, [](const Clues &clues) { return !clues.examination.body().isValid(); },
     "2xx whose body is not JSON", SC_TEXT("The status says success, and the body is not JSON."),
     SC_TEXT("The service, or something between, wrote it wrongly or cut it."),
     SC_TEXT("Look at the body where it goes wrong, and look for the session to see what was stored."), parseFault},
    {"not-an-object"_L1, 200, 299, [](const Clues &clues) { return !clues.examination.hasSession(); },
     "2xx whose body is JSON, but no object",
     SC_TEXT("The status says success, and the body is JSON without a session."),
     SC_TEXT("A session is one JSON object; lists come from GET."),
     SC_TEXT("Check the path, and look for the session to see what was stored.")},
    {"not-json-type"_L1, 200, 299, nullptr, "2xx with a session under another Content-Type",
     SC_TEXT("A session came under a Content-Type that is not JSON."),
     SC_TEXT("Clients that go by the Content-Type cannot read it."),
     SC_TEXT("Report the Content-Type; the body is shown all the same.")},
    {"redirect"_L1, 300, 399, nullptr, "3xx",
     SC_TEXT("The service sent the request elsewhere, and it was not followed."),
     SC_TEXT("Redirects are never followed: the session and the token are for this address alone. Networks with a "
             "sign-in page answer so, too."),
     SC_TEXT("If the other address is the service, put it into the base URL. If it is a sign-in page of the network, "
             "sign in there and submit again."),
     redirection},
    {"page"_L1, 400, 406, isPage, "400 to 406 with an HTML page",
     SC_TEXT("A page for people came instead of an error of Graph."),
     SC_TEXT("A proxy, a firewall or a web site refused the request; the service may not have seen it."),
     SC_TEXT("Read the page, check the base URL, and ask those who run the proxy. Submit again once it is away.")},
    {"no-route"_L1, 400, 400, [](const Clues &clues) { return clues.hasCode("No method match route template"_L1); },
     "400 with the code “No method match route template”",
     SC_TEXT("The service knows no way to create a session at this address."),
     SC_TEXT("The schema declares it, and this service offers no POST for it. Microsoft Graph publishes only GET."),
     SC_TEXT("Aim at a test service or the sandbox, or choose another path; no change of the session will help.")},
    {"oauth"_L1, 400, 401, isOAuth, "400 or 401 whose error is a text (RFC 6749 §5.2)",
     SC_TEXT("An error of a sign-in service came, not one of Graph."),
     SC_TEXT("The base URL may be the sign-in service, or something before the service checks tokens."),
     SC_TEXT("Check the base URL. If it is right, get a new token for this service.")},
    {"bad-request"_L1, 400, 400, nullptr, "400", SC_TEXT("The service does not accept the request as it stands."),
     SC_TEXT("A value, a member or a header is malformed for this service."),
     SC_TEXT("Correct the places that it names, or the findings of the form, and submit again.")},
    {"claims"_L1, 401, 401, wantsClaims, "401 with a challenge for claims",
     SC_TEXT("The token lacks claims that the service asks for."),
     SC_TEXT("Conditional access or continuous access evaluation wants a token that was issued with them."),
     SC_TEXT("Get a new token with these claims, and submit again."), wantedClaims},
    {"no-token"_L1, 401, 401, [](const Clues &clues) { return !hasSentToken(clues); },
     "401 without Authorization in the request", SC_TEXT("The service wants a token, and none was sent."),
     SC_TEXT("This environment sends no Authorization."),
     SC_TEXT("Provide a token in the target bar, and submit again."), challengeDescription},
    {"token-refused"_L1, 401, 401, nullptr, "401", SC_TEXT("The service does not accept the token."),
     SC_TEXT("It has expired, is for another service or cloud, or is damaged. Tokens live for 60 to 90 minutes."),
     SC_TEXT("Get a new token for this base URL, and submit again."), challengeDescription},
    {"payment"_L1, 402, 402, nullptr, "402", SC_TEXT("The service wants to be paid for this request."),
     SC_TEXT("Metered APIs need a billing subscription."), SC_TEXT("Ask those who run the tenant for a subscription.")},
    {"role"_L1, 403, 403, [](const Clues &clues) { return !clues.error || clues.error->message.isEmpty(); },
     "403 with an empty message or none", SC_TEXT("The token is good, and it does not permit this."),
     SC_TEXT("Call records say no more: an application token without the role CallRecords.Read.All, or a delegated "
             "token, for which there is no permission at all."),
     SC_TEXT("Let an administrator grant CallRecords.Read.All to the application, then get a new application token.")},
    {"forbidden"_L1, 403, 403, nullptr, "403 with a message",
     SC_TEXT("The token is good, and it does not permit this."),
     SC_TEXT("A role, a licence or a policy is missing; the message of the service says which."),
     SC_TEXT("Have it granted, get a new token, and submit again.")},
    {"not-there"_L1, 404, 404, hasOnlyAsked, "404 to a GET", SC_TEXT("What was asked for is not there."),
     SC_TEXT("It may take a service minutes, Microsoft Graph up to an hour, until what it took can be read; or it has "
             "not kept it, or no more."),
     SC_TEXT("Ask again later. If it stays away, report the response to the submit together with this one.")},
    {"no-call-record"_L1, 404, 404, [](const Clues &clues) { return clues.error.has_value(); }, "404 with an error",
     SC_TEXT("The service has no call record with this id."),
     SC_TEXT("The id may be wrong; records appear up to an hour after the call, and are kept for 30 days."),
     SC_TEXT("Check the callRecordId. For a young call, wait and submit again; for one older than 30 days choose "
             "another.")},
    {"no-address"_L1, 404, 404, nullptr, "404 without an error of Graph", SC_TEXT("There is nothing at this address."),
     SC_TEXT("It may not be Graph that answers: no error of Graph came with it."),
     SC_TEXT("Check base URL, version and path.")},
    {"method"_L1, 405, 405, nullptr, "405", SC_TEXT("The service does not create sessions at this address."),
     SC_TEXT("It may be read there only: call records are made by Microsoft Graph itself after a call."),
     SC_TEXT("Aim at a test service or the sandbox, or choose another path."), allowedMethods},
    {"not-acceptable"_L1, 406, 406, nullptr, "406",
     SC_TEXT("The service cannot answer in the form that was asked for."),
     SC_TEXT("The header Accept names a media type that it does not have."),
     SC_TEXT("Set Accept to application/json in Request headers, and submit again.")},
    {"proxy-sign-in"_L1, 407, 407, nullptr, "407", SC_TEXT("A proxy asks for a sign-in."),
     SC_TEXT("This program asks no proxy: one stands in the way of the network."),
     SC_TEXT("Use a network without it, or ask those who run it. The service has not seen the request.")},
    {"request-timeout"_L1, 408, 408, nullptr, "408", SC_TEXT("The service waited too long for the request."),
     SC_TEXT("The way to it is slow, or it was busy."), SC_TEXT("Look for the session, then submit again.")},
    {"conflict"_L1, 409, 409, nullptr, "409", SC_TEXT("The request contradicts what the service has."),
     SC_TEXT("A session with this id may be there already, or the call record was just changed."),
     SC_TEXT("Read the sessions back, then send another id, or none.")},
    {"gone"_L1, 410, 410, nullptr, "410", SC_TEXT("What the address names is gone for good."),
     SC_TEXT("The call record was deleted, or the version was closed down."),
     SC_TEXT("Choose another call record or version.")},
    {"length"_L1, 411, 411, nullptr, "411", SC_TEXT("The service misses the Content-Length."),
     SC_TEXT("It is always sent: something between took it away."),
     SC_TEXT("Ask those who run the proxy; the bytes in Sent are what left this computer.")},
    {"precondition"_L1, 412, 412, nullptr, "412", SC_TEXT("A condition in the headers does not hold."),
     SC_TEXT("A header such as If-Match or If-None-Match was sent."),
     SC_TEXT("Leave it out in Request headers, or bring it up to date, and submit again.")},
    {"too-large"_L1, 413, 413, nullptr, "413", SC_TEXT("The session is too large for the service."),
     SC_TEXT("It has a bound for bodies."), SC_TEXT("Leave out segments or streams, and submit again.")},
    {"uri-too-long"_L1, 414, 414, nullptr, "414", SC_TEXT("The address is too long for the service."),
     SC_TEXT("The callRecordId makes most of it."), SC_TEXT("Shorten the id, and submit again.")},
    {"media-type"_L1, 415, 415, nullptr, "415", SC_TEXT("The service does not take this Content-Type."),
     SC_TEXT("A session is sent as application/json."),
     SC_TEXT("Set Content-Type to application/json in Request headers, and submit again.")},
    {"misdirected"_L1, 421, 421, nullptr, "421", SC_TEXT("The service is not the one for this host."),
     SC_TEXT("The name in the base URL leads to a computer that does not serve it."),
     SC_TEXT("Check the host in the base URL; the sandbox wants 127.0.0.1.")},
    {"meaning"_L1, 422, 422, nullptr, "422",
     SC_TEXT("The service can read the session, and cannot accept what it says."),
     SC_TEXT("A value contradicts another, or a rule of the service."),
     SC_TEXT("Correct the places that it names, and submit again.")},
    {"locked"_L1, 423, 423, nullptr, "423", SC_TEXT("The call record is locked."),
     SC_TEXT("Something else changes it at present."), SC_TEXT("Wait, and submit again.")},
    {"throttled"_L1, 429, 429, nullptr, "429", SC_TEXT("The service asks for fewer requests."),
     SC_TEXT("Its bound for this tenant, application or call record is reached; every further request counts as well."),
     SC_TEXT("Wait as long as it asks, without it a minute, and submit again. This program never repeats a POST by "
             "itself.")},
    {"headers-too-large"_L1, 431, 431, nullptr, "431", SC_TEXT("The headers are too large for the service."),
     SC_TEXT("A long token or many headers make them so."),
     SC_TEXT("Leave headers out, or use a smaller token, and submit again.")},
    {"client-error"_L1, 400, 499, nullptr, "Another 4xx", SC_TEXT("The service refused the request."),
     SC_TEXT("Its status and its message say why."),
     SC_TEXT("Read the body, change the request accordingly, and submit again.")},
    {"not-readable"_L1, 500, 599, hasOnlyAsked, "5xx to a GET", SC_TEXT("The service could not answer the question."),
     SC_TEXT("It failed, or a gateway did not reach it. A GET only asks: nothing was stored or changed by it."),
     SC_TEXT("Note request-id and Date for its log, and ask again later.")},
    {"gateway-page"_L1, 502, 504, isPage, "502 to 504 with an HTML page",
     SC_TEXT("A gateway in front of the service answered with a page for people."),
     SC_TEXT("It could not reach the service, or did not get its response in time."),
     SC_TEXT("Look for the session before you submit again: the service may have stored it. Ask those who run the "
             "gateway.")},
    {"failed"_L1, 500, 500, nullptr, "500", SC_TEXT("The service failed inside."),
     SC_TEXT("That is a fault of the service, whatever the session was."),
     SC_TEXT("Note request-id and Date for its log, look for the session, and submit again once.")},
    {"not-implemented"_L1, 501, 501, nullptr, "501", SC_TEXT("The service does not have this operation."),
     SC_TEXT("Creating sessions is declared in the schema and not offered here."),
     SC_TEXT("Aim at a test service or the sandbox.")},
    {"bad-gateway"_L1, 502, 502, nullptr, "502", SC_TEXT("A gateway got no usable response from the service."),
     SC_TEXT("The service may have failed after it took the request."),
     SC_TEXT("Look for the session before you submit again.")},
    {"unavailable"_L1, 503, 503, nullptr, "503", SC_TEXT("The service is busy or under maintenance."),
     SC_TEXT("It usually has not taken the request."),
     SC_TEXT("Wait as long as it asks, look for the session, and submit again.")},
    {"gateway-timeout"_L1, 504, 504, nullptr, "504", SC_TEXT("A gateway waited in vain for the service."),
     SC_TEXT("The service may still work on the request."), SC_TEXT("Look for the session before you submit again.")},
    {"storage"_L1, 507, 507, nullptr, "507", SC_TEXT("The service has no room left."),
     SC_TEXT("The quota of the tenant or of the service is used up."), SC_TEXT("Have room made, and submit again.")},
    {"bandwidth"_L1, 509, 509, nullptr, "509", SC_TEXT("The bandwidth of the application is used up."),
     SC_TEXT("Its bound was exceeded."), SC_TEXT("Wait, and submit again later.")},
    {"network-sign-in"_L1, 511, 511, nullptr, "511 (RFC 6585 §6)", SC_TEXT("The network wants a sign-in."),
     SC_TEXT("A captive portal answered; the service has not seen the request."),
     SC_TEXT("Open any page in a browser, sign in to the network, and submit again.")},
    {"server-error"_L1, 500, 599, nullptr, "Another 5xx", SC_TEXT("The service failed."),
     SC_TEXT("Its status and its message say why."),
     SC_TEXT("Note request-id and Date for its log, and look for the session before you submit again.")},
};

} // namespace

const GuideRow *guideRowFor(const Clues &clues)
{
    const auto *row = std::find_if(std::begin(rows), std::end(rows), [&clues](const GuideRow &one) {
        return one.firstStatus <= clues.status && clues.status <= one.lastStatus
            && (!one.applies || one.applies(clues));
    });
    return row == std::end(rows) ? nullptr : row;
}

int guideRowCount()
{
    return static_cast<int>(std::size(rows));
}

const GuideRow &guideRow(int number)
{
    return rows[number];
}

} // namespace present

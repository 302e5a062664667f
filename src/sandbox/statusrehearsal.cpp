// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/statusrehearsal.h"

#include <algorithm>
#include <iterator>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    int status;
    QLatin1String code;
    QLatin1String message;
    const char *headerName; ///< Null when the status has no header of its own.
    const char *headerValue;
};

/// Codes and messages as services on Graph have been seen to send them; error messages are wire text, not translated.
constexpr Row rows[] = {
    {401, "InvalidAuthenticationToken"_L1, "Access token is empty."_L1, "WWW-Authenticate",
     "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", "
     "client_id=\"00000003-0000-0000-c000-000000000000\""},
    {403, "Forbidden"_L1, ""_L1, nullptr, nullptr},
    {404, "NotFound"_L1, ""_L1, nullptr, nullptr},
    {405, "Request_BadRequest"_L1, "Specified HTTP method is not allowed for the request target."_L1, "Allow",
     "GET, HEAD"},
    {409, "Conflict"_L1, "The session conflicts with the current state of the call record."_L1, nullptr, nullptr},
    {413, "RequestEntityTooLarge"_L1, "The request body is too large."_L1, nullptr, nullptr},
    {429, "TooManyRequests"_L1, "Please retry again later."_L1, "Retry-After", "5"},
    {500, "InternalServerError"_L1, "An unexpected error occurred."_L1, nullptr, nullptr},
    {503, "ServiceUnavailable"_L1, "The service is temporarily unavailable."_L1, nullptr, nullptr},
    {504, "GatewayTimeout"_L1, "The server did not answer in time."_L1, nullptr, nullptr},
};

} // namespace

Answer statusRehearsal(int status)
{
    const auto row
        = std::find_if(std::begin(rows), std::end(rows), [status](const Row &r) { return r.status == status; });
    Q_ASSERT(row != std::end(rows));
    Answer answer = refusal(status, row->code, row->message);
    if (row->headerName)
        answer.headers.append({QByteArray(row->headerName), QByteArray(row->headerValue)});
    return answer;
}

} // namespace sandbox

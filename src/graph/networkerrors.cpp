// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/networkerrors.h"

#include <QCoreApplication>
#include <QMetaEnum>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace graph {
namespace {

using core::Error;

struct Row
{
    QNetworkReply::NetworkError error;
    Error::Code code;
    const char *text; ///< What happened, and what to do next.
};

#define SC_TEXT(text) QT_TRANSLATE_NOOP("graph::NetworkErrors", text)
constexpr auto network = Error::Code::Network;
constexpr auto timeout = Error::Code::Timeout;

constexpr Row rows[] = {
    {QNetworkReply::ConnectionRefusedError, network,
     SC_TEXT("Nothing listens at this host and port. Check the base URL and its port, and that the service runs.")},
    {QNetworkReply::RemoteHostClosedError, network,
     SC_TEXT("The service closed the connection before a whole response came. Check the service's log.")},
    {QNetworkReply::HostNotFoundError, network,
     SC_TEXT("The host was not found. Check its name in the base URL, and that this computer is online.")},
    {QNetworkReply::TimeoutError, timeout,
     SC_TEXT("The connection timed out. Check that the service can be reached from here.")},
    {QNetworkReply::OperationCanceledError, network,
     SC_TEXT("The transfer was stopped by the network library. Submit again if nothing was stored.")},
    {QNetworkReply::SslHandshakeFailedError, network,
     SC_TEXT("No trusted encrypted connection could be made. Check the certificate of the service; "
             "a private authority must be added to the environment.")},
    {QNetworkReply::TemporaryNetworkFailureError, network,
     SC_TEXT("The network went away. Submit again when it is back and nothing was stored.")},
    {QNetworkReply::NetworkSessionFailedError, network,
     SC_TEXT("The network is not available. Check that this computer is online.")},
    {QNetworkReply::BackgroundRequestNotAllowedError, network,
     SC_TEXT("The system does not allow requests at present. Check its network settings.")},
    {QNetworkReply::TooManyRedirectsError, network,
     SC_TEXT("The service redirected too often. Check the base URL: redirects are never followed.")},
    {QNetworkReply::InsecureRedirectError, network,
     SC_TEXT("The service redirected to an unencrypted address. Check the base URL: redirects are never followed.")},
    {QNetworkReply::UnknownNetworkError, network,
     SC_TEXT("The network failed in an unknown way. The details say more; check that the service can be reached.")},
    {QNetworkReply::ProxyConnectionRefusedError, network,
     SC_TEXT("The proxy refused the connection. This program asks none: check the system's network.")},
    {QNetworkReply::ProxyConnectionClosedError, network,
     SC_TEXT("The proxy closed the connection. This program asks none: check the system's network.")},
    {QNetworkReply::ProxyNotFoundError, network,
     SC_TEXT("The proxy was not found. This program asks none: check the system's network.")},
    {QNetworkReply::ProxyTimeoutError, timeout,
     SC_TEXT("The proxy did not answer in time. This program asks none: check the system's network.")},
    {QNetworkReply::ProxyAuthenticationRequiredError, network,
     SC_TEXT("A proxy asks for a password, and none is offered. Use a network without such a proxy.")},
    {QNetworkReply::UnknownProxyError, network,
     SC_TEXT("The proxy failed in an unknown way. This program asks none: check the system's network.")},
    {QNetworkReply::ContentAccessDenied, network,
     SC_TEXT("The service denied access. Check the token and its permissions.")},
    {QNetworkReply::ContentOperationNotPermittedError, network,
     SC_TEXT("The service does not permit this operation here. Check the path.")},
    {QNetworkReply::ContentNotFoundError, network,
     SC_TEXT("The service found nothing at this address. Check the version and the call record id.")},
    {QNetworkReply::AuthenticationRequiredError, network, SC_TEXT("The service asks for a sign-in. Provide a token.")},
    {QNetworkReply::ContentReSendError, network,
     SC_TEXT("The connection ended before a well-formed response came. Check that the service speaks HTTP/1.1, and its "
             "log.")},
    {QNetworkReply::ContentConflictError, network,
     SC_TEXT("The service reports a conflict. Read the resource back before the next change.")},
    {QNetworkReply::ContentGoneError, network, SC_TEXT("The resource is gone for good. Choose another call record.")},
    {QNetworkReply::UnknownContentError, network,
     SC_TEXT("The service refused the request in an unknown way. Read its response.")},
    {QNetworkReply::ProtocolUnknownError, network,
     SC_TEXT("The address uses an unknown protocol. Use a base URL with https:// or http://.")},
    {QNetworkReply::ProtocolInvalidOperationError, network,
     SC_TEXT("The operation is not valid for this protocol. Check the base URL.")},
    {QNetworkReply::ProtocolFailure, network,
     SC_TEXT(
         "What came back is not a well-formed HTTP/1.1 response. Check that the port speaks HTTP, and https only with "
         "https://.")},
    {QNetworkReply::InternalServerError, network,
     SC_TEXT("The service failed inside. Note its request-id and check the service's log.")},
    {QNetworkReply::OperationNotImplementedError, network,
     SC_TEXT("The service does not implement this operation. Check the path and the method.")},
    {QNetworkReply::ServiceUnavailableError, network,
     SC_TEXT("The service is not available at present. Try again later.")},
    {QNetworkReply::UnknownServerError, network,
     SC_TEXT("The service failed in an unknown way. Note its request-id and check the service's log.")},
};

const Row *rowOf(QNetworkReply::NetworkError error)
{
    const auto found
        = std::find_if(std::begin(rows), std::end(rows), [error](const Row &row) { return row.error == error; });
    return found == std::end(rows) ? nullptr : found;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("graph::NetworkErrors", text);
}

} // namespace

QString reachSentence(Reach reach)
{
    switch (reach) {
    case Reach::NotSent:
        return translated(SC_TEXT("Nothing was sent."));
    case Reach::Unknown:
        return translated(SC_TEXT("The request was sent once, its result is unknown: read the sessions back before you "
                                  "submit again."));
    case Reach::Answered:
        return translated(SC_TEXT("The request was sent once, and what came of the response is shown."));
    case Reach::Harmless:
        return translated(SC_TEXT("Nothing was changed there, so it can be tried again."));
    }
    Q_UNREACHABLE();
}

Error networkError(QNetworkReply::NetworkError error, Reach reach, const QString &detail)
{
    const Row *row = rowOf(error);
    if (!row)
        row = rowOf(QNetworkReply::UnknownNetworkError);
    // Qt words several of them "Unknown error"; the name of the value says more.
    const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error);
    return {row->code, translated(row->text) + u' ' + reachSentence(reach),
            QString::fromLatin1(name) + ": "_L1 + detail};
}

bool isHarmless(QNetworkReply::NetworkError error, const exchange::Response &response)
{
    const int status = response.status;
    switch (error) {
    case QNetworkReply::NoError:
        return true;
    case QNetworkReply::ContentReSendError:
        // A body with a length is counted (framing.h), and one without ends with the connection; chunks have an end of
        // their own, which did not come.
        return status == 307 || status == 308 || !exchange::valueOf(response.headers, "Transfer-Encoding");
    case QNetworkReply::ProtocolInvalidOperationError:
        return status == 400 || status == 418;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return status == 407;
    default: // 201 to 299 and 401 to 499 stand for groups of statuses from 400 on.
        return status >= 400 && error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ProtocolUnknownError
            && error != QNetworkReply::ProtocolFailure;
    }
}

const char *networkErrorText(QNetworkReply::NetworkError error)
{
    const Row *row = rowOf(error);
    return row ? row->text : nullptr;
}

} // namespace graph

// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/auth/tokenguard.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace graph::auth {
namespace {

using core::Error;
using core::Result;
using exchange::Authorization;
using exchange::Origin;

constexpr qsizetype longestToken = 16'384;

Error refusal(const QString &message)
{
    return {Error::Code::Refused, message, {}};
}

// RFC 9110 §11.2. `=` may only stand at the end.
bool isToken68(const QByteArray &bytes)
{
    const auto padding = std::find(bytes.cbegin(), bytes.cend(), '=');
    constexpr QByteArrayView symbols = "-._~+/";
    return padding != bytes.cbegin()
        && std::all_of(bytes.cbegin(), padding,
                       [symbols](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                               || symbols.contains(c);
                       })
        && std::all_of(padding, bytes.cend(), [](char c) { return c == '='; });
}

core::Status mayGo(const Authorization &authorization, const QUrl &url)
{
    const Origin target = Origin::of(url);
    // What stands before an @ can look like a host; such a URL is refused rather than understood.
    if (!url.userInfo().isEmpty())
        return refusal(QCoreApplication::translate(
            "graph::TokenGuard", "The URL holds a user name, so the token is not sent there. Take it out."));
    if (!authorization.origin.isValid() || !target.isValid())
        return refusal(QCoreApplication::translate("graph::TokenGuard",
                                                   "The token is bound to no service, so it is not sent. Choose an "
                                                   "environment with a base URL, or send without a token."));
    if (target != authorization.origin)
        return refusal(
            QCoreApplication::translate("graph::TokenGuard",
                                        "The token is for %1, but the request goes to %2, so nothing was sent. "
                                        "Correct the URL, or take the token out.")
                .arg(authorization.origin.toString(), target.toString()));
    if (target.scheme != "https"_L1 && !target.isLoopback() && !authorization.allowsHttp)
        return refusal(
            QCoreApplication::translate("graph::TokenGuard",
                                        "%1 is not encrypted, so the token is not sent there. Use https, or allow "
                                        "plain http in the environment.")
                .arg(target.toString()));
    return core::ok();
}

} // namespace

Result<core::Secret> TokenGuard::readToken(QByteArray bytes)
{
    if (bytes.endsWith('\n'))
        bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
    if (bytes.isEmpty())
        return refusal(QCoreApplication::translate("graph::TokenGuard", "The token is empty. Paste an access token."));
    if (bytes.size() > longestToken)
        return refusal(QCoreApplication::translate(
            "graph::TokenGuard", "The token is longer than 16,384 bytes. Paste only the access token."));
    if (!isToken68(bytes))
        return refusal(
            QCoreApplication::translate("graph::TokenGuard",
                                        "This is not a token: only letters, digits and -._~+/ may be in it, and = "
                                        "at its end. Paste it without “Bearer”, quotation marks and blanks."));
    return core::Secret(std::move(bytes));
}

core::Status TokenGuard::check(const Authorization &authorization, const exchange::Request &request)
{
    if (authorization.kind != Authorization::Kind::Token)
        return core::ok();
    const core::Status allowed = mayGo(authorization, request.url);
    if (!allowed)
        return allowed;
    // A Secret can be made without readToken(), so the bytes are judged where they would do harm.
    const QByteArray &bytes = authorization.token.bytes(core::SecretKey());
    if (bytes.size() > longestToken || !isToken68(bytes))
        return refusal(
            QCoreApplication::translate("graph::TokenGuard", "There is no usable token. Paste an access token."));
    return core::ok();
}

Result<QByteArray> TokenGuard::authorizationFor(const Authorization &authorization, const exchange::Request &request)
{
    const core::Status allowed = check(authorization, request);
    if (!allowed)
        return allowed.error();
    switch (authorization.kind) {
    case Authorization::Kind::None:
        return QByteArray();
    case Authorization::Kind::Malformed:
        return QByteArray(Authorization::malformedValue);
    case Authorization::Kind::Token:
        return QByteArray("Bearer " + authorization.token.bytes(core::SecretKey()));
    }
    Q_UNREACHABLE();
}

} // namespace graph::auth

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/loopback.h"

#include <algorithm>

namespace sandbox {

namespace {

bool isNumber(QByteArrayView text, int most)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !text.isEmpty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), isDigit)
        && (text.size() == 1 || text[0] != '0') && text.toInt() <= most;
}

bool isLoopbackAddress(const QByteArray &host)
{
    const QByteArrayList parts = host.split('.');
    return parts.size() == 4 && parts[0] == "127"
        && std::all_of(parts.cbegin(), parts.cend(), [](const QByteArray &part) { return isNumber(part, 255); });
}

bool isLoopbackHost(QByteArrayView host)
{
    return host.compare("localhost", Qt::CaseInsensitive) == 0 || host == "[::1]"
        || isLoopbackAddress(host.toByteArray());
}

} // namespace

bool isLoopbackAuthority(QByteArrayView authority)
{
    const qsizetype colon = authority.lastIndexOf(':');
    if (colon < 0 || authority.endsWith(']'))
        return isLoopbackHost(authority);
    return isNumber(authority.sliced(colon + 1), 65535) && isLoopbackHost(authority.first(colon));
}

bool isLoopbackOrigin(QByteArrayView origin)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (origin.startsWith(scheme))
            return isLoopbackAuthority(origin.sliced(scheme.size()));
    }
    return false;
}

bool isCrossSite(const HttpRequest &request)
{
    if (request.headerCount("Origin") == 0)
        return request.header("Sec-Fetch-Site").compare("cross-site", Qt::CaseInsensitive) == 0;
    return std::any_of(request.headers.cbegin(), request.headers.cend(), [](const auto &field) {
        return field.first.compare("Origin", Qt::CaseInsensitive) == 0 && !isLoopbackOrigin(field.second);
    });
}

} // namespace sandbox

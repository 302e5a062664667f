// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/origin.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace exchange {
namespace {

int defaultPort(const QString &scheme)
{
    if (scheme == "https"_L1)
        return 443;
    return scheme == "http"_L1 ? 80 : -1;
}

bool isIpv4Loopback(const QString &host)
{
    const QStringList parts = host.split(u'.');
    return parts.size() == 4 && parts.constFirst() == "127"_L1
        && std::all_of(parts.cbegin(), parts.cend(), [](const QString &part) {
               bool isNumber = false;
               return part.toInt(&isNumber) <= 255 && isNumber;
           });
}

} // namespace

Origin Origin::of(const QUrl &url)
{
    Origin origin;
    origin.scheme = url.scheme().toLower();
    const int standard = defaultPort(origin.scheme);
    if (standard < 0)
        return {};
    origin.host = url.host(QUrl::FullyEncoded).toLower();
    if (origin.host.startsWith(u'['))
        origin.host = origin.host.mid(1, origin.host.size() - 2);
    origin.port = url.port(standard);
    return origin;
}

bool Origin::isLoopback() const
{
    return host == "localhost"_L1 || host == "::1"_L1 || isIpv4Loopback(host);
}

QString Origin::toString() const
{
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    const QString place = port == defaultPort(scheme) ? QString() : u':' + QString::number(port);
    return scheme + "://"_L1 + shown + place;
}

} // namespace exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"

#include <QList>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QStringList>

#include <memory>

class QNetworkAccessManager;

namespace graph {

/// A manager without memory or will of its own: no proxy, no cookies, no cache, no redirects, no HSTS.
std::unique_ptr<QNetworkAccessManager> makeManager();

/// The addresses to try for `url`, in this order: 127.0.0.1 and ::1 for `localhost`, which must not depend on DNS
/// (docs/promises.md N3), and for others the host itself.
QStringList addressesOf(const QUrl &url);

/// `wire` (of asOnTheWire()) for Qt, to be sent to `address`, with `authorization` in place of the masked one and
/// `authorities` trusted beside the system's.
QNetworkRequest toQtRequest(const exchange::Request &wire, const QByteArray &authorization, const QString &address,
                            const QList<QSslCertificate> &authorities);

} // namespace graph

// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/graphclient.h"

#include "graph/httpsending.h"
#include "graph/transport.h"

#include <QNetworkAccessManager>

namespace graph {

class GraphClient::Private
{
public:
    const core::Clock &clock;
    exchange::ExchangeLog &log;
    QList<QSslCertificate> authorities;
    std::unique_ptr<QNetworkAccessManager> reused = {}; ///< Made at the first exchange that reuses a connection.
};

GraphClient::GraphClient(const core::Clock &clock, exchange::ExchangeLog &log, QObject *parent)
    : QObject(parent)
    , d(new Private{clock, log, {}})
{ }

GraphClient::~GraphClient()
{
    // What is in flight writes its end into the log, and lets go of the manager, before that goes.
    qDeleteAll(findChildren<Sending *>(Qt::FindDirectChildrenOnly));
}

const core::Clock &GraphClient::clock() const
{
    return d->clock;
}

void GraphClient::setCaCertificates(const QList<QSslCertificate> &authorities)
{
    d->authorities = authorities;
}

Sending *GraphClient::send(const exchange::Request &request, const exchange::Authorization &authorization,
                           const QString &environment, const Limits &limits, Connection connection, QObject *context,
                           Done done)
{
    QNetworkAccessManager *shared = nullptr;
    if (connection == Connection::Reused) {
        if (!d->reused)
            d->reused = makeManager();
        shared = d->reused.get();
    }
    auto *sending = new HttpSending(d->clock, d->log, {request, authorization, environment, limits, d->authorities},
                                    shared, this);
    sending->whenDone(context, std::move(done));
    sending->startLater();
    return sending;
}

} // namespace graph

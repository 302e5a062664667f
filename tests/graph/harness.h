// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/graphclient.h"
#include "support/fakes.h"
#include "support/rawserver.h"
#include "support/testauthority.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <optional>

/// A client with its surroundings, and a blocking way to send one request.
struct Harness
{
    core::SystemClock clock;
    support::MemoryExchangeLog log;
    graph::GraphClient client{clock, log};
    QObject context;
    graph::Limits limits;
    graph::Connection connection = graph::Connection::Fresh;
    exchange::Authorization authorization;
    int calls = 0;

    /// A token that is bound to the origin of `url`.
    static exchange::Authorization token(const QString &url, const QByteArray &bytes = "canary.token")
    {
        return {exchange::Authorization::Kind::Token, core::Secret(bytes), exchange::Origin::of(QUrl(url)), false};
    }

    static exchange::Request post(const QString &url, const QByteArray &body = "{\"a\":1}")
    {
        return {"POST", QUrl(url), {{"Content-Type", "application/json"}, {"Accept", "application/json"}}, body};
    }

    /// The exchange, or one with the error "the test waited too long".
    exchange::Exchange send(const exchange::Request &request)
    {
        std::optional<exchange::Exchange> result;
        QEventLoop loop; // Not QTest::qWaitFor(): it sleeps between its looks, and the servers live in this thread.
        client.send(request, authorization, QStringLiteral("test"), limits, connection, &context,
                    [this, &result, &loop](const exchange::Exchange &exchange) {
                        ++calls;
                        result = exchange;
                        loop.quit();
                    });
        QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
        loop.exec();
        if (!result) {
            exchange::Exchange late;
            late.error = core::Error{core::Error::Code::Timeout, QStringLiteral("the test waited too long"), {}};
            return late;
        }
        return *result;
    }
};

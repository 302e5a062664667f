// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"

/// Exchanges for the tests of the history.
namespace samples {

/// About to be sent, with bytes that no text holds.
inline exchange::Exchange begun(const QString &environment = QStringLiteral("Sandbox"))
{
    exchange::Exchange exchange;
    static uint number = 0; // not at random: a filter for 403 would find it in some of the ids
    exchange.id = QUuid(++number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);
    exchange.startedAt = std::chrono::system_clock::time_point(std::chrono::microseconds(1'780'000'000'123'456));
    exchange.environment = environment;
    exchange.request = {"POST",
                        QUrl(QStringLiteral("https://graph.test/v1.0/communications/callRecords/7/sessions")),
                        {{"Host", "graph.test"},
                         {"Authorization", "Bearer ***"},
                         {"X-Twice", "b"},
                         {"client-request-id", exchange.id.toByteArray(QUuid::WithoutBraces)},
                         {"X-Twice", "a \xe9\xff"}},
                        QByteArray("\xef\xbb\xbf{\r\n\"a\":1.0,\"a\":\"\0\xff\"}", 23)};
    return exchange;
}

/// The same with its response.
inline exchange::Exchange ended(exchange::Exchange exchange, int status = 201)
{
    using std::chrono::nanoseconds;
    exchange.hasLeft = true;
    exchange.response = exchange::Response{status,
                                           "Cr\xe9"
                                           "ated",
                                           {{"request-id", "f00d"}, {"X", ""}},
                                           QByteArray("\0{\"id\": 2}\n", 11),
                                           true};
    exchange.timing = {nanoseconds(1), {}, nanoseconds(3), nanoseconds(4), nanoseconds(5'000'000'001)};
    exchange.tls
        = exchange::TlsFacts{QStringLiteral("TLS 1.3"),
                             QStringLiteral("TLS_AES_256_GCM_SHA384"),
                             {{QStringLiteral("CN=graph.test"), QStringLiteral("CN=Zoë"),
                               QStringLiteral("2026-01-01T00:00:00Z"), QStringLiteral("2027-01-01T00:00:00Z"), "abc"}}};
    return exchange;
}

} // namespace samples

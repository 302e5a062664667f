// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/graphclient.h"
#include "graph/networkerrors.h"
#include "graph/watchdog.h"

#include <QPointer>

class QNetworkAccessManager;

namespace graph {

/// What one exchange is to send, and within which bounds.
struct SendingOrder
{
    exchange::Request request;
    exchange::Authorization authorization;
    QString environment;
    Limits limits;
    QList<QSslCertificate> authorities;
};

/// One exchange over QNetworkAccessManager. It ends exactly once: by a response, an error, a limit or a cancel,
/// whichever comes first; everything after that is ignored. Deletes itself after it has told.
class HttpSending final : public Sending
{
    Q_OBJECT

public:
    /// `shared` is the manager to use, borrowed; with null, a fresh one is made, and with it a fresh connection.
    HttpSending(const core::Clock &clock, exchange::ExchangeLog &log, SendingOrder order, QNetworkAccessManager *shared,
                QObject *parent);

    /// Writes the end into the log when it comes before the response.
    ~HttpSending() override;

    /// Who is told, unless `context` is gone by then.
    void whenDone(QObject *context, GraphClient::Done done);

    /// Starts at the next turn of the event loop.
    void startLater();

    void cancel() override;

private:
    void start();
    core::Status prepare();
    void post();
    void watch();
    void takeHead();
    void takeBody();
    void takeEnd();
    bool tryNextAddress();
    void stop(core::Error::Code code, const QString &message);
    void end();
    void tell();
    Reach reach() const;
    Reach reach(Reach ofPost) const;
    bool mayHaveLeft() const;
    void mark(exchange::Timing::Moment &moment);

    const core::Clock &m_clock;
    exchange::ExchangeLog &m_log;
    SendingOrder m_order;
    exchange::Exchange m_exchange;
    std::chrono::nanoseconds m_queuedAt;
    QByteArray m_authorization; ///< The header's value.
    QStringList m_addresses; ///< Still to be tried.
    std::unique_ptr<QNetworkAccessManager> m_own;
    QNetworkAccessManager *m_manager;
    QPointer<QNetworkReply> m_reply;
    Watchdog m_watchdog;
    QString m_tlsErrors;
    QPointer<QObject> m_context;
    GraphClient::Done m_done;
    bool m_isLogged = false;
    bool m_hasEnded = false;
};

} // namespace graph

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/wireplan.h"

#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace sandbox {

/// One client. Requests are answered one after the other, in their order; while one is being answered nothing more is
/// read, so that a client can make it hold no more than one body and one response. It deletes itself when the client
/// is gone, after `pace.idle` without traffic, and after a response that closes.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// Takes ownership of `socket`, which is connected. `service` and `options` must outlive it.
    Connection(QTcpSocket *socket, Service &service, const Options &options, QObject *parent);

    /// Answers with `fault` at once, whatever the client sends, and closes.
    void refuse(const HttpFault &fault);

Q_SIGNALS:
    /// A POST met a rehearsal for the last time (Settings::Turn).
    void rehearsalEnded(quint64 serial);

private:
    enum class State { Reading, Answering, Lingering };

    void take();
    void work();
    void start(const WirePlan &plan);
    void sendPiece();
    void finish();
    void linger();
    void waitForTraffic();

    QTcpSocket *m_socket;
    Service &m_service;
    const Options &m_options;
    HttpRequestParser m_parser;
    WirePlan m_plan;
    qsizetype m_nextPiece = 0;
    State m_state = State::Reading;
    bool m_isRefused = false; ///< The client may still be sending what was refused.
    QTimer m_pieceTimer;
    QTimer m_idleTimer;
};

} // namespace sandbox

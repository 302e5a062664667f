// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "sandbox/options.h"
#include "sandbox/service.h"

#include <QObject>
#include <QTcpServer>

namespace sandbox {

/// The part of the sandbox that lives in its thread: accepts clients and gives each a Connection.
class Listener : public QObject
{
    Q_OBJECT

public:
    /// `settings` must outlive it.
    Listener(Settings &settings, const Options &options);

    /// Listens on 127.0.0.1; the port it got, or an Error (Code::Input). Call it in the listener's thread.
    core::Result<quint16> listen(quint16 port);

Q_SIGNALS:
    /// A rehearsal met a POST for the last time (Settings::Turn).
    void rehearsalEnded(quint64 serial);

private:
    void accept();

    Options m_options;
    core::SystemClock m_clock;
    Service m_service;
    QTcpServer m_server;
    int m_connections = 0;
};

} // namespace sandbox

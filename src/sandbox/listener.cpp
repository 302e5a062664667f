// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/listener.h"

#include "sandbox/connection.h"

#include <QTcpSocket>

namespace sandbox {

using namespace Qt::StringLiterals;

Listener::Listener(Settings &settings, const Options &options)
    : m_options(options)
    , m_service(options.store, settings, m_clock)
    , m_server(this)
{
    connect(&m_server, &QTcpServer::newConnection, this, &Listener::accept);
}

core::Result<quint16> Listener::listen(quint16 port)
{
    if (m_server.listen(QHostAddress(QHostAddress::LocalHost), port))
        return m_server.serverPort();
    return core::Error{
        core::Error::Code::Input,
        tr("The sandbox cannot listen on port %1. Choose another port, or close the program that uses it.").arg(port),
        m_server.errorString()};
}

void Listener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto *connection = new Connection(socket, m_service, m_options, this);
        ++m_connections;
        connect(connection, &QObject::destroyed, this, [this] { --m_connections; });
        connect(connection, &Connection::rehearsalEnded, this, &Listener::rehearsalEnded);
        if (m_connections > m_options.connections)
            connection->refuse({503, u"The sandbox has too many connections."_s});
    }
}

} // namespace sandbox

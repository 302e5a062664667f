// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawserver.h"

#include <QPointer>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace support {
namespace {

// What may wait in a socket's buffer while a Flood goes on; enough to keep it full, too little to be seen in the
// memory.
constexpr qint64 floodBuffer = 256 * 1024;

qsizetype lengthOf(const QByteArray &head)
{
    const QByteArray lower = head.toLower();
    const qsizetype at = lower.indexOf("\r\ncontent-length:");
    if (at < 0)
        return 0;
    const qsizetype from = at + 17;
    return lower.mid(from, lower.indexOf("\r\n", from) - from).trimmed().toLongLong();
}

} // namespace

/// One connection: gathers requests, plays scripts. A child of its socket.
class RawServer::Peer : public QObject
{
public:
    Peer(QTcpSocket *socket, RawServer *server)
        : QObject(socket)
        , m_socket(socket)
        , m_server(server)
    {
        connect(socket, &QTcpSocket::readyRead, this, &Peer::read);
        connect(socket, &QTcpSocket::bytesWritten, this, &Peer::flood);
        if (const auto *encrypted = qobject_cast<QSslSocket *>(socket))
            connect(encrypted, &QSslSocket::encryptedBytesWritten, this, &Peer::flood);
        connect(socket, &QTcpSocket::disconnected, this, [this] {
            m_script.clear();
            if (m_server)
                Q_EMIT m_server->connectionEnded();
            m_socket->deleteLater();
        });
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Peer::play);
        read(); // With TLS, bytes may have come before anyone listened.
    }

private:
    void read()
    {
        const QByteArray bytes = m_socket->readAll();
        m_server->m_received += bytes.size();
        m_pending += bytes;
        for (;;) {
            const qsizetype headEnd = m_pending.indexOf("\r\n\r\n");
            if (headEnd < 0)
                return;
            const qsizetype total = headEnd + 4 + lengthOf(m_pending.first(headEnd + 2));
            if (m_pending.size() < total)
                return;
            const QByteArray request = m_pending.first(total);
            m_pending.remove(0, total);
            m_server->m_requests.append(request);
            if (m_server->m_chooser)
                m_script += m_server->m_chooser(request);
            Q_EMIT m_server->requestCame();
            if (!m_timer.isActive())
                play();
        }
    }

    void write(const QByteArray &bytes)
    {
        m_server->m_written += bytes.size();
        m_socket->write(bytes);
    }

    void play()
    {
        while (!m_script.isEmpty()) {
            const Step step = m_script.constFirst();
            switch (step.kind) {
            case Step::Kind::Send:
                write(step.bytes);
                m_socket->flush();
                break;
            case Step::Kind::Wait:
                m_script.removeFirst();
                m_timer.start(step.pause);
                return;
            case Step::Kind::Close:
                m_script.clear();
                m_socket->disconnectFromHost();
                return;
            case Step::Kind::Reset:
                return reset();
            case Step::Kind::Flood:
                return flood();
            case Step::Kind::Drip:
                write(step.bytes);
                m_timer.start(step.pause);
                return;
            }
            m_script.removeFirst();
        }
    }

    qint64 waiting() const
    {
        const auto *encrypted = qobject_cast<const QSslSocket *>(m_socket);
        return m_socket->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
    }

    void flood()
    {
        if (m_isFlooding || m_script.isEmpty() || m_script.constFirst().kind != Step::Kind::Flood)
            return;
        m_isFlooding = true; // Writing may report what it wrote at once.
        const QByteArray bytes = m_script.constFirst().bytes;
        while (m_socket->state() == QAbstractSocket::ConnectedState && waiting() < floodBuffer)
            write(bytes);
        m_isFlooding = false;
    }

    void reset()
    {
        m_script.clear();
        const linger none{1, 0};
        ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
        m_socket->QAbstractSocket::abort();
    }

    QTcpSocket *m_socket;
    QPointer<RawServer> m_server;
    QByteArray m_pending;
    Script m_script;
    QTimer m_timer;
    bool m_isFlooding = false;
};

RawServer::RawServer(QObject *parent)
    : RawServer(std::nullopt, u"127.0.0.1"_s, parent)
{ }

RawServer::RawServer(const QSslConfiguration &tls, QObject *parent)
    : RawServer(std::optional(tls), u"127.0.0.1"_s, parent)
{ }

RawServer::RawServer(const std::optional<QSslConfiguration> &tls, const QString &host, QObject *parent)
    : QObject(parent)
    , m_scheme(tls ? u"https"_s : u"http"_s)
    , m_host(host)
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &RawServer::accept);
    m_server->listen(QHostAddress(host));
}

RawServer::~RawServer()
{
    m_server->disconnect(this);
}

quint16 RawServer::port() const
{
    return m_server->serverPort();
}

QString RawServer::url(const QString &path, const QString &host) const
{
    QString shown = host.isEmpty() ? m_host : host;
    if (shown.contains(u':'))
        shown = u'[' + shown + u']';
    return m_scheme + "://"_L1 + shown + u':' + QString::number(port()) + path;
}

void RawServer::always(const Script &script)
{
    m_chooser = [script](const QByteArray &) { return script; };
}

void RawServer::choose(std::function<Script(const QByteArray &)> chooser)
{
    m_chooser = std::move(chooser);
}

int RawServer::posts() const
{
    return static_cast<int>(std::count_if(m_requests.cbegin(), m_requests.cend(),
                                          [](const QByteArray &request) { return request.startsWith("POST "); }));
}

QByteArray RawServer::response(const QByteArray &statusLine, const QByteArray &contentType, const QByteArray &body)
{
    return "HTTP/1.1 " + statusLine + "\r\nContent-Type: " + contentType
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray RawServer::created(const QByteArray &body)
{
    return response("201 Created", "application/json", body);
}

void RawServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        new Peer(socket, this); // Owned by the socket.
    }
}

} // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/connection.h"

#include "core/log.h"

#include <QTcpSocket>

#include <utility>

namespace sandbox {

namespace {

constexpr qint64 readBufferBytes = 1024 * 1024;
constexpr qint64 mostUnsentBytes = 1024 * 1024; ///< No further request is begun while the client does not read.

} // namespace

Connection::Connection(QTcpSocket *socket, Service &service, const Options &options, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_service(service)
    , m_options(options)
    , m_parser(options.request)
    , m_pieceTimer(this)
    , m_idleTimer(this)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readBufferBytes);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_pieceTimer.setSingleShot(true);
    m_pieceTimer.setTimerType(Qt::PreciseTimer);
    m_idleTimer.setSingleShot(true);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::take);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        waitForTraffic();
        work();
    });
    connect(&m_pieceTimer, &QTimer::timeout, this, &Connection::sendPiece);
    connect(&m_idleTimer, &QTimer::timeout, m_socket, &QTcpSocket::abort);
    waitForTraffic();
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &Connection::take, Qt::QueuedConnection); // readyRead came before us
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        deleteLater();
}

void Connection::refuse(const HttpFault &fault)
{
    m_isRefused = true;
    start(planOf({m_service.faultResponse(fault), Delivery::Whole, std::nullopt}, false, false, m_options.pace));
}

/// Takes what has come, in the measure in which it is wanted.
void Connection::take()
{
    switch (m_state) {
    case State::Reading:
        waitForTraffic();
        m_parser.append(m_socket->readAll());
        work();
        break;
    case State::Answering: // stays in the socket's buffer, which is bounded, until the answer is out
        break;
    case State::Lingering:
        waitForTraffic();
        m_socket->readAll();
        break;
    }
}

/// Answers all requests that are there.
void Connection::work()
{
    while (m_state == State::Reading && m_socket->bytesToWrite() < mostUnsentBytes) {
        switch (m_parser.advance()) {
        case HttpRequestParser::Progress::NeedsMore:
            if (m_socket->bytesAvailable() == 0)
                return;
            m_parser.append(m_socket->readAll()); // came while the last request was being answered
            break;
        case HttpRequestParser::Progress::WantsContinue:
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            break;
        case HttpRequestParser::Progress::Failed:
            refuse(m_parser.fault());
            break;
        case HttpRequestParser::Progress::Complete: {
            const HttpRequest request = m_parser.takeRequest();
            const Reply reply = m_service.reply(request);
            qCDebug(lcSandbox) << request.method << request.target << reply.response.status;
            if (reply.endedSerial)
                Q_EMIT rehearsalEnded(*reply.endedSerial);
            start(planOf(reply, request.method == "HEAD", request.keepAlive, m_options.pace));
            break;
        }
        }
    }
}

void Connection::start(const WirePlan &plan)
{
    m_state = State::Answering;
    m_plan = plan;
    m_nextPiece = 0;
    if (m_plan.before.count() == 0)
        return sendPiece();
    m_idleTimer.stop(); // it is the sandbox that is silent
    m_pieceTimer.start(m_plan.before);
}

void Connection::sendPiece()
{
    waitForTraffic();
    m_socket->write(std::exchange(m_plan.pieces[m_nextPiece], {}));
    if (++m_nextPiece < m_plan.pieces.size())
        m_pieceTimer.start(m_plan.between);
    else
        finish();
}

void Connection::finish()
{
    m_plan.pieces.clear();
    if (!m_plan.closes) {
        m_state = State::Reading;
        if (m_pieceTimer.interval() > 0 || m_socket->bytesAvailable() > 0)
            QMetaObject::invokeMethod(this, &Connection::work, Qt::QueuedConnection); // the next one may be waiting
        return;
    }
    m_state = State::Lingering;
    if (m_isRefused)
        linger();
    else
        m_socket->disconnectFromHost();
}

/// Reads and drops what a refused client still sends. Closing at once would reset the connection, and the client might
/// lose the response (RFC 9112 §9.6).
void Connection::linger()
{
    m_socket->readAll();
    waitForTraffic();
}

void Connection::waitForTraffic()
{
    m_idleTimer.start(m_state == State::Lingering ? m_options.pace.linger : m_options.pace.idle);
}

} // namespace sandbox

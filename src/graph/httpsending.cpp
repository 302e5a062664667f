// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/httpsending.h"

#include "core/log.h"
#include "graph/auth/tokenguard.h"
#include "graph/framing.h"
#include "graph/headers.h"
#include "graph/oncedevice.h"
#include "graph/tlsfacts.h"
#include "graph/transport.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QSslError>

using namespace Qt::StringLiterals;

namespace graph {
namespace {

using core::Error;

// What Qt may hold of a body that we have not taken yet; docs/promises.md N5 allows 8 MiB beside the cap.
constexpr qint64 transportBuffer = 256 * 1024;

// From this size on the C library maps memory, and grows it without a copy.
constexpr qint64 growsInPlace = 64LL * 1024 * 1024;

core::Status checkRequest(const exchange::Request &request)
{
    if (!isToken(request.method))
        return Error{Error::Code::Input, GraphClient::tr("The request has no valid method."), {}};
    if (!exchange::Origin::of(request.url).isValid() || !request.url.userInfo().isEmpty())
        return Error{Error::Code::Input,
                     GraphClient::tr("The URL must begin with https:// or http://, name a host and hold no user name."),
                     {}};
    for (const exchange::Header &header : request.headers) {
        if (const core::Status status = checkHeader(header); !status)
            return status;
    }
    return core::ok();
}

bool neverSent(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError
        || error == QNetworkReply::SslHandshakeFailedError;
}

} // namespace

HttpSending::HttpSending(const core::Clock &clock, exchange::ExchangeLog &log, SendingOrder order,
                         QNetworkAccessManager *shared, QObject *parent)
    : Sending(parent)
    , m_clock(clock)
    , m_log(log)
    , m_order(std::move(order))
    , m_queuedAt(clock.monotonic())
    , m_own(shared ? nullptr : makeManager())
    , m_manager(shared ? shared : m_own.get())
    , m_watchdog(m_order.limits)
{
    m_exchange.id = QUuid::createUuid();
    m_exchange.startedAt = clock.now();
    m_exchange.environment = m_order.environment;
    m_exchange.request = asOnTheWire(m_order.request, m_order.authorization.kind);
    connect(&m_watchdog, &Watchdog::expired, this,
            [this](const QString &message) { stop(Error::Code::Timeout, message); });
}

HttpSending::~HttpSending()
{
    m_context = nullptr;
    if (!m_hasEnded && m_isLogged)
        stop(Error::Code::Cancelled, tr("The program was closed before the response came."));
    if (m_reply)
        m_reply->deleteLater(); // it is the manager's child, and a shared one lives on
}

void HttpSending::whenDone(QObject *context, GraphClient::Done done)
{
    m_context = context;
    m_done = std::move(done);
}

void HttpSending::startLater()
{
    m_watchdog.start();
    QMetaObject::invokeMethod(this, &HttpSending::start, Qt::QueuedConnection);
}

void HttpSending::cancel()
{
    stop(Error::Code::Cancelled, tr("Cancelled."));
}

void HttpSending::start()
{
    if (m_hasEnded)
        return;
    if (const core::Status status = prepare(); !status) {
        m_exchange.error = status.error();
        return end();
    }
    m_isLogged = true;
    m_log.begin(m_exchange, this, [this](const core::Status &logged) {
        if (m_hasEnded)
            return; // stopped in the meantime
        if (logged)
            return post();
        m_isLogged = false;
        m_exchange.error = logged.error();
        end();
    });
}

core::Status HttpSending::prepare()
{
    if (core::Status status = checkRequest(m_order.request); !status)
        return status;
    core::Result<QByteArray> authorization = auth::TokenGuard::authorizationFor(m_order.authorization, m_order.request);
    if (!authorization)
        return authorization.error();
    m_authorization = *std::move(authorization);
    m_addresses = addressesOf(m_order.request.url);
    return core::ok();
}

void HttpSending::post()
{
    const exchange::Request &wire = m_exchange.request;
    const QNetworkRequest request = toQtRequest(wire, m_authorization, m_addresses.takeFirst(), m_order.authorities);
    auto *body = new OnceDevice(wire.body);
    // A custom request, because post() adds a Content-Type where the tester left it out.
    m_reply = m_manager->sendCustomRequest(request, wire.method, body);
    // Later, because Qt 6.4 forgets a size that was set before the operation has started, and then reads without end.
    QMetaObject::invokeMethod(
        m_reply, [reply = m_reply.get()] { reply->setReadBufferSize(transportBuffer); }, Qt::QueuedConnection);
    body->setParent(m_reply);
    connect(body, &OnceDevice::taken, this, [this] {
        m_exchange.hasLeft = true;
        m_watchdog.touch();
    });
    watch();
    qCDebug(lcGraph).noquote() << "sending" << wire.method << wire.url.toDisplayString(QUrl::RemoveUserInfo)
                               << wire.body.size() << "bytes, exchange" << m_exchange.id.toString(QUuid::WithoutBraces);
}

void HttpSending::watch()
{
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] { mark(m_exchange.timing.socketStarted); });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { mark(m_exchange.timing.encrypted); });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_exchange.hasLeft = true;
        mark(m_exchange.timing.requestSent);
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpSending::takeHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpSending::takeBody);
    connect(m_reply, &QNetworkReply::finished, this, &HttpSending::takeEnd);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsErrors.clear();
        for (const QSslError &error : errors)
            m_tlsErrors += error.errorString() + ". "_L1;
    });
}

void HttpSending::takeHead()
{
    m_watchdog.touch();
    const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid())
        return;
    if (!m_exchange.response) {
        mark(m_exchange.timing.firstByte);
        m_exchange.response.emplace();
    }
    exchange::Response &response = *m_exchange.response;
    response.status = status.toInt();
    response.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString().toLatin1();
    response.headers.clear();
    const QList<QNetworkReply::RawHeaderPair> pairs = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        response.headers.append({name, value});
    // Asking a plain http reply for its TLS configuration would load OpenSSL and all root certificates: 6 ms.
    if (!m_exchange.tls && m_exchange.request.url.scheme() == "https"_L1)
        m_exchange.tls = tlsFactsOf(m_reply->sslConfiguration());
}

void HttpSending::takeBody()
{
    const QByteArray bytes = m_reply->readAll();
    if (!m_exchange.response || bytes.isEmpty())
        return;
    m_watchdog.touch();
    QByteArray &body = m_exchange.response->body;
    const qint64 room = m_order.limits.bodyCap - body.size();
    // Growing step by step would leave pieces of all sizes in the heap, as large as the body together. What is reserved
    // and not used costs no memory.
    if (body.size() > transportBuffer && body.capacity() < growsInPlace)
        body.reserve(std::min(m_order.limits.bodyCap, growsInPlace));
    body += QByteArrayView(bytes).first(std::min<qint64>(room, bytes.size()));
    if (bytes.size() > room)
        return stop(
            Error::Code::Limit,
            tr("The response is longer than %L1 bytes, so the rest was not read. Raise the limit to read it all.")
                .arg(m_order.limits.bodyCap));
    Q_EMIT progressed(body.size(),
                      m_reply->header(QNetworkRequest::ContentLengthHeader).isValid()
                          ? m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong()
                          : -1);
}

void HttpSending::takeEnd()
{
    takeHead();
    takeBody();
    if (m_hasEnded || tryNextAddress())
        return;
    const QNetworkReply::NetworkError error = m_reply->error();
    if (!m_exchange.response || !isHarmless(error, *m_exchange.response)) {
        m_exchange.error = networkError(error, reach(), m_reply->errorString());
        m_exchange.error->message.prepend(m_tlsErrors);
    } else if (const auto fault = framingFault(*m_exchange.response, m_exchange.request.method)) {
        m_exchange.error = Error{Error::Code::Network, *fault + u' ' + reachSentence(reach(Reach::Unknown)), {}};
    }
    end();
}

bool HttpSending::tryNextAddress()
{
    // Only where nobody listens at all: then no byte has left, and the other loopback address is still the same host.
    if (m_addresses.isEmpty() || m_reply->error() != QNetworkReply::ConnectionRefusedError)
        return false;
    m_reply->disconnect(this);
    m_reply->deleteLater();
    post();
    return true;
}

void HttpSending::stop(Error::Code code, const QString &message)
{
    if (m_hasEnded)
        return;
    m_exchange.error = Error{code, message + u' ' + reachSentence(reach()), {}};
    end();
}

void HttpSending::end()
{
    m_hasEnded = true;
    m_watchdog.stop();
    m_exchange.hasLeft = mayHaveLeft();
    mark(m_exchange.timing.finished);
    if (m_exchange.response) {
        m_exchange.response->isComplete = !m_exchange.error;
        m_exchange.response->body.squeeze();
    }
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    if (m_isLogged)
        m_log.end(m_exchange);
    qCDebug(lcGraph) << "ended with status" << (m_exchange.response ? m_exchange.response->status : 0) << "exchange"
                     << m_exchange.id.toString(QUuid::WithoutBraces);
    QMetaObject::invokeMethod(this, &HttpSending::tell, Qt::QueuedConnection);
}

void HttpSending::tell()
{
    if (m_context && m_done)
        m_done(m_exchange);
    deleteLater();
}

Reach HttpSending::reach() const
{
    if (m_exchange.response)
        return reach(Reach::Answered);
    return mayHaveLeft() ? reach(Reach::Unknown) : Reach::NotSent;
}

/// `ofPost`, or for a request that changes nothing, what counts then.
Reach HttpSending::reach(Reach ofPost) const
{
    return m_exchange.request.method == "GET" ? Reach::Harmless : ofPost;
}

bool HttpSending::mayHaveLeft() const
{
    if (m_exchange.hasLeft || !m_reply || !m_exchange.request.body.isEmpty())
        return m_exchange.hasLeft;
    // Qt tells nothing of a request without a body, so it counts as sent wherever that cannot be excluded.
    const exchange::Timing &timing = m_exchange.timing;
    const bool isShakingHands
        = m_exchange.request.url.scheme() == "https"_L1 && timing.socketStarted && !timing.encrypted;
    return !isShakingHands && !neverSent(m_reply->error());
}

void HttpSending::mark(exchange::Timing::Moment &moment)
{
    moment = m_clock.monotonic() - m_queuedAt;
}

} // namespace graph

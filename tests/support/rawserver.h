// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QTcpServer;
class QTcpSocket;

namespace support {

/// One step of what a server does once a whole request has come.
struct Step
{
    enum class Kind {
        Send, ///< Write `bytes`.
        Wait, ///< Do nothing for `pause`.
        Close, ///< Close the connection when all is written.
        Reset, ///< Break the connection with RST.
        Flood, ///< Write `bytes` again and again, as fast as they are taken, until the client goes.
        Drip, ///< Write `bytes` again and again, once every `pause`, until the client goes.
    };

    Kind kind = Kind::Send;
    QByteArray bytes;
    std::chrono::milliseconds pause{0};

    static Step send(const QByteArray &bytes) { return {Kind::Send, bytes, {}}; }
    static Step wait(std::chrono::milliseconds pause) { return {Kind::Wait, {}, pause}; }
    static Step close() { return {Kind::Close, {}, {}}; }
    static Step reset() { return {Kind::Reset, {}, {}}; }
    static Step flood(const QByteArray &bytes) { return {Kind::Flood, bytes, {}}; }
    static Step drip(const QByteArray &bytes, std::chrono::milliseconds pause) { return {Kind::Drip, bytes, pause}; }
};

/// What a server does for one request, step by step. Without a last Close the connection stays open.
using Script = QList<Step>;

/// A server for tests on 127.0.0.1 (or ::1) that knows just enough HTTP to see where a request ends, and answers with
/// whatever bytes a test wants, right or wrong. It runs in the test's own event loop.
///
///     support::RawServer server;                                    // or
///     RawServer(authority.issueLoopback().configuration()) server.always({support::Step::send("HTTP/1.1 204 No
///     Content\r\n\r\n")}); … send to server.url("/v1.0/…") … QCOMPARE(server.requests().size(), 1); // the exact
///     bytes, head and body
class RawServer : public QObject
{
    Q_OBJECT

public:
    /// Plain http.
    explicit RawServer(QObject *parent = nullptr);

    /// https with `tls`, or http when that is empty; on ::1 instead of 127.0.0.1 with `host` "::1".
    RawServer(const std::optional<QSslConfiguration> &tls, const QString &host, QObject *parent = nullptr);
    explicit RawServer(const QSslConfiguration &tls, QObject *parent = nullptr);
    ~RawServer() override;

    quint16 port() const;

    /// `http://127.0.0.1:PORT` or `https://…`, and `path`; with another `host` on request.
    QString url(const QString &path, const QString &host = {}) const;

    /// The same script for every request.
    void always(const Script &script);

    /// Chooses a script by the request's bytes.
    void choose(std::function<Script(const QByteArray &request)> chooser);

    /// The exact bytes of every whole request, in the order in which they ended.
    const QList<QByteArray> &requests() const { return m_requests; }

    /// The whole POST requests among them.
    int posts() const;

    /// Application bytes received in all, whole requests or not.
    qint64 received() const { return m_received; }

    /// TCP connections (with TLS: those whose handshake ended well) so far.
    int connections() const { return m_connections; }

    /// Application bytes given to sockets so far.
    qint64 written() const { return m_written; }

    /// A response with these parts, CR LF where it belongs and Content-Length added.
    static QByteArray response(const QByteArray &statusLine, const QByteArray &contentType, const QByteArray &body);

    /// `201 Created` with a JSON body: what success looks like.
    static QByteArray created(const QByteArray &body = "{\"id\":\"1\"}");

Q_SIGNALS:
    /// A whole request has come; its script begins now.
    void requestCame();
    /// A client's connection has ended.
    void connectionEnded();

private:
    class Peer;

    void accept();

    std::unique_ptr<QTcpServer> m_server;
    QString m_scheme;
    QString m_host;
    std::function<Script(const QByteArray &)> m_chooser;
    QList<QByteArray> m_requests;
    qint64 m_received = 0;
    qint64 m_written = 0;
    int m_connections = 0;
};

} // namespace support

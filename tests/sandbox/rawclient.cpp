// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawclient.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

static constexpr int patience = 60'000; // milliseconds

QByteArray RawResponse::header(const QByteArray &name) const
{
    QByteArrayList values;
    for (const auto &[key, value] : headers) {
        if (key == name)
            values.append(value);
    }
    return values.size() == 1 ? values.constFirst() : "(" + QByteArray::number(values.size()) + " of " + name + ")";
}

RawClient::RawClient(quint16 port)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket.waitForConnected(patience);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patience)) { }
}

bool RawClient::more()
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience))
        return false;
    m_received += m_socket.readAll();
    return true;
}

RawResponse RawClient::read(bool hasBody)
{
    while (!m_received.contains("\r\n\r\n") && more()) { }
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    RawResponse response;
    const QByteArrayList lines = m_received.first(end).replace("\r\n", "\n").split('\n');
    response.statusLine = lines.constFirst();
    response.status = response.statusLine.mid(9, 3).toInt();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(": ");
        response.headers.append({lines[i].first(colon), lines[i].sliced(colon + 2)});
    }
    m_received.remove(0, end + 4);
    const qsizetype length = hasBody ? response.header("Content-Length"_ba).toLongLong() : 0;
    while (m_received.size() < length && more()) { }
    if (m_received.size() < length)
        return {};
    response.body = m_received.first(length);
    m_received.remove(0, length);
    return response;
}

QByteArray RawClient::readBytes(qsizetype size)
{
    while (m_received.size() < size && more()) { }
    return std::exchange(m_received, {});
}

QByteArray RawClient::readToEnd()
{
    while (more()) { }
    return std::exchange(m_received, {});
}

bool RawClient::isClosed()
{
    while (more()) { }
    return m_socket.state() == QAbstractSocket::UnconnectedState;
}

QByteArray postRequest(const QByteArray &path, const QByteArray &body, const QByteArray &headers)
{
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

QByteArray getRequest(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
}

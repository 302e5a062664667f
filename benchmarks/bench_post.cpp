// SPDX-License-Identifier: GPL-3.0-or-later
// The baseline of P4: a bare QNetworkAccessManager that posts FILE to URL COUNT times over one connection, from a body
// device that cannot be rewound, as a safe client must (docs/architecture.md).
#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <cstdio>
#include <cstring>

namespace {

class OneWayDevice final : public QIODevice
{
public:
    explicit OneWayDevice(const QByteArray &body)
        : m_body(body)
    {
        open(ReadOnly | Unbuffered);
    }

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_position >= m_body.size(); }
    qint64 bytesAvailable() const override { return m_body.size() - m_position + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (atEnd())
            return -1;
        const qint64 count = qMin(most, m_body.size() - m_position);
        std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(count));
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray &m_body;
    qint64 m_position = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc != 4)
        return 2;
    QFile file(QString::fromLocal8Bit(argv[2]));
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const QByteArray body = file.readAll();
    QNetworkRequest request{QUrl(QString::fromLocal8Bit(argv[1]))};
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    QNetworkAccessManager manager;
    qint64 received = 0;
    for (int i = 0; i < QByteArray(argv[3]).toInt(); ++i) {
        OneWayDevice device(body);
        QNetworkReply *reply = manager.post(request, &device);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        received += reply->readAll().size();
        if (reply->error() != QNetworkReply::NoError)
            return 1;
        reply->deleteLater();
    }
    std::printf("%lld\n", static_cast<long long>(received));
    return 0;
}

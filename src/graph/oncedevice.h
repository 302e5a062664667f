// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace graph {

/// A request body that can be read once and never again. QNetworkAccessManager silently sends a request again when the
/// connection drops before the response, unless its body cannot be rewound (docs/qt-traps.md "Sending").
class OnceDevice final : public QIODevice
{
    Q_OBJECT

public:
    explicit OnceDevice(QByteArray body, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_taken >= m_body.size(); }
    qint64 bytesAvailable() const override;

Q_SIGNALS:
    /// The transport took some bytes: the head of the request is in the socket by then.
    void taken();

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_taken = 0;
};

} // namespace graph

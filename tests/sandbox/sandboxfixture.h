// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rawclient.h"
#include "sandbox/options.h"
#include "sandbox/sandbox.h"
#include "sourcedir.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

#include <memory>

constexpr auto localPath = "/localtest/communications/callRecords/e523d2ed-2966-4b6b-925b-754a88034cc5/sessions";

inline QJsonObject errorOf(const RawResponse &response)
{
    return QJsonDocument::fromJson(response.body).object().value(QLatin1String("error")).toObject();
}

/// Where the created session can be read.
inline QByteArray pathOf(const RawResponse &created)
{
    return QUrl(QString::fromLatin1(created.header("Location"))).path(QUrl::FullyEncoded).toLatin1();
}

/// A recorded body, empty where the samples are not at hand.
inline QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(SC_SOURCE_DIR "/../shared/graph/samples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the tests share that talk to a running sandbox.
class SandboxFixture : public QObject
{
protected:
    /// Starts a sandbox on a free port, in place of the one before. From now on every warning fails the test.
    void start(const sandbox::Options &options)
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_sandbox = std::make_unique<sandbox::Sandbox>(options);
        const core::Result<quint16> port = m_sandbox->start(0);
        QVERIFY(port);
        m_port = *port;
    }

    /// The response to one request on a connection of its own.
    RawResponse ask(const QByteArray &request) const
    {
        RawClient client(m_port);
        client.send(request);
        return client.read();
    }

    void rehearse(const QString &text) { m_sandbox->setRehearsal(*sandbox::rehearsalNamed(text)); }

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    quint16 m_port = 0;
};

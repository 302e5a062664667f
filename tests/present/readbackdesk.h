// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/builtinschema.h"
#include "present/documentcontroller.h"
#include "present/environmentcontroller.h"
#include "present/readback.h"
#include "support/fakes.h"
#include "support/rawserver.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using present::ReadBack;
using support::RawServer;
using support::Script;
using support::Step;

inline const QByteArray sentSession
    = R"({"startDateTime":"2017-01-01T00:00:00Z","endDateTime":"2017-01-01T01:00:00Z"})";

inline QByteArray withId(const QByteArray &id)
{
    return R"({"id":")" + id + R"(",)" + sentSession.mid(1);
}

class NoSandbox final : public present::SandboxHost
{
public:
    core::Result<QUrl> start() override { return core::Error{}; }
    QStringList rehearsals() const override { return {}; }
    void setRehearsal(const QString &) override { }
};

/// A document, a service and a clock that stands still.
struct Desk
{
    Desk()
    {
        server.choose([this](const QByteArray &request) {
            if (request.startsWith("POST"))
                return Script{Step::send(created)};
            const QByteArray path = request.split(' ').at(1);
            asked += QString::fromLatin1(path);
            QList<Script> &answers = gets[path.mid(path.lastIndexOf("/sessions"))];
            if (answers.isEmpty())
                return notFound();
            return answers.size() > 1 ? answers.takeFirst() : answers.constFirst();
        });
        environments.setBaseUrl(server.url({}));
        document.setTarget({server.url({}), u"v1.0"_s, u"e5"_s, exchange::PathChoice::Sessions});
        document.document().load(sentSession);
        QObject::connect(&readBack, &ReadBack::told, &readBack, [this](const QString &sentence) { told += sentence; });
    }

    static Script ok(const QByteArray &body)
    {
        return {Step::send(RawServer::response("200 OK", "application/json", body))};
    }
    static Script notFound()
    {
        return {Step::send(
            RawServer::response("404 Not Found", "application/json", R"({"error":{"code":"NotFound","message":""}})"))};
    }

    bool submit()
    {
        document.setAuthorization(environments.authorization(), u"Custom"_s);
        QSignalSpy ended(&document, &present::DocumentController::exchangeEnded);
        document.submit();
        return ended.wait();
    }

    /// Waits for the next question to be answered and what follows from it to be done.
    bool waitForExchange(qsizetype number)
    {
        return QTest::qWaitFor([this, number] {
            return log.ended.size() == number
                && (!readBack.isUnderWay() || readBack.progress().contains("again in"_L1));
        });
    }

    /// Long enough for whoever looks at the clock to have seen it.
    static bool letTicksPass()
    {
        QTimer ticker;
        QSignalSpy ticks(&ticker, &QTimer::timeout);
        ticker.start(1);
        return QTest::qWaitFor([&ticks] { return ticks.size() > 10; });
    }

    RawServer server;
    QByteArray created = RawServer::created(withId("s1"));
    QHash<QByteArray, QList<Script>> gets; ///< By the path from `/sessions` on; the last one stays.
    QStringList asked;
    support::FixedClock clock;
    support::MemoryExchangeLog log;
    graph::GraphClient client{clock, log};
    NoSandbox sandbox;
    present::EnvironmentController environments{
        {{u"Custom"_s, exchange::Environment::Kind::Custom, u"http://127.0.0.1:1"_s, u"v1.0"_s, u"1"_s, false}},
        sandbox};
    present::DocumentController document{{edm::sharedBuiltinSchema(), client}};
    ReadBack readBack{{document, environments, client}, ReadBack::Patience{30s, 10min, 1ms}};
    QStringList told;
};

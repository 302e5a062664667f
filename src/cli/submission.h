// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "cli/requestplan.h"
#include "cli/runrecord.h"
#include "cli/shutdownsignal.h"
#include "cli/world.h"

#include <QObject>
#include <QPointer>

namespace cli {

/// The POSTs of one `submit`, one after the other, each told as it ends. SIGINT and SIGTERM cancel the one in flight,
/// and those behind it are not sent.
class Submission : public QObject
{
    Q_OBJECT

public:
    /// What to send, checked as far as that can be done without sending.
    struct Order
    {
        QList<RequestPlan> plans;
        int times = 1; ///< POSTs of each plan.
        QString environment; ///< For the record.
        graph::Limits limits;
        graph::Connection connection = graph::Connection::Fresh;
        SubmitOptions::Output output = SubmitOptions::Output::Body;
        std::optional<QString> junitFile;
        bool acceptsBaselines = false;
    };

    Submission(Order order, const World &world, QObject *parent = nullptr);

    /// Sends the first. What happens then happens in the event loop.
    void start();

Q_SIGNALS:
    /// All is done; the exit code is the highest of all POSTs.
    void ended(int exitCode);

private:
    void sendNext();
    void take(const RequestPlan &plan, const exchange::Exchange &exchange);
    bool show(const QString &file, const exchange::Exchange &exchange, present::Outcome outcome);
    void accept(const RequestPlan &plan, const exchange::Exchange &exchange, present::Outcome outcome);
    void fail(const QString &file, const core::Error &error);
    void end(int code);
    void cancel();

    Order m_order;
    World m_world;
    ShutdownSignal m_shutdown;
    QPointer<graph::Sending> m_inFlight;
    RunRecord m_record;
    qint64 m_sent = 0; ///< POSTs begun so far, of all plans.
    int m_exitCode = 0;
    bool m_isCancelled = false;
};

} // namespace cli

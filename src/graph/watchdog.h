// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/graphclient.h"

#include <QTimer>

namespace graph {

/// Keeps the two time limits of one exchange. Qt's own transfer timeout is an idle timer that any byte re-arms, and it
/// reports the same error as abort() (docs/qt-traps.md "Sending").
class Watchdog final : public QObject
{
    Q_OBJECT

public:
    explicit Watchdog(const Limits &limits, QObject *parent = nullptr);

    /// Both limits count from now.
    void start();

    /// A byte went or came: the idle limit counts from now, unless the watch has ended.
    void touch();

    /// Ends the watch.
    void stop();

Q_SIGNALS:
    /// A limit passed; `message` says which, and what to do.
    void expired(const QString &message);

private:
    QTimer m_total;
    QTimer m_idle;
};

} // namespace graph

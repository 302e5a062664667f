// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace cli {

/// Turns SIGINT and SIGTERM into a Qt signal, by the self-pipe trick: nothing but write() happens inside the handler.
/// The second of them ends the process as usual, in case the first is not heard. One at a time.
class ShutdownSignal : public QObject
{
    Q_OBJECT

public:
    explicit ShutdownSignal(QObject *parent = nullptr);
    ~ShutdownSignal() override;

Q_SIGNALS:
    /// Somebody wants the program to end.
    void came();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace cli

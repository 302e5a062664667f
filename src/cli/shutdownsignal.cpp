// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/shutdownsignal.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace cli {
namespace {

// A signal handler can reach nothing but what is global.
int pipeEnds[2] = {-1, -1};

constexpr int endings[] = {SIGINT, SIGTERM};

void handle(int)
{
    const int before = errno;
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
    errno = before;
}

void setHandler(void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    for (const int ending : endings)
        ::sigaction(ending, &action, nullptr);
}

} // namespace

ShutdownSignal::ShutdownSignal(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT(pipeEnds[0] < 0);
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // without it the signals end the process as they always do
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(pipeEnds[0], &byte, 1) == 1)
            Q_EMIT came();
    });
    setHandler(handle, static_cast<int>(SA_RESTART | SA_RESETHAND));
}

ShutdownSignal::~ShutdownSignal()
{
    if (!m_notifier)
        return;
    setHandler(SIG_DFL, 0);
    m_notifier.reset(); // before its descriptor goes
    for (int &end : pipeEnds) {
        ::close(end);
        end = -1;
    }
}

} // namespace cli

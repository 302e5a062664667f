// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "sandbox/listener.h"
#include "sandbox/settings.h"

#include <QThread>

namespace sandbox {

using namespace Qt::StringLiterals;

class Sandbox::Private
{
public:
    Settings settings;
    Options options;
    QThread thread;
    quint16 port = 0;
};

Sandbox::Sandbox(QObject *parent)
    : Sandbox(Options(), parent)
{ }

Sandbox::Sandbox(const Options &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->options = options;
    d->thread.setObjectName(u"sandbox"_s);
}

Sandbox::~Sandbox()
{
    d->thread.quit();
    d->thread.wait();
}

core::Result<quint16> Sandbox::start(quint16 port)
{
    Q_ASSERT(!d->thread.isRunning());
    auto *listener = new Listener(d->settings, d->options);
    listener->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, listener, &QObject::deleteLater); // in the thread: its sockets live there
    connect(listener, &Listener::rehearsalEnded, this, [this](quint64 serial) {
        if (d->settings.isCurrent(serial)) // the signal crossed threads, and the tester may have chosen anew
            Q_EMIT rehearsalEnded();
    });
    d->thread.start();

    core::Result<quint16> result(core::Error{});
    QMetaObject::invokeMethod(
        listener, [&result, listener, port] { result = listener->listen(port); }, Qt::BlockingQueuedConnection);
    if (result) {
        d->port = *result;
    } else {
        d->thread.quit();
        d->thread.wait();
    }
    return result;
}

QUrl Sandbox::rootUrl() const
{
    return d->port == 0 ? QUrl() : QUrl(u"http://127.0.0.1:%1"_s.arg(d->port));
}

void Sandbox::setRehearsal(const Rehearsal &rehearsal)
{
    d->settings.setRehearsal(rehearsal);
}

void Sandbox::setTokenRequired(bool isRequired)
{
    d->settings.setTokenRequired(isRequired);
}

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "exchange/authorization.h"
#include "exchange/exchange.h"
#include "exchange/exchangelog.h"

#include <QList>
#include <QObject>
#include <QSslCertificate>

#include <chrono>
#include <functional>
#include <memory>

namespace graph {

/// How long and how much one exchange may take.
struct Limits
{
    std::chrono::milliseconds total = std::chrono::seconds(60); ///< From queued to the last byte.
    std::chrono::milliseconds idle = std::chrono::seconds(15); ///< Without any byte either way.
    qint64 bodyCap = 64LL * 1024 * 1024; ///< Bytes of a response body; what came until then is kept.

    bool operator==(const Limits &) const = default;
};

/// Whether an exchange opens its own connection. The window always does; `--count` reuses one.
enum class Connection { Fresh, Reused };

class Sending;

/// Sends requests to Microsoft Graph or a stand-in, one POST for one call, whatever happens on the way: no redirect is
/// followed, no cookie kept, no proxy asked, no credential offered, nothing resent, HTTP/1.1 only
/// (docs/qt-traps.md "Sending").
class GraphClient : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const exchange::Exchange &)>;

    /// `clock` and `log` are borrowed and must outlive the client.
    GraphClient(const core::Clock &clock, exchange::ExchangeLog &log, QObject *parent = nullptr);
    ~GraphClient() override;

    /// The clock that exchanges are timed by.
    const core::Clock &clock() const;

    /// Certificate authorities to trust beside the system's, from the next send() on: those of a private test service.
    void setCaCertificates(const QList<QSslCertificate> &authorities);

    /// Sends `request` once. `done` is called exactly once, later, never before send() returns, and not at all once
    /// `context` is gone. A guard's refusal arrives the same way, as an exchange that has not left. The returned handle
    /// belongs to the client and deletes itself after `done`.
    Sending *send(const exchange::Request &request, const exchange::Authorization &authorization,
                  const QString &environment, const Limits &limits, Connection connection, QObject *context, Done done);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// One exchange on its way.
class Sending : public QObject
{
    Q_OBJECT

public:
    /// Stops it at once; `done` is then called with Error::Code::Cancelled and whatever had arrived. Does nothing when
    /// it has ended.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// `received` bytes of the body have come, of `expected`, or of an unknown number when that is -1.
    void progressed(qint64 received, qint64 expected);

protected:
    using QObject::QObject;
};

} // namespace graph

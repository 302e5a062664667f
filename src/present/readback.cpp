// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/readback.h"

#include "graph/location.h"
#include "graph/sessionsurl.h"
#include "present/documentcontroller.h"
#include "present/environmentcontroller.h"
#include "present/latest.h"
#include "present/readbackplan.h"
#include "present/verdict.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace present {
namespace {

using exchange::Exchange;

QString tr(const char *text)
{
    return ReadBack::tr(text);
}

/// A few of them; there may be thousands.
QString listed(const QStringList &ids)
{
    constexpr qsizetype mostListed = 5;
    const QString shown = ids.first(std::min(ids.size(), mostListed)).join(", "_L1);
    return ids.size() > mostListed ? tr("%1 and more").arg(shown) : shown;
}

} // namespace

class ReadBack::Private
{
public:
    Private(ReadBack *readBack, Services borrowed, Patience howLong)
        : q(readBack)
        , services(borrowed)
        , patience(howLong)
    {
        ticker.setInterval(patience.tick);
    }

    const core::Clock &clock() const { return services.client.clock(); }
    bool isTimeLeft(std::chrono::nanoseconds after = {}) const
    {
        return clock().monotonic() + after <= began + patience.inAll;
    }
    void noteExchange();
    void plan();
    void askAnew();
    void ask(const QUrl &url);
    void take(const Exchange &exchange);
    void search(const Exchange &exchange);
    void takePage(const SessionPage &page, const QUrl &from);
    void takeFound();
    void waitFor(const QString &what);
    void tick();
    void stop();
    void end(const QString &sentence);
    void setProgress(const QString &sentence);

    ReadBack *q;
    Services services;
    Patience patience;
    std::optional<Exchange> submit; ///< The last one, when it may have made a session.
    bool isShowing = false; ///< The exchange that ends is one of ours.
    bool isUnderWay = false;
    QString progress;

    ReadBackPlan way;
    std::chrono::nanoseconds began{0};
    std::chrono::nanoseconds nextAt{0};
    int asked = 0; ///< Rounds; the pages of a list are one.
    QString missing; ///< What the wait is for.
    QStringList found; ///< Ids.
    QSet<QUrl> seen; ///< Pages of this round.
    QTimer ticker;
    Latest<core::Result<ReadBackPlan>> planner;
    Latest<SessionPage> reader;
    QPointer<graph::Sending> sending;
    std::unique_ptr<QObject> flight; ///< Going, it keeps what was given up from being taken.
};

void ReadBack::Private::noteExchange()
{
    if (isShowing)
        return;
    stop();
    const Exchange &last = *services.document.lastExchange();
    const std::optional<int> status = last.response ? std::optional(last.response->status) : std::nullopt;
    const bool isSubmit = mayHaveMade(last.request.method, last.hasLeft, status);
    submit = isSubmit ? std::optional(last) : std::nullopt;
    Q_EMIT q->availableChanged();
}

void ReadBack::Private::plan()
{
    planner.start([made = *submit] { return readBackPlan(made); },
                  [this](const core::Result<ReadBackPlan> &planned) {
                      if (!planned)
                          return end(planned.error().message);
                      way = *planned;
                      askAnew();
                  });
}

void ReadBack::Private::askAnew()
{
    ++asked;
    found.clear();
    seen.clear();
    ask(way.url);
}

void ReadBack::Private::ask(const QUrl &url)
{
    seen.insert(url);
    const QString shown = QString::fromLatin1(url.toEncoded());
    setProgress(way.wanted ? tr("The session is looked for in the list at %1.").arg(shown)
                           : tr("The session is being read at %1.").arg(shown));
    flight = std::make_unique<QObject>();
    sending = services.client.send(readBackRequest(submit->request, url), services.environments.authorization(),
                                   submit->environment, {}, graph::Connection::Fresh, flight.get(),
                                   [this](const Exchange &exchange) { take(exchange); });
}

void ReadBack::Private::take(const Exchange &exchange)
{
    isShowing = true;
    services.document.showReadBack(exchange, {submit->request.body, way.wanted.has_value()});
    isShowing = false;
    if (!exchange.hasWholeResponse())
        return end(tr("Nothing was read back: %1").arg(exchange.error->message));
    const exchange::Response &response = *exchange.response;
    if (response.status == 404)
        return waitFor(tr("The session is not there yet (%1).").arg(statusText(response)));
    if (response.status < 200 || response.status > 299)
        return end(tr("The service answered %1 instead of the session.").arg(statusText(response)));
    if (way.wanted)
        return search(exchange);
    end(tr("Read back: %1. Result holds it against what was sent.").arg(statusText(response)));
}

void ReadBack::Private::search(const Exchange &exchange)
{
    reader.start([body = exchange.response->body, wanted = *way.wanted] { return readSessionPage(body, wanted); },
                 [this, from = exchange.request.url](const SessionPage &page) { takePage(page, from); });
}

void ReadBack::Private::takePage(const SessionPage &page, const QUrl &from)
{
    if (!page.isList)
        return end(tr("The service answered without a list of sessions, so the session could not be found."));
    found += page.ids;
    if (!page.nextLink)
        return takeFound();
    const std::optional<QUrl> next = graph::sameOriginUrl(*page.nextLink, from);
    if (!next)
        return end(tr("The list goes on at “%1”, which is not of this service and was not asked. The session was not "
                      "found before that.")
                       .arg(QString::fromUtf8(*page.nextLink)));
    if (seen.contains(*next))
        return end(tr("The list leads back to a page that was read already, so the session could not be found."));
    if (!isTimeLeft())
        return end(
            tr("The list has no end within %1, so the session could not be found.").arg(durationText(patience.inAll)));
    ask(*next);
}

void ReadBack::Private::takeFound()
{
    if (found.isEmpty())
        return waitFor(tr("No session with this start and end is in the list yet."));
    if (found.size() > 1)
        return end(tr("%1 sessions of the list have this start and end: %2. Which of them is the one that was sent "
                      "cannot be told.")
                       .arg(QString::number(found.size()), listed(found)));
    const QString id = found.constFirst();
    if (id.isEmpty() || graph::isDotSegment(id))
        return end(tr("The session is in the list, but without an id by which it could be read."));
    way = {graph::createdUrl(submit->request.url, id), {}};
    ask(way.url);
}

void ReadBack::Private::waitFor(const QString &what)
{
    if (!isTimeLeft(patience.between))
        return end(tr("%1 It was asked for again and again during %2. Read it back later.")
                       .arg(what, durationText(patience.inAll)));
    missing = what;
    nextAt = clock().monotonic() + patience.between;
    ticker.start();
    tick();
    Q_EMIT q->waitBegan(progress);
}

void ReadBack::Private::tick()
{
    const std::chrono::nanoseconds now = clock().monotonic();
    if (now >= nextAt) {
        ticker.stop();
        return askAnew();
    }
    const QString times = asked == 1 ? tr("Asked once") : tr("Asked %1 times").arg(asked);
    const auto left = [now](std::chrono::nanoseconds until) {
        return durationText(std::chrono::ceil<std::chrono::seconds>(until - now));
    };
    setProgress(
        tr("%1 %2; again in %3, for %4 at most.").arg(missing, times, left(nextAt), left(began + patience.inAll)));
}

void ReadBack::Private::stop()
{
    ticker.stop();
    planner.drop();
    reader.drop();
    flight.reset();
    if (sending)
        sending->cancel();
    if (std::exchange(isUnderWay, false))
        Q_EMIT q->availableChanged();
    setProgress({});
}

void ReadBack::Private::end(const QString &sentence)
{
    stop();
    Q_EMIT q->told(sentence);
}

void ReadBack::Private::setProgress(const QString &sentence)
{
    if (progress == sentence)
        return;
    progress = sentence;
    Q_EMIT q->progressChanged();
}

ReadBack::ReadBack(Services services, QObject *parent)
    : ReadBack(services, Patience(), parent)
{ }

ReadBack::ReadBack(Services services, Patience patience, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, services, patience))
{
    connect(&d->ticker, &QTimer::timeout, this, [this] { d->tick(); });
    connect(&services.document, &DocumentController::exchangeEnded, this, [this] { d->noteExchange(); });
    connect(&services.document, &DocumentController::flightChanged, this, [this] {
        d->stop();
        Q_EMIT availableChanged();
    });
}

ReadBack::~ReadBack() = default;

bool ReadBack::isAvailable() const
{
    return d->submit && !d->isUnderWay && !d->services.document.isInFlight();
}

void ReadBack::start()
{
    if (!isAvailable())
        return;
    d->isUnderWay = true;
    d->began = d->clock().monotonic();
    d->asked = 0;
    d->setProgress(tr("The place of the session is being found out."));
    Q_EMIT availableChanged();
    d->plan();
}

void ReadBack::stop()
{
    d->stop();
}

bool ReadBack::isUnderWay() const
{
    return d->isUnderWay;
}

QString ReadBack::progress() const
{
    return d->progress;
}

} // namespace present

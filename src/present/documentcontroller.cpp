// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/documentcontroller.h"

#include "core/preference.h"
#include "edm/builtinschema.h"
#include "graph/auth/tokenguard.h"
#include "graph/headers.h"
#include "present/findingsindex.h"
#include "present/latest.h"
#include "session/findings.h"
#include "session/fix.h"
#include "json/scanner.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

namespace present {
namespace {

// Up to here scanning, judging and digesting take a millisecond or two, and showing them at once is calmer.
constexpr qsizetype smallBody = 256 * 1024;

exchange::Exchange notLeft(const core::Error &error, const QString &environment)
{
    exchange::Exchange exchange;
    exchange.id = QUuid::createUuid();
    exchange.startedAt = std::chrono::system_clock::now();
    exchange.environment = environment;
    exchange.error = error;
    return exchange;
}

} // namespace

class DocumentController::Private
{
public:
    Private(DocumentController *controller, Services borrowed)
        : q(controller)
        , services(std::move(borrowed))
    { }

    QString sessionId() const { return document.value(json::Pointer::fromPath(QStringLiteral("id"))).toString(); }
    RequestDraft draft() const { return {target, headers.rows(), odataId}; }
    QByteArray body() const { return bodyOf(draft(), document.bytes(), sessionId()); }

    void noteRequestChanged()
    {
        isNextValid = false;
        Q_EMIT q->requestChanged();
    }
    void makeNext();
    void digest(const QByteArray &body);
    session::NewMembers newMembers() const
    {
        return headers.prefers(core::newMembersPreference) ? session::NewMembers::Announced
                                                           : session::NewMembers::NotAnnounced;
    }
    void judge();
    const FindingsIndex &places();
    void end(const exchange::Exchange &exchange);

    DocumentController *q;
    Services services;
    session::SessionDocument document;
    HeaderTableModel headers;
    session::TypeStyle typeStyle = session::TypeStyle::HashEverywhere;
    exchange::Target target;
    std::optional<QString> odataId;
    exchange::Authorization authorization;
    QString environment;
    graph::Limits limits;

    NextRequest next;
    bool isNextValid = false;
    Latest<QString> digester;
    QList<session::Finding> findings;
    quint64 judgedRevision = 0; ///< Of the body that `findings` are about.
    session::NewMembers judgedNewMembers = session::NewMembers::NotAnnounced; ///< By which it was last judged.
    std::optional<FindingsIndex> findingPlaces; ///< Of these findings, once asked for.
    Latest<QList<session::Finding>> judgeLater;

    QPointer<graph::Sending> sending;
    bool isInFlight = false;
    std::optional<exchange::Exchange> last;
    quint64 submittedRevision = 0;
};

void DocumentController::Private::makeNext()
{
    next = {};
    const core::Result<exchange::Request> composed = compose(draft(), body());
    const core::Status allowed
        = composed ? graph::auth::TokenGuard::check(authorization, *composed) : core::Status(composed.error());
    if (allowed) {
        next.request = graph::asOnTheWire(*composed, authorization.kind);
        digest(composed->body);
    } else {
        digester.drop();
        next.problem = allowed.error().message;
    }
    isNextValid = true;
}

void DocumentController::Private::digest(const QByteArray &body)
{
    if (body.size() <= smallBody) {
        digester.drop();
        next.sha256 = sha256(body);
        return;
    }
    digester.start([body] { return sha256(body); },
                   [this](const QString &digest) {
                       next.sha256 = digest;
                       Q_EMIT q->requestChanged();
                   });
}

void DocumentController::Private::judge()
{
    const session::NewMembers newMembers = judgedNewMembers = this->newMembers();
    const auto show = [this, revision = document.revision()](const QList<session::Finding> &found) {
        judgedRevision = revision;
        if (findings == found)
            return;
        findings = found;
        findingPlaces.reset();
        Q_EMIT q->findingsChanged();
    };
    const QByteArray body = document.bytes();
    if (body.size() <= smallBody) {
        judgeLater.drop();
        show(session::findings(document.index(), services.schema, edm::sessionTypeName, newMembers));
        return;
    }
    const edm::Schema *schema = &services.schema;
    judgeLater.start(
        [body, schema, newMembers] {
            return session::findings(json::scan(body), *schema, edm::sessionTypeName, newMembers);
        },
        show);
}

const FindingsIndex &DocumentController::Private::places()
{
    if (!findingPlaces)
        findingPlaces.emplace(findings);
    return *findingPlaces;
}

void DocumentController::Private::end(const exchange::Exchange &exchange)
{
    last = exchange;
    sending = nullptr;
    isInFlight = false;
    Q_EMIT q->flightChanged(false);
    Q_EMIT q->exchangeEnded();
}

DocumentController::DocumentController(Services services, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(services)))
{
    connect(&d->document, &session::SessionDocument::changed, this, [this] {
        d->judge();
        d->noteRequestChanged();
    });
    connect(&d->headers, &HeaderTableModel::headersChanged, this, [this] {
        if (d->judgedNewMembers != d->newMembers())
            d->judge();
        d->noteRequestChanged();
    });
    d->judge();
}

DocumentController::~DocumentController()
{
    cancel();
}

const edm::Schema &DocumentController::schema() const
{
    return d->services.schema;
}

const core::Clock &DocumentController::clock() const
{
    return d->services.client.clock();
}

const QTimeZone &DocumentController::timeZone() const
{
    return d->services.zone;
}

session::SessionDocument &DocumentController::document()
{
    return d->document;
}

const session::SessionDocument &DocumentController::document() const
{
    return d->document;
}

HeaderTableModel &DocumentController::headers()
{
    return d->headers;
}

session::TypeStyle DocumentController::typeStyle() const
{
    return d->typeStyle;
}

void DocumentController::setTypeStyle(session::TypeStyle style)
{
    d->typeStyle = style;
}

const exchange::Target &DocumentController::target() const
{
    return d->target;
}

void DocumentController::setTarget(const exchange::Target &target)
{
    if (d->target == target)
        return;
    d->target = target;
    d->noteRequestChanged();
}

QString DocumentController::odataId() const
{
    return d->odataId.value_or(odataIdDefault(d->target, d->sessionId()));
}

void DocumentController::setOdataId(const QString &text)
{
    if (text == odataId())
        return;
    d->odataId = text;
    d->noteRequestChanged();
}

void DocumentController::setAuthorization(const exchange::Authorization &authorization, const QString &environment)
{
    d->authorization = authorization;
    d->environment = environment;
    d->noteRequestChanged();
}

void DocumentController::setLimits(const graph::Limits &limits)
{
    d->limits = limits;
}

const NextRequest &DocumentController::nextRequest() const
{
    if (!d->isNextValid)
        d->makeNext();
    return d->next;
}

const QList<session::Finding> &DocumentController::findings() const
{
    return d->findings;
}

const session::Finding *DocumentController::findingAt(const json::Pointer &pointer) const
{
    return d->places().at(pointer);
}

const session::Finding *DocumentController::findingWithin(const json::Pointer &pointer) const
{
    return d->places().within(pointer);
}

bool DocumentController::fix(const session::Finding &finding)
{
    if (d->judgedRevision != d->document.revision())
        return false;
    if (finding.fix->kind == session::Fix::Kind::Preference) {
        d->headers.addPreference(finding.fix->text);
        return true;
    }
    // By text and not by value: all other bytes stay, 4.0 can become 4, and where the form steps back it works as well.
    const std::optional<QByteArray> fixed = session::fixedText(d->document.index(), finding);
    if (!fixed)
        return false;
    d->document.endMerge();
    d->document.setSource(*fixed);
    d->document.endMerge();
    return true;
}

void DocumentController::submit()
{
    if (d->isInFlight)
        return;
    d->document.endMerge();
    d->submittedRevision = d->document.revision();
    d->isInFlight = true;
    Q_EMIT flightChanged(true);
    const core::Result<exchange::Request> request = compose(d->draft(), d->body());
    if (!request) {
        QMetaObject::invokeMethod(
            this, [this, error = request.error()] { d->end(notLeft(error, d->environment)); }, Qt::QueuedConnection);
        return;
    }
    d->sending
        = d->services.client.send(*request, d->authorization, d->environment, d->limits, graph::Connection::Fresh, this,
                                  [this](const exchange::Exchange &exchange) { d->end(exchange); });
    connect(d->sending, &graph::Sending::progressed, this, &DocumentController::progressed);
    d->headers.drawAgain();
}

void DocumentController::cancel()
{
    if (d->sending)
        d->sending->cancel();
}

bool DocumentController::isInFlight() const
{
    return d->isInFlight;
}

const std::optional<exchange::Exchange> &DocumentController::lastExchange() const
{
    return d->last;
}

quint64 DocumentController::editsSinceSubmit() const
{
    return d->document.revision() - d->submittedRevision;
}

} // namespace present

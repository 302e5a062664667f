// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/documentcontroller.h"

#include "core/digest.h"
#include "core/preference.h"
#include "graph/auth/tokenguard.h"
#include "graph/headers.h"
#include "present/bodypipeline.h"
#include "present/latest.h"
#include "present/templaterequest.h"
#include "session/fix.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

namespace present {

class DocumentController::Private
{
public:
    Private(DocumentController *controller, Services borrowed)
        : q(controller)
        , services(std::move(borrowed))
    { }

    QString sessionId() const { return document.value(json::Pointer::fromPath(QStringLiteral("id"))).toString(); }
    RequestDraft requestDraft() const { return {target, draft.headers().rows(), odataId}; }
    bool isReference() const { return target.path == exchange::PathChoice::RefODataId; }
    core::Result<QByteArray> body() const;
    core::Result<exchange::Request> composed(const QByteArray &body) const;

    void noteRequestChanged()
    {
        isNextValid = false;
        Q_EMIT q->requestChanged();
    }
    void makeNext();
    void digest(const QByteArray &body);
    session::NewMembers newMembers() const
    {
        return draft.headers().prefers(core::newMembersPreference) ? session::NewMembers::Announced
                                                                   : session::NewMembers::NotAnnounced;
    }
    void send(const exchange::Request &request, const QString &sender);
    void end(const exchange::Exchange &exchange);
    void show(const exchange::Exchange &exchange, const std::optional<Earlier> &readBack = {});

    DocumentController *q;
    Services services;
    session::SessionDocument document;
    BodyPipeline pipeline{document, services.schema};
    TemplateDraft draft;
    session::TypeStyle typeStyle = session::TypeStyle::HashEverywhere;
    exchange::Target target;
    std::optional<QString> odataId;
    exchange::Authorization authorization;
    QString environment;
    graph::Limits limits;
    QMap<QString, QString> variables;

    NextRequest next;
    bool isNextValid = false;
    Latest<QString> digester;

    QPointer<graph::Sending> sending;
    bool isInFlight = false;
    std::optional<exchange::Exchange> last;
    std::optional<Earlier> earlier;
    quint64 submittedRevision = 0;
};

// With placeholders the bytes are another each time. Only the session's own bytes are worth waiting for.
core::Result<QByteArray> DocumentController::Private::body() const
{
    if (draft.hasPlaceholders())
        return drawnBody(requestDraft(), document.bytes(),
                         drawnNow(services.client.clock(), target.callRecordId, variables));
    return isReference() ? bodyOf(requestDraft(), {}, sessionId()) : document.bytes();
}

core::Result<exchange::Request> DocumentController::Private::composed(const QByteArray &body) const
{
    core::Result<exchange::Request> request = compose(requestDraft(), body);
    if (!request)
        return request;
    const core::Status allowed = graph::auth::TokenGuard::check(authorization, *request);
    return allowed ? request : allowed.error();
}

void DocumentController::Private::makeNext()
{
    next = {};
    isNextValid = true;
    digester.drop();
    const bool isBodyMade = isReference() || pipeline.hasBytes();
    const core::Result<QByteArray> bytes = isBodyMade ? body() : QByteArray();
    const core::Result<exchange::Request> request = bytes ? composed(*bytes) : bytes.error();
    if (!request) {
        next.problem = request.error().message;
    } else if (!isBodyMade) {
        next.problem = tr("The body of this request is being made.");
    } else {
        next.request = graph::asOnTheWire(*request, authorization.kind);
        next.isSample = draft.hasPlaceholders() && session::hasPlaceholder(document.bytes());
        if (!next.isSample)
            digest(request->body);
    }
}

void DocumentController::Private::digest(const QByteArray &body)
{
    if (body.size() <= BodyPipeline::smallBody) {
        next.sha256 = core::sha256(body);
        return;
    }
    digester.start([body] { return core::sha256(body); },
                   [this](const QString &digest) {
                       next.sha256 = digest;
                       Q_EMIT q->requestChanged();
                   });
}

void DocumentController::Private::send(const exchange::Request &request, const QString &sender)
{
    sending = services.client.send(request, authorization, sender, limits, graph::Connection::Fresh, q,
                                   [this](const exchange::Exchange &exchange) { end(exchange); });
    connect(sending, &graph::Sending::progressed, q, &DocumentController::progressed);
}

void DocumentController::Private::end(const exchange::Exchange &exchange)
{
    sending = nullptr;
    isInFlight = false;
    Q_EMIT q->flightChanged(false);
    show(exchange);
}

void DocumentController::Private::show(const exchange::Exchange &exchange, const std::optional<Earlier> &readBack)
{
    last = exchange;
    earlier = readBack;
    Q_EMIT q->exchangeEnded();
}

DocumentController::DocumentController(Services services, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(services)))
{
    const auto noteRequestChanged = [this] { d->noteRequestChanged(); };
    connect(&d->document, &session::SessionDocument::changed, this, noteRequestChanged);
    connect(&d->document, &session::SessionDocument::sourceTyped, this, noteRequestChanged);
    connect(&d->document, &session::SessionDocument::loaded, &d->draft, &TemplateDraft::clear);
    connect(&d->draft, &TemplateDraft::changed, this, noteRequestChanged);
    connect(&d->draft, &TemplateDraft::expectationChanged, this, &DocumentController::expectationChanged);
    connect(&d->pipeline, &BodyPipeline::made, this, noteRequestChanged);
    connect(&d->pipeline, &BodyPipeline::findingsChanged, this, &DocumentController::findingsChanged);
    connect(&d->draft.headers(), &HeaderTableModel::headersChanged, this,
            [this] { d->pipeline.setNewMembers(d->newMembers()); });
}

DocumentController::~DocumentController()
{
    cancel();
}

const edm::Schema &DocumentController::schema() const
{
    return *d->services.schema;
}

std::shared_ptr<const edm::Schema> DocumentController::sharedSchema() const
{
    return d->services.schema;
}

void DocumentController::setSchema(std::shared_ptr<const edm::Schema> schema)
{
    const std::shared_ptr<const edm::Schema> before = std::exchange(d->services.schema, std::move(schema));
    d->document.endMerge();
    Q_EMIT schemaChanged();
    d->pipeline.setSchema(d->services.schema);
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

TemplateDraft &DocumentController::draft()
{
    return d->draft;
}

const TemplateDraft &DocumentController::draft() const
{
    return d->draft;
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

void DocumentController::setVariables(const QMap<QString, QString> &variables)
{
    if (d->variables == variables)
        return;
    d->variables = variables;
    d->noteRequestChanged();
}

const QString &DocumentController::environment() const
{
    return d->environment;
}

const NextRequest &DocumentController::nextRequest() const
{
    if (!d->isNextValid)
        d->makeNext();
    return d->next;
}

core::Result<QUrl> DocumentController::destination() const
{
    const core::Result<exchange::Request> request = d->composed({});
    return request ? core::Result<QUrl>(request->url) : request.error();
}

void DocumentController::setSource(const QByteArray &text)
{
    d->pipeline.setSource(text);
}

const QList<session::Finding> &DocumentController::findings() const
{
    return d->pipeline.findings();
}

const session::Finding *DocumentController::findingAt(const json::Pointer &pointer) const
{
    return d->pipeline.places().at(pointer);
}

const session::Finding *DocumentController::findingWithin(const json::Pointer &pointer) const
{
    return d->pipeline.places().within(pointer);
}

bool DocumentController::fix(const session::Finding &finding)
{
    if (!d->pipeline.areFindingsCurrent())
        return false;
    if (finding.fix->kind == session::Fix::Kind::Preference) {
        d->draft.headers().addPreference(finding.fix->text);
        return true;
    }
    // By text and not by value: all other bytes stay, 4.0 can become 4, and where the form steps back it works as well.
    const std::optional<QByteArray> fixed = session::fixedText(d->document.index(), finding);
    if (!fixed)
        return false;
    d->document.endMerge();
    setSource(*fixed);
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
    const core::Result<QByteArray> body = d->body();
    const core::Result<exchange::Request> request = body ? compose(d->requestDraft(), *body) : body.error();
    if (!request) {
        QMetaObject::invokeMethod(
            this, [this, error = request.error()] { d->end(notLeft(error, d->environment)); }, Qt::QueuedConnection);
        return;
    }
    d->send(*request, d->environment);
    d->draft.headers().drawAgain();
}

void DocumentController::sendAgain(const exchange::Request &past, const QString &environment)
{
    if (d->isInFlight)
        return;
    d->submittedRevision = d->document.revision();
    d->isInFlight = true;
    Q_EMIT flightChanged(true);
    d->send(asTyped(past), environment);
}

void DocumentController::recall(const exchange::Exchange &past)
{
    Q_ASSERT(past.response || past.error);
    if (d->isInFlight)
        return;
    d->submittedRevision = d->document.revision();
    d->show(past);
}

void DocumentController::showReadBack(const exchange::Exchange &exchange, const Earlier &earlier)
{
    if (!d->isInFlight)
        d->show(exchange, earlier);
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

const std::optional<Earlier> &DocumentController::earlier() const
{
    return d->earlier;
}

quint64 DocumentController::editsSinceSubmit() const
{
    return d->document.revision() - d->submittedRevision;
}

} // namespace present

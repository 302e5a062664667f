// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/schemacontroller.h"

#include "edm/builtinschema.h"
#include "edm/csdlreader.h"
#include "graph/graphclient.h"
#include "graph/sessionsurl.h"
#include "present/environmentcontroller.h"
#include "present/latest.h"
#include "present/prompter.h"
#include "present/verdict.h"
#include "present/workspace.h"
#include "store/files.h"

#include <QBuffer>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace present {
namespace {

/// A name that bars and dialogs can show: no more letters than fit, its end among them.
QString shown(const QString &name)
{
    constexpr qsizetype longest = 80;
    return name.size() <= longest ? name : QString(name.first(longest / 2) + u'…' + name.last(longest / 2 - 1));
}

struct Loaded
{
    std::shared_ptr<const edm::Schema> schema;
    QList<edm::Difference> differences; ///< From the built-in one.
};

core::Result<Loaded> read(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    core::Result<edm::Schema> schema = edm::readCsdl(buffer);
    if (!schema)
        return schema.error();
    if (!schema->structuredType(edm::sessionTypeName)) {
        const QString sentence = SchemaController::tr("The schema has no type %1, so it says nothing about sessions.");
        return core::Error{core::Error::Code::Input, sentence.arg(edm::sessionTypeName), {}};
    }
    QList<edm::Difference> differences = edm::differences(edm::builtinSchema(), *schema, edm::sessionTypeName);
    return Loaded{std::make_shared<const edm::Schema>(*std::move(schema)), std::move(differences)};
}

} // namespace

class SchemaController::Private
{
public:
    Private(SchemaController *controller, Services borrowed)
        : q(controller)
        , services(std::move(borrowed))
    { }

    void begin(const QString &from);
    void stop();
    void send(const QUrl &url);
    void take(const exchange::Exchange &exchange);
    void parse(const std::function<core::Result<QByteArray>()> &text);
    void use(const Loaded &loaded, const QString &from);
    void fail(const QString &sentence);
    void setProgress(const QString &sentence);

    SchemaController *q;
    Services services;
    Loaded current{edm::sharedBuiltinSchema(), {}};
    QString origin; ///< Empty for the built-in schema.
    QString loading; ///< Where what is being loaded is from.
    QString progress;
    QPointer<graph::Sending> sending;
    std::unique_ptr<QObject> flight; ///< Whose end keeps what was given up from being told.
    Latest<core::Result<Loaded>> reader;
};

void SchemaController::Private::begin(const QString &from)
{
    stop();
    loading = shown(from);
    setProgress(tr("The schema of %1 is being loaded.").arg(loading));
}

void SchemaController::Private::stop()
{
    reader.drop();
    flight.reset();
    if (sending)
        sending->cancel();
    setProgress({});
}

void SchemaController::Private::send(const QUrl &url)
{
    const exchange::Request request{"GET", url, {{"Accept"_ba, "application/xml"_ba}}, {}};
    flight = std::make_unique<QObject>();
    sending = services.client.send(request, services.environments.authorization(), services.environments.current().name,
                                   {}, graph::Connection::Fresh, flight.get(),
                                   [this](const exchange::Exchange &exchange) { take(exchange); });
    connect(sending, &graph::Sending::progressed, flight.get(), [this](qint64 received) {
        setProgress(tr("The schema of %1 is being loaded: %2 bytes so far.")
                        .arg(loading, QLocale().toString(received))); // at once: a name may hold a %3
    });
}

void SchemaController::Private::take(const exchange::Exchange &exchange)
{
    if (!exchange.hasWholeResponse())
        fail(exchange.error->message);
    else if (exchange.response->status < 200 || exchange.response->status > 299)
        fail(tr("The service answered %1 instead of a schema.").arg(statusText(*exchange.response)));
    else
        parse([body = exchange.response->body] { return core::Result<QByteArray>(body); });
}

/// Reads what `text` gives, which is called in another thread.
void SchemaController::Private::parse(const std::function<core::Result<QByteArray>()> &text)
{
    setProgress(tr("The schema of %1 is being read.").arg(loading));
    reader.start([text] { return text().and_then(read); },
                 [this](const core::Result<Loaded> &loaded) {
                     if (loaded)
                         use(*loaded, loading);
                     else
                         fail(loaded.error().message);
                 });
}

void SchemaController::Private::use(const Loaded &loaded, const QString &from)
{
    stop();
    current = loaded;
    origin = from;
    services.workspace.setSchema(current.schema);
    Q_EMIT q->schemaChanged();
}

void SchemaController::Private::fail(const QString &sentence)
{
    setProgress({});
    Q_EMIT q->problemFound(tr("%1: %2 The schema in use stays.").arg(loading, sentence));
}

void SchemaController::Private::setProgress(const QString &sentence)
{
    if (progress == sentence)
        return;
    progress = sentence;
    Q_EMIT q->progressChanged();
}

SchemaController::SchemaController(Services services, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(services)))
{ }

SchemaController::~SchemaController() = default;

bool SchemaController::isBuiltIn() const
{
    return d->origin.isEmpty();
}

const QList<edm::Difference> &SchemaController::differences() const
{
    return d->current.differences;
}

QString SchemaController::summary() const
{
    if (isBuiltIn())
        return tr("The built-in schema is in use.");
    const qsizetype count = d->current.differences.size();
    const QString differing = count == 0 ? tr("It does not differ from the built-in one.")
        : count == 1                     ? tr("It differs from the built-in one in one place.")
                                         : tr("It differs from the built-in one in %L1 places.").arg(count);
    return tr("Forms and findings follow the schema of %1. %2").arg(d->origin, differing);
}

void SchemaController::loadFromEnvironment()
{
    const exchange::Target &target = d->services.workspace.current().controller().target();
    const core::Result<QUrl> url = graph::metadataUrl(target.baseUrl, target.apiVersion);
    if (url) {
        d->begin(QString::fromLatin1(url->toEncoded()));
        d->send(*url);
    } else {
        Q_EMIT problemFound(url.error().message);
    }
}

void SchemaController::loadFromFile()
{
    const std::optional<QString> path = d->services.prompter.askOpenPath({}, Prompter::FileKind::Schema);
    if (!path)
        return;
    d->begin(QFileInfo(*path).fileName());
    d->parse([files = d->services.files, path = *path] {
        return files->readText(path).and_then(
            [](const store::FileContent &content) { return core::Result<QByteArray>(content.bytes); });
    });
}

void SchemaController::useBuiltIn()
{
    if (isBuiltIn())
        d->stop();
    else
        d->use({edm::sharedBuiltinSchema(), {}}, {});
}

void SchemaController::cancel()
{
    d->stop();
}

QString SchemaController::progress() const
{
    return d->progress;
}

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/har.h"

#include "core/digest.h"
#include "core/identity.h"
#include "core/redaction.h"
#include "report/facts.h"
#include "report/stretches.h"
#include "report/wiretext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace report {
namespace {

using exchange::Exchange;
using exchange::HeaderList;

// The client speaks nothing else (graph/graphclient.h).
constexpr QLatin1String httpVersion("HTTP/1.1");

QJsonObject pair(const QString &name, const QString &value)
{
    return {{u"name"_s, name}, {u"value"_s, value}};
}

QJsonArray headersOf(const HeaderList &headers)
{
    QJsonArray array;
    for (const exchange::Header &header : headers)
        array += pair(textOf(header.name), shownValue(header));
    return array;
}

/// The cookies without what they say. Qt folds repeats of Set-Cookie with LF.
QJsonArray cookiesOf(const HeaderList &headers, const QByteArray &headerName, char separator)
{
    QJsonArray array;
    const QByteArrayList cookies = exchange::valueOf(headers, headerName).value_or(QByteArray()).split(separator);
    for (const QByteArray &cookie : cookies) {
        const qsizetype equals = cookie.indexOf('=');
        if (equals > 0)
            array += pair(core::redactedEvidence(textOf(cookie.first(equals).trimmed())), u"***"_s);
    }
    return array;
}

QJsonArray queryOf(const QUrl &url)
{
    QJsonArray array;
    const QList<std::pair<QString, QString>> items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        array += pair(core::redactedEvidence(name), core::redactedEvidence(value));
    return array;
}

/// The bytes of the head on the wire; -1 where a credential was masked, whose length is not known.
qint64 headSize(const exchange::Request &request)
{
    if (std::any_of(request.headers.cbegin(), request.headers.cend(), isCredential))
        return -1;
    const QByteArray target = request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    qint64 size = request.method.size() + target.size() + httpVersion.size() + 4; // two blanks, CR LF
    for (const exchange::Header &header : request.headers)
        size += header.name.size() + header.value.size() + 4; // colon, blank, CR LF
    return size + 2;
}

QString typeOf(const HeaderList &headers)
{
    return core::redactedEvidence(textOf(exchange::valueOf(headers, "Content-Type"_ba).value_or(QByteArray())));
}

void remarkMasked(QJsonObject &object, const ShownBody &shown, const QByteArray &body)
{
    if (!shown.isBase64 && shown.text.toUtf8() != body)
        object.insert(u"comment"_s, u"*** stands where a secret was masked."_s);
}

QJsonObject postDataOf(const exchange::Request &request)
{
    const ShownBody shown = shownBody(request.body);
    QJsonObject data{{u"mimeType"_s, typeOf(request.headers)}, {u"params"_s, QJsonArray()}};
    // Not as `text`, which a reader would send as it stands.
    data.insert(shown.isBase64 ? u"_base64"_s : u"text"_s, shown.text);
    if (shown.isBase64)
        data.insert(u"comment"_s, u"The body is not UTF-8 text; _base64 holds its bytes."_s);
    remarkMasked(data, shown, request.body);
    return data;
}

QJsonObject requestOf(const exchange::Request &request)
{
    QJsonObject object{
        {u"method"_s, textOf(request.method)},
        {u"url"_s, core::redactedEvidence(QString::fromLatin1(request.url.toEncoded(QUrl::RemoveFragment)))},
        {u"httpVersion"_s, httpVersion},
        {u"cookies"_s, cookiesOf(request.headers, "Cookie"_ba, ';')},
        {u"headers"_s, headersOf(request.headers)},
        {u"queryString"_s, queryOf(request.url)},
        {u"headersSize"_s, headSize(request)},
        {u"bodySize"_s, request.body.size()},
        {u"_bodySha256"_s, core::sha256(request.body)},
    };
    if (!request.body.isEmpty())
        object.insert(u"postData"_s, postDataOf(request));
    return object;
}

QJsonObject contentOf(const exchange::Response &response)
{
    const ShownBody shown = shownBody(response.body);
    QJsonObject content{
        {u"size"_s, response.body.size()},
        {u"mimeType"_s, typeOf(response.headers)},
        {u"text"_s, shown.text},
    };
    if (shown.isBase64)
        content.insert(u"encoding"_s, u"base64"_s);
    remarkMasked(content, shown, response.body);
    return content;
}

/// The format wants a response where none came: one with the status 0.
QJsonObject noResponse()
{
    return {
        {u"status"_s, 0},
        {u"statusText"_s, QString()},
        {u"httpVersion"_s, QString()},
        {u"cookies"_s, QJsonArray()},
        {u"headers"_s, QJsonArray()},
        {u"content"_s, QJsonObject{{u"size"_s, 0}, {u"mimeType"_s, QString()}}},
        {u"redirectURL"_s, QString()},
        {u"headersSize"_s, -1},
        {u"bodySize"_s, -1},
        {u"comment"_s, u"No response came."_s},
    };
}

QJsonObject responseOf(const exchange::Response &response)
{
    const QByteArray location = exchange::valueOf(response.headers, "Location"_ba).value_or(QByteArray());
    QJsonObject object{
        {u"status"_s, response.status},
        {u"statusText"_s, textOf(response.reason)},
        {u"httpVersion"_s, httpVersion},
        {u"cookies"_s, cookiesOf(response.headers, "Set-Cookie"_ba, '\n')},
        {u"headers"_s, headersOf(response.headers)},
        {u"content"_s, contentOf(response)},
        {u"redirectURL"_s, core::redactedEvidence(textOf(location))},
        {u"headersSize"_s, -1},
        {u"bodySize"_s, response.body.size()},
        {u"_bodySha256"_s, core::sha256(response.body)},
    };
    if (!response.isComplete)
        object.insert(u"comment"_s, u"The response was cut off: the body is what came."_s);
    return object;
}

QString nameOf(Stretch::Kind kind)
{
    switch (kind) {
    case Stretch::Kind::Blocked:
        return u"blocked"_s;
    case Stretch::Kind::Connect:
        return u"connect"_s;
    case Stretch::Kind::Send:
        return u"send"_s;
    case Stretch::Kind::Wait:
        return u"wait"_s;
    case Stretch::Kind::Receive:
        return u"receive"_s;
    }
    Q_UNREACHABLE();
}

double milliseconds(std::chrono::microseconds span)
{
    return double(span.count()) / 1000;
}

/// The stretches, whose sum is the whole time. Only send, wait and receive must not be -1.
QJsonObject timingsOf(const exchange::Timing &timing)
{
    QJsonObject object{{u"blocked"_s, -1}, {u"dns"_s, -1}, {u"connect"_s, -1}, {u"ssl"_s, -1},
                       {u"send"_s, 0},     {u"wait"_s, 0}, {u"receive"_s, 0}};
    const QList<Stretch> stretches = stretchesOf(timing);
    for (const Stretch &stretch : stretches)
        object.insert(nameOf(stretch.kind), milliseconds(stretch.length()));
    if (timing.socketStarted && timing.requestSent)
        object.insert(u"comment"_s,
                      timing.encrypted ? u"connect has DNS and TLS in it."_s : u"send has DNS and connecting in it."_s);
    return object;
}

double timeOf(const exchange::Timing &timing)
{
    const QList<Stretch> stretches = stretchesOf(timing);
    return stretches.isEmpty() ? 0 : milliseconds(stretches.constLast().end);
}

void addHeader(QJsonObject &object, const QString &member, const HeaderList &headers, const QByteArray &name)
{
    if (const auto value = exchange::valueOf(headers, name))
        object.insert(member, shownValue({name, *value}));
}

QJsonObject entryOf(const Exchange &exchange)
{
    QJsonObject entry{
        {u"startedDateTime"_s, startOf(exchange)},
        {u"time"_s, timeOf(exchange.timing)},
        {u"request"_s, requestOf(exchange.request)},
        {u"response"_s, exchange.response ? responseOf(*exchange.response) : noResponse()},
        {u"cache"_s, QJsonObject()},
        {u"timings"_s, timingsOf(exchange.timing)},
        {u"_environment"_s, core::redactedEvidence(exchange.environment)},
        {u"_id"_s, exchange.id.toString(QUuid::WithoutBraces)},
    };
    addHeader(entry, u"_clientRequestId"_s, exchange.request.headers, "client-request-id"_ba);
    if (exchange.response)
        addHeader(entry, u"_requestId"_s, exchange.response->headers, "request-id"_ba);
    if (exchange.error)
        entry.insert(u"_error"_s, wordOf(exchange.error->code));
    if (exchange.tls)
        entry.insert(u"_tls"_s, QString(exchange.tls->protocol + u' ' + exchange.tls->cipher));
    return entry;
}

} // namespace

QByteArray harDocument(const QList<Exchange> &exchanges)
{
    QJsonArray entries;
    for (const Exchange &exchange : exchanges)
        entries += entryOf(exchange);
    const QJsonObject log{
        {u"version"_s, u"1.2"_s},
        {u"creator"_s, QJsonObject{{u"name"_s, core::applicationName}, {u"version"_s, core::applicationVersion()}}},
        {u"entries"_s, entries},
    };
    return QJsonDocument(QJsonObject{{u"log"_s, log}}).toJson(QJsonDocument::Indented);
}

} // namespace report

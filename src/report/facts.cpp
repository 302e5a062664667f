// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/facts.h"

#include "core/digest.h"
#include "core/redaction.h"
#include "report/wiretext.h"
#include "json/utf8.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace report {
namespace {

using exchange::Exchange;

bool isUtf8(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const int length = json::utf8Length(text);
        if (length == 0)
            return false;
        text = text.sliced(length);
    }
    return true;
}

QString statusOf(const Exchange &exchange)
{
    QString status = exchange.response
        ? u"%1 %2"_s.arg(exchange.response->status).arg(textOf(exchange.response->reason))
        : u"no response"_s;
    if (exchange.error)
        status += u" ("_s + wordOf(exchange.error->code) + u')';
    else if (exchange.response && !exchange.response->isComplete)
        status += u" (cut off)"_s;
    return status;
}

QString digestOf(const QByteArray &body)
{
    return u"%1 bytes, SHA-256 %2"_s.arg(body.size()).arg(core::sha256(body));
}

void addHeader(QList<Fact> &facts, const exchange::HeaderList &headers, const QByteArray &name, const QString &shown)
{
    if (const auto value = exchange::valueOf(headers, name))
        facts.append({shown, shownValue({name, *value})});
}

} // namespace

QString oneLine(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control || character == QChar::LineSeparator
            || character == QChar::ParagraphSeparator)
            character = u' ';
    }
    return text;
}

QString textOf(const QByteArray &bytes)
{
    return isUtf8(bytes) ? json::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

QString wordOf(core::Error::Code code)
{
    switch (code) {
    case core::Error::Code::Input:
        return u"the request could not be made"_s;
    case core::Error::Code::File:
        return u"a file could not be read or written"_s;
    case core::Error::Code::Refused:
        return u"refused by a guard before anything was sent"_s;
    case core::Error::Code::Network:
        return u"network fault"_s;
    case core::Error::Code::Timeout:
        return u"timeout"_s;
    case core::Error::Code::Limit:
        return u"the response grew past the limit"_s;
    case core::Error::Code::Cancelled:
        return u"cancelled by the tester"_s;
    }
    Q_UNREACHABLE();
}

QString startOf(const Exchange &exchange)
{
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(exchange.startedAt.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(since.count(), Qt::UTC).toString(Qt::ISODateWithMs);
}

QString shownValue(const exchange::Header &header)
{
    if (!isCredential(header))
        return core::redactedEvidence(textOf(header.value));
    const bool isBearer = header.value.startsWith("Bearer ");
    return isBearer ? u"Bearer ***"_s : u"***"_s;
}

ShownBody shownBody(const QByteArray &body)
{
    if (!isUtf8(body) || body.contains('\0'))
        return {QString::fromLatin1(body.toBase64()), true};
    return {core::redactedEvidence(json::fromUtf8(body)), false};
}

QList<Fact> factsOf(const Exchange &exchange)
{
    const exchange::Request &request = exchange.request;
    const QString line = QString::fromLatin1(request.method) + u' ' + QString::fromLatin1(request.url.toEncoded());
    QList<Fact> facts{{u"Request"_s, core::redactedEvidence(line)}, {u"Status"_s, statusOf(exchange)}};
    if (exchange.response) {
        const exchange::HeaderList &headers = exchange.response->headers;
        for (const char *name : {"request-id", "client-request-id", "Date", "x-ms-ags-diagnostic", "Location"})
            addHeader(facts, headers, name, QString::fromLatin1(name));
    }
    addHeader(facts, request.headers, "client-request-id"_ba, u"client-request-id sent"_s);
    facts.append({u"Sent"_s, digestOf(request.body)});
    if (exchange.response)
        facts.append({u"Received"_s, digestOf(exchange.response->body)});
    facts.append({u"Started"_s, startOf(exchange)});
    if (exchange.timing.finished) {
        const auto elapsed = std::chrono::round<std::chrono::milliseconds>(*exchange.timing.finished);
        facts.append({u"Elapsed"_s, QString::number(elapsed.count()) + u" ms"_s});
    }
    facts.append({u"Environment"_s, core::redactedEvidence(exchange.environment)});
    for (Fact &fact : facts)
        fact.value = oneLine(std::move(fact.value));
    return facts;
}

QList<Fact> allFactsOf(const Evidence &evidence)
{
    QList<Fact> facts = factsOf(evidence.exchange);
    const TestersWords &words = evidence.words;
    const Fact more[] = {
        {u"Outcome"_s, evidence.outcome},
        {u"Verdict of the tester"_s, words.verdict},
        {u"Build under test"_s, words.build},
        {u"Template"_s, words.templateName},
        {u"Tag"_s, words.tag},
    };
    for (const Fact &fact : more) {
        if (!fact.value.isEmpty())
            facts.append({fact.name, oneLine(core::redactedEvidence(fact.value))});
    }
    if (const std::optional<exchange::TlsFacts> &tls = evidence.exchange.tls)
        facts.append({u"Protocol"_s, tls->protocol + u", "_s + tls->cipher});
    return facts;
}

QStringList differencesOf(const session::Comparison &comparison)
{
    QStringList lines;
    for (const session::ComparedPlace &place : comparison.places()) {
        if (place.kind() == session::ComparisonKind::Same)
            continue;
        QStringList values;
        if (place.sent >= 0)
            values += comparison.sentText(place);
        if (place.returned >= 0)
            values += comparison.returnedText(place);
        const QString line = session::kindName(place.kind()) + u' ' + comparison.pointer(place).toString() + u": "_s
            + values.join(u" → "_s);
        lines += oneLine(core::redactedEvidence(line));
    }
    return lines;
}

} // namespace report

// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/responsepresenter.h"

#include "present/bodyremarks.h"
#include "present/documentcontroller.h"
#include "present/requestdraft.h"
#include "json/scanner.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString tr(const char *text)
{
    return ResponsePresenter::tr(text);
}

void addFact(QList<FactRow> &rows, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        rows += FactRow{name, value};
}

QList<FactRow> errorRows(const graph::ErrorBody &error)
{
    QList<FactRow> rows{{u"code"_s, error.code}, {u"message"_s, error.message}};
    rows.reserve(3 + error.details.size() + 5 * error.innerErrors.size());
    addFact(rows, u"target"_s, error.target);
    for (const graph::ErrorDetail &detail : error.details) {
        rows += FactRow{u"details: "_s + (detail.target.isEmpty() ? detail.code : detail.target),
                        detail.target.isEmpty() ? detail.message : detail.code + ": "_L1 + detail.message};
    }
    QString prefix = u"innerError"_s;
    for (const graph::InnerError &inner : error.innerErrors) {
        addFact(rows, prefix + " code"_L1, inner.code);
        addFact(rows, prefix + " message"_L1, inner.message);
        addFact(rows, prefix + " request-id"_L1, inner.requestId);
        addFact(rows, prefix + " client-request-id"_L1, inner.clientRequestId);
        addFact(rows, prefix + " date"_L1, inner.date);
        prefix += " innerError"_L1;
    }
    return rows;
}

void addTls(QList<FactRow> &rows, const exchange::TlsFacts &tls)
{
    addFact(rows, tr("protocol"), tls.protocol);
    addFact(rows, tr("cipher"), tls.cipher);
    for (const exchange::Certificate &certificate : tls.chain) {
        rows += FactRow{tr("certificate"),
                        tr("%1, issued by %2, valid %3 to %4, SHA-256 %5")
                            .arg(certificate.subject, certificate.issuer, certificate.notBefore, certificate.notAfter,
                                 QString::fromLatin1(certificate.sha256))};
    }
}

QList<FactRow> timingRows(const exchange::Exchange &exchange)
{
    struct MomentRow
    {
        const char *name;
        exchange::Timing::Moment exchange::Timing::*moment;
    };
    static constexpr MomentRow moments[] = {
        {QT_TRANSLATE_NOOP("present::ResponsePresenter", "connecting began"), &exchange::Timing::socketStarted},
        {QT_TRANSLATE_NOOP("present::ResponsePresenter", "TLS agreed"), &exchange::Timing::encrypted},
        {QT_TRANSLATE_NOOP("present::ResponsePresenter", "request sent, connecting included"),
         &exchange::Timing::requestSent},
        {QT_TRANSLATE_NOOP("present::ResponsePresenter", "response head read"), &exchange::Timing::firstByte},
        {QT_TRANSLATE_NOOP("present::ResponsePresenter", "ended"), &exchange::Timing::finished},
    };
    QList<FactRow> rows;
    for (const MomentRow &row : moments) {
        if (const exchange::Timing::Moment moment = exchange.timing.*(row.moment))
            rows += FactRow{tr(row.name), milliseconds(*moment)};
    }
    if (exchange.tls)
        addTls(rows, *exchange.tls);
    else if (exchange.hasLeft)
        rows += FactRow{tr("protocol"), tr("plain http, no TLS")};
    if (exchange.hasLeft)
        rows += FactRow{tr("proxy"), tr("none, the service was asked directly")}; // graph/transport.h
    return rows;
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::AsExpected:
        return tr("as expected");
    case Outcome::OtherResponse:
        return tr("not as expected");
    case Outcome::Timeout:
    case Outcome::Network:
    case Outcome::Limit:
        return tr("no whole response");
    case Outcome::Cancelled:
        return tr("cancelled");
    case Outcome::Refused:
        return tr("not sent");
    }
    Q_UNREACHABLE();
}

void addResponse(ResponseFacts &facts, const Examination &examination)
{
    const exchange::Response &response = *examination.exchange().response;
    facts.status = statusText(response);
    facts.body = response.body;
    facts.headers = exchange::toLines(response.headers);
    facts.size = tr("%1 bytes").arg(QLocale::c().toString(response.body.size()));
    facts.requestId = QString::fromUtf8(exchange::valueOf(response.headers, "request-id").value_or(QByteArray()));
    // The examination has scanned the body for its checks, unless only a part of the response came.
    facts.index = examination.response() ? examination.body() : json::scan(response.body);
    facts.remarks = bodyRemarks(examination.exchange(), facts.index);
    if (const std::optional<graph::ErrorBody> error = graph::readErrorBody(facts.index))
        facts.error = errorRows(*error);
}

} // namespace

ResponseFacts responseFactsOf(const Examination &examination)
{
    const exchange::Exchange &exchange = examination.exchange();
    ResponseFacts facts;
    facts.verdict = judge(examination);
    facts.outcome = outcomeText(facts.verdict.outcome);
    if (exchange.timing.finished)
        facts.elapsed = milliseconds(*exchange.timing.finished);
    if (exchange.hasLeft) {
        facts.sent = requestText(exchange.request);
        facts.sentBodySize = exchange.request.body.size();
    }
    facts.timing = timingRows(exchange);
    facts.spans = timingSpans(exchange.timing);
    QStringList notes = facts.verdict.reasons;
    if (exchange.response)
        addResponse(facts, examination);
    if (exchange.error && !exchange.response) {
        facts.status = exchange.error->message;
        notes.removeOne(exchange.error->message);
    }
    facts.note = notes.join(u' ');
    return facts;
}

ResponsePresenter::ResponsePresenter(DocumentController &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &DocumentController::exchangeEnded, this, &ResponsePresenter::take);
    connect(&document, &DocumentController::expectationChanged, this, &ResponsePresenter::take);
}

QString ResponsePresenter::editsSince() const
{
    const quint64 edits = m_facts ? m_document.editsSinceSubmit() : 0;
    if (edits == 0)
        return {};
    return edits == 1 ? tr("1 edit since") : tr("%1 edits since").arg(edits);
}

void ResponsePresenter::take()
{
    if (!m_document.lastExchange())
        return;
    m_reader.start(lastCase(m_document), &responseFactsOf, [this](const ResponseFacts &facts) {
        m_facts = facts;
        Q_EMIT changed();
    });
}

} // namespace present

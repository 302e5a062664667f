// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/evidencecontroller.h"

#include "present/bodypipeline.h"
#include "present/documentcontroller.h"
#include "present/documentfile.h"
#include "present/evidence.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace present {
namespace {

/// `evidence-20261124-175648-201.zip`: two of the same minute stay apart, and sort by time.
QString suggestionFor(const exchange::Exchange &exchange)
{
    const auto since = std::chrono::floor<std::chrono::seconds>(exchange.startedAt.time_since_epoch());
    const QString time = QDateTime::fromSecsSinceEpoch(since.count(), Qt::UTC).toString(u"yyyyMMdd-HHmmss"_s);
    const QString status = exchange.response ? QString::number(exchange.response->status) : u"none"_s;
    return u"evidence-%1-%2.zip"_s.arg(time, status);
}

} // namespace

EvidenceController::EvidenceController(DocumentController &document, DocumentFile &file, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_file(file)
{
    connect(&document, &DocumentController::exchangeEnded, this, [this] {
        m_maker.drop(); // it would tell of the exchange before
        Q_EMIT availableChanged();
    });
}

bool EvidenceController::isAvailable() const
{
    return m_document.lastExchange().has_value();
}

void EvidenceController::makeTicket(report::Markup markup)
{
    if (!isAvailable())
        return;
    const auto job = [exchange = *m_document.lastExchange(), expectation = m_document.expectation(),
                      schema = m_document.sharedSchema(), earlier = m_document.earlier(), markup] {
        const report::Evidence evidence = evidenceOf(Examination(exchange, expectation, schema.get(), earlier));
        return clearedReport(report::ticketText(evidence, markup).toUtf8(), tr("The text of the ticket"));
    };
    make(job, [this](const QByteArray &text) { Q_EMIT ticketReady(QString::fromUtf8(text)); });
}

void EvidenceController::save()
{
    if (!isAvailable())
        return;
    const QString suggestion = suggestionFor(*m_document.lastExchange());
    const auto job = [exchange = *m_document.lastExchange(), expectation = m_document.expectation(),
                      schema = m_document.sharedSchema(), earlier = m_document.earlier()] {
        return evidenceArchive({evidenceOf(Examination(exchange, expectation, schema.get(), earlier))});
    };
    make(job, [this, suggestion](const QByteArray &archive) {
        if (m_file.saveCopy(archive, suggestion))
            Q_EMIT saved();
    });
}

void EvidenceController::make(std::function<Made()> job, std::function<void(const QByteArray &)> done)
{
    const auto end = [this, done = std::move(done)](const Made &made) {
        if (made)
            done(*made);
        else
            Q_EMIT refused(made.error().message);
    };
    const exchange::Exchange &exchange = *m_document.lastExchange();
    const qsizetype returned = exchange.response ? exchange.response->body.size() : 0;
    const qsizetype sent = m_document.earlier() ? m_document.earlier()->sent.size() : exchange.request.body.size();
    m_maker.drop();
    if (sent + returned <= BodyPipeline::smallBody)
        end(job());
    else
        m_maker.start(std::move(job), end);
}

} // namespace present

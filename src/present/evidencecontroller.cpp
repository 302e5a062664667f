// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/evidencecontroller.h"

#include "present/documentcontroller.h"
#include "present/documentfile.h"
#include "present/evidence.h"
#include "present/historykeeper.h"

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

EvidenceController::EvidenceController(DocumentController &document, DocumentFile &file, HistoryKeeper *history,
                                       QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_file(file)
    , m_history(history)
{
    connect(&document, &DocumentController::exchangeEnded, this, [this] {
        drop(); // it would tell of the exchange before
        Q_EMIT availableChanged();
    });
}

bool EvidenceController::isAvailable() const
{
    return m_document.lastExchange().has_value();
}

void EvidenceController::makeTicket(report::Markup markup)
{
    const auto tell = [markup](const report::Evidence &evidence) -> Made {
        if (const core::Status status = refuseSecretWords({evidence}); !status)
            return status.error();
        return clearedReport(report::ticketText(evidence, markup).toUtf8(), tr("The text of the ticket"));
    };
    make(tell, [this](const QByteArray &text) { Q_EMIT ticketReady(QString::fromUtf8(text)); });
}

void EvidenceController::save()
{
    const auto pack = [](const report::Evidence &evidence) { return evidenceArchive({evidence}); };
    make(pack, [this](const QByteArray &archive) {
        if (m_file.saveCopy(archive, suggestionFor(*m_document.lastExchange())))
            Q_EMIT saved();
    });
}

void EvidenceController::drop()
{
    m_maker.drop();
    m_question = std::make_unique<QObject>();
}

/// What the tester says of the exchange is in the history, which may be about to write it down.
void EvidenceController::make(const Report &report, const Use &use)
{
    if (!isAvailable())
        return;
    drop();
    if (!m_history) {
        makeWith({}, report, use);
        return;
    }
    using Found = core::Result<std::optional<store::HistoryRow>>;
    const auto go = [this, report, use](const Found &found) {
        if (!found)
            Q_EMIT told(tr("%1 The evidence goes without your verdict and note.").arg(found.error().message));
        makeWith(found && *found ? testersWords(**found) : report::TestersWords(), report, use);
    };
    const auto ask = [id = m_document.lastExchange()->id](store::History &history) { return history.row(id); };
    m_history->ask<Found>(ask, m_question.get(), go);
}

void EvidenceController::makeWith(const report::TestersWords &words, const Report &report, const Use &use)
{
    const auto tell
        = [words, report](const Examination &examination) { return report(evidenceOf(examination, words)); };
    m_maker.start(lastCase(m_document), tell, [this, use](const Made &made) {
        if (made)
            use(*made);
        else
            Q_EMIT refused(made.error().message);
    });
}

} // namespace present

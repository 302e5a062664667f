// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/historydesk.h"

#include "present/historykeeper.h"
#include "present/historytexts.h"
#include "present/readbackplan.h"
#include "present/requestdraft.h"
#include "present/workspace.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace present {

using store::HistoryEntry;

HistoryDesk::HistoryDesk(HistoryKeeper &keeper, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_keeper(keeper)
    , m_workspace(workspace)
    , m_rows(keeper)
{
    connect(&m_rows, &HistoryModel::problemFound, this, &HistoryDesk::told);
}

void HistoryDesk::withEntry(qint64 number, std::function<void(const HistoryEntry &)> use)
{
    using Found = core::Result<std::optional<HistoryEntry>>;
    const auto done = [this, use = std::move(use)](const Found &found) {
        if (!found)
            Q_EMIT told(found.error().message);
        else if (!*found)
            Q_EMIT told(tr("This exchange is not in the history any more."));
        else
            use(**found);
    };
    m_keeper.ask<Found>([number](store::History &history) { return history.entry(number); }, this, done);
}

bool HistoryDesk::recallEntry(OpenDocument &document, const HistoryEntry &entry)
{
    if (document.controller().isInFlight()) {
        Q_EMIT told(tr("A request is in flight: its response is awaited here. Cancel it, or wait."));
        return false;
    }
    document.controller().recall(shownExchange(entry));
    Q_EMIT shown();
    return true;
}

/// Nothing happens once the document is closed.
void HistoryDesk::withDocument(qint64 number, std::function<void(OpenDocument &, const HistoryEntry &)> use)
{
    const QPointer<OpenDocument> document = &m_workspace.current();
    withEntry(number, [document, use = std::move(use)](const HistoryEntry &entry) {
        if (document)
            use(*document, entry);
    });
}

void HistoryDesk::show(qint64 number)
{
    withDocument(number, [this](OpenDocument &document, const HistoryEntry &entry) { recallEntry(document, entry); });
}

void HistoryDesk::readBack(qint64 number)
{
    withDocument(number, [this](OpenDocument &document, const HistoryEntry &entry) {
        const exchange::Request question = readBackRequest(entry.exchange.request, entry.exchange.request.url);
        if (entry.row.isMasked && requestText(question).contains("***"))
            Q_EMIT told(tr("A secret stood in the URL or a header of this request, and the history has *** in its "
                           "place, so the service cannot be asked."));
        else if (recallEntry(document, entry))
            document.readBack().start();
    });
}

bool HistoryDesk::canReadBack(const store::HistoryRow &row)
{
    return mayHaveMade(row.method, row.hasLeft || !row.isEnded, row.status);
}

void HistoryDesk::sendAgain(qint64 number)
{
    withDocument(number, [this](OpenDocument &document, const HistoryEntry &entry) { sendEntry(document, entry); });
}

void HistoryDesk::sendEntry(OpenDocument &document, const HistoryEntry &entry)
{
    const exchange::Request &request = entry.exchange.request;
    if (entry.row.isMasked && requestText(asTyped(request)).contains("***")) {
        Q_EMIT told(tr("A secret stood in these bytes, and the history has *** in its place. Open them as a document, "
                       "put the secret in and submit that."));
    } else if (document.controller().isInFlight()) {
        Q_EMIT told(tr("A request is in flight already. Cancel it, or wait."));
    } else {
        Q_EMIT told(tr("Sending %1 again…").arg(requestLine(entry.row)));
        document.controller().sendAgain(request, entry.row.environment);
        Q_EMIT shown();
    }
}

void HistoryDesk::openAsDocument(qint64 number)
{
    withEntry(number, [this](const HistoryEntry &entry) {
        m_workspace.startWith(entry.exchange.request.body, tr("history %1").arg(entry.row.number));
    });
}

void HistoryDesk::compare(qint64 one, qint64 other)
{
    withEntry(one, [this, other](const HistoryEntry &first) {
        withEntry(other, [this, first](const HistoryEntry &second) {
            m_comparer.start(
                [first, second, schema = m_workspace.sharedSchema()] { return compareEntries(first, second, *schema); },
                [this](const HistoryComparison &comparison) { Q_EMIT compared(comparison); });
        });
    });
}

void HistoryDesk::annotate(qint64 number, const store::HistoryWords &words)
{
    const auto done = [this, number, words](const core::Status &status) {
        if (status)
            m_rows.setWords(number, words);
        else
            Q_EMIT told(status.error().message);
    };
    m_keeper.ask<core::Status>([number, words](store::History &history) { return history.annotate(number, words); },
                               this, done);
}

void HistoryDesk::askRemoval()
{
    using Extent = core::Result<store::HistoryExtent>;
    const QString filter = m_rows.filter().simplified();
    const auto done = [this, filter](const Extent &extent) {
        if (!extent) {
            Q_EMIT told(extent.error().message);
        } else if (extent->count == 0) {
            Q_EMIT told(tr("Nothing fits, so there is nothing to delete."));
        } else {
            const QString question = filter.isEmpty()
                ? tr("Delete all %1 exchanges of the history?").arg(extent->count)
                : tr("Delete the %1 exchanges that fit “%2”?").arg(QString::number(extent->count), filter);
            Q_EMIT removalAsked(question, extent->newest);
        }
    };
    m_keeper.ask<Extent>([filter](store::History &history) { return history.extent(filter); }, this, done);
}

void HistoryDesk::remove(qint64 last)
{
    using Removed = core::Result<qint64>;
    const auto done = [this](const Removed &removed) {
        Q_EMIT told(removed ? tr("Deleted: %1.").arg(*removed) : removed.error().message);
        m_rows.reload();
        measure();
    };
    m_keeper.ask<Removed>(
        [filter = m_rows.filter(), last](store::History &history) { return history.remove(filter, last); }, this, done);
}

void HistoryDesk::measure()
{
    m_keeper.ask<qint64>([](store::History &history) { return history.size(); }, this,
                         [this](const qint64 &bytes) { Q_EMIT measured(bytes); });
}

} // namespace present

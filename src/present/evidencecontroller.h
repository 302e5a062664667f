// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/exchange.h"
#include "present/examiner.h"
#include "report/evidence.h"
#include "report/markdown.h"

#include <QObject>

#include <functional>
#include <memory>

namespace present {

class DocumentController;
class DocumentFile;
class HistoryKeeper;

/// Hands the last exchange of a document out as evidence for a bug ticket, judged by what the tester expects and
/// with what he says of it in the history; that of large bodies is made off the GUI thread. What holds a known secret
/// is refused.
class EvidenceController : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and outlive the controller; `file` asks where to save, and `history`, which may be null, knows
    /// the tester's words.
    EvidenceController(DocumentController &document, DocumentFile &file, HistoryKeeper *history,
                       QObject *parent = nullptr);

    /// True once an exchange has ended, also without a response.
    bool isAvailable() const;

    /// Makes the text of a ticket; ticketReady() or refused() follows.
    void makeTicket(report::Markup markup);

    /// Packs the archive and then asks where to save it; saved() or refused() follows, neither when the person changed
    /// his mind.
    void save();

Q_SIGNALS:
    void availableChanged();
    void ticketReady(const QString &text);
    void saved();

    /// Nothing was handed out: a sentence for people says why.
    void refused(const QString &sentence);

    /// Something is missing in what is handed out: a sentence for people.
    void told(const QString &sentence);

private:
    using Made = core::Result<QByteArray>;

    using Report = std::function<Made(const report::Evidence &)>;
    using Use = std::function<void(const QByteArray &)>;

    void drop();
    void make(const Report &report, const Use &use);
    void makeWith(const report::TestersWords &words, const Report &report, const Use &use);

    DocumentController &m_document;
    DocumentFile &m_file;
    HistoryKeeper *m_history;
    std::unique_ptr<QObject> m_question = std::make_unique<QObject>(); ///< To the history; goes with a newer one.
    Examiner<Made> m_maker;
};

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/exchange.h"
#include "present/latest.h"
#include "report/markdown.h"

#include <QObject>

namespace present {

class DocumentController;
class DocumentFile;

/// Hands the last exchange of a document out as evidence for a bug ticket, judged by what the tester expects; that of
/// large bodies is made off the GUI thread. What holds a known secret is refused.
class EvidenceController : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed and outlive the controller; `file` asks where to save.
    EvidenceController(DocumentController &document, DocumentFile &file, QObject *parent = nullptr);

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

private:
    using Made = core::Result<QByteArray>;

    void make(std::function<Made()> job, std::function<void(const QByteArray &)> done);

    DocumentController &m_document;
    DocumentFile &m_file;
    Latest<Made> m_maker;
};

} // namespace present

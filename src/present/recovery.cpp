// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/recovery.h"

#include "present/journalkeeper.h"
#include "present/workspace.h"

#include <QFileInfo>
#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace present {
namespace {

QString nameOf(const session::Unsaved &unsaved)
{
    if (!unsaved.path.isEmpty())
        return QFileInfo(unsaved.path).fileName();
    return unsaved.title;
}

} // namespace

Recovery::Recovery(Workspace &workspace, JournalKeeper &journal, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_journal(journal)
{ }

Recovery::~Recovery() = default;

void Recovery::look()
{
    m_search.start([folder = m_journal.folder()] { return std::make_shared<Remains>(store::journalRemains(folder)); },
                   [this](const std::shared_ptr<Remains> &remains) { take(remains); });
}

void Recovery::take(const std::shared_ptr<Remains> &remains)
{
    m_remains = remains;
    for (store::JournalRemains &run : *remains) {
        const QList<store::JournalRemains::Entry> entries = run.entries();
        for (const store::JournalRemains::Entry &entry : entries)
            takeEntry(run, entry);
    }
    if (m_documents.isEmpty())
        forget();
    else
        Q_EMIT found();
}

void Recovery::takeEntry(store::JournalRemains &remains, const store::JournalRemains::Entry &entry)
{
    core::Result<session::Unsaved> unsaved = session::readJournal(entry.bytes);
    if (entry.problem.isEmpty() && unsaved) {
        m_documents.append(std::move(unsaved).value());
        m_written = m_written.isValid() ? std::max(m_written, entry.written) : entry.written;
        return;
    }
    const QString problem = entry.problem.isEmpty() ? unsaved.error().message : entry.problem;
    const core::Result<QString> aside = remains.setAside(entry);
    Q_EMIT told(aside ? tr("%1 It was moved to %2.").arg(problem, *aside) : problem);
}

QString Recovery::summary() const
{
    if (m_documents.isEmpty())
        return {};
    QStringList names;
    names.reserve(m_documents.size());
    for (const session::Unsaved &unsaved : m_documents)
        names += tr("\u201c%1\u201d").arg(nameOf(unsaved));
    const QString when = QLocale().toString(m_written.toLocalTime(), QLocale::ShortFormat);
    const bool isMasked
        = std::any_of(m_documents.begin(), m_documents.end(), [](const auto &unsaved) { return unsaved.isMasked; });
    const QString text = m_documents.size() == 1
        ? tr("Session Composer ended unexpectedly. What was not saved of %1 is still here, as of %2.")
        : tr("Session Composer ended unexpectedly. What was not saved of %1 is still here, the last as of %2.");
    return text.arg(names.join(tr(", ")), when)
        + (isMasked ? u' ' + tr("Tokens and passwords in it were not kept; *** stands in their place.") : QString());
}

void Recovery::restore()
{
    const QList<session::Unsaved> documents = std::exchange(m_documents, {});
    for (const session::Unsaved &unsaved : documents)
        m_workspace.recover(unsaved);
    // The old copy goes when the new one is on the disk.
    m_journal.flush([self = QPointer<Recovery>(this)](const core::Status &kept) {
        if (self && kept)
            self->forget();
    });
}

void Recovery::discard()
{
    m_documents.clear();
    forget();
}

void Recovery::forget()
{
    const std::shared_ptr<Remains> remains = std::exchange(m_remains, {});
    if (!remains)
        return;
    for (store::JournalRemains &run : *remains) {
        if (const core::Status gone = run.discard(); !gone)
            Q_EMIT told(gone.error().message);
    }
}

} // namespace present

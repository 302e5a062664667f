// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/journalkeeper.h"

#include "core/digest.h"
#include "present/workspace.h"
#include "session/unsaved.h"
#include "session/withoutsecrets.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace present {
namespace {

// From the first key that is not kept: a promise of five seconds leaves three to the disk.
constexpr std::chrono::seconds delay{2};

/// What is to be kept of a document, as far as it costs nothing to tell.
struct Draft
{
    session::BodyState body;
    json::Spelled spelled;
    session::Template envelope; ///< Without its body.
    bool isTemplate = false;
    QByteArray saved;
    session::Unsaved frame; ///< All but the text.
};

struct Job
{
    quint64 number = 0;
    std::optional<Draft> draft; ///< Empty: forget it.
};

std::optional<Draft> draftOf(const OpenDocument &document)
{
    if (!document.isModified())
        return std::nullopt;
    const DocumentFile &file = document.file();
    const session::SessionDocument &body = document.controller().document();
    const TemplateDraft &draft = document.controller().draft();
    Draft result{body.state(), body.spelled(), draft.content({}), draft.isTemplate(), file.savedText(), {}};
    // A template of a format to come is never written over: what is kept of it is a session without a file.
    result.frame.path = file.canSave() ? file.path() : QString();
    result.frame.title = file.name();
    result.frame.aside = result.body.aside;
    return result;
}

/// Puts into `unsaved` what is typed beside a bare session.
void keepBeside(session::Unsaved &unsaved, const session::Template &envelope)
{
    if (envelope == session::Template())
        return;
    unsaved.beside = session::templateTextWithoutSecrets(envelope);
    unsaved.isMasked = unsaved.isMasked || unsaved.beside != session::uncheckedTemplateText(envelope);
    if (!session::readTemplate(unsaved.beside))
        unsaved.beside.clear(); // a secret was one of its words; the session must not be lost for that
}

QByteArray journalBytes(const Draft &draft)
{
    session::Unsaved unsaved = draft.frame;
    if (!unsaved.path.isEmpty())
        unsaved.savedSha256 = core::sha256(draft.saved);
    const QByteArray body = session::bytesOf(draft.body, draft.spelled);
    if (draft.isTemplate) {
        session::Template content = draft.envelope;
        content.body = body;
        unsaved.text = session::templateTextWithoutSecrets(content);
        unsaved.isMasked = unsaved.text != session::uncheckedTemplateText(content);
    } else {
        unsaved.text = session::withoutSecrets(body);
        unsaved.isMasked = unsaved.text != body;
        keepBeside(unsaved, draft.envelope);
    }
    unsaved.aside = session::withoutSecrets(unsaved.aside);
    return session::journalBytes(unsaved);
}

core::Status done(store::Journal &journal, const std::vector<Job> &jobs)
{
    core::Status outcome = core::ok();
    for (const Job &job : jobs) {
        core::Status one = job.draft ? journal.write(job.number, journalBytes(*job.draft)) : journal.remove(job.number);
        if (!one && outcome)
            outcome = std::move(one);
    }
    return outcome;
}

} // namespace

JournalKeeper::JournalKeeper(Workspace &workspace, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_folder(folder)
    , m_journal(folder)
{
    m_pool.setMaxThreadCount(1);
    m_due.setSingleShot(true);
    m_due.setInterval(delay);
    connect(&m_due, &QTimer::timeout, this, &JournalKeeper::write);
}

JournalKeeper::~JournalKeeper()
{
    m_pool.waitForDone();
    m_journal.clear();
}

void JournalKeeper::start()
{
    for (int i = 0; i < m_workspace.count(); ++i)
        follow(m_workspace.at(i));
    connect(&m_workspace, &Workspace::opened, this, [this](int index) { follow(m_workspace.at(index)); });
    connect(&m_workspace, &Workspace::closing, this, [this](int index) {
        OpenDocument *document = &m_workspace.at(index);
        m_changed.remove(document);
        m_closed.insert(m_numbers.take(document));
        write();
    });
}

void JournalKeeper::follow(OpenDocument &document)
{
    m_numbers.insert(&document, ++m_last);
    const auto noted = [this, &document] { note(document); };
    const session::SessionDocument *body = &document.controller().document();
    connect(body, &session::SessionDocument::changed, this, noted);
    connect(body, &session::SessionDocument::sourceTyped, this, noted);
    connect(&document.controller().draft(), &TemplateDraft::changed, this, noted);
    connect(&document.file(), &DocumentFile::nameChanged, this, noted);
    connect(&document, &OpenDocument::titleChanged, this, noted);
    note(document);
}

void JournalKeeper::note(OpenDocument &document)
{
    m_changed.insert(&document);
    if (!m_due.isActive()) // counted from the first key, so that typing on does not put it off
        m_due.start();
}

void JournalKeeper::flush(const std::function<void(const core::Status &)> &done)
{
    m_waiting.append(done);
    write();
}

void JournalKeeper::write()
{
    if (m_isWriting) { // finish() looks again
        m_due.stop();
        return;
    }
    m_due.stop();
    const QSet<quint64> closed = std::exchange(m_closed, {});
    const QSet<OpenDocument *> documents = std::exchange(m_changed, {});
    std::vector<Job> jobs;
    jobs.reserve(static_cast<size_t>(closed.size() + documents.size()));
    for (const quint64 number : closed)
        jobs.push_back({number, {}});
    for (OpenDocument *document : documents)
        jobs.push_back({m_numbers.value(document), draftOf(*document)});
    m_isWriting = true;
    const auto waiting = std::exchange(m_waiting, {});
    m_pool.start([this, jobs = std::move(jobs), documents, waiting] {
        const core::Status outcome = done(m_journal, jobs);
        QMetaObject::invokeMethod(
            this,
            [this, outcome, documents, waiting] {
                finish(outcome, documents);
                for (const auto &call : waiting)
                    call(outcome);
            },
            Qt::QueuedConnection);
    });
}

void JournalKeeper::finish(const core::Status &outcome, const QSet<OpenDocument *> &documents)
{
    m_isWriting = false;
    for (OpenDocument *document : documents) {
        if (!outcome && m_numbers.contains(document)) // what was refused is tried again, typed on or not
            m_changed.insert(document);
    }
    if (!outcome && !std::exchange(m_hasFailed, true))
        Q_EMIT failed(outcome.error().message);
    if (outcome)
        m_hasFailed = false;
    if (!m_waiting.isEmpty() || !m_closed.isEmpty())
        write();
    else if (!m_changed.isEmpty())
        m_due.start();
}

} // namespace present

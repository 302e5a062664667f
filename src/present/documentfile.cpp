// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/documentfile.h"

#include "core/digest.h"
#include "present/templaterequest.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace present {

DocumentFile::DocumentFile(session::SessionDocument &document, TemplateDraft &draft, const store::Files &files,
                           Prompter &prompter, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_draft(draft)
    , m_files(files)
    , m_prompter(prompter)
    , m_disk(files)
{
    connect(&m_disk, &DiskWatch::changed, this, &DocumentFile::diskStateChanged);
    connect(&draft, &TemplateDraft::modifiedChanged, this, &DocumentFile::nameChanged);
}

QString DocumentFile::name() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).fileName();
    return m_title.isEmpty() ? tr("untitled") : m_title;
}

void DocumentFile::startWith(const QByteArray &bytes, const QString &title)
{
    replace(bytes, {}, title);
}

void DocumentFile::startFile(const store::FileContent &content, const QString &path)
{
    replace(content.bytes, path, {});
}

bool DocumentFile::save()
{
    if (m_path.isEmpty() || !canSave())
        return saveAs();
    if (m_disk.look() == DiskWatch::State::Changed && !m_prompter.askToOverwrite(name()))
        return false;
    return saveTo(m_path);
}

bool DocumentFile::saveAs()
{
    Prompter::Form form = m_draft.isTemplate() ? Prompter::Form::Template : Prompter::Form::Either;
    const std::optional<QString> path = m_prompter.askDocumentPath(suggestion(), form);
    return path && saveIn(*path, form == Prompter::Form::Template);
}

bool DocumentFile::saveAsTemplate()
{
    Prompter::Form form = Prompter::Form::Template;
    const std::optional<QString> path = m_prompter.askDocumentPath(suggestion(), form);
    return path && saveIn(*path, true);
}

QString DocumentFile::suggestion() const
{
    return m_path.isEmpty() ? name() + ".json"_L1 : m_path;
}

bool DocumentFile::saveIn(const QString &path, bool isTemplate)
{
    const bool becomesTemplate = isTemplate && !m_draft.isTemplate();
    if (becomesTemplate)
        m_draft.makeTemplate(QFileInfo(path).completeBaseName());
    const bool isSaved = saveTo(path);
    if (becomesTemplate && !isSaved)
        m_draft.makeBare();
    return isSaved;
}

bool DocumentFile::saveCopy(const QByteArray &bytes, const QString &suggestion)
{
    const std::optional<QString> path = m_prompter.askSavePath(suggestion);
    if (!path)
        return false;
    const core::Result<store::Saved> saved = m_files.save(*path, bytes);
    if (!saved)
        m_prompter.tellProblem(tr("Not saved"), *path, saved.error().message);
    return saved.has_value();
}

void DocumentFile::followRename(const QString &from, const QString &to)
{
    if (m_path != from && !m_path.startsWith(from + u'/'))
        return;
    m_path = to + m_path.mid(from.size());
    m_disk.follow(m_path, m_text);
    Q_EMIT nameChanged();
}

bool DocumentFile::mayLoseDocument()
{
    if (!isUnsaved())
        return true;
    switch (m_prompter.askAboutLoss(name())) {
    case Prompter::LossAnswer::Save:
        return save();
    case Prompter::LossAnswer::Discard:
        return true;
    case Prompter::LossAnswer::Cancel:
        return false;
    }
    Q_UNREACHABLE();
}

// What nobody edited goes back byte for byte, however it was spelt.
core::Result<QByteArray> DocumentFile::textToSave() const
{
    if (!m_draft.isTemplate())
        return m_document.bytes();
    return isModified() ? session::templateText(m_draft.content(m_document.bytes())) : m_text;
}

bool DocumentFile::saveTo(const QString &path)
{
    if (!canSave() && QFileInfo(path) == QFileInfo(m_path)) {
        m_prompter.tellProblem(tr("Not saved"), path, m_opened.notice);
        return false;
    }
    const core::Result<QByteArray> text = textToSave();
    if (!text) {
        m_prompter.tellProblem(tr("Not saved"), path, text.error().message);
        return false;
    }
    const core::Result<store::Saved> saved = m_files.save(path, *text);
    if (!saved) {
        m_prompter.tellProblem(tr("Not saved"), path, saved.error().message);
        return false;
    }
    m_path = path;
    m_text = *text;
    m_opened = {};
    followDisk();
    m_document.markSaved();
    m_draft.markSaved();
    Q_EMIT nameChanged();
    Q_EMIT noted(saved->note.isEmpty() ? tr("Saved %1").arg(name()) : saved->note);
    return true;
}

bool DocumentFile::loadAgain()
{
    const core::Result<store::FileContent> content = m_files.readText(m_path);
    if (!content) {
        m_prompter.tellProblem(tr("Not loaded"), m_path, content.error().message);
        return false;
    }
    if (isModified() && !m_prompter.askToLoadAgain(name()))
        return false;
    replace(content->bytes, m_path, m_title);
    return true;
}

void DocumentFile::followDisk()
{
    m_disk.follow(m_path, m_text);
    Q_EMIT diskStateChanged();
}

void DocumentFile::openOurs()
{
    Q_ASSERT(m_opened.conflict);
    openSide(QByteArray(m_opened.conflict->ours));
}

void DocumentFile::openTheirs()
{
    Q_ASSERT(m_opened.conflict);
    openSide(QByteArray(m_opened.conflict->theirs));
}

void DocumentFile::openSide(const QByteArray &text)
{
    take(text);
    m_draft.markUnsaved();
}

void DocumentFile::recover(const session::Unsaved &unsaved)
{
    m_path = unsaved.path;
    m_title = unsaved.title;
    const core::Result<store::FileContent> disk = m_path.isEmpty() ? store::FileContent() : m_files.readText(m_path);
    const QByteArray saved = disk ? disk->bytes : QByteArray();
    m_opened = openedText(unsaved.text);
    m_document.recover(openedText(saved).file.content.body, m_opened.file.content.body, unsaved.aside);
    if (m_opened.file.kind == session::TemplateFile::Kind::Template) {
        m_draft.load(m_opened.file.content);
        if (saved != unsaved.text)
            m_draft.markUnsaved();
    } else {
        m_draft.clear();
        takeBeside(unsaved.beside);
    }
    // What follows the disk has to find that somebody else wrote there meanwhile.
    m_text = core::sha256(saved) == unsaved.savedSha256 ? saved : unsaved.text;
    followDisk();
    m_disk.check();
    Q_EMIT nameChanged();
}

/// Of a bare session: what was typed beside it, or nothing, in place of what the document has there.
void DocumentFile::takeBeside(const QByteArray &text)
{
    const session::Template beside = text.isEmpty() ? session::Template() : openedText(text).file.content;
    m_draft.headers().setRows(headersOf(beside, defaultHeaders()));
    m_draft.setExpectation(beside.expectation);
    m_draft.setTarget(beside.target);
}

void DocumentFile::replace(const QByteArray &bytes, const QString &path, const QString &title)
{
    m_path = path;
    m_title = title;
    take(bytes);
    followDisk();
}

void DocumentFile::take(const QByteArray &text)
{
    m_text = text;
    m_opened = openedText(text);
    m_document.load(m_opened.file.content.body);
    if (m_opened.file.kind == session::TemplateFile::Kind::Template)
        m_draft.load(m_opened.file.content);
    else
        m_draft.clear();
    Q_EMIT nameChanged();
}

} // namespace present

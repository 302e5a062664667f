// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/documentfile.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace present {

DocumentFile::DocumentFile(session::SessionDocument &document, const store::Files &files, Prompter &prompter,
                           QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_files(files)
    , m_prompter(prompter)
{ }

QString DocumentFile::name() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).fileName();
    return m_title.isEmpty() ? tr("untitled") : m_title;
}

bool DocumentFile::startNew()
{
    if (!mayLoseDocument())
        return false;
    replace("{}", {}, {});
    return true;
}

bool DocumentFile::startFrom(const store::GalleryItem &item)
{
    return startWith(item.bytes(), item.name);
}

bool DocumentFile::startWith(const QByteArray &bytes, const QString &title)
{
    if (!mayLoseDocument())
        return false;
    replace(bytes, {}, title);
    return true;
}

bool DocumentFile::open()
{
    const std::optional<QString> path
        = m_prompter.askOpenPath(QFileInfo(m_path).absolutePath(), Prompter::FileKind::Session);
    return path && openPath(*path);
}

bool DocumentFile::openPath(const QString &path)
{
    const core::Result<store::FileContent> content = m_files.readText(path);
    if (!content) {
        m_prompter.tellProblem(tr("Not opened"), path, content.error().message);
        return false;
    }
    if (!mayLoseDocument())
        return false;
    replace(content->bytes, path, {});
    return true;
}

core::Status DocumentFile::load(const QString &path)
{
    const core::Result<store::FileContent> content = m_files.readText(path);
    if (!content)
        return content.error();
    replace(content->bytes, path, {});
    return core::ok();
}

bool DocumentFile::save()
{
    return m_path.isEmpty() ? saveAs() : saveTo(m_path);
}

bool DocumentFile::saveAs()
{
    const QString suggestion = m_path.isEmpty() ? name() + ".json"_L1 : m_path;
    const std::optional<QString> path = m_prompter.askSavePath(suggestion);
    return path && saveTo(*path);
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
    Q_EMIT nameChanged();
}

bool DocumentFile::mayLoseDocument()
{
    if (!m_document.isModified())
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

bool DocumentFile::saveTo(const QString &path)
{
    const core::Result<store::Saved> saved = m_files.save(path, m_document.bytes());
    if (!saved) {
        m_prompter.tellProblem(tr("Not saved"), path, saved.error().message);
        return false;
    }
    m_path = path;
    m_document.markSaved();
    Q_EMIT nameChanged();
    Q_EMIT noted(saved->note.isEmpty() ? tr("Saved %1").arg(name()) : saved->note);
    return true;
}

void DocumentFile::replace(const QByteArray &bytes, const QString &path, const QString &title)
{
    m_path = path;
    m_title = title;
    m_document.load(bytes);
    Q_EMIT nameChanged();
}

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/prompter.h"
#include "session/sessiondocument.h"
#include "store/files.h"
#include "store/gallery.h"

#include <QObject>

namespace present {

/// The file of an open document: open, save, save as, and the question before losing changes.
class DocumentFile : public QObject
{
    Q_OBJECT

public:
    /// All borrowed; they outlive this object.
    DocumentFile(session::SessionDocument &document, const store::Files &files, Prompter &prompter,
                 QObject *parent = nullptr);

    /// The path that Save writes to; empty for a document without a file.
    const QString &path() const { return m_path; }

    /// The name for titles and questions: the file's, the gallery item's, or "untitled".
    QString name() const;

    /// Starts an empty document, after asking about changes. False when the person changed his mind.
    bool startNew();

    /// Starts from a gallery item, after asking about changes.
    bool startFrom(const store::GalleryItem &item);

    /// Starts from `bytes`, which have no file yet, after asking about changes. `title` stands where the file's name
    /// would.
    bool startWith(const QByteArray &bytes, const QString &title);

    /// Asks for a path and opens it, after asking about changes.
    bool open();

    /// Opens `path`, after asking about changes. A problem is told; the document stays as it was.
    bool openPath(const QString &path);

    /// As openPath(), without a person to ask: for the command line's FILE.
    core::Status load(const QString &path);

    /// Saves to path(), or asks for one. False when nothing was saved; a problem is told, and the document stays
    /// modified.
    bool save();
    bool saveAs();

    /// Saves other bytes, such as a response's body, where the person says. The document does not care.
    bool saveCopy(const QByteArray &bytes, const QString &suggestion);

    /// The file or folder `from` is called `to` now: what is open from there is saved there.
    void followRename(const QString &from, const QString &to);

    /// True when the document may go: unmodified, saved just now, or given up by the person.
    bool mayLoseDocument();

Q_SIGNALS:
    void nameChanged();

    /// Something worth saying after a save that succeeded.
    void noted(const QString &sentence);

private:
    bool saveTo(const QString &path);
    void replace(const QByteArray &bytes, const QString &path, const QString &title);

    session::SessionDocument &m_document;
    const store::Files &m_files;
    Prompter &m_prompter;
    QString m_path;
    QString m_title;
};

} // namespace present

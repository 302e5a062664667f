// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/diskwatch.h"
#include "present/openedtext.h"
#include "present/prompter.h"
#include "present/templatedraft.h"
#include "session/sessiondocument.h"
#include "session/unsaved.h"
#include "store/files.h"
#include "store/gallery.h"

#include <QObject>

namespace present {

/// The file of an open document: save, save as, and the question before losing changes.
class DocumentFile : public QObject
{
    Q_OBJECT

public:
    /// All borrowed; they outlive this object.
    DocumentFile(session::SessionDocument &document, TemplateDraft &draft, const store::Files &files,
                 Prompter &prompter, QObject *parent = nullptr);

    /// The path that Save writes to; empty for a document without a file.
    const QString &path() const { return m_path; }

    /// The name for titles and questions: the file's, the gallery item's, or "untitled".
    QString name() const;

    /// True when what Save would write is not what was loaded or saved last.
    bool isModified() const { return m_document.isModified() || m_draft.isModified(); }

    /// True when it would be lost with the document: modified, or not on the disk any more.
    bool isUnsaved() const { return isModified() || m_disk.look() == DiskWatch::State::Gone; }

    /// What somebody else did to the file since it was opened or saved, as far as it was noticed.
    DiskWatch::State diskState() const { return m_disk.noticed(); }

    /// Takes what the file says now, after asking about changes. False when it cannot be read, which is told, or when
    /// the person changed his mind.
    bool loadAgain();

    /// What the file was when it was opened; of a document without one, what it began with.
    const OpenedText &opened() const { return m_opened; }

    /// False while save() would have to refuse: a template of a format to come. A copy of its session can be saved.
    bool canSave() const { return m_opened.canBeSaved(); }

    /// Of a file that git could not merge, takes our version, or the other one, as the document. It is unsaved.
    void openOurs();
    void openTheirs();

    /// Starts from `bytes`, which have no file yet. `title` stands where the file's name would.
    void startWith(const QByteArray &bytes, const QString &title);

    /// Starts from `content`, which was read from `path`.
    void startFile(const store::FileContent &content, const QString &path);

    /// Starts from `unsaved`, which a crash left: modified, and where its file still is, one undo away from what that
    /// says now. A file that changed since is noticed as diskState().
    void recover(const session::Unsaved &unsaved);

    /// The file as it was opened or saved last, byte for byte; of a document without one, what it began with.
    const QByteArray &savedText() const { return m_text; }

    /// Saves to path(), or asks for one; asks before it saves over what somebody else has written there. False when
    /// nothing was saved; a problem is told, and the document stays modified.
    bool save();
    bool saveAs();

    /// Asks for a path and saves there as a template, which a bare session becomes by that. False as in save(), and
    /// then the session is still a bare one.
    bool saveAsTemplate();

    /// Saves other bytes, such as a response's body, where the person says. The document does not care.
    bool saveCopy(const QByteArray &bytes, const QString &suggestion);

    /// The file or folder `from` is called `to` now: what is open from there is saved there.
    void followRename(const QString &from, const QString &to);

    /// True when the document may go: unmodified and on the disk, saved just now, or given up by the person.
    bool mayLoseDocument();

Q_SIGNALS:
    void nameChanged();
    void diskStateChanged();

    /// Something worth saying after a save that succeeded.
    void noted(const QString &sentence);

private:
    QString suggestion() const;
    core::Result<QByteArray> textToSave() const;
    bool saveIn(const QString &path, bool isTemplate);
    bool saveTo(const QString &path);
    void replace(const QByteArray &bytes, const QString &path, const QString &title);
    void followDisk();
    void openSide(const QByteArray &text);
    void takeBeside(const QByteArray &text);
    void take(const QByteArray &text);

    session::SessionDocument &m_document;
    TemplateDraft &m_draft;
    const store::Files &m_files;
    Prompter &m_prompter;
    QString m_path;
    QString m_title;
    QByteArray m_text; ///< The file, byte for byte, as it was opened or saved last.
    OpenedText m_opened;
    DiskWatch m_disk;
};

} // namespace present

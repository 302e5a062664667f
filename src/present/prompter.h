// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace present {

/// Questions to the person. A seam: the window asks with dialogs, a test answers at once.
class Prompter
{
public:
    enum class LossAnswer { Save, Discard, Cancel };

    /// What a file that is asked for should hold.
    enum class FileKind { Session, Schema, Requests };

    virtual ~Prompter() = default;

    /// What to do with the unsaved changes of `name`.
    virtual LossAnswer askAboutLoss(const QString &name) = 0;

    /// The same, once for all of the documents `names`.
    virtual LossAnswer askAboutLosses(const QStringList &names) = 0;

    /// Whether to save over `name`, which somebody else has changed since it was opened.
    virtual bool askToOverwrite(const QString &name)
    {
        Q_UNUSED(name);
        return false;
    }

    /// Whether to load `name` again, which loses the changes to it.
    virtual bool askToLoadAgain(const QString &name)
    {
        Q_UNUSED(name);
        return false;
    }

    /// A file to open, looking into `folder` first; empty when the person changed his mind.
    virtual std::optional<QString> askOpenPath(const QString &folder, FileKind kind) = 0;

    /// Where to save a file that would be called `suggestion`, a path; the dialog asks before replacing a file.
    virtual std::optional<QString> askSavePath(const QString &suggestion) = 0;

    /// In what form a document is saved.
    enum class Form { Session, Template, Either };

    /// As askSavePath(), of a document. Of Form::Either it asks for the form as well, and sets it.
    virtual std::optional<QString> askDocumentPath(const QString &suggestion, Form &form)
    {
        if (form == Form::Either)
            form = Form::Session;
        return askSavePath(suggestion);
    }

    /// A folder, looking into `folder` first; empty when the person changed his mind.
    virtual std::optional<QString> askFolder(const QString &folder)
    {
        Q_UNUSED(folder);
        return std::nullopt;
    }

    /// Tells that `path` could not be opened or saved, with the sentence that says why. Returns when it was read.
    virtual void tellProblem(const QString &title, const QString &path, const QString &sentence) = 0;

protected:
    Prompter() = default;
    Prompter(const Prompter &) = default;
    Prompter &operator=(const Prompter &) = default;
};

} // namespace present

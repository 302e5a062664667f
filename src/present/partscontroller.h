// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/prompter.h"
#include "present/workspace.h"
#include "session/place.h"
#include "store/snippets.h"

#include <QObject>

namespace present {

/// An object that can be put into a place of the session.
struct Part
{
    QString name; ///< A snippet's, or the pointer that it is copied from.
    QString description; ///< One sentence; may be empty.
    QJsonObject value;
};

/// Puts parts into the session, snippets and members of sessions alike, and keeps parts of it as snippets.
///
/// A place is an RFC 6901 pointer as it is typed; `-` at its end, or a collection, stands for a new item.
class PartsController : public QObject
{
    Q_OBJECT

public:
    /// Where parts come from.
    enum class From { Snippets, ThisSession, OtherFile };

    /// More places than that are not listed; they can be typed.
    static constexpr qsizetype mostPlaces = 1000;

    /// What it borrows; all of it outlives the controller.
    struct Services
    {
        Workspace &workspace; ///< Whose current document the session is of.
        const store::Files &files;
        const store::Snippets &snippets;
        Prompter &prompter;
    };

    explicit PartsController(Services services, QObject *parent = nullptr);

    /// Whether the session can take parts; the Error says why it cannot: its text is one that a form cannot hold.
    core::Status availability() const;

    /// The places of the session, outer ones first.
    QStringList places() const;

    /// The place at `pointer` or the nearest above it; empty when there is none.
    QString placeAround(const json::Pointer &pointer) const;

    /// The short name of the type that is declared at `place`; the Error says why no part fits there.
    core::Result<QString> typeAt(const QString &place) const;

    /// What fits into `place`.
    QList<Part> partsFor(const QString &place, From from) const;

    /// Asks for the session file that From::OtherFile means. False when there is none; a problem is told.
    bool chooseFile();

    /// The name of that file; empty before one was chosen.
    const QString &fileName() const { return m_fileName; }

    /// Puts `part` into `place`: it replaces what is there, or is appended to a collection. One undo step.
    core::Status insert(const QString &place, const Part &part);

    /// Keeps the object at `place` as a snippet. One without `@odata.type` gets it, so that the snippet knows its type.
    core::Status saveSnippet(const QString &place, const QString &name) const;

    /// Where the person's snippets are, to say so.
    const QString &folder() const { return m_services.snippets.folder(); }

private:
    DocumentController &controller() const { return m_services.workspace.current().controller(); }
    core::Result<session::Place> placeNamed(const QString &place) const;
    QList<Part> snippetsFor(const session::Place &place) const;
    QList<Part> membersFor(const session::Place &place, const QJsonObject &session) const;

    Services m_services;
    QJsonObject m_other; ///< The session of the file.
    QString m_fileName;
};

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/librarymodel.h"
#include "store/librarychanges.h"

#include <QObject>

#include <memory>

namespace exchange {
class UrlOpener;
}

namespace store {
class EnvironmentStore;
class Settings;
} // namespace store

namespace present {

class EnvironmentController;
class Prompter;
class Workspace;

/// What can be done with the library. Whatever fails is a sentence, and changes nothing.
class LibraryDesk : public QObject
{
    Q_OBJECT

public:
    /// What the desk borrows; all of it outlives the desk.
    struct Services
    {
        Workspace &workspace;
        const store::Files &files;
        Prompter &prompter;
        exchange::UrlOpener &opener;
        store::Settings &settings;
        store::EnvironmentStore &environmentStore;
        EnvironmentController &environments;
    };

    /// What can be done with one row.
    enum class Act { Open, Rename, Duplicate, Trash, NewFolder, Reveal, RemoveFolder };

    /// `ownFolder` always comes first; it is made when the library is first shown.
    LibraryDesk(Services services, const QString &ownFolder, QObject *parent = nullptr);

    /// The rows; they are made when they are first asked for, since the start of the program needs none.
    LibraryModel &rows() { return library().rows; }

    /// While the library shows it follows the disk.
    void setShowing(bool isShowing);

    /// Looks at the disk again.
    void refresh() { library().scan.refresh(); }

    bool can(Act act, const LibraryRow &row) const;

    /// Opens a template or a session; an environment joins those to send to.
    void open(const LibraryRow &row);

    /// The name of a file or folder as a person changes it.
    static QString nameOf(const LibraryRow &row) { return store::libraryName(row.path); }

    /// Renames the file or folder, and with it what is open from there.
    core::Status rename(const LibraryRow &row, const QString &name);

    /// A case of the gallery is duplicated into the folder of the program.
    void duplicate(const LibraryRow &row);

    /// Moves it to the trash of the desktop.
    void trash(const LibraryRow &row);

    /// Makes a folder in the folder of `row`, or beside its file.
    core::Status makeFolder(const LibraryRow &row, const QString &name);

    /// Opens the file manager where it is.
    void reveal(const LibraryRow &row);

    /// Asks for a folder and lists it from now on.
    void addFolder();

    /// Lists it no longer; on the disk nothing changes.
    void removeFolder(const LibraryRow &row);

    /// What to ask before `paths` go into `folder`.
    static QString transferQuestion(const QStringList &paths, const QString &folder);

    /// Copies or moves them, one after the other; then told().
    void transfer(const QStringList &paths, const QString &folder, store::Transfer transfer);

    /// Takes the environment of the file in the place of the one of its name, as environmentAsked() asked.
    void changeEnvironment(const QString &path);

Q_SIGNALS:
    /// Something worth saying: a sentence for people.
    void told(const QString &sentence);

    /// A file was made or renamed: it is to be chosen when it is listed.
    void made(const QString &path);

    /// There is an environment of this name that leads elsewhere; `question` asks whether to change it.
    void environmentAsked(const QString &question, const QString &path);

    /// Not every folder can be watched; a sentence, or empty.
    void watchingChanged(const QString &problem);

private:
    struct Library
    {
        LibraryScan scan;
        LibraryModel rows;
    };

    struct Transfers
    {
        QStringList paths;
        QString folder;
        store::Transfer transfer = store::Transfer::Copy;
        qsizetype next = 0;
        QStringList problems;
    };

    Library &library();
    QStringList addedFolders() const;
    void keepFolders(const QStringList &folders);
    void tell(const core::Result<QString> &path, const QString &success);
    void transferNext(const std::shared_ptr<Transfers> &transfers);
    void useEnvironment(const QString &path);

    Services m_services;
    QString m_ownFolder;
    std::unique_ptr<Library> m_library;
};

} // namespace present

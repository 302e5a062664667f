// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/librarydesk.h"

#include "exchange/origin.h"
#include "exchange/urlopener.h"
#include "present/environmentcontroller.h"
#include "present/prompter.h"
#include "present/workspace.h"
#include "store/durablesave.h"
#include "store/environments.h"
#include "store/gallery.h"
#include "store/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace present {
namespace {

using Kind = LibraryRow::Kind;

bool isIn(const QList<Kind> &kinds, const LibraryRow &row)
{
    return kinds.contains(row.kind);
}

/// The folder of a row: itself, or where its file lies.
QString folderOf(const LibraryRow &row)
{
    const bool isFolder = row.kind == Kind::AddedFolder || row.kind == Kind::Folder;
    return isFolder ? row.path : QFileInfo(row.path).path();
}

QString fileName(const QString &path)
{
    return QFileInfo(path).fileName();
}

/// A name that a file can have, of one for people.
QString plainName(QString name)
{
    static constexpr QStringView forbidden = uR"(/\:*?"<>|)";
    for (const QChar sign : forbidden)
        name.replace(sign, u'-');
    return name.simplified();
}

/// `text` as the places that it names are told apart.
QString originOf(const exchange::Environment &environment)
{
    const exchange::Origin origin = exchange::Origin::of(QUrl(environment.baseUrl));
    return origin.isValid() ? origin.toString() : environment.baseUrl;
}

} // namespace

LibraryDesk::LibraryDesk(Services services, const QString &ownFolder, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_ownFolder(ownFolder)
{ }

LibraryDesk::Library &LibraryDesk::library()
{
    if (m_library)
        return *m_library;
    m_library = std::make_unique<Library>();
    LibraryScan *scan = &m_library->scan;
    LibraryModel *rows = &m_library->rows;
    connect(scan, &LibraryScan::listed, rows, &LibraryModel::setListing);
    connect(scan, &LibraryScan::wordsRead, rows, &LibraryModel::setWords);
    connect(scan, &LibraryScan::finished, rows, &LibraryModel::wordsAreComplete);
    connect(scan, &LibraryScan::watchingChanged, this, &LibraryDesk::watchingChanged);
    return *m_library;
}

void LibraryDesk::setShowing(bool isShowing)
{
    LibraryScan &scan = library().scan;
    if (isShowing && scan.folders().isEmpty()) {
        if (const core::Status made = store::makePrivateFolder(m_ownFolder); !made)
            Q_EMIT told(made.error().message);
        scan.setFolders(QStringList{m_ownFolder} + addedFolders());
    }
    scan.setFollowing(isShowing);
}

bool LibraryDesk::can(Act act, const LibraryRow &row) const
{
    switch (act) {
    case Act::Open:
        return isIn({Kind::GalleryItem, Kind::File, Kind::Environment}, row);
    case Act::Rename:
    case Act::Trash:
        return isIn({Kind::Folder, Kind::File, Kind::Environment}, row);
    case Act::Duplicate:
        return isIn({Kind::GalleryItem, Kind::File, Kind::Environment}, row);
    case Act::NewFolder:
        return isIn({Kind::AddedFolder, Kind::Folder, Kind::File}, row);
    case Act::Reveal:
        return !row.path.isEmpty();
    case Act::RemoveFolder:
        return row.kind == Kind::AddedFolder && row.path != m_ownFolder;
    }
    Q_UNREACHABLE();
}

void LibraryDesk::open(const LibraryRow &row)
{
    Q_ASSERT(can(Act::Open, row));
    if (row.kind == Kind::GalleryItem)
        m_services.workspace.startFrom(store::gallery().at(row.galleryItem));
    else if (row.kind == Kind::File)
        m_services.workspace.openPath(row.path);
    else
        useEnvironment(row.path);
}

core::Status LibraryDesk::rename(const LibraryRow &row, const QString &name)
{
    Q_ASSERT(can(Act::Rename, row));
    const core::Result<QString> path = store::renameInLibrary(row.path, name);
    if (!path)
        return path.error();
    m_services.workspace.followRename(row.path, *path);
    tell(path, tr("It is called %1 now.").arg(fileName(*path)));
    return core::ok();
}

void LibraryDesk::duplicate(const LibraryRow &row)
{
    Q_ASSERT(can(Act::Duplicate, row));
    core::Result<QString> path = row.path;
    if (row.kind == Kind::GalleryItem) {
        const store::GalleryItem item = store::gallery().at(row.galleryItem);
        path = store::addToLibrary(m_services.files, m_ownFolder, plainName(item.name), item.text());
    } else {
        path = store::duplicateInLibrary(m_services.files, row.path);
    }
    tell(path, path ? tr("The copy is %1.").arg(fileName(*path)) : QString());
}

void LibraryDesk::trash(const LibraryRow &row)
{
    Q_ASSERT(can(Act::Trash, row));
    const core::Status status = store::trashFromLibrary(row.path);
    Q_EMIT told(status ? tr("%1 is in the trash.").arg(fileName(row.path)) : status.error().message);
    refresh();
}

core::Status LibraryDesk::makeFolder(const LibraryRow &row, const QString &name)
{
    Q_ASSERT(can(Act::NewFolder, row));
    const core::Result<QString> path = store::makeLibraryFolder(folderOf(row), name);
    if (!path)
        return path.error();
    tell(path, tr("The folder %1 is there.").arg(name));
    return core::ok();
}

void LibraryDesk::reveal(const LibraryRow &row)
{
    Q_ASSERT(can(Act::Reveal, row));
    const QString folder = folderOf(row);
    if (!m_services.opener.open(QUrl::fromLocalFile(folder)))
        Q_EMIT told(tr("No file manager took the folder. It is %1").arg(QDir::toNativeSeparators(folder)));
}

void LibraryDesk::addFolder()
{
    const std::optional<QString> asked = m_services.prompter.askFolder(m_ownFolder);
    if (!asked)
        return;
    const QString folder = QDir::cleanPath(*asked);
    if (folder.contains(u'\n')) {
        Q_EMIT told(tr("A folder with a line break in its name cannot be added."));
        return;
    }
    if (library().scan.folders().contains(folder)) {
        Q_EMIT told(tr("This folder is listed already."));
        return;
    }
    keepFolders(addedFolders() << folder);
    Q_EMIT made(folder);
}

void LibraryDesk::removeFolder(const LibraryRow &row)
{
    Q_ASSERT(can(Act::RemoveFolder, row));
    QStringList folders = addedFolders();
    folders.removeAll(row.path);
    keepFolders(folders);
    Q_EMIT told(tr("%1 is no longer listed. On the disk nothing has changed.").arg(row.name));
}

QString LibraryDesk::transferQuestion(const QStringList &paths, const QString &folder)
{
    const QString place = fileName(folder);
    return paths.size() == 1 ? tr("Put %1 into the folder %2?").arg(fileName(paths.constFirst()), place)
                             : tr("Put %1 files into the folder %2?").arg(paths.size()).arg(place);
}

void LibraryDesk::transfer(const QStringList &paths, const QString &folder, store::Transfer transfer)
{
    transferNext(std::make_shared<Transfers>(Transfers{paths, folder, transfer, 0, {}}));
}

/// One file a turn of the event loop: each of them waits for the disk.
void LibraryDesk::transferNext(const std::shared_ptr<Transfers> &transfers)
{
    if (transfers->next == transfers->paths.size()) {
        const qsizetype done = transfers->paths.size() - transfers->problems.size();
        const QString sentence = transfers->transfer == store::Transfer::Copy ? tr("%1 copied.") : tr("%1 moved.");
        Q_EMIT told((QStringList{sentence.arg(done)} + transfers->problems).join(u' '));
        refresh();
        return;
    }
    const QString from = transfers->paths.at(transfers->next++);
    const core::Result<QString> path
        = store::transferInLibrary(m_services.files, from, transfers->folder, transfers->transfer);
    if (!path)
        transfers->problems += fileName(from) + u": "_s + path.error().message;
    else if (transfers->transfer == store::Transfer::Move)
        m_services.workspace.followRename(from, *path);
    QTimer::singleShot(0, this, [this, transfers] { transferNext(transfers); });
}

void LibraryDesk::useEnvironment(const QString &path)
{
    const core::Result<exchange::Environment> shared = store::readSharedEnvironment(path);
    if (!shared) {
        Q_EMIT told(shared.error().message);
        return;
    }
    const std::optional<exchange::Environment> own = m_services.environmentStore.find(shared->name);
    if (!own) {
        const core::Status added = m_services.environmentStore.add(*shared);
        if (added)
            m_services.environments.take(*shared);
        Q_EMIT told(added ? tr("The environment %1 can be chosen above.").arg(shared->name) : added.error().message);
        return;
    }
    exchange::Environment same = *own;
    same.allowsTokenOverHttp = shared->allowsTokenOverHttp; // consent is no part of the file
    if (same == *shared) {
        Q_EMIT told(tr("The environment %1 is there already, and the same.").arg(shared->name));
        return;
    }
    const QString question = originOf(*own) == originOf(*shared)
        ? tr("The environment %1 is there already, with another path, version or call record. Change it?")
              .arg(shared->name)
        : tr("The environment %1 leads to %2 now, and by this file to %3. Change it? Before a token goes there, it is "
             "asked for again.")
              .arg(shared->name, originOf(*own), originOf(*shared));
    Q_EMIT environmentAsked(question, path);
}

void LibraryDesk::changeEnvironment(const QString &path)
{
    core::Result<exchange::Environment> shared = store::readSharedEnvironment(path);
    core::Status status = shared ? core::ok() : core::Status(shared.error());
    if (shared) {
        const std::optional<exchange::Environment> own = m_services.environmentStore.find(shared->name);
        // What was agreed to for one place does not hold for another.
        shared->allowsTokenOverHttp = own && originOf(*own) == originOf(*shared) && own->allowsTokenOverHttp;
        status = m_services.environmentStore.change(shared->name, *shared);
    }
    if (status)
        m_services.environments.take(*shared);
    Q_EMIT told(status ? tr("The environment %1 has changed.").arg(shared->name) : status.error().message);
}

QStringList LibraryDesk::addedFolders() const
{
    return m_services.settings.value(store::settings::libraryFolders).split(u'\n', Qt::SkipEmptyParts);
}

void LibraryDesk::keepFolders(const QStringList &folders)
{
    m_services.settings.setValue(store::settings::libraryFolders, folders.join(u'\n'));
    library().scan.setFolders(QStringList{m_ownFolder} + folders);
}

void LibraryDesk::tell(const core::Result<QString> &path, const QString &success)
{
    if (path) {
        Q_EMIT made(*path);
        refresh();
    }
    Q_EMIT told(path ? success : path.error().message);
}

} // namespace present

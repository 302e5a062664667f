// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/librarymodel.h"

#include "store/gallery.h"

#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace present {
namespace {

using Kind = LibraryRow::Kind;
using store::LibraryEntry;
using store::LibraryWords;

constexpr QLatin1String uriList("text/uri-list");

bool isHeading(Kind kind)
{
    return kind == Kind::Gallery || kind == Kind::Environments;
}

bool isFolder(Kind kind)
{
    return kind == Kind::AddedFolder || kind == Kind::Folder;
}

Kind kindOf(const LibraryEntry &entry)
{
    switch (entry.kind) {
    case LibraryEntry::Kind::Folder:
        return entry.parent < 0 ? Kind::AddedFolder : Kind::Folder;
    case LibraryEntry::Kind::File:
        return Kind::File;
    case LibraryEntry::Kind::Environment:
        return Kind::Environment;
    }
    Q_UNREACHABLE();
}

/// Whether two listings have the same rows; what files say of themselves may differ.
bool areSameRows(const QList<LibraryEntry> &one, const QList<LibraryEntry> &other)
{
    return std::equal(one.cbegin(), one.cend(), other.cbegin(), other.cend(),
                      [](const LibraryEntry &a, const LibraryEntry &b) {
                          return a.kind == b.kind && a.parent == b.parent && a.path == b.path && a.problem == b.problem;
                      });
}

/// By the text alone: a look at the disk for each of thousands of rows would be felt.
QString fileName(const LibraryEntry &entry)
{
    const QString name = entry.path.section(u'/', -1);
    switch (entry.kind) {
    case LibraryEntry::Kind::Folder:
        return name;
    case LibraryEntry::Kind::File:
        return name.chopped(store::templateSuffix.size());
    case LibraryEntry::Kind::Environment:
        return name.chopped(store::environmentSuffix.size());
    }
    Q_UNREACHABLE();
}

QString textOf(const LibraryRow &row)
{
    QString text = row.name;
    if (!row.tags.isEmpty())
        text += u" \u00b7 "_s + row.tags.join(u", "_s);
    return row.problem.isEmpty() ? text : u"\u26a0 "_s + text;
}

} // namespace

LibraryModel::LibraryModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    build();
}

void LibraryModel::setListing(const LibraryScan::Listing &listing)
{
    const bool isSame = areSameRows(m_listing.entries, listing.entries);
    m_listing = listing;
    if (isSame) {
        setWords(0, listing.words);
        return;
    }
    beginResetModel();
    build();
    endResetModel();
}

void LibraryModel::setWords(qsizetype first, const QList<LibraryWords> &words)
{
    QModelIndex from;
    QModelIndex to;
    for (qsizetype i = 0; i < words.size(); ++i) {
        m_listing.words[first + i] = words.at(i);
        putWords(first + i);
        const QModelIndex next = isFiltered() ? QModelIndex() : indexOfNode(m_nodeOfEntry.at(first + i));
        if (from.isValid() && next.isValid() && next.internalId() == to.internalId() + 1
            && next.row() == to.row() + 1) {
            to = next;
            continue;
        }
        if (from.isValid())
            Q_EMIT dataChanged(from, to);
        from = to = next;
    }
    if (from.isValid())
        Q_EMIT dataChanged(from, to);
}

void LibraryModel::wordsAreComplete()
{
    if (isFiltered())
        refilter();
}

void LibraryModel::setFilter(const QString &filter)
{
    const QString simple = filter.simplified();
    if (simple == m_filter)
        return;
    m_filter = simple;
    refilter();
}

const LibraryRow &LibraryModel::at(const QModelIndex &index) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    return m_nodes.at(nodeOf(index)).row;
}

QModelIndex LibraryModel::indexOf(const QString &path) const
{
    const auto found
        = std::find_if(m_nodes.cbegin(), m_nodes.cend(), [&path](const Node &node) { return node.row.path == path; });
    return found == m_nodes.cend() || path.isEmpty() ? QModelIndex() : indexOfNode(found - m_nodes.cbegin());
}

bool LibraryModel::hasFiles() const
{
    return std::any_of(m_listing.entries.cbegin(), m_listing.entries.cend(),
                       [](const LibraryEntry &entry) { return entry.kind != LibraryEntry::Kind::Folder; });
}

QString LibraryModel::about(const LibraryRow &row)
{
    QStringList lines{row.name};
    if (!row.description.isEmpty())
        lines += row.description;
    if (!row.tags.isEmpty())
        lines += tr("Tags: %1").arg(row.tags.join(u", "_s));
    if (!row.path.isEmpty())
        lines += QDir::toNativeSeparators(row.path);
    if (!row.problem.isEmpty())
        lines += row.problem;
    return lines.join(u'\n');
}

int LibraryModel::columnCount(const QModelIndex &) const
{
    return 1;
}

int LibraryModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(m_nodes.at(nodeOf(parent)).shown.size());
}

QModelIndex LibraryModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? indexOfNode(m_nodes.at(nodeOf(parent)).shown.at(row)) : QModelIndex();
}

QModelIndex LibraryModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOfNode(m_nodes.at(nodeOf(child)).parent) : QModelIndex();
}

QVariant LibraryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LibraryRow &row = at(index);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row);
    case Qt::AccessibleTextRole:
        return about(row).replace(u'\n', u", "_s);
    default:
        return {};
    }
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid())
        return flags;
    const LibraryRow &row = at(index);
    if (!row.path.isEmpty() && row.kind != Kind::AddedFolder)
        flags |= Qt::ItemIsDragEnabled;
    if (!folderAt(index).isEmpty())
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QStringList LibraryModel::mimeTypes() const
{
    return {uriList};
}

QMimeData *LibraryModel::mimeData(const QModelIndexList &indexes) const
{
    QList<QUrl> urls;
    for (const QModelIndex &index : indexes) {
        if (const LibraryRow &row = at(index); !row.path.isEmpty())
            urls += QUrl::fromLocalFile(row.path);
    }
    if (urls.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setUrls(urls);
    return data;
}

bool LibraryModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    const QList<QUrl> urls = data->urls();
    return !urls.isEmpty() && !folderAt(parent).isEmpty()
        && std::all_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); });
}

bool LibraryModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    paths.reserve(urls.size());
    for (const QUrl &url : urls)
        paths += QDir::cleanPath(url.toLocalFile());
    Q_EMIT filesDropped(paths, folderAt(parent));
    return false;
}

qsizetype LibraryModel::append(qsizetype parent, LibraryRow row)
{
    Node node;
    node.row = std::move(row);
    node.parent = parent;
    const auto place = static_cast<qsizetype>(m_nodes.size());
    m_nodes.push_back(node);
    if (parent >= 0)
        m_nodes[parent].children += place;
    return place;
}

void LibraryModel::build()
{
    m_nodes.clear();
    constexpr qsizetype headingsAndGallery = 32;
    m_nodes.reserve(static_cast<size_t>(m_listing.entries.size() + headingsAndGallery));
    append(-1, {});
    appendGallery();
    appendEntries();
    applyFilter();
}

void LibraryModel::appendGallery()
{
    const qsizetype heading
        = append(0, {Kind::Gallery, {}, -1, tr("Gallery"), tr("What comes with the program."), {}, {}});
    const QList<store::GalleryItem> items = store::gallery();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const session::Template content = items.at(i).content();
        const qsizetype node
            = append(heading, {Kind::GalleryItem, {}, i, content.name, content.description, content.tags, {}});
        m_nodes[node].searched = about(m_nodes.at(node).row).toCaseFolded();
    }
}

void LibraryModel::appendEntries()
{
    m_nodeOfEntry.clear();
    m_nodeOfEntry.reserve(m_listing.entries.size());
    QList<qsizetype> environments;
    environments.reserve(m_listing.entries.size());
    for (qsizetype i = 0; i < m_listing.entries.size(); ++i) {
        const LibraryEntry &entry = m_listing.entries.at(i);
        if (entry.kind == LibraryEntry::Kind::Environment) {
            environments += i;
            m_nodeOfEntry += -1; // they come last, on their own
            continue;
        }
        const qsizetype parent = entry.parent < 0 ? 0 : m_nodeOfEntry.at(entry.parent);
        m_nodeOfEntry += append(parent, {kindOf(entry), entry.path, -1, {}, {}, {}, {}});
        putWords(i);
    }
    if (environments.isEmpty())
        return;
    const qsizetype heading = append(
        0,
        {Kind::Environments, {}, -1, tr("Environments"), tr("Places to send to that lie beside templates."), {}, {}});
    for (const qsizetype i : std::as_const(environments)) {
        m_nodeOfEntry[i] = append(heading, {Kind::Environment, m_listing.entries.at(i).path, -1, {}, {}, {}, {}});
        putWords(i);
    }
}

void LibraryModel::putWords(qsizetype entry)
{
    const LibraryEntry &found = m_listing.entries.at(entry);
    const LibraryWords &words = m_listing.words.at(entry);
    Node &node = m_nodes[m_nodeOfEntry.at(entry)];
    const QString name = fileName(found);
    node.row.name = words.name.isEmpty() ? name : words.name;
    if (node.row.name.isEmpty()) // the root of all folders
        node.row.name = found.path;
    node.row.description = words.description;
    node.row.tags = words.tags;
    node.row.problem = found.problem.isEmpty() ? words.problem : found.problem;
    if (!isFolder(node.row.kind)) {
        const QStringList searched{words.name, name, words.description, words.tags.join(u'\n')};
        node.searched = searched.join(u'\n').toCaseFolded();
    }
}

bool LibraryModel::fits(const Node &node, const QStringList &words) const
{
    if (words.isEmpty())
        return true;
    return !node.searched.isEmpty() && std::all_of(words.begin(), words.end(), [&node](const QString &word) {
        return node.searched.contains(word);
    });
}

/// From the back, because children come after their parents.
void LibraryModel::applyFilter()
{
    const QStringList words = m_filter.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    for (Node &node : m_nodes)
        node.shown.clear();
    for (auto i = static_cast<qsizetype>(m_nodes.size()) - 1; i >= 0; --i) {
        QList<qsizetype> shown = std::move(m_nodes[i].shown);
        std::reverse(shown.begin(), shown.end());
        for (qsizetype place = 0; place < shown.size(); ++place)
            m_nodes[shown.at(place)].place = static_cast<int>(place);
        if (i > 0 && (!shown.isEmpty() || fits(m_nodes.at(i), words)))
            m_nodes[m_nodes.at(i).parent].shown += i;
        m_nodes[i].shown = std::move(shown);
    }
}

void LibraryModel::refilter()
{
    beginResetModel();
    applyFilter();
    endResetModel();
}

QModelIndex LibraryModel::indexOfNode(qsizetype node) const
{
    if (node <= 0)
        return {};
    const Node &wanted = m_nodes.at(node);
    const QList<qsizetype> &shown = m_nodes.at(wanted.parent).shown;
    const bool isShown = wanted.place < shown.size() && shown.at(wanted.place) == node;
    return isShown ? createIndex(wanted.place, 0, static_cast<quintptr>(node)) : QModelIndex();
}

qsizetype LibraryModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<qsizetype>(index.internalId()) : 0;
}

/// Where what is dropped on a row goes: into the folder, or the folder of the file.
QString LibraryModel::folderAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const LibraryRow &row = at(index);
    if (row.path.isEmpty() || isHeading(row.kind) || (isFolder(row.kind) && !row.problem.isEmpty()))
        return {};
    return isFolder(row.kind) ? row.path : QFileInfo(row.path).path();
}

} // namespace present

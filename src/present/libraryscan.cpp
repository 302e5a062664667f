// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/libraryscan.h"

#include <QElapsedTimer>
#include <QSet>

#include <utility>

namespace present {
namespace {

using store::LibraryEntry;
using store::LibraryWords;
using namespace std::chrono_literals;

constexpr auto pause = 200ms;

/// Long enough that the hand-over costs little, short enough that one sees the words come.
constexpr qint64 sliceMilliseconds = 40;

bool isFile(const LibraryEntry &entry)
{
    return entry.kind != LibraryEntry::Kind::Folder;
}

} // namespace

LibraryScan::LibraryScan(QObject *parent, qsizetype mostWatched)
    : QObject(parent)
    , m_mostWatched(mostWatched)
    , m_isCancelled(std::make_shared<std::atomic<bool>>(false))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isFollowing)
            refresh();
    });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        m_isBehind = true;
        if (!m_pause.isActive())
            m_pause.start();
    });
}

LibraryScan::~LibraryScan()
{
    *m_isCancelled = true;
}

void LibraryScan::setFolders(const QStringList &folders)
{
    m_folders = folders;
    m_isBehind = true;
    if (m_isFollowing)
        refresh();
}

void LibraryScan::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    if (isFollowing && m_isBehind)
        refresh();
}

void LibraryScan::refresh()
{
    m_isBehind = false;
    m_isBusy = true;
    *m_isCancelled = true; // the one before
    m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    m_reader.drop();
    m_lister.start([folders = m_folders, known = m_known,
                    isCancelled = m_isCancelled] { return list(folders, known, *isCancelled); },
                   [this](const Listing &listing) { take(listing); });
}

LibraryScan::Listing LibraryScan::list(const QStringList &folders, const Known &known,
                                       const std::atomic<bool> &isCancelled)
{
    Listing listing{store::listLibrary(folders, isCancelled), {}};
    listing.words.resize(listing.entries.size());
    for (qsizetype i = 0; i < listing.entries.size(); ++i) {
        const LibraryEntry &entry = listing.entries.at(i);
        const auto old = known.constFind(entry.path);
        if (old != known.cend() && old->size == entry.size && old->changed == entry.changed)
            listing.words[i] = old->words;
    }
    return listing;
}

void LibraryScan::take(const Listing &listing)
{
    m_listing = listing;
    Known known;
    known.reserve(m_known.size());
    for (const LibraryEntry &entry : std::as_const(m_listing.entries)) {
        const auto old = m_known.constFind(entry.path);
        if (old != m_known.cend() && old->size == entry.size && old->changed == entry.changed)
            known.insert(entry.path, *old);
    }
    m_known = std::move(known); // what is gone is forgotten
    watch();
    Q_EMIT listed(m_listing);
    readFrom(0);
}

void LibraryScan::readFrom(qsizetype first)
{
    while (first < m_listing.entries.size()
           && (!isFile(m_listing.entries.at(first)) || m_known.contains(m_listing.entries.at(first).path)))
        ++first;
    if (first == m_listing.entries.size()) {
        m_isBusy = false;
        Q_EMIT finished();
        return;
    }
    m_reader.start([entries = m_listing.entries, first] { return readSlice(entries, first); },
                   [this, first](const QList<LibraryWords> &words) { takeWords(first, words); });
}

QList<LibraryWords> LibraryScan::readSlice(const QList<LibraryEntry> &entries, qsizetype first)
{
    QElapsedTimer timer;
    timer.start();
    QList<LibraryWords> words;
    constexpr qsizetype usualSlice = 512;
    words.reserve(usualSlice);
    for (qsizetype i = first; i < entries.size() && (i == first || timer.elapsed() < sliceMilliseconds); ++i)
        words += isFile(entries.at(i)) ? store::readLibraryWords(entries.at(i)) : LibraryWords();
    return words;
}

void LibraryScan::takeWords(qsizetype first, const QList<LibraryWords> &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        const LibraryEntry &entry = m_listing.entries.at(first + i);
        m_listing.words[first + i] = words.at(i);
        if (isFile(entry))
            m_known.insert(entry.path, {entry.size, entry.changed, words.at(i)});
    }
    Q_EMIT wordsRead(first, words);
    readFrom(first + words.size());
}

void LibraryScan::watch()
{
    QStringList wanted;
    wanted.reserve(m_listing.entries.size());
    for (const LibraryEntry &entry : std::as_const(m_listing.entries)) {
        if (!isFile(entry) && entry.problem.isEmpty())
            wanted += entry.path;
    }
    const bool isTooMany = wanted.size() > m_mostWatched;
    if (isTooMany)
        wanted.resize(m_mostWatched);
    const QStringList watched = m_watcher.directories();
    const QSet<QString> before(watched.cbegin(), watched.cend());
    const QSet<QString> after(wanted.cbegin(), wanted.cend());
    if (const QStringList gone = (QSet<QString>(before) - after).values(); !gone.isEmpty())
        m_watcher.removePaths(gone);
    QStringList refused;
    if (const QStringList added = (QSet<QString>(after) - before).values(); !added.isEmpty()) {
        refused = m_watcher.addPaths(added);
        if (refused.size() < added.size())
            m_pause.start(); // what changed between the listing and the watch
    }
    Q_EMIT watchingChanged(isTooMany || !refused.isEmpty()
                               ? tr("There are more folders than can be watched, so not every change shows by itself. "
                                    "Refresh (F5) shows all of them.")
                               : QString());
}

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/latest.h"
#include "store/library.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace present {

/// Lists the tester's folders off the GUI thread and reads the words of their files slice by slice, and again when
/// something in a folder changes. Files that did not change are not read again.
class LibraryScan : public QObject
{
    Q_OBJECT

public:
    /// What was found, with the words that are known; the words of folders stay empty.
    struct Listing
    {
        QList<store::LibraryEntry> entries;
        QList<store::LibraryWords> words; ///< One an entry.
    };

    /// Folders that are watched for changes. A system has few watches, and other programs want some.
    static constexpr qsizetype usuallyWatched = 4096;

    /// `mostWatched` is for tests.
    explicit LibraryScan(QObject *parent = nullptr, qsizetype mostWatched = usuallyWatched);
    ~LibraryScan() override;

    const QStringList &folders() const { return m_folders; }

    /// Lists other folders from now on.
    void setFolders(const QStringList &folders);

    /// Whether changes are looked for as they happen, or only when this is set again, as when the pane shows.
    void setFollowing(bool isFollowing);

    /// Lists all of it anew.
    void refresh();

    /// True until what was last asked for is listed and read.
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    /// All files and folders are there; words of new files are still missing.
    void listed(const present::LibraryScan::Listing &listing);

    /// Words of the entries from `first` on.
    void wordsRead(qsizetype first, const QList<store::LibraryWords> &words);

    /// Everything was read.
    void finished();

    /// Not every folder can be watched; a sentence for people, or empty when all are.
    void watchingChanged(const QString &problem);

private:
    struct Stamped
    {
        qint64 size = 0;
        qint64 changed = 0;
        store::LibraryWords words;
    };
    using Known = QHash<QString, Stamped>;

    void take(const Listing &listing);
    void readFrom(qsizetype first);
    void takeWords(qsizetype first, const QList<store::LibraryWords> &words);
    void watch();
    static Listing list(const QStringList &folders, const Known &known, const std::atomic<bool> &isCancelled);
    static QList<store::LibraryWords> readSlice(const QList<store::LibraryEntry> &entries, qsizetype first);

    qsizetype m_mostWatched;
    QStringList m_folders;
    Listing m_listing;
    Known m_known;
    QFileSystemWatcher m_watcher;
    QTimer m_pause; ///< Gathers what happens in one go, such as a checkout.
    bool m_isFollowing = false;
    bool m_isBehind = true;
    bool m_isBusy = false;
    std::shared_ptr<std::atomic<bool>> m_isCancelled;
    Latest<Listing> m_lister;
    Latest<QList<store::LibraryWords>> m_reader;
};

} // namespace present

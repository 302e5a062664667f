// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/latest.h"
#include "session/unsaved.h"
#include "store/journal.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace present {

class JournalKeeper;
class Workspace;

/// What a crash of the program, or of the machine, has left, and what becomes of it: restored or discarded by the
/// person. Until then it stays where it is.
class Recovery : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed. What is restored is kept by `journal` before it is deleted where it was found.
    Recovery(Workspace &workspace, JournalKeeper &journal, QObject *parent = nullptr);
    ~Recovery() override;

    /// Looks, in another thread, for what was left, and tells found().
    void look();

    /// The documents that were left, a sentence for people; empty when there are none.
    QString summary() const;

    /// Opens all of them beside what is open, unsaved as they were.
    void restore();

    /// Deletes all of them.
    void discard();

Q_SIGNALS:
    /// Something was left: summary() tells what.
    void found();

    /// What there is to know beside it, a sentence for people: damage, a file that cannot be deleted, masked secrets.
    void told(const QString &sentence);

private:
    using Remains = std::vector<store::JournalRemains>;

    void take(const std::shared_ptr<Remains> &remains);
    void takeEntry(store::JournalRemains &remains, const store::JournalRemains::Entry &entry);
    void forget();

    Workspace &m_workspace;
    JournalKeeper &m_journal;
    Latest<std::shared_ptr<Remains>> m_search;
    std::shared_ptr<Remains> m_remains; ///< Locked as long as they are here.
    QList<session::Unsaved> m_documents;
    QDateTime m_written; ///< When the last of them was.
};

} // namespace present

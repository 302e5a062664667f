// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/journal.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace present {

class OpenDocument;
class Workspace;

/// Keeps what is not saved of each document where a crash cannot take it: at most two seconds after it was typed it is
/// on its way to the disk, in a thread of its own. Secrets are masked. What is saved or closed is forgotten, and
/// everything at an orderly end.
class JournalKeeper : public QObject
{
    Q_OBJECT

public:
    /// Below the folder `folder`; nothing is touched before there is something to keep. `workspace` is borrowed.
    JournalKeeper(Workspace &workspace, const QString &folder, QObject *parent = nullptr);

    /// Waits for what is on its way, and forgets all.
    ~JournalKeeper() override;

    const QString &folder() const { return m_folder; }

    /// Begins to follow the documents; once.
    void start();

    /// Writes now what is due, and calls `done` when the disk has all of it, or has refused.
    void flush(const std::function<void(const core::Status &)> &done);

Q_SIGNALS:
    /// Something could not be kept, and why, a sentence for people; once until all can again. It is tried on.
    void failed(const QString &sentence);

private:
    void follow(OpenDocument &document);
    void note(OpenDocument &document);
    void write();
    void finish(const core::Status &outcome, const QSet<OpenDocument *> &documents);

    Workspace &m_workspace;
    QString m_folder;
    store::Journal m_journal; ///< Touched by the one thread of the pool only.
    QThreadPool m_pool;
    QTimer m_due;
    QHash<OpenDocument *, quint64> m_numbers; ///< Of the documents that are followed.
    QSet<quint64> m_closed; ///< To be forgotten.
    QSet<OpenDocument *> m_changed;
    QList<std::function<void(const core::Status &)>> m_waiting; ///< For the end of the next write.
    quint64 m_last = 0;
    bool m_isWriting = false;
    bool m_hasFailed = false;
};

} // namespace present

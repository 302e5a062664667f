// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/historycomparison.h"
#include "present/historymodel.h"
#include "present/latest.h"

#include <QObject>

#include <functional>

namespace present {

class OpenDocument;
class Workspace;

/// What can be done with the exchanges of the history. Each is read off the GUI thread, so that what it leads to
/// happens later, in the document that was current when it was asked for.
class HistoryDesk : public QObject
{
    Q_OBJECT

public:
    /// Both borrowed; they outlive the desk.
    HistoryDesk(HistoryKeeper &keeper, Workspace &workspace, QObject *parent = nullptr);

    HistoryModel &rows() { return m_rows; }

    /// Shows an exchange in the panes of the response as if it had just ended; then shown().
    void show(qint64 number);

    /// Shows it in the same way, and reads back what it made.
    void readBack(qint64 number);

    /// True when readBack() may find something.
    static bool canReadBack(const store::HistoryRow &row);

    /// Sends the bytes of its request once more.
    void sendAgain(qint64 number);

    /// Opens the body of its request as a document.
    void openAsDocument(qint64 number);

    /// Compares two; then compared().
    void compare(qint64 one, qint64 other);

    /// Writes the tester's words down.
    void annotate(qint64 number, const store::HistoryWords &words);

    /// Asks for what the filter finds to be deleted; then removalAsked(), unless there is nothing.
    void askRemoval();

    /// Deletes what the filter finds, up to the number `last`.
    void remove(qint64 last);

    /// Finds the room out that the history takes; then measured().
    void measure();

Q_SIGNALS:
    void shown();
    void compared(const present::HistoryComparison &comparison);

    /// `count` exchanges fit the filter, the newest of them is `last`; `question` asks a person about it.
    void removalAsked(const QString &question, qint64 last);

    void measured(qint64 bytes);

    /// Something worth saying: a sentence for people.
    void told(const QString &sentence);

private:
    void withEntry(qint64 number, std::function<void(const store::HistoryEntry &)> use);
    void withDocument(qint64 number, std::function<void(OpenDocument &, const store::HistoryEntry &)> use);
    bool recallEntry(OpenDocument &document, const store::HistoryEntry &entry);
    void sendEntry(OpenDocument &document, const store::HistoryEntry &entry);

    HistoryKeeper &m_keeper;
    Workspace &m_workspace;
    HistoryModel m_rows;
    Latest<HistoryComparison> m_comparer;
};

} // namespace present

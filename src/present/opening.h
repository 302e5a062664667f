// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/opentabs.h"

#include <QObject>
#include <QStringList>

namespace present {

class HistoryKeeper;
class OpenDocument;
class Workspace;

/// What the program opens at its start in two steps: what shows first, and the rest when that is on the screen.
class Opening : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed.
    Opening(Workspace &workspace, HistoryKeeper &history, QObject *parent = nullptr);

    /// Opens the first of `files`, which somebody asked for; the rest waits for openRest(). The Error is why it cannot
    /// be opened.
    core::Status openFiles(const QStringList &files);

    /// Opens the current one of `tabs`, or the next that can be opened; the rest waits for openRest(). False when none
    /// can, or there are none.
    bool openTabs(const store::OpenTabs &tabs);

    /// Opens the rest in its order, the current document stays the current one, and shows the last exchange of each, as
    /// far as the history has it.
    void openRest();

    /// A sentence for each document that could not be opened again, or was asked for and cannot be opened.
    const QStringList &problems() const { return m_problems; }

private:
    bool load(const store::OpenTab &tab, int place);
    void recall(OpenDocument &document, const QUuid &exchange);

    Workspace &m_workspace;
    HistoryKeeper &m_history;
    store::OpenTabs m_tabs; ///< Without those that cannot be opened.
    bool m_isRestoring = false;
    QStringList m_problems;
};

} // namespace present

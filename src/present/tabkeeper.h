// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/claims.h"
#include "store/opentabs.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <optional>

namespace present {

class OpenDocument;
class Workspace;

/// Writes down which documents are open, for the next start: those with a file, with their last exchange. The list is
/// that of one window, the first: who opens a second one beside it wants to do something else there.
class TabKeeper : public QObject
{
    Q_OBJECT

public:
    /// In `folder`. `workspace` is borrowed.
    TabKeeper(Workspace &workspace, QString folder, QObject *parent = nullptr);

    /// Writes what is not written yet.
    ~TabKeeper() override;

    /// What the last window wrote; none when the list is that of another window, which still runs. Errors are those of
    /// store::readOpenTabs().
    core::Result<store::OpenTabs> lastTabs();

    /// Begins to follow the documents, unless the list is that of another window; once.
    void start();

private:
    bool isOurs();
    void follow(const OpenDocument &document);
    void write();

    Workspace &m_workspace;
    QString m_folder;
    QThreadPool m_pool;
    QTimer m_due;
    store::Claims m_claims; ///< On the list.
    std::optional<store::OpenTabs> m_written;
};

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/opentabs.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace present {

class OpenDocument;
class Workspace;

/// Writes down which documents are open, for the next start: those with a file, with their last exchange.
class TabKeeper : public QObject
{
    Q_OBJECT

public:
    /// In `folder`. `workspace` is borrowed.
    TabKeeper(Workspace &workspace, QString folder, QObject *parent = nullptr);

    /// Writes what is not written yet.
    ~TabKeeper() override;

    /// Begins to follow the documents; once.
    void start();

private:
    void follow(const OpenDocument &document);
    void write();

    Workspace &m_workspace;
    QString m_folder;
    QThreadPool m_pool;
    QTimer m_due;
    store::OpenTabs m_written;
};

} // namespace present

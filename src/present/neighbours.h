// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/claims.h"

#include <QObject>
#include <QSet>

namespace present {

class Workspace;

/// Tells when a file is opened here that another window of the program has open. Nothing is forbidden: whoever saves
/// second is asked before he writes over the other (present/diskwatch.h).
class Neighbours : public QObject
{
    Q_OBJECT

public:
    /// Says to others what is open in `workspace`, which is borrowed, by locks in `folder`.
    Neighbours(Workspace &workspace, const QString &folder, QObject *parent = nullptr);

    /// Begins to follow the documents; once.
    void start();

Q_SIGNALS:
    /// A sentence for people.
    void met(const QString &sentence);

private:
    void look();

    Workspace &m_workspace;
    store::Claims m_claims;
    QSet<QString> m_known; ///< The paths that are claimed, or told.
};

} // namespace present

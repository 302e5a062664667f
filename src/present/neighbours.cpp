// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/neighbours.h"

#include "present/workspace.h"

#include <utility>

namespace present {

Neighbours::Neighbours(Workspace &workspace, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_claims(folder)
{ }

void Neighbours::start()
{
    connect(&m_workspace, &Workspace::titlesChanged, this, &Neighbours::look);
    look();
}

void Neighbours::look()
{
    QSet<QString> open;
    for (int i = 0; i < m_workspace.count(); ++i) {
        const QString &path = m_workspace.at(i).file().path();
        if (!path.isEmpty())
            open.insert(path);
    }
    const QSet<QString> before = std::exchange(m_known, open);
    const QSet<QString> closed = before - open;
    for (const QString &path : closed)
        m_claims.release(path);
    const QSet<QString> fresh = open - before;
    for (const QString &path : fresh) {
        const std::optional<qint64> other = m_claims.claim(path);
        if (!other)
            continue;
        Q_EMIT met(tr("%1 is also open in another window of Session Composer (process %2). Both may edit it; whoever "
                      "saves second is asked before the other's changes are written over.")
                       .arg(path, QString::number(*other)));
    }
}

} // namespace present

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sessionfolder.h"

#include "session/baseline.h"
#include "store/library.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {
namespace {

bool isSessionFile(const QString &name)
{
    return name.endsWith(templateSuffix) && !session::isBaselinePath(name) && !name.endsWith(environmentSuffix);
}

/// Adds what `folder` holds to `files` and `folders`; false when it cannot be listed.
bool list(const QString &folder, QStringList &files, QStringList &folders)
{
    const QDir directory(folder);
    if (!directory.isReadable())
        return false;
    // System has pipes and dangling links in it: whoever reads them says what is wrong.
    const QFileInfoList entries
        = directory.entryInfoList(QDir::Files | QDir::Dirs | QDir::System | QDir::NoDotAndDotDot, QDir::NoSort);
    for (const QFileInfo &entry : entries) {
        const QString path = directory.filePath(entry.fileName());
        if (entry.isDir() && !entry.isSymLink())
            folders += path;
        else if (!entry.isDir() && isSessionFile(entry.fileName()))
            files += path;
    }
    return true;
}

} // namespace

core::Result<QStringList> sessionFilesIn(const QString &folder)
{
    QStringList files;
    QStringList folders{folder};
    while (!folders.isEmpty()) {
        const QString next = folders.takeLast();
        if (list(next, files, folders))
            continue;
        const QString text = QCoreApplication::translate("store", "The folder %1 cannot be listed.");
        return core::Error{core::Error::Code::Input, text.arg(next), {}};
    }
    if (files.isEmpty()) {
        const QString text = QCoreApplication::translate("store", "There is no session file (*.json) in the folder.");
        return core::Error{core::Error::Code::Input, text, {}};
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace store

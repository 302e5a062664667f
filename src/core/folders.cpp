// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/folders.h"

#include "core/identity.h"

#include <QDir>
#include <QStandardPaths>

namespace core {
namespace {

QString ownFolder(const QString &shared)
{
    return shared + u'/' + applicationId;
}

} // namespace

QString configFolder()
{
    return ownFolder(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
}

QString dataFolder()
{
    return ownFolder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
}

QString stateFolder()
{
    // QStandardPaths knows it since Qt 6.7. A relative path counts as none, by the specification.
    const QString named = qEnvironmentVariable("XDG_STATE_HOME");
    return ownFolder(QDir::isAbsolutePath(named) ? QDir::cleanPath(named)
                                                 : QDir::homePath() + QLatin1String("/.local/state"));
}

} // namespace core

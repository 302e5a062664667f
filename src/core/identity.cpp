// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity.h"

#include <QCoreApplication>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

namespace core {

QString applicationVersion()
{
    return QStringLiteral(SC_VERSION);
}

void adoptIdentity()
{
    // The settings folder is named by the id alone (store), so no organization is set.
    QCoreApplication::setApplicationName(applicationName);
    QCoreApplication::setApplicationVersion(applicationVersion());
}

void forbidCoreDumps()
{
#ifdef Q_OS_LINUX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace core

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopopener.h"

#include <QDesktopServices>

namespace app {

bool DesktopOpener::open(const QUrl &url)
{
    return QDesktopServices::openUrl(url);
}

} // namespace app

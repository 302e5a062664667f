// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/urlopener.h"

namespace app {

/// Lets the desktop open a page in the browser, a folder in the file manager, or a file in the program for its kind.
class DesktopOpener final : public exchange::UrlOpener
{
public:
    bool open(const QUrl &url) override;
};

} // namespace app

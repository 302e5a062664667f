// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace exchange {

/// Opens a page in the person's browser, a folder in the file manager, or a file in the program for its kind. A seam:
/// tests see what would have been opened.
class UrlOpener
{
public:
    virtual ~UrlOpener() = default;

    /// True when the system took the URL.
    virtual bool open(const QUrl &url) = 0;

protected:
    UrlOpener() = default;
    UrlOpener(const UrlOpener &) = default;
    UrlOpener &operator=(const UrlOpener &) = default;
};

} // namespace exchange

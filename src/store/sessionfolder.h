// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

namespace store {

/// The paths of the session files in `folder` and the folders below: what is called `*.json`, whatever it is, sorted by
/// code unit. Hidden files and folders are left out, `*.baseline.json` and `*.environment.json` as well, and links to
/// folders are not followed. Error::Code::Input: one of the folders cannot be listed, or there is no such file at all.
core::Result<QStringList> sessionFilesIn(const QString &folder);

} // namespace store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace store {

/// The bytes of the regular file at `path`, of at most largestFile bytes. Nothing else is ever opened to read, not even
/// when it takes the file's place at the last moment. Errors are of Code::File.
core::Result<QByteArray> readRegularFile(const QString &path);

} // namespace store

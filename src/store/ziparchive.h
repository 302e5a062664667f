// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace store {

/// One file in an archive.
struct ZipEntry
{
    QString name; ///< Its path in the archive, with `/`.
    QByteArray bytes;
};

/// The bytes of a ZIP archive of these entries. Equal entries give equal bytes: every file is of 1980-01-01, the first
/// day that the format knows. An Error is of Code::File.
core::Result<QByteArray> zipArchive(const QList<ZipEntry> &entries);

} // namespace store

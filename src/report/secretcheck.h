// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace report {

/// One file of an export, before it is packed.
struct ExportedFile
{
    QString name;
    QByteArray bytes;
};

/// Refuses an export that holds a known secret in its bytes or names, in any spelling of core::Secret::find(). The
/// Error names the first place: file, line, and column in bytes, both from 1 (docs/promises.md S5).
core::Status refuseSecrets(const QList<ExportedFile> &files);

} // namespace report

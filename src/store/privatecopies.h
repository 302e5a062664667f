// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QTemporaryDir;

namespace store {

/// Copies of bytes for other programs to read, in a temporary folder that only this person can enter (0700). The files
/// are this person's alone (0600) and nothing that can be run. Folder and files go with this object. For one thread.
class PrivateCopies
{
public:
    PrivateCopies();
    ~PrivateCopies();
    Q_DISABLE_COPY_MOVE(PrivateCopies)

    /// Writes `bytes` into a new file whose name ends with `suffix`, as `.txt`, and returns its path. An Error is of
    /// Code::File.
    core::Result<QString> add(const QByteArray &bytes, QLatin1StringView suffix);

private:
    std::unique_ptr<QTemporaryDir> m_folder; ///< Made with the first copy.
    int m_count = 0;
};

} // namespace store

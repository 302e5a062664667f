// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QUuid>

namespace store {

/// A document that was open: its file, and its last exchange.
struct OpenTab
{
    QString path;
    QUuid exchange; ///< As in the history; null for none.

    bool operator==(const OpenTab &) const = default;
};

/// The documents with a file that were open last, in the order of their tabs.
struct OpenTabs
{
    QList<OpenTab> tabs;
    qsizetype current = 0; ///< Of `tabs`; 0 when there are none.

    bool operator==(const OpenTabs &) const = default;
};

/// What saveOpenTabs() wrote in `folder`; none when it never did. Error::Code::File or Code::Input: it cannot be read,
/// or does not say what this program writes.
core::Result<OpenTabs> readOpenTabs(const QString &folder);

/// Writes `tabs` into `tabs.json` (0600) of `folder`, which is made (0700). Error::Code::File when the disk refuses.
core::Status saveOpenTabs(const QString &folder, const OpenTabs &tabs);

} // namespace store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace session {

/// A text in which git left the two versions that it could not merge, between lines that begin with `<<<<<<<`,
/// `=======` and `>>>>>>>` (git-merge, "How conflicts are presented").
struct MergeConflict
{
    QByteArray ours; ///< The whole text as it would be with every first version.
    QByteArray theirs; ///< The same with every second version.
    QString oursName; ///< What stands behind the first `<<<<<<<`, as `HEAD`; may be empty.
    QString theirsName; ///< What stands behind the first `>>>>>>>`.
    qint64 line = 0; ///< Of the first `<<<<<<<`, from 1.
    int count = 0; ///< How many places are in conflict.

    bool operator==(const MergeConflict &) const = default;
};

/// The conflict in `text`; empty when it has no place whose three marks stand in their order. A base version between
/// `|||||||` and `=======` (merge.conflictStyle diff3) belongs to neither side.
std::optional<MergeConflict> mergeConflictIn(const QByteArray &text);

} // namespace session

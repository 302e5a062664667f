// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/files.h"

#include <QJsonObject>
#include <QList>

namespace store {

/// An object for a place inside of a session. Its `@odata.type` says where it belongs.
struct Snippet
{
    enum class Origin { Gallery, Own };

    QString name; ///< For people; of an own one the file's name without `.json`.
    QString description; ///< One sentence; of an own one empty.
    QJsonObject value;
    Origin origin = Origin::Gallery;
};

/// The snippets of the program and, in a folder, the person's own: a file each, plain JSON, named as the snippet.
class Snippets
{
public:
    /// `folder` need not exist. `files` is borrowed and outlives this object.
    Snippets(QString folder, const Files &files);

    /// All of them: the program's, then the own ones by name. A file that does not hold an object, or that a
    /// QJsonObject would not hold unchanged, is left out.
    QList<Snippet> all() const;

    /// Saves `value` under `name`. Refused (Code::Input): a name that is no file name, or that is taken. Code::File:
    /// the disk refused.
    core::Status save(const QString &name, const QJsonObject &value) const;

    const QString &folder() const { return m_folder; }

private:
    QString m_folder;
    const Files &m_files;
};

} // namespace store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/environment.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace store {

/// The environments of the program's owner, in `environments.json` (0600) of the configuration folder (0700). The
/// built-in `Sandbox` always comes first and is not in the file. Members of the file that this version does not know
/// survive, and no secret can get into it: tokens are no part of an Environment, and a base URL with a password is
/// refused.
class EnvironmentStore
{
public:
    /// The name of the built-in environment.
    static constexpr QLatin1String sandboxName{"Sandbox"};

    /// A store in the folder `folder`, which need not exist. Nothing is read before load(); until then there are the
    /// built-in environments.
    explicit EnvironmentStore(QString folder);

    /// Reads the file. Without one there are `Sandbox` and an empty `Custom`. A damaged file is moved aside, and the
    /// value says so in a sentence for people; it is empty otherwise. On an Error (Code::File: the file cannot be read,
    /// or not moved aside) the built-in environments hold, and nothing will be written over what is there.
    core::Result<QString> load();

    /// All of them, `Sandbox` first, the others in the order in which they were added.
    QList<exchange::Environment> environments() const;

    /// The environment with exactly this name, if there is one.
    std::optional<exchange::Environment> find(const QString &name) const;

    /// Adds `environment` at the end and saves. Refused (Code::Input): a name that is empty or taken, the kind Sandbox,
    /// a base URL with a user name or password, any known secret. On an Error nothing has changed.
    core::Status add(const exchange::Environment &environment);

    /// Replaces the environment `name`, under a new name if it has one, and saves. Refused as in add(), and when there
    /// is none or it is `Sandbox`.
    core::Status change(const QString &name, const exchange::Environment &environment);

    /// Removes the environment `name` and saves. Refused when there is none or it is `Sandbox`.
    core::Status remove(const QString &name);

private:
    struct Entry
    {
        exchange::Environment environment;
        QJsonObject stored; ///< As read, with whatever this version does not know.
    };
    struct Content
    {
        QJsonObject root; ///< As read, without the environments.
        QList<Entry> entries;
    };

    static Content seeds();
    static std::optional<Content> parsed(const QByteArray &text);
    static QByteArray written(const Content &content);
    static qsizetype indexOf(const Content &content, const QString &name);

    QString filePath() const;
    core::Result<QString> moveAside() const;
    core::Result<Content> current() const;
    core::Status save(const Content &content);

    QString m_folder;
    Content m_content;
};

/// The environment that the file at `path` describes: a JSON object with the members of one in `environments.json`. It
/// comes from somebody else, so that it brings no consent to send tokens over plain http. Error (Code::File: the file
/// cannot be read; Code::Input: it describes none).
core::Result<exchange::Environment> readSharedEnvironment(const QString &path);

} // namespace store

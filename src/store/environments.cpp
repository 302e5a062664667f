// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/environments.h"

#include "core/redaction.h"
#include "core/secret.h"
#include "store/durablesave.h"
#include "store/pathfacts.h"
#include "store/regularfile.h"
#include "json/fidelity.h"
#include "json/scanner.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {
namespace {

using core::Error;
using exchange::Environment;

constexpr auto environmentsKey = "environments"_L1;
constexpr auto overHttpKey = "allowsTokenOverHttp"_L1;
constexpr auto variablesKey = "variables"_L1;

/// The members of an environment that are text, one row each; reader and writer loop over it.
struct TextMember
{
    QLatin1String key;
    QString Environment::*member;
};
constexpr TextMember textMembers[] = {
    {QLatin1String("name"), &Environment::name},
    {QLatin1String("baseUrl"), &Environment::baseUrl},
    {QLatin1String("apiVersion"), &Environment::apiVersion},
    {QLatin1String("callRecordId"), &Environment::callRecordId},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("store", text);
}

Error refusal(const QString &message)
{
    return {Error::Code::Input, message, {}};
}

const Environment &sandbox()
{
    static const Environment environment{EnvironmentStore::sandboxName,
                                         Environment::Kind::Sandbox,
                                         {},
                                         u"localtest"_s,
                                         u"e523d2ed-2966-4b6b-925b-754a88034cc5"_s,
                                         false};
    return environment;
}

/// False when one of them is no text.
bool readVariables(const QJsonValue &value, Environment &environment)
{
    const QJsonObject object = value.toObject();
    for (auto variable = object.begin(); variable != object.end(); ++variable) {
        if (!variable->isString())
            return false;
        environment.variables.insert(variable.key(), variable->toString());
    }
    return value.isObject() || value.isUndefined();
}

/// Reads one environment; empty when a known member has another JSON type than it should, or there is no name.
std::optional<Environment> environmentFrom(const QJsonObject &object)
{
    Environment environment;
    for (const TextMember &text : textMembers) {
        const QJsonValue value = object.value(text.key);
        if (!value.isString() && !value.isUndefined())
            return std::nullopt;
        environment.*text.member = value.toString();
    }
    const QJsonValue consent = object.value(overHttpKey);
    if (!consent.isBool() && !consent.isUndefined())
        return std::nullopt;
    environment.allowsTokenOverHttp = consent.toBool();
    if (!readVariables(object.value(variablesKey), environment))
        return std::nullopt;
    if (environment.name.isEmpty() || environment.name == EnvironmentStore::sandboxName)
        return std::nullopt;
    return environment;
}

/// Writes what this version knows over what was there.
QJsonObject objectFrom(const Environment &environment, QJsonObject stored)
{
    for (const TextMember &text : textMembers)
        stored.insert(text.key, environment.*text.member);
    stored.insert(overHttpKey, environment.allowsTokenOverHttp);
    QJsonObject variables;
    for (auto variable = environment.variables.begin(); variable != environment.variables.end(); ++variable)
        variables.insert(variable.key(), variable.value());
    stored.remove(variablesKey);
    if (!variables.isEmpty())
        stored.insert(variablesKey, variables);
    return stored;
}

core::Status checked(const Environment &environment)
{
    if (environment.name.trimmed().isEmpty())
        return refusal(tr("An environment needs a name."));
    if (environment.kind == Environment::Kind::Sandbox)
        return refusal(tr("There is only one sandbox. Choose another kind."));
    // QUrl finds no userinfo in what it cannot read as a URL; an @ in front of the path is refused either way.
    const QString afterScheme = environment.baseUrl.section(u"://"_s, -1);
    const bool hasUserInfo = afterScheme.section(u'/', 0, 0).contains(u'@');
    if (hasUserInfo || !QUrl(environment.baseUrl).userInfo().isEmpty())
        return refusal(tr("The base URL holds a user name or password. Remove it: it would be saved in a file."));
    for (auto variable = environment.variables.begin(); variable != environment.variables.end(); ++variable) {
        const QString line = variable.key() + u": "_s + variable.value();
        if (core::redactedEvidence(line) != line)
            return refusal(tr("The variable %1 holds a token, password or key, which would be saved in a file. Paste "
                              "tokens into the Token field.")
                               .arg(variable.key()));
    }
    return core::ok();
}

} // namespace

EnvironmentStore::EnvironmentStore(QString folder)
    : m_folder(std::move(folder))
    , m_content(seeds())
{ }

core::Result<QString> EnvironmentStore::load()
{
    m_content = seeds();
    if (PathFacts::of(filePath()).kind == PathKind::Missing)
        return QString();
    const core::Result<QByteArray> text = readRegularFile(filePath());
    if (!text)
        return text.error(); // not damaged but closed to us: it stays where it is
    const std::optional<Content> content = parsed(*text);
    if (!content)
        return moveAside();
    m_content = *content;
    return QString();
}

QList<Environment> EnvironmentStore::environments() const
{
    QList<Environment> all{sandbox()};
    all.reserve(1 + m_content.entries.size());
    for (const Entry &entry : m_content.entries)
        all.append(entry.environment);
    return all;
}

std::optional<Environment> EnvironmentStore::find(const QString &name) const
{
    for (const Environment &environment : environments()) {
        if (environment.name == name)
            return environment;
    }
    return std::nullopt;
}

core::Status EnvironmentStore::add(const Environment &environment)
{
    core::Result<Content> content = current();
    if (!content)
        return content.error();
    const core::Status status = checked(environment);
    if (!status)
        return status;
    if (environment.name == sandboxName || indexOf(*content, environment.name) >= 0)
        return refusal(tr("There is already an environment “%1”. Choose another name.").arg(environment.name));
    content->entries.append({environment, {}});
    return save(*content);
}

core::Status EnvironmentStore::change(const QString &name, const Environment &environment)
{
    core::Result<Content> content = current();
    if (!content)
        return content.error();
    if (name == sandboxName)
        return refusal(tr("The sandbox is built in and cannot be changed. Add an environment instead."));
    const qsizetype place = indexOf(*content, name);
    if (place < 0)
        return refusal(tr("There is no environment “%1”.").arg(name));
    const core::Status status = checked(environment);
    if (!status)
        return status;
    const qsizetype sameName = indexOf(*content, environment.name);
    if (environment.name == sandboxName || (sameName >= 0 && sameName != place))
        return refusal(tr("There is already an environment “%1”. Choose another name.").arg(environment.name));
    content->entries[place].environment = environment;
    return save(*content);
}

core::Status EnvironmentStore::remove(const QString &name)
{
    core::Result<Content> content = current();
    if (!content)
        return content.error();
    if (name == sandboxName)
        return refusal(tr("The sandbox is built in and cannot be removed."));
    const qsizetype place = indexOf(*content, name);
    if (place < 0)
        return refusal(tr("There is no environment “%1”.").arg(name));
    content->entries.removeAt(place);
    return save(*content);
}

EnvironmentStore::Content EnvironmentStore::seeds()
{
    const Environment custom{u"Custom"_s, Environment::Kind::Custom, {}, u"v1.0"_s, {}, false};
    return {{}, {{custom, {}}}};
}

std::optional<EnvironmentStore::Content> EnvironmentStore::parsed(const QByteArray &text)
{
    const json::Index index = json::scan(text);
    if (!index.isValid() || !json::losses(index, 1).isEmpty())
        return std::nullopt; // QJsonDocument would read it, and a save would then lose something
    Content content{QJsonDocument::fromJson(text).object(), {}};
    const QJsonValue list = content.root.take(environmentsKey);
    if (!list.isArray())
        return std::nullopt;
    const QJsonArray array = list.toArray();
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        const std::optional<Environment> environment = environmentFrom(object);
        if (!environment || indexOf(content, environment->name) >= 0)
            return std::nullopt;
        content.entries.append({*environment, object});
    }
    return content;
}

QByteArray EnvironmentStore::written(const Content &content)
{
    QJsonArray list;
    for (const Entry &entry : content.entries)
        list.append(objectFrom(entry.environment, entry.stored));
    QJsonObject root = content.root;
    root.insert(environmentsKey, list);
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

qsizetype EnvironmentStore::indexOf(const Content &content, const QString &name)
{
    const auto found = std::find_if(content.entries.cbegin(), content.entries.cend(),
                                    [&name](const Entry &entry) { return entry.environment.name == name; });
    return found == content.entries.cend() ? -1 : found - content.entries.cbegin();
}

QString EnvironmentStore::filePath() const
{
    return m_folder + "/environments.json"_L1;
}

core::Result<QString> EnvironmentStore::moveAside() const
{
    for (int number = 1;; ++number) {
        const QString aside = m_folder + u"/environments-damaged-%1.json"_s.arg(number);
        if (QFile::exists(aside))
            continue;
        QFile file(filePath());
        if (file.rename(aside)) // never over an existing file
            return tr("The file of environments was damaged. It was kept as %1, and a new one begins.").arg(aside);
        return Error{Error::Code::File,
                     tr("The file of environments is damaged and could not be moved aside. Changes to environments "
                        "will not be saved until you move %1 away.")
                         .arg(filePath()),
                     file.errorString()};
    }
}

/// What a change starts from: the file as it is now, so that a second window's additions are not undone.
core::Result<EnvironmentStore::Content> EnvironmentStore::current() const
{
    if (PathFacts::of(filePath()).kind == PathKind::Missing)
        return m_content;
    const core::Result<QByteArray> text = readRegularFile(filePath());
    if (!text)
        return text.error();
    if (const std::optional<Content> content = parsed(*text))
        return *content;
    return Error{Error::Code::File,
                 tr("The file of environments is damaged, so nothing is written over it. Move %1 away and try again.")
                     .arg(filePath()),
                 {}};
}

core::Status EnvironmentStore::save(const Content &content)
{
    const QByteArray text = written(content);
    if (core::Secret::isIn(text))
        return refusal(tr("The environment holds a token. Paste it into the Token field: there it is never saved."));
    const core::Status folder = makePrivateFolder(m_folder);
    if (!folder)
        return folder;
    const core::Status saved = saveDurably(filePath(), text, FileMode::Private);
    if (saved)
        m_content = content;
    return saved;
}

core::Result<Environment> readSharedEnvironment(const QString &path)
{
    const core::Result<QByteArray> text = readRegularFile(path);
    if (!text)
        return text.error();
    const json::Index index = json::scan(*text);
    std::optional<Environment> environment;
    if (index.isValid() && json::losses(index, 1).isEmpty())
        environment = environmentFrom(QJsonDocument::fromJson(*text).object());
    if (!environment) {
        return Error{Error::Code::Input,
                     tr("The file describes no environment: it takes a JSON object with the texts name, baseUrl, "
                        "apiVersion and callRecordId, and a name other than Sandbox."),
                     path};
    }
    environment->allowsTokenOverHttp = false;
    return *environment;
}

} // namespace store

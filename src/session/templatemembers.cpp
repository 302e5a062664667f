// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/templatemembers.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace session {
namespace {

constexpr QLatin1String nameKey("name");
constexpr QLatin1String valueKey("value");
constexpr QLatin1String isSentKey("isSent");

constexpr std::array paths{"/sessions"_L1, "/sessions/$ref"_L1, "/sessions/$ref @odata.id"_L1};
constexpr std::array authorizations{"environment"_L1, "none"_L1, "malformed"_L1}; // as TemplateAuthorization counts

bool readText(const QJsonValue &value, QString &text)
{
    text = value.toString();
    return value.isString();
}

bool readText(const QJsonValue &value, std::optional<QString> &text)
{
    text = value.toString();
    return value.isString();
}

bool readTags(const QJsonValue &value, QStringList &tags)
{
    const QJsonArray items = value.toArray();
    for (const QJsonValueConstRef item : items) {
        if (!item.isString())
            return false;
        tags.append(item.toString());
    }
    return value.isArray();
}

/// The members of a target, one row each; reader and writer loop over it.
struct TargetRow
{
    QLatin1String key;
    std::optional<QString> TemplateTarget::*member;
};
constexpr TargetRow targetRows[] = {
    {"version"_L1, &TemplateTarget::version},
    {"path"_L1, &TemplateTarget::path},
    {"callRecordId"_L1, &TemplateTarget::callRecordId},
};

bool readTarget(const QJsonValue &value, TemplateTarget &target)
{
    target.others = value.toObject();
    for (const TargetRow &row : targetRows) {
        const QJsonValue member = target.others.take(row.key);
        if (!member.isUndefined() && !readText(member, target.*row.member))
            return false;
    }
    const bool isPath = !target.path || std::find(paths.begin(), paths.end(), *target.path) != paths.end();
    return value.isObject() && isPath;
}

QJsonObject toJson(const TemplateTarget &target)
{
    QJsonObject object = target.others;
    for (const TargetRow &row : targetRows) {
        if (target.*row.member)
            object.insert(row.key, *(target.*row.member));
    }
    return object;
}

bool readHeader(const QJsonValue &value, TemplateHeader &header)
{
    header.others = value.toObject();
    const QJsonValue text = header.others.take(valueKey);
    const QJsonValue isSent = header.others.take(isSentKey);
    header.value = text.toString();
    header.isSent = isSent.toBool(true);
    return readText(header.others.take(nameKey), header.name) && !header.name.isEmpty()
        && (text.isString() || text.isUndefined()) && (isSent.isBool() || isSent.isUndefined());
}

bool readHeaders(const QJsonValue &value, QList<TemplateHeader> &headers)
{
    const QJsonArray items = value.toArray();
    headers.resize(items.size());
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (!readHeader(items.at(i), headers[i]))
            return false;
    }
    return value.isArray();
}

QJsonArray toJson(const QList<TemplateHeader> &headers)
{
    QJsonArray items;
    for (const TemplateHeader &header : headers) {
        QJsonObject object = header.others;
        object.insert(nameKey, header.name);
        if (!header.value.isEmpty())
            object.insert(valueKey, header.value);
        if (!header.isSent)
            object.insert(isSentKey, false);
        items.append(object);
    }
    return items;
}

bool readAuthorization(const QJsonValue &value, TemplateAuthorization &authorization)
{
    const auto word = std::find(authorizations.begin(), authorizations.end(), value.toString());
    if (word == authorizations.end())
        return false;
    authorization = static_cast<TemplateAuthorization>(word - authorizations.begin());
    return true;
}

bool readExpectation(const QJsonValue &value, Expectation &expectation)
{
    const core::Result<Expectation> read = expectationOf(value.toObject());
    if (read)
        expectation = *read;
    return read && value.isObject();
}

/// A member of the envelope beside the body: how it is read, and how it is written. What is written as null has the
/// value that it has when it is absent, and is left out.
struct MemberRow
{
    QLatin1String key;
    bool (*read)(const QJsonValue &, Template &);
    QJsonValue (*written)(const Template &);
};

QJsonValue unlessEmpty(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue unlessEmpty(const QJsonArray &items)
{
    return items.isEmpty() ? QJsonValue() : QJsonValue(items);
}

QJsonValue unlessEmpty(const QJsonObject &object)
{
    return object.isEmpty() ? QJsonValue() : QJsonValue(object);
}

constexpr MemberRow memberRows[] = {
    {"name"_L1, [](const QJsonValue &value, Template &content) { return readText(value, content.name); },
     [](const Template &content) { return unlessEmpty(content.name); }},
    {"description"_L1, [](const QJsonValue &value, Template &content) { return readText(value, content.description); },
     [](const Template &content) { return unlessEmpty(content.description); }},
    {"tags"_L1, [](const QJsonValue &value, Template &content) { return readTags(value, content.tags); },
     [](const Template &content) { return unlessEmpty(QJsonArray::fromStringList(content.tags)); }},
    {"target"_L1, [](const QJsonValue &value, Template &content) { return readTarget(value, content.target); },
     [](const Template &content) { return unlessEmpty(toJson(content.target)); }},
    {"headers"_L1, [](const QJsonValue &value, Template &content) { return readHeaders(value, content.headers); },
     [](const Template &content) { return unlessEmpty(toJson(content.headers)); }},
    {"authorization"_L1,
     [](const QJsonValue &value, Template &content) { return readAuthorization(value, content.authorization); },
     [](const Template &content) {
         return content.authorization == TemplateAuthorization::FromEnvironment
             ? QJsonValue()
             : QJsonValue(authorizations[static_cast<std::size_t>(content.authorization)]);
     }},
    {"expectation"_L1,
     [](const QJsonValue &value, Template &content) { return readExpectation(value, content.expectation); },
     [](const Template &content) { return unlessEmpty(toJson(content.expectation)); }},
    {"placeholders"_L1,
     [](const QJsonValue &value, Template &content) {
         content.hasPlaceholders = value.toBool();
         return value.isBool();
     },
     [](const Template &content) { return content.hasPlaceholders ? QJsonValue(true) : QJsonValue(); }},
};

} // namespace

std::optional<QString> takeMembers(Template &content)
{
    for (const MemberRow &row : memberRows) {
        const QJsonValue value = content.others.take(row.key);
        if (!value.isUndefined() && !row.read(value, content))
            return u'/' + row.key;
    }
    return std::nullopt;
}

void insertMembers(const Template &content, QJsonObject &envelope)
{
    for (const MemberRow &row : memberRows) {
        const QJsonValue value = row.written(content);
        if (!value.isNull())
            envelope.insert(row.key, value);
    }
}

} // namespace session

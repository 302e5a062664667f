// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/templatesecrets.h"

#include "core/redaction.h"
#include "session/templatemembers.h"
#include "json/edit.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace session {
namespace {

/// Headers whose whole value is a credential: RFC 9110 §11.6.2 and §11.7.2, RFC 6265 §4.2.
constexpr std::array credentialHeaders{"authorization"_L1, "proxy-authorization"_L1, "cookie"_L1};

bool isSecret(const QString &text)
{
    return core::redactedEvidence(text) != text;
}

/// The place of a secret in `value`, which stands as `name`: many are known by their name only.
std::optional<json::Pointer> secretIn(const QString &name, const QJsonValue &value, const json::Pointer &place)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (std::optional<json::Pointer> found = secretIn(member.key(), *member, place.child(member.key())))
                return found;
        }
    } else if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (std::optional<json::Pointer> found = secretIn(name, items.at(i), place.child(i)))
                return found;
        }
    } else if (value.isString() && isSecret(QString::fromUtf8(json::compact(QJsonObject{{name, value}})))) {
        return place;
    }
    return std::nullopt;
}

} // namespace

bool isCredential(const TemplateHeader &header)
{
    const auto hasName = [&header](QLatin1String name) { return header.name.compare(name, Qt::CaseInsensitive) == 0; };
    const bool isNamed = std::any_of(credentialHeaders.begin(), credentialHeaders.end(), hasName);
    return (isNamed && !header.value.isEmpty()) || isSecret(header.name + u": "_s + header.value);
}

std::optional<json::Pointer> secretIn(const Template &content)
{
    for (qsizetype i = 0; i < content.headers.size(); ++i) {
        if (isCredential(content.headers.at(i)))
            return json::Pointer({u"headers"_s, QString::number(i), u"value"_s});
    }
    if (isSecret(QString::fromUtf8(content.body)))
        return json::Pointer({u"session"_s});
    QJsonObject envelope = content.others;
    insertMembers(content, envelope);
    return secretIn(QString(), envelope, {});
}

} // namespace session

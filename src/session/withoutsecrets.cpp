// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/withoutsecrets.h"

#include "core/redaction.h"
#include "core/secret.h"
#include "session/templatesecrets.h"
#include "json/edit.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace session {
namespace {

constexpr QLatin1String mask("***");

QJsonValue masked(const QString &name, const QJsonValue &value);

QJsonObject masked(const QJsonObject &object)
{
    QJsonObject result;
    for (auto member = object.begin(); member != object.end(); ++member)
        result.insert(core::redactedEvidence(member.key()), masked(member.key(), *member));
    return result;
}

/// `value` of a member called `name`: many a secret is known by its name only.
QJsonValue masked(const QString &name, const QJsonValue &value)
{
    if (value.isObject())
        return masked(value.toObject());
    if (value.isArray()) {
        QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            items.replace(i, masked(name, items.at(i)));
        return items;
    }
    if (!value.isString())
        return value;
    const QString text = value.toString();
    if (const QString inside = core::redactedEvidence(text); inside != text)
        return inside;
    const QString whole = QString::fromUtf8(json::compact(QJsonObject{{name, value}}));
    return core::redactedEvidence(whole) == whole ? value : QJsonValue(QString(mask));
}

/// As it stands, until nothing more is found: what masking brings together may be a secret again.
QByteArray maskedText(const QByteArray &text)
{
    constexpr int mostRounds = 8;
    QString now = QString::fromUtf8(text);
    for (int round = 0; round < mostRounds; ++round) {
        const QString next = core::redactedEvidence(now);
        if (next == now)
            return now.toUtf8();
        now = next;
    }
    return QByteArray(mask.data(), mask.size()); // what never comes to an end is not worth the risk
}

} // namespace

QByteArray withoutSecrets(const QByteArray &text)
{
    const QString asText = QString::fromUtf8(text);
    if (core::redactedEvidence(asText) == asText)
        return text;
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    if (json::canonical(object) != text)
        return maskedText(text);
    const QByteArray result = json::canonical(masked(object));
    return core::Secret::isIn(result) ? maskedText(result) : result;
}

KeptAside withoutSecrets(const KeptAside &aside)
{
    KeptAside result;
    const QHash<json::Pointer, QJsonObject> &all = aside.all();
    for (auto entry = all.cbegin(); entry != all.cend(); ++entry)
        result.set(entry.key(), masked(entry.value()));
    return result;
}

QByteArray templateTextWithoutSecrets(Template content)
{
    for (TemplateHeader &header : content.headers) {
        if (isCredential(header))
            header.value = QString(mask);
    }
    return withoutSecrets(uncheckedTemplateText(content));
}

} // namespace session

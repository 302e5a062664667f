// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bearer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String neededRole("CallRecords.Read.All");

bool isToken68(QByteArrayView text)
{
    while (text.endsWith('='))
        text.chop(1);
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || QByteArrayView("-._~+/").contains(c);
    });
}

std::optional<QJsonObject> decodedObject(const QByteArray &base64Url)
{
    const auto bytes = QByteArray::fromBase64Encoding(
        base64Url, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace

BearerVerdict judgeBearer(const HttpRequest &request)
{
    constexpr QByteArrayView scheme("Bearer ");
    const QByteArray authorization = request.header("Authorization");
    if (request.headerCount("Authorization") != 1 || authorization.size() <= scheme.size()
        || QByteArrayView(authorization).first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return BearerVerdict::Missing;
    const QByteArray token = authorization.sliced(scheme.size()).trimmed();
    if (!isToken68(token))
        return BearerVerdict::Missing;

    const QByteArrayList parts = token.split('.');
    if (parts.size() != 3 || !decodedObject(parts[0]))
        return BearerVerdict::Passes;
    const std::optional<QJsonObject> claims = decodedObject(parts[1]);
    if (!claims)
        return BearerVerdict::Passes;
    return claims->value("roles"_L1).toArray().contains(neededRole) ? BearerVerdict::Passes : BearerVerdict::LacksRole;
}

} // namespace sandbox

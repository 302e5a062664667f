// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/templaterequest.h"

#include "json/scanner.h"

#include <algorithm>

namespace present {

exchange::Target targetOf(const session::Template &content, exchange::Target target)
{
    target.apiVersion = content.target.version.value_or(target.apiVersion);
    target.callRecordId = content.target.callRecordId.value_or(target.callRecordId);
    if (content.target.path)
        target.path = exchange::pathFromText(*content.target.path).value_or(target.path);
    return target;
}

QList<HeaderRow> headersOf(const session::Template &content, QList<HeaderRow> headers)
{
    QList<QByteArray> placed;
    for (const session::TemplateHeader &header : content.headers) {
        const QByteArray name = header.name.toUtf8();
        const auto isNamed = [&name](const QByteArray &other) { return other.compare(name, Qt::CaseInsensitive) == 0; };
        const auto row = std::find_if(headers.begin(), headers.end(),
                                      [&isNamed](const HeaderRow &own) { return isNamed(own.name); });
        const bool isFirst = std::none_of(placed.cbegin(), placed.cend(), isNamed);
        placed += name;
        if (row == headers.end() || !isFirst) {
            headers += {name, header.value.toUtf8(), header.isSent, HeaderRow::Kind::Free};
            continue;
        }
        row->isSent = header.isSent || row->kind == HeaderRow::Kind::Always;
        if (!header.isSent || (header.value.isEmpty() && row->kind == HeaderRow::Kind::Drawn))
            continue;
        row->name = name;
        row->value = header.value.toUtf8();
        if (row->kind == HeaderRow::Kind::Drawn)
            row->kind = HeaderRow::Kind::Free;
    }
    return headers;
}

exchange::Authorization authorizationOf(const session::Template &content, const exchange::Authorization &environments)
{
    switch (content.authorization) {
    case session::TemplateAuthorization::FromEnvironment:
        return environments;
    case session::TemplateAuthorization::None:
        return {};
    case session::TemplateAuthorization::Malformed:
        break;
    }
    exchange::Authorization authorization;
    authorization.kind = exchange::Authorization::Kind::Malformed;
    return authorization;
}

session::PlaceholderValues drawnNow(const core::Clock &clock, const QString &callRecordId,
                                    const QMap<QString, QString> &variables)
{
    return {clock.now(), [] { return QString::fromLatin1(drawnValue()); }, callRecordId, variables};
}

core::Result<QByteArray> sessionOf(const session::Template &content, const session::PlaceholderValues &values)
{
    return content.hasPlaceholders ? session::withPlaceholders(content.body, values) : content.body;
}

QString idOf(const QByteArray &session)
{
    const json::Index index = json::scan(session);
    const bool isObject = index.isValid() && index.at(0).kind == json::Kind::Object;
    const qsizetype id = isObject ? index.member(0, u"id") : -1;
    return id >= 0 && index.at(id).kind == json::Kind::String ? index.string(id) : QString();
}

} // namespace present

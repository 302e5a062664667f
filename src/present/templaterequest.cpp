// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/templaterequest.h"

#include "json/scanner.h"

#include <QUuid>

#include <algorithm>
#include <iterator>

namespace present {
namespace {

/// What a header's text of the same name, and of the same number among those, has beside what we know.
QJsonObject othersOf(const QList<session::TemplateHeader> &headers, const QString &name, qsizetype number)
{
    for (const session::TemplateHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0 && number-- == 0)
            return header.others;
    }
    return {};
}

QList<HeaderRow> named(const QList<HeaderRow> &rows, const QByteArray &name)
{
    QList<HeaderRow> found;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(found),
                 [&name](const HeaderRow &row) { return row.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found;
}

session::TemplateHeader written(const HeaderRow &row)
{
    const bool isDrawn = row.kind == HeaderRow::Kind::Drawn;
    return {QString::fromUtf8(row.name), isDrawn ? QString() : QString::fromUtf8(row.value), row.isSent, {}};
}

} // namespace

exchange::Target targetOf(const session::TemplateTarget &own, exchange::Target target)
{
    target.apiVersion = own.version.value_or(target.apiVersion);
    target.callRecordId = own.callRecordId.value_or(target.callRecordId);
    if (own.path)
        target.path = exchange::pathFromText(*own.path).value_or(target.path);
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

bool sameButDrawn(const QList<HeaderRow> &one, const QList<HeaderRow> &other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](HeaderRow row, const HeaderRow &like) {
        if (row.kind == HeaderRow::Kind::Drawn)
            row.value = like.value;
        return row == like;
    });
}

QList<session::TemplateHeader> templateHeaders(const QList<HeaderRow> &rows,
                                               const QList<session::TemplateHeader> &before)
{
    const QList<HeaderRow> own = defaultHeaders();
    QList<session::TemplateHeader> headers;
    QList<HeaderRow> passed;
    for (const HeaderRow &row : rows) {
        // The first of a name takes the place of ours, so that it is written where others of the name follow.
        const QList<HeaderRow> all = named(rows, row.name);
        if (row.name.isEmpty() || (all.size() == 1 && sameButDrawn(all, named(own, row.name))))
            continue;
        session::TemplateHeader header = written(row);
        header.others = othersOf(before, header.name, named(passed, row.name).size());
        headers += header;
        passed += row;
    }
    for (const HeaderRow &row : own) {
        if (named(rows, row.name).isEmpty() && row.isSent)
            headers += {QString::fromLatin1(row.name), {}, false, {}};
    }
    return headers;
}

session::TemplateTarget departures(const exchange::Target &target, const exchange::Environment &environment)
{
    session::TemplateTarget own;
    if (target.apiVersion != environment.apiVersion)
        own.version = target.apiVersion;
    if (target.callRecordId != environment.callRecordId)
        own.callRecordId = target.callRecordId;
    if (target.path != exchange::PathChoice::Sessions)
        own.path = exchange::pathText(target.path);
    return own;
}

exchange::Authorization authorizationOf(session::TemplateAuthorization choice,
                                        const exchange::Authorization &environments)
{
    switch (choice) {
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

session::TemplateAuthorization templateAuthorization(exchange::Authorization::Kind kind)
{
    switch (kind) {
    case exchange::Authorization::Kind::None:
        return session::TemplateAuthorization::None;
    case exchange::Authorization::Kind::Token:
        return session::TemplateAuthorization::FromEnvironment;
    case exchange::Authorization::Kind::Malformed:
        break;
    }
    return session::TemplateAuthorization::Malformed;
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

core::Result<QByteArray> drawnBody(const RequestDraft &draft, const QByteArray &session,
                                   const session::PlaceholderValues &values)
{
    const core::Result<QByteArray> drawn = session::withPlaceholders(session, values);
    if (!drawn || draft.target.path != exchange::PathChoice::RefODataId)
        return drawn;
    return bodyOf(draft, {}, idOf(*drawn));
}

exchange::Exchange notLeft(const core::Error &error, const QString &environment)
{
    exchange::Exchange exchange;
    exchange.id = QUuid::createUuid();
    exchange.startedAt = std::chrono::system_clock::now();
    exchange.environment = environment;
    exchange.error = error;
    return exchange;
}

std::optional<json::Pointer> placeOfPlaceholder(const exchange::Exchange &exchange)
{
    const bool isRefused = exchange.error && exchange.error->code == core::Error::Code::Input;
    if (!isRefused || !exchange.request.url.isEmpty() || !exchange.error->detail.startsWith(u'/'))
        return std::nullopt;
    const core::Result<json::Pointer> place = json::Pointer::parse(exchange.error->detail);
    return place ? std::optional(*place) : std::nullopt;
}

QString idOf(const QByteArray &session)
{
    const json::Index index = json::scan(session);
    const bool isObject = index.isValid() && index.at(0).kind == json::Kind::Object;
    const qsizetype id = isObject ? index.member(0, u"id") : -1;
    return id >= 0 && index.at(id).kind == json::Kind::String ? index.string(id) : QString();
}

} // namespace present

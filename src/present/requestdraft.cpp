// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/requestdraft.h"

#include "graph/headers.h"
#include "graph/sessionsurl.h"
#include "json/edit.h"

#include <QCoreApplication>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace present {

QList<HeaderRow> defaultHeaders()
{
    return {
        {"Content-Type", "application/json", true, HeaderRow::Kind::Free},
        {"Accept", "application/json", true, HeaderRow::Kind::Free},
        {"client-request-id", drawnValue(), true, HeaderRow::Kind::Drawn},
        {"Prefer", "return=representation", false, HeaderRow::Kind::Free},
        {"User-Agent", "SessionComposer/" + QCoreApplication::applicationVersion().toUtf8(), true,
         HeaderRow::Kind::Always},
        {"Accept-Language", "en", true, HeaderRow::Kind::Always},
    };
}

QByteArray drawnValue()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

QString odataIdDefault(const exchange::Target &target, const QString &sessionId)
{
    const core::Result<QUrl> url = graph::sessionUrl(target, sessionId);
    return url ? QString::fromLatin1(url->toEncoded()) : QString();
}

QByteArray bodyOf(const RequestDraft &draft, const QByteArray &sessionBytes, const QString &sessionId)
{
    if (draft.target.path != exchange::PathChoice::RefODataId)
        return sessionBytes;
    const QString id = draft.odataId.value_or(odataIdDefault(draft.target, sessionId));
    return json::canonical(QJsonObject{{u"@odata.id"_s, id}});
}

core::Result<exchange::Request> compose(const RequestDraft &draft, const QByteArray &body)
{
    const core::Result<QUrl> url = graph::sessionsUrl(draft.target);
    if (!url)
        return url.error();
    exchange::Request request{"POST", *url, {}, body};
    for (const HeaderRow &row : draft.headers) {
        if (!row.isSent)
            continue;
        const exchange::Header header{row.name, row.value};
        const core::Status checked = graph::checkHeader(header);
        if (!checked)
            return checked.error();
        request.headers += header;
    }
    return request;
}

exchange::Request asTyped(const exchange::Request &wire)
{
    exchange::Request request = wire;
    request.headers.clear();
    for (const exchange::Header &header : wire.headers) {
        const bool isDrawn = header.name.compare("client-request-id", Qt::CaseInsensitive) == 0;
        if (graph::checkHeader(header))
            request.headers += exchange::Header{header.name, isDrawn ? drawnValue() : header.value};
    }
    return request;
}

QByteArray requestText(const exchange::Request &request)
{
    const QByteArray target = request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    return request.method + ' ' + target + " HTTP/1.1\n" + exchange::toLines(request.headers) + '\n' + request.body;
}

} // namespace present

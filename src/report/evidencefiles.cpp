// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/evidencefiles.h"

#include "report/curl.h"
#include "report/facts.h"
#include "report/har.h"
#include "report/html.h"
#include "report/powershell.h"

using namespace Qt::StringLiterals;

namespace report {
namespace {

QString bodyName(const QString &name, const exchange::HeaderList &headers, const QByteArray &body)
{
    if (body.isEmpty())
        return {};
    const QByteArray type = exchange::valueOf(headers, "Content-Type"_ba).value_or(QByteArray()).toLower();
    if (shownBody(body).isBase64)
        return name + ".bin"_L1;
    return type.contains("json") ? QString(name + ".json"_L1) : QString(name + ".txt"_L1);
}

QByteArray headOf(const QByteArray &firstLine, const exchange::HeaderList &headers)
{
    exchange::HeaderList shown = headers;
    for (exchange::Header &header : shown) {
        const QString value = shownValue(header);
        if (value != textOf(header.value))
            header.value = value.toUtf8();
    }
    return firstLine + '\n' + exchange::toLines(shown);
}

void addRequest(QList<ExportedFile> &files, const QString &folder, const Evidence &evidence)
{
    const exchange::Request &request = evidence.exchange.request;
    const QByteArray target = request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    const QByteArray line = request.method + ' ' + target + " HTTP/1.1";
    files.append({folder + "request-head.txt"_L1, headOf(line, request.headers)});
    if (!evidence.requestFile.isEmpty())
        files.append({evidence.requestFile, request.body});
    files.append({folder + "curl.sh"_L1, "#!/usr/bin/env bash\n" + curlCommand(request)});
    files.append({folder + "powershell.ps1"_L1, powerShellCommand(request)});
}

void addResponse(QList<ExportedFile> &files, const QString &folder, const Evidence &evidence)
{
    const std::optional<exchange::Response> &response = evidence.exchange.response;
    if (!response)
        return;
    const QByteArray line = "HTTP/1.1 " + QByteArray::number(response->status) + ' ' + response->reason;
    files.append({folder + "response-head.txt"_L1, headOf(line, response->headers)});
    if (!evidence.responseFile.isEmpty())
        files.append({evidence.responseFile, response->body});
}

} // namespace

QList<ExportedFile> evidenceFiles(const QList<Evidence> &evidence)
{
    QList<Evidence> placed = evidence;
    QList<ExportedFile> parts;
    QList<exchange::Exchange> exchanges;
    exchanges.reserve(placed.size());
    int number = 0;
    for (Evidence &one : placed) {
        ++number;
        const QString folder = placed.size() == 1 ? QString() : QString::number(number) + u'/';
        const exchange::Request &request = one.exchange.request;
        one.requestFile = bodyName(folder + "request-body"_L1, request.headers, request.body);
        if (const std::optional<exchange::Response> &response = one.exchange.response)
            one.responseFile = bodyName(folder + "response-body"_L1, response->headers, response->body);
        addRequest(parts, folder, one);
        addResponse(parts, folder, one);
        exchanges += one.exchange;
    }
    return QList<ExportedFile>{{u"evidence.html"_s, htmlPage(placed)}, {u"exchanges.har"_s, harDocument(exchanges)}}
    + parts;
}

} // namespace report

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "graph/headers.h"
#include "present/evidence.h"
#include "present/templaterequest.h"
#include "report/curl.h"
#include "report/httpfile.h"
#include "report/powershell.h"

#include <QFileInfo>

namespace cli {
namespace {

using core::Result;

/// The request that `submit` would send of the file, as it would stand on the wire; of a token the place only.
Result<exchange::Request> requestFor(const ExportOptions &options, const World &world)
{
    Result<SessionFile> file = readSessionFile(options.file, world.files);
    if (!file)
        return file.error();
    exchange::Target usual;
    usual.baseUrl = options.target.baseUrl.value_or(QString());
    usual.apiVersion = QStringLiteral("v1.0");
    exchange::Authorization token;
    token.kind = exchange::Authorization::Kind::Token;
    RequestPlan plan;
    plan.file = std::move(file).value();
    plan.target = targetOf(options.target, plan.file.content, usual);
    plan.authorization = present::authorizationOf(plan.file.content.authorization, token);
    plan.variables = options.target.variables;
    const Result<exchange::Request> request = requestOf(plan, world.client.clock());
    return request ? graph::asOnTheWire(*request, plan.authorization.kind) : request;
}

Result<QByteArray> exported(const ExportOptions &options, const World &world)
{
    const Result<exchange::Request> request = requestFor(options, world);
    if (!request)
        return request.error();
    switch (options.format) {
    case ExportOptions::Format::Curl:
        return report::curlCommand(*request);
    case ExportOptions::Format::PowerShell:
        return report::powerShellCommand(*request);
    case ExportOptions::Format::Http:
        break;
    }
    return report::httpFile(*request);
}

} // namespace

int exportRequest(const ExportOptions &options, const World &world)
{
    Result<QByteArray> text = exported(options, world);
    if (text)
        text = present::clearedReport(*text, QFileInfo(options.file).fileName());
    if (!text) {
        world.console.complain(options.file, text.error().message);
        return text.error().code == core::Error::Code::Refused ? exitCode::refused : exitCode::unusable;
    }
    return world.console.print(*text) ? exitCode::ok : exitCode::unusable;
}

} // namespace cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/drawing.h"
#include "cli/exitcode.h"
#include "cli/requestplan.h"
#include "present/templaterequest.h"

#include <QCoreApplication>

namespace cli {
namespace {

using core::Result;

Result<QByteArray> formatted(const FormatOptions &options, const World &world)
{
    Result<SessionFile> file = readSessionFile(options.file, world.files);
    if (!file)
        return file.error();
    const exchange::Target target = targetOf(options.target, file->content, targetToDrawFor(options.target, world));
    if (target.path == exchange::PathChoice::RefODataId && target.baseUrl.isEmpty()) {
        const QString text = QCoreApplication::translate(
            "cli", "What is sent is an @odata.id with the address of the service. Give it with --base-url URL.");
        return core::Error{core::Error::Code::Input, text, {}};
    }
    session::PlaceholderValues values
        = present::drawnNow(world.client.clock(), target.callRecordId, options.target.variables);
    if (options.at)
        values.now = *options.at;
    if (options.seed)
        values.drawGuid = guidsFrom(*options.seed);
    RequestPlan plan;
    plan.file = std::move(file).value();
    plan.target = target;
    return bodyOf(plan, values);
}

} // namespace

int format(const FormatOptions &options, const World &world)
{
    const Result<QByteArray> body = formatted(options, world);
    if (!body) {
        world.console.complain(options.file, body.error().message);
        return exitCode::unusable;
    }
    return world.console.print(*body) ? exitCode::ok : exitCode::unusable;
}

} // namespace cli

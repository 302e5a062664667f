// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "cli/exitcode.h"
#include "cli/shutdownsignal.h"

#include <QCoreApplication>

namespace cli {
namespace {

/// One overload a command, so that a forgotten one does not compile.
struct Runner
{
    const World &world;

    int operator()(const Answer &answer) const
    {
        return world.console.print(answer.text.toUtf8()) ? exitCode::ok : exitCode::unusable;
    }
    int operator()(const SubmitOptions &options) const { return submit(options, world); }
    int operator()(const FormatOptions &options) const { return format(options, world); }
    int operator()(const ValidateOptions &options) const { return validate(options, world); }
    int operator()(const CompareOptions &options) const { return compare(options, world); }
    int operator()(const HistoryListOptions &options) const { return listHistory(options, world); }
    int operator()(const HistoryShowOptions &options) const { return showHistory(options, world); }
    int operator()(const HistoryExportOptions &options) const { return exportHistory(options, world); }
    int operator()(const ReportOptions &options) const { return writeReport(options, world); }
    int operator()(const ExportOptions &options) const { return exportRequest(options, world); }
    int operator()(const ImportOptions &options) const { return importFiles(options, world); }
    int operator()(const SandboxOptions &options) const { return serve(options, world); }
};

} // namespace

int run(const Command &command, const World &world)
{
    return std::visit(Runner{world}, command);
}

int serve(const SandboxOptions &options, const World &world)
{
    ShutdownSignal shutdown; // before the address is out: whoever reads it may end us at once
    const core::Result<QUrl> root = world.sandbox.start(options);
    if (!root) {
        world.console.complain(root.error().message);
        return exitCode::unusable;
    }
    QObject::connect(&shutdown, &ShutdownSignal::came, &shutdown, [] { QCoreApplication::exit(exitCode::ok); });
    if (!world.console.print(root->toEncoded() + '\n'))
        return exitCode::unusable;
    return QCoreApplication::exec();
}

} // namespace cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "cli/world.h"

namespace cli {

/// Does what was asked for and gives the exit code (docs/command-line.md "Exit codes"). Needs a QCoreApplication;
/// `submit` and `sandbox` run its event loop.
int run(const Command &command, const World &world);

/// Each verb. What goes wrong has been told on standard error when it returns.
int submit(const SubmitOptions &options, const World &world);
int format(const FormatOptions &options, const World &world);
int validate(const ValidateOptions &options, const World &world);
int compare(const CompareOptions &options, const World &world);
int listHistory(const HistoryListOptions &options, const World &world);
int showHistory(const HistoryShowOptions &options, const World &world);
int exportHistory(const HistoryExportOptions &options, const World &world);
int writeReport(const ReportOptions &options, const World &world);
int exportRequest(const ExportOptions &options, const World &world);
int importFiles(const ImportOptions &options, const World &world);
int serve(const SandboxOptions &options, const World &world);

} // namespace cli

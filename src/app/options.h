// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scriptedrun.h"
#include "core/result.h"

#include <QStringList>

namespace app {

/// The command line of the window's program.
struct Options
{
    QStringList files;
    QString environment; ///< The name to choose; empty for the remembered one.
    Script script;
    QString answer; ///< What `--help` or `--version` prints; then nothing else happens.
};

/// Reads `[FILE…] [--environment NAME] [--sandbox] [--submit] [--screenshot FILE] [--exit-after-first-paint] [--help]
/// [--version]`; `arguments` begins with the program's name. An Error (Code::Input) names what is wrong.
core::Result<Options> readOptions(const QStringList &arguments);

} // namespace app

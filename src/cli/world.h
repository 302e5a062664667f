// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"
#include "cli/requestplan.h"
#include "cli/sandboxhost.h"
#include "graph/graphclient.h"
#include "store/files.h"
#include "store/history.h"

namespace cli {

/// What the verbs borrow from main.
struct World
{
    Console &console;
    const store::Files &files;
    SandboxHost &sandbox;
    graph::GraphClient &client;
    store::History &history; ///< Where `submit --history` writes; untouched otherwise.
    PlanJudge &judge; ///< By which the history judges.
};

} // namespace cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "cli/world.h"
#include "exchange/target.h"

#include <QString>

#include <functional>

// What verbs that send nothing put for the placeholders of a template.
namespace cli {

/// The usual target without a place to post to: its version and call record, and the base URL only when it was given.
exchange::Target targetToDrawFor(const TargetOptions &options, const World &world);

/// Draws GUIDs (version 4, RFC 9562 §5.4) from a number: the same ones from the same, on every machine.
std::function<QString()> guidsFrom(int seed);

} // namespace cli

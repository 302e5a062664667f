// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/requestplan.h"
#include "cli/world.h"

namespace cli {

/// The baseline that lies beside the template, if there is one. An Error says why it cannot be read.
core::Result<std::optional<session::Baseline>> baselineBeside(const SessionFile &file, const store::Files &files);

/// Writes the response beside the template of `plan` as its baseline. An Error says why it was not.
core::Status acceptBaseline(const RequestPlan &plan, const exchange::Response &response, const store::Files &files);

} // namespace cli

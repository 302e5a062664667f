// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/baseline.h"
#include "store/files.h"

namespace store {

/// The baseline that lies beside the template at `path`, if there is one. An Error says why it cannot be read.
core::Result<std::optional<session::Baseline>> readBaselineBeside(const QString &path, const Files &files);

/// Writes `baseline` beside the template at `path`, over the one that is there. An Error says why it was not:
/// Code::Refused when it holds a secret.
core::Status saveBaselineBeside(const QString &path, const session::Baseline &baseline, const Files &files);

/// Moves the baseline of the template at `path` to the trash. An Error says why it stays.
core::Status trashBaselineBeside(const QString &path);

} // namespace store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "edm/schema.h"

class QIODevice;

namespace edm {

/// Reads an OData CSDL 4.0 XML document, ours or a server's `$metadata`, from an open device. Elements that it does not
/// know are skipped, aliases are resolved, annotations (Core.Description, Core.LongDescription, Core.Revisions) count
/// inline and through `Annotations Target`. An Error (Code::Input) names line and column and what was expected.
core::Result<Schema> readCsdl(QIODevice &device);

} // namespace edm

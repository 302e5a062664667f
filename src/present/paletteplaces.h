// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/palettemodel.h"

namespace present {

class RecentFiles;
class Workspace;

/// The other open documents, as entries that make them the current one. What they borrow outlives them; a document that
/// was closed meanwhile is passed over.
QList<PaletteEntry> paletteDocuments(Workspace &workspace);

/// The files that were used last, as entries that open them.
QList<PaletteEntry> paletteRecentFiles(RecentFiles &recent);

} // namespace present

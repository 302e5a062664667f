// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

/// The program's folders, without a `/` at the end; nothing is made (XDG Base Directory Specification 0.8). The
/// settings and environments of the person.
QString configFolder();

/// What the person made with the program: the history, snippets, templates.
QString dataFolder();

/// What outlives a run and belongs to this machine alone: the journal, the tabs of the last time.
QString stateFolder();

} // namespace core

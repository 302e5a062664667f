// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

namespace core {

/// The identifier of desktop file, metainfo, icon and settings folder.
inline constexpr QLatin1String applicationId("org.sessioncomposer.SessionComposer");

/// The name for people.
inline constexpr QLatin1String applicationName("Session Composer");

/// The version of this build, as in `0.1.0`.
QString applicationVersion();

/// Gives the process its name, version and desktop file, the same for both programs. Call after the application object
/// exists.
void adoptIdentity();

/// Keeps secrets out of core files: no dumps, and no other process of the same user may read this one's memory. For
/// release builds; a debug build wants to be debugged.
void forbidCoreDumps();

} // namespace core

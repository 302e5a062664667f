// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cli {

/// The exit codes that do not come from an exchange (present::exitCode()).
namespace exitCode {
inline constexpr int ok = 0;
inline constexpr int foundErrors = 1; ///< `validate` found an error.
inline constexpr int lostSomething = 1; ///< `compare` found something changed or dropped.
inline constexpr int unusable = 2; ///< Usage, unreadable input, an unset variable, a URL or id that cannot be used.
inline constexpr int refused = 4; ///< A guard refused before anything was sent.
} // namespace exitCode

} // namespace cli

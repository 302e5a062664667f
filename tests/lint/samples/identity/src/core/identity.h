// SPDX-License-Identifier: GPL-3.0-or-later
inline constexpr QLatin1String applicationId("org.sessioncomposer.SessionComposer");
inline constexpr QLatin1String applicationName("SessionComposer");

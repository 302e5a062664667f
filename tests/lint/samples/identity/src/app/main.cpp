// SPDX-License-Identifier: GPL-3.0-or-later
const char *fine = "org.sessioncomposer.SessionComposer";
const char *wrong = "org.sessioncomposer.sessioncomposer";

# SPDX-License-Identifier: GPL-3.0-or-later
# Who the program is, once. Desktop file, metainfo, icon, man pages, package and code take these; lint.identity holds
# every other mention in the project to them.
set(SC_ID "org.sessioncomposer.SessionComposer")
set(SC_NAME "Session Composer")
set(SC_GUI_PROGRAM "session-composer")
set(SC_CLI_PROGRAM "session-composer-cli")
set(SC_SUMMARY "Compose call sessions, submit them and see what came back")
set(SC_DEVELOPER "The Session Composer developers")
set(SC_CONTACT "The Session Composer developers <developers@session-composer.invalid>")
set(SC_LICENCE "GPL-3.0-or-later")
set(SC_RELEASE_DATE "2026-11-24")

# SPDX-License-Identifier: GPL-3.0-or-later
# What shows the history.
set(SC_APP_HISTORY_SOURCES
    comparisondialog.cpp comparisondialog.h
    historynotice.cpp historynotice.h
    historypane.cpp historypane.h
    railsplitter.cpp railsplitter.h)
set(SC_APP_HISTORY_UI
    "${PROJECT_SOURCE_DIR}/ui/comparisondialog.ui"
    "${PROJECT_SOURCE_DIR}/ui/historypane.ui")

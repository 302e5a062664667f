# SPDX-License-Identifier: GPL-3.0-or-later
# The rail: what shows the history and the library.
set(SC_APP_HISTORY_SOURCES
    comparisondialog.cpp comparisondialog.h
    historynotice.cpp historynotice.h
    historypane.cpp historypane.h
    librarypane.cpp librarypane.h
    railsplitter.cpp railsplitter.h
    recoverynotice.cpp recoverynotice.h)
set(SC_APP_HISTORY_UI
    "${PROJECT_SOURCE_DIR}/ui/comparisondialog.ui"
    "${PROJECT_SOURCE_DIR}/ui/historypane.ui"
    "${PROJECT_SOURCE_DIR}/ui/librarypane.ui")

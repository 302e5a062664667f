# SPDX-License-Identifier: GPL-3.0-or-later
# The panes about what goes out and what came back.
set(SC_APP_RESPONSE_SOURCES
    bodypane.cpp bodypane.h
    choicecells.cpp choicecells.h
    comparisoncells.cpp comparisoncells.h
    expectedpage.cpp expectedpage.h
    findingsdrawer.cpp findingsdrawer.h
    nextrequestpage.cpp nextrequestpage.h
    plaincells.cpp plaincells.h
    readbacknotice.cpp readbacknotice.h
    requestheaderspage.cpp requestheaderspage.h
    responsetree.cpp responsetree.h
    responseview.cpp responseview.h
    resultpage.cpp resultpage.h
    statusline.cpp statusline.h
    timelinepage.cpp timelinepage.h
    timelineview.cpp timelineview.h
    timingbars.cpp timingbars.h)
set(SC_APP_RESPONSE_UI
    "${PROJECT_SOURCE_DIR}/ui/bodypane.ui"
    "${PROJECT_SOURCE_DIR}/ui/expectedpage.ui"
    "${PROJECT_SOURCE_DIR}/ui/findingsdrawer.ui"
    "${PROJECT_SOURCE_DIR}/ui/nextrequestpage.ui"
    "${PROJECT_SOURCE_DIR}/ui/requestheaderspage.ui"
    "${PROJECT_SOURCE_DIR}/ui/responseview.ui"
    "${PROJECT_SOURCE_DIR}/ui/resultpage.ui"
    "${PROJECT_SOURCE_DIR}/ui/statusline.ui")

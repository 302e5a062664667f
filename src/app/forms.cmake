# SPDX-License-Identifier: GPL-3.0-or-later
# The forms of Qt Designer and what binds them to a document.
set(SC_APP_FORMS_SOURCES
    bodynotice.cpp bodynotice.h
    boundwidget.cpp boundwidget.h
    designerform.h
    endpointform.h
    failureinfoform.h
    fieldeditor.cpp fieldeditor.h
    fieldfinder.cpp fieldfinder.h
    fieldrow.cpp fieldrow.h
    flowlayout.cpp flowlayout.h
    formbinder.cpp formbinder.h
    formpage.cpp formpage.h
    linedialog.cpp linedialog.h
    membersedit.cpp membersedit.h
    section.cpp section.h
    sentence.cpp sentence.h
    sessionform.h
    statebutton.cpp statebutton.h
    timeassist.cpp timeassist.h
    useragentform.h)
set(SC_APP_FORMS_UI
    "${PROJECT_SOURCE_DIR}/ui/endpointform.ui"
    "${PROJECT_SOURCE_DIR}/ui/failureinfoform.ui"
    "${PROJECT_SOURCE_DIR}/ui/formpage.ui"
    "${PROJECT_SOURCE_DIR}/ui/linedialog.ui"
    "${PROJECT_SOURCE_DIR}/ui/sessionform.ui"
    "${PROJECT_SOURCE_DIR}/ui/useragentform.ui")

# SPDX-License-Identifier: GPL-3.0-or-later
# The byte view is a library of its own, so that its tests need no window of ours.
qt_wrap_ui(byteview_forms "${PROJECT_SOURCE_DIR}/ui/findbar.ui")
add_library(sc_byteview STATIC
    findbar.cpp findbar.h
    byterow.cpp byterow.h
    byteview.cpp byteview.h byteviewinput.cpp byteviewpaint.cpp
    byteviewaccessible.cpp byteviewaccessible.h
    ${byteview_forms})
target_include_directories(sc_byteview PUBLIC "${PROJECT_SOURCE_DIR}/src" PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
target_link_libraries(sc_byteview PUBLIC sc_options sc_present_body Qt6::Widgets)

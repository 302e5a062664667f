# SPDX-License-Identifier: GPL-3.0-or-later
# Reading Qt's headers is two thirds of the time of a build. With SC_PRECOMPILE they are read once for all that is below
# the window and once for the window.
set(sc_core_headers <QByteArray> <QCoreApplication> <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QList> <QMap> <QObject> <QSize> <QString> <QStringList> <QUrl> <QVariant>
    <algorithm> <functional> <memory> <optional> <utility> <vector>)
set(sc_widgets_headers ${sc_core_headers}
    <QApplication> <QDialog> <QLabel> <QLineEdit> <QPushButton> <QTreeView> <QVBoxLayout> <QWidget>)

# Two compilations of the same headers differ in their bytes, so a cache that hashes the bytes finds nothing after a clean
# start. This is what it hashes instead (CCACHE_PCH_EXTSUM): all that the compiled headers depend on.
function(sc_write_checksum kind)
    string(TOUPPER "${CMAKE_BUILD_TYPE}" type)
    set(facts "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} ${Qt6_VERSION}" "${sc_${kind}_headers}" "${CMAKE_BUILD_TYPE}"
        "${CMAKE_CXX_FLAGS}" "${CMAKE_CXX_FLAGS_${type}}" "${SC_SANITIZE} ${SC_COVERAGE} ${SC_WIDGETS}")
    file(READ "${PROJECT_SOURCE_DIR}/cmake/ScOptions.cmake" options)
    string(SHA256 checksum "${facts};${options}")
    foreach(suffix gch pch) # GCC's and Clang's
        file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/CMakeFiles/sc_precompiled_${kind}.dir/cmake_pch.hxx.${suffix}.sum"
            CONTENT "${checksum}")
    endforeach()
endfunction()

# The library whose precompiled headers the targets of this kind use.
function(sc_make_precompiled kind link)
    set(source "${PROJECT_BINARY_DIR}/precompiled/${kind}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "")
    add_library(sc_precompiled_${kind} OBJECT "${source}")
    target_link_libraries(sc_precompiled_${kind} PRIVATE sc_options ${link})
    target_precompile_headers(sc_precompiled_${kind} PRIVATE ${sc_${kind}_headers})
    set_target_properties(sc_precompiled_${kind} PROPERTIES AUTOMOC OFF)
    sc_write_checksum(${kind})
endfunction()

# sc_precompile(TARGET LAYER): the headers of the kind that a target of this layer, or a test of it, is of.
function(sc_precompile target layer)
    if(NOT SC_PRECOMPILE)
        return()
    endif()
    if(layer STREQUAL "app")
        target_precompile_headers(${target} REUSE_FROM sc_precompiled_widgets)
    else()
        target_precompile_headers(${target} REUSE_FROM sc_precompiled_core)
    endif()
endfunction()

if(SC_PRECOMPILE)
    sc_make_precompiled(core Qt6::Core)
    if(SC_WIDGETS)
        sc_make_precompiled(widgets Qt6::Widgets)
    endif()
endif()

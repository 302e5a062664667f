# SPDX-License-Identifier: GPL-3.0-or-later

# sc_add_layer(NAME SOURCES … LINK …): the static library of the folder src/NAME, named sc_NAME.
# Includes are written from src/ ("json/scanner.h"), so that a reader and the layer lint see the room in each line.
function(sc_add_layer name)
    cmake_parse_arguments(LAYER "" "" "SOURCES;LINK" ${ARGN})
    add_library(sc_${name} STATIC ${LAYER_SOURCES})
    target_include_directories(sc_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(sc_${name} PUBLIC sc_options ${LAYER_LINK})
    sc_precompile(sc_${name} ${name})
endfunction()

# What AUTOMOC would make for the one class of a test, without its scan and its empty second source for each program.
function(sc_moc_test target source)
    set(moc "${CMAKE_CURRENT_BINARY_DIR}/moc/${source}.moc")
    qt6_generate_moc(${source}.cpp "${moc}" TARGET ${target})
    target_sources(${target} PRIVATE "${moc}")
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/moc")
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
endfunction()

# sc_add_test(LAYER UNIT [LINK …] [SOURCES …] [LABELS …] [TIMEOUT seconds]): tests/LAYER/tst_UNIT.cpp as the test LAYER.UNIT.
function(sc_add_test layer unit)
    cmake_parse_arguments(TEST "" "TIMEOUT" "LINK;SOURCES;LABELS" ${ARGN})
    set(target tst_${layer}_${unit})
    add_executable(${target} tst_${unit}.cpp ${TEST_SOURCES})
    sc_moc_test(${target} tst_${unit})
    target_link_libraries(${target} PRIVATE sc_options Qt6::Test ${TEST_LINK})
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests" "${PROJECT_BINARY_DIR}/tests/include")
    sc_precompile(${target} ${layer})
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
    add_test(NAME ${layer}.${unit} COMMAND ${target})
    sc_test_defaults(${layer}.${unit})
    set_property(TEST ${layer}.${unit} APPEND PROPERTY LABELS ${layer} ${TEST_LABELS})
    if(TEST_TIMEOUT)
        set_tests_properties(${layer}.${unit} PROPERTIES TIMEOUT ${TEST_TIMEOUT})
    endif()
    if(SC_SANITIZE)
        set_tests_properties(${layer}.${unit} PROPERTIES TIMEOUT 600) # Two to ten times the work.
    endif()
endfunction()

# The same surroundings for every test: no display, fixed locale, zone and hash seed, no proxy, no file of the user.
function(sc_test_defaults name)
    set_tests_properties(${name} PROPERTIES
        TIMEOUT 60
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QT_HASH_SEED=0;QT_FORCE_ASSERTS=1")
endfunction()

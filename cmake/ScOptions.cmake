# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target carries the language level, the warnings and the strict Qt defines; every target links it.
add_library(sc_options INTERFACE)
target_compile_features(sc_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
target_compile_options(sc_options INTERFACE
    -Wall
    -Wextra
    -Wpedantic
    -Wshadow
    -Wold-style-cast
    -Wnon-virtual-dtor
    -Woverloaded-virtual
    $<$<BOOL:${SC_WERROR}>:-Werror>)
target_compile_definitions(sc_options INTERFACE
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_CAST_TO_ASCII
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_URL_CAST_FROM_STRING
    QT_USE_QSTRINGBUILDER
    QT_STRICT_ITERATORS)
if(SC_SANITIZE)
    target_compile_options(sc_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
        -fno-omit-frame-pointer)
    target_link_options(sc_options INTERFACE -fsanitize=address,undefined)
endif()
if(SC_FUZZ)
    target_compile_options(sc_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(SC_COVERAGE)
    target_compile_options(sc_options INTERFACE --coverage)
    target_link_options(sc_options INTERFACE --coverage)
endif()
if(SC_QUICK_LINK)
    # Many test programs are linked against the same static libraries; gold takes a fraction of the time.
    include(CheckLinkerFlag)
    check_linker_flag(CXX -fuse-ld=gold SC_HAS_GOLD)
    if(SC_HAS_GOLD)
        target_link_options(sc_options INTERFACE -fuse-ld=gold)
    endif()
endif()

# SPDX-License-Identifier: GPL-3.0-or-later
# Writes every file that bears the identity into the build folder.
set(SC_MAN_DATE "${SC_RELEASE_DATE}") # the release's, not the day of the build: two builds are alike

foreach(suffix IN ITEMS desktop metainfo.xml)
    configure_file("linux/${suffix}.in" "${CMAKE_CURRENT_BINARY_DIR}/${SC_ID}.${suffix}" @ONLY)
endforeach()
configure_file(linux/icon.svg "${CMAKE_CURRENT_BINARY_DIR}/${SC_ID}.svg" COPYONLY)
foreach(program IN ITEMS ${SC_GUI_PROGRAM} ${SC_CLI_PROGRAM})
    configure_file("linux/${program}.1.in" "${CMAKE_CURRENT_BINARY_DIR}/${program}.1" @ONLY)
endforeach()

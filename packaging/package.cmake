# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package. dpkg-shlibdeps finds the libraries; what Qt loads at run time is named by hand, because it cannot
# see plugins: the SVG icon engine, SQLite for the history, and a font, without which an offscreen window shows boxes.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME "session-composer")
set(CPACK_PACKAGE_VENDOR "${SC_DEVELOPER}")
set(CPACK_PACKAGE_CONTACT "${SC_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${SC_SUMMARY}")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"A tester composes a callRecords session of Microsoft Graph in forms, submits it
to a service or to the built-in sandbox, and sees exactly what was sent and what
came back. ${SC_CLI_PROGRAM} does the same without a window.")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, libqt6sql6-sqlite, fonts-dejavu-core | fonts-freefont-ttf | fonts-liberation")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland")
include(CPack)

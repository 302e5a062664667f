// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/timelinepicture.h"

#include <QByteArray>

namespace report {

/// `picture` as one SVG element (SVG 1.1), UTF-8, to stand alone or inside a page: black on white, every text escaped,
/// nothing that runs, nothing that loads, the same bytes for the same picture. `name` is made of letters, digits and
/// hyphens and begins with a letter; in one page each picture has its own, since the ids of its patterns begin with it.
/// The picture of a session is made by present::sessionPicture().
QByteArray timelineSvg(const TimelinePicture &picture, const QString &name);

} // namespace report

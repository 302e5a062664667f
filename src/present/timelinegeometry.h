// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/timeline.h"

namespace present {

/// The room and the font of a picture, in its units.
struct PictureMeasure
{
    double width = 960;
    double lineHeight = 18;
    double advance = 7; ///< The width of an average character.
};

/// `timeline` as a picture: an axis, the lanes with their bars below each other, and a legend of what is drawn. Bars
/// that would cover the same place are drawn once, so that a thousand segments stay a picture.
report::TimelinePicture timelinePicture(const Timeline &timeline, const PictureMeasure &measure);

/// The picture of the session that is the root of `text`, as evidence shows it: report::timelineSvg() writes it.
report::TimelinePicture sessionPicture(const json::Index &text);

/// The row of the bar at a point of the picture, or next to it; -1 where there is none.
qsizetype rowAt(const report::TimelinePicture &picture, double x, double y);

} // namespace present

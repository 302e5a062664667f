// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/timelinepicture.h"

#include <algorithm>

namespace report {
namespace {

struct ToneRow
{
    Tone tone;
    quint32 onWhite;
    Pattern pattern;
};

constexpr ToneRow rows[] = {
    {Tone::Ink, 0x1b1d20, Pattern::Solid},      {Tone::Faint, 0x6a6e75, Pattern::Solid},
    {Tone::Span, 0x4a4d52, Pattern::Solid},     {Tone::Audio, 0x1f4f9f, Pattern::Rising},
    {Tone::Video, 0x1c6b34, Pattern::Falling},  {Tone::VideoBasedScreenSharing, 0x6a3aa8, Pattern::Crossed},
    {Tone::Data, 0x7d5200, Pattern::Dotted},    {Tone::ScreenSharing, 0x00666e, Pattern::Lying},
    {Tone::Other, 0x8a2a6b, Pattern::Standing}, {Tone::Failure, 0xa61b1b, Pattern::Solid},
};

const ToneRow &rowOf(Tone tone)
{
    const auto row
        = std::find_if(std::begin(rows), std::end(rows), [tone](const ToneRow &one) { return one.tone == tone; });
    Q_ASSERT(row != std::end(rows));
    return *row;
}

} // namespace

Pattern patternOf(Tone tone)
{
    return rowOf(tone).pattern;
}

quint32 colorOnWhite(Tone tone)
{
    return rowOf(tone).onWhite;
}

} // namespace report

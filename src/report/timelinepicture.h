// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace report {

/// What a colour of a timeline says. Each has a pattern of its own beside it, and its word in the legend.
enum class Tone : quint8 {
    Ink, ///< Texts and the axis.
    Faint, ///< Lines that only guide the eye.
    Span, ///< A stretch of which no modality is known.
    Audio,
    Video,
    VideoBasedScreenSharing,
    Data,
    ScreenSharing,
    Other, ///< A modality that the schema does not have.
    Failure,
};

/// How a tone fills an area.
enum class Pattern : quint8 { Solid, Rising, Falling, Crossed, Dotted, Lying, Standing };

/// The pattern of a tone.
Pattern patternOf(Tone tone);

/// The colour of a tone on white, as 0xrrggbb; at least 4.5 : 1 against it.
quint32 colorOnWhite(Tone tone);

/// A filled area of a picture; all measures are in units from the top left corner.
struct PictureBar
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    Tone tone = Tone::Span;
    qsizetype row = -1; ///< Of the table beside the picture; -1 for a part of the legend.

    bool operator==(const PictureBar &) const = default;
};

/// A line, upright or level.
struct PictureLine
{
    double fromX = 0;
    double fromY = 0;
    double toX = 0;
    double toY = 0;
    Tone tone = Tone::Faint;

    bool operator==(const PictureLine &) const = default;
};

/// Plain text on one line: foreign text, whatever it looks like. What has no room ends in an ellipsis.
struct PictureText
{
    enum class Anchor : quint8 { Begin, Middle, End };

    double x = 0; ///< Where the anchor stands.
    double y = 0; ///< The top of the line, which is TimelinePicture::lineHeight high.
    double room = 0;
    Anchor anchor = Anchor::Begin;
    QString text;
    Tone tone = Tone::Ink;

    bool operator==(const PictureText &) const = default;
};

/// A picture as plain values. The window paints it and timelineSvg() writes it, so that both show the same.
struct TimelinePicture
{
    double width = 0;
    double height = 0;
    double lineHeight = 0;
    double advance = 0; ///< The width of an average character.
    QString title;
    QString description; ///< What the picture shows, in words.
    QList<PictureBar> bars; ///< Later ones stand over earlier ones.
    QList<PictureLine> lines;
    QList<PictureText> texts;

    bool operator==(const TimelinePicture &) const = default;
};

} // namespace report

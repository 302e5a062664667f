// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/timelinegeometry.h"

#include "edm/datetimeoffset.h"
#include "edm/duration.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace present {
namespace {

using report::PictureBar;
using report::PictureLine;
using report::PictureText;
using report::TimelinePicture;
using report::Tone;

constexpr qint64 second = edm::DateTimeOffset::ticksPerSecond;
constexpr double leastBar = 3; ///< What takes no time is still seen.
constexpr double failureHeight = 3; ///< Of the mark along a bar of what failed.

QString tr(const char *text)
{
    return QCoreApplication::translate("present::Timeline", text);
}

/// The distance of the marks on the axis: the smallest that leaves room for their words.
qint64 tickStep(qint64 span, double most)
{
    static constexpr qint64 steps[] = {1,
                                       10,
                                       100,
                                       1000,
                                       second / 1000,
                                       second / 100,
                                       second / 10,
                                       second,
                                       2 * second,
                                       5 * second,
                                       10 * second,
                                       15 * second,
                                       30 * second,
                                       60 * second,
                                       120 * second,
                                       300 * second,
                                       600 * second,
                                       900 * second,
                                       1800 * second,
                                       3600 * second,
                                       2 * 3600 * second,
                                       6 * 3600 * second,
                                       12 * 3600 * second,
                                       86400 * second,
                                       7 * 86400 * second,
                                       30 * 86400 * second,
                                       365 * 86400 * second};
    for (const qint64 step : steps) {
        if (static_cast<double>(span) / static_cast<double>(step) <= most)
            return step;
    }
    return std::max<qint64>(span / 4, 1);
}

/// Draws a Timeline part by part, from the top down.
class TimelineDrawing
{
public:
    TimelineDrawing(const Timeline &timeline, const PictureMeasure &measure);

    TimelinePicture draw();

private:
    double placeOf(qint64 ticks) const;
    void drawAxis();
    void drawLane(const TimelineLane &lane);
    void drawBar(const TimelineBar &bar, double top);
    void drawLegend();
    void addText(double x, double room, const QString &text, Tone tone = Tone::Ink,
                 PictureText::Anchor anchor = PictureText::Anchor::Begin);

    const Timeline &m_timeline;
    TimelinePicture m_picture;
    double m_left; ///< Where the lanes' bars begin,
    double m_right; ///< and where they end.
    double m_line;
    double m_y = 0;
    double m_trackHeight;
    std::map<std::pair<double, Tone>, double> m_reach; ///< Up to where each track is covered with a tone.
    QList<Tone> m_tones; ///< What the legend explains.
};

TimelineDrawing::TimelineDrawing(const Timeline &timeline, const PictureMeasure &measure)
    : m_timeline(timeline)
    , m_left(std::min(measure.advance * 24, measure.width / 3))
    , m_right(std::max(measure.width - measure.advance, m_left + 1))
    , m_line(measure.lineHeight)
    , m_trackHeight(std::round(measure.lineHeight * 0.8))
{
    m_picture.width = measure.width;
    m_picture.lineHeight = measure.lineHeight;
    m_picture.advance = measure.advance;
    m_picture.title = tr("Timeline of the session");
    m_picture.description = timelineText(timeline);
}

void TimelineDrawing::addText(double x, double room, const QString &text, Tone tone, PictureText::Anchor anchor)
{
    m_picture.texts += PictureText{x, m_y, room, anchor, text, tone};
}

TimelinePicture TimelineDrawing::draw()
{
    if (m_timeline.isDrawn()) {
        drawAxis();
        for (const TimelineLane &lane : m_timeline.lanes)
            drawLane(lane);
        drawLegend();
    } else {
        addText(0, m_picture.width,
                m_timeline.absence.isEmpty() ? tr("No time of this session can be drawn; the table says why.")
                                             : m_timeline.absence);
        m_y += m_line;
    }
    m_picture.height = m_y;
    return m_picture;
}

// In double: the span may be all that a qint64 holds.
double TimelineDrawing::placeOf(qint64 ticks) const
{
    const double span = static_cast<double>(m_timeline.end) - static_cast<double>(m_timeline.begin);
    const double part = span > 0 ? (static_cast<double>(ticks) - static_cast<double>(m_timeline.begin)) / span : 0.5;
    return m_left + part * (m_right - m_left);
}

void TimelineDrawing::drawAxis()
{
    const double room = m_right - m_left;
    addText(m_left, room / 2, edm::utcLiteral(m_timeline.begin));
    if (m_timeline.end > m_timeline.begin)
        addText(m_right, room / 2, edm::utcLiteral(m_timeline.end), Tone::Ink, PictureText::Anchor::End);
    m_y += m_line;
    const double whole = static_cast<double>(m_timeline.end) - static_cast<double>(m_timeline.begin);
    const double widest = m_picture.advance * 12; // of the words at a mark
    if (whole > 0 && whole < 9e18) {
        const qint64 span = m_timeline.end - m_timeline.begin;
        const qint64 step = tickStep(span, std::max(room / widest, 1.0));
        for (qint64 at = 0; at <= span; at += step) {
            const double x = placeOf(m_timeline.begin + at);
            m_picture.lines += PictureLine{x, m_y + m_line, x, m_y + m_line, Tone::Faint}; // its foot follows
            if (x + widest / 2 <= m_right || at == 0)
                addText(x, widest, u'+' + edm::clockText(at), Tone::Faint);
            if (at > span - step)
                break; // the next might not be a qint64
        }
    }
    m_y += m_line;
}

void TimelineDrawing::drawLane(const TimelineLane &lane)
{
    m_y += m_line / 4;
    m_picture.lines += PictureLine{0, m_y, m_right, m_y, Tone::Faint};
    m_y += m_line / 4;
    const double top = m_y;
    const double room = m_left - m_picture.advance;
    addText(0, room, lane.isFailed ? u"\u2717 "_s + lane.name : lane.name, lane.isFailed ? Tone::Failure : Tone::Ink);
    if (!lane.note.isEmpty()) {
        m_y += m_line;
        addText(0, room, lane.note, lane.isFailed ? Tone::Failure : Tone::Faint);
    }
    m_y += m_line;
    for (const TimelineBar &bar : lane.bars)
        drawBar(bar, top + bar.track * m_trackHeight);
    m_y = std::max(m_y, top + lane.tracks * m_trackHeight);
}

void TimelineDrawing::drawBar(const TimelineBar &bar, double top)
{
    const double width = std::max(placeOf(bar.end) - placeOf(bar.begin), leastBar);
    const double x = std::round(std::min(placeOf(bar.begin), m_right - leastBar));
    const double right = std::max(std::round(x + width), x + leastBar);
    const auto isCovered = [this, top, right](Tone tone) {
        double &reach = m_reach[{top, tone}];
        const bool was = reach >= right;
        reach = std::max(reach, right);
        return was;
    };
    const double height = m_trackHeight - 3;
    if (!isCovered(bar.tone)) {
        m_picture.bars += PictureBar{x, top, right - x, height, bar.tone, bar.row};
        if (!m_tones.contains(bar.tone))
            m_tones += bar.tone;
    }
    if (bar.isFailed && !isCovered(Tone::Failure)) {
        m_picture.bars += PictureBar{x, top + height - failureHeight, right - x, failureHeight, Tone::Failure, bar.row};
        if (!m_tones.contains(Tone::Failure))
            m_tones += Tone::Failure;
    }
}

void TimelineDrawing::drawLegend()
{
    for (PictureLine &line : m_picture.lines) {
        if (line.fromX == line.toX)
            line.toY = m_y; // the marks of the axis reach through all lanes
    }
    m_y += m_line / 2;
    QList<Tone> tones = m_tones;
    std::sort(tones.begin(), tones.end());
    const double swatch = m_picture.advance * 3;
    double x = 0;
    for (const Tone tone : std::as_const(tones)) {
        const QString word = toneText(tone);
        const double width = swatch + m_picture.advance * static_cast<double>(word.size() + 5);
        if (x > 0 && x + width > m_picture.width) {
            x = 0;
            m_y += m_line;
        }
        m_picture.bars += PictureBar{x, m_y + 2, swatch, m_line - 6, tone, -1};
        addText(x + swatch + m_picture.advance, width - swatch, word, tone == Tone::Failure ? tone : Tone::Ink);
        x += width;
    }
    m_y += m_line;
}

} // namespace

TimelinePicture timelinePicture(const Timeline &timeline, const PictureMeasure &measure)
{
    return TimelineDrawing(timeline, measure).draw();
}

TimelinePicture sessionPicture(const json::Index &text)
{
    return timelinePicture(timelineOf(text), {});
}

qsizetype rowAt(const TimelinePicture &picture, double x, double y)
{
    constexpr double tolerance = 2;
    for (qsizetype number = picture.bars.size() - 1; number >= 0; --number) {
        const PictureBar &bar = picture.bars.at(number);
        if (bar.row >= 0 && x >= bar.x - tolerance && x <= bar.x + bar.width + tolerance && y >= bar.y
            && y <= bar.y + bar.height)
            return bar.row;
    }
    return -1;
}

} // namespace present

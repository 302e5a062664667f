// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/timeline.h"

#include "edm/duration.h"
#include "present/timelineplacing.h"
#include "present/timelinereading.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace present {
namespace {

using report::Tone;

QString tr(const char *text)
{
    return QCoreApplication::translate("present::Timeline", text);
}

/// Makes a Timeline of a session, part by part.
class TimelineReader
{
public:
    explicit TimelineReader(const json::Index &text)
        : m_text(text)
    { }

    Timeline read();

private:
    void readSession();
    void readSegment(qsizetype segment, qsizetype number, const json::Pointer &pointer);
    void readStreams(qsizetype media, const QString &segment, const json::Pointer &pointer);
    void readStream(qsizetype stream, Tone tone, const QString &segment, const json::Pointer &pointer);
    qsizetype addRow(TimelineRow row, const ReadSpan &span, const Failure &failure);

    const json::Index &m_text;
    TimelinePlacing m_placing;
    Timeline m_timeline;
    qsizetype m_untold = 0;
};

Timeline TimelineReader::read()
{
    const auto lane = [](const QString &name, const QString &note) { return TimelineLane{name, note, false, 0, {}}; };
    m_timeline.lanes = {lane(tr("session"), {}), lane(tr("segments"), {}),
                        lane(tr("caller sends"), partyOf(m_text, memberOf(m_text, 0, u"caller"))),
                        lane(tr("callee sends"), partyOf(m_text, memberOf(m_text, 0, u"callee")))};
    readSession();
    const json::Pointer segments = json::Pointer().child(u"segments"_s);
    qsizetype number = 0;
    for (const qsizetype segment : itemsOf(m_text, memberOf(m_text, 0, u"segments"))) {
        readSegment(segment, number, segments.child(number));
        ++number;
    }
    m_placing.place(m_timeline);
    if (m_untold > 0)
        m_timeline.rows += TimelineRow{tr("%1 further parts").arg(m_untold), {}, {}, {}, tr("too many to be told"), {}};
    return m_timeline;
}

void TimelineReader::readSession()
{
    const ReadSpan span = spanOf(m_text, 0);
    const Failure failure = failureOf(m_text, 0);
    const QList<Modality> modalities = modalitiesOf(m_text, 0);
    QStringList names;
    names.reserve(modalities.size());
    for (const Modality &modality : modalities)
        names += modality.name;
    TimelineRow row{tr("session"), {}, {}, {}, {}, json::Pointer().child(u"startDateTime"_s)};
    if (!names.isEmpty())
        row.remark = tr("modalities: %1").arg(names.join(", "_L1));
    const qsizetype number = addRow(std::move(row), span, failure);
    TimelineLane lane = m_timeline.lanes.at(TimelinePlacing::SessionLane);
    lane.isFailed = failure.isFailed;
    lane.note = failure.text;
    m_timeline.lanes.replace(TimelinePlacing::SessionLane, lane);
    if (!span.isKnown())
        return;
    m_placing.setSession(span.begin, span.end);
    for (const Modality &modality : modalities)
        m_placing.add(TimelinePlacing::SessionLane, {number, 0, span.begin, span.end, modality.tone, failure.isFailed});
    if (modalities.isEmpty())
        m_placing.add(TimelinePlacing::SessionLane, {number, 0, span.begin, span.end, Tone::Span, failure.isFailed});
}

void TimelineReader::readSegment(qsizetype segment, qsizetype number, const json::Pointer &pointer)
{
    const QString what = tr("segment %1").arg(number);
    const ReadSpan span = spanOf(m_text, segment);
    const Failure failure = failureOf(m_text, segment);
    const qsizetype row = addRow({what, {}, {}, {}, {}, pointer}, span, failure);
    if (failure.isFailed) {
        TimelineLane lane = m_timeline.lanes.at(TimelinePlacing::SegmentLane);
        lane.isFailed = true;
        m_timeline.lanes.replace(TimelinePlacing::SegmentLane, lane);
    }
    if (span.isKnown() && row >= 0)
        m_placing.add(TimelinePlacing::SegmentLane, {row, 0, span.begin, span.end, Tone::Span, failure.isFailed});
    const json::Pointer media = pointer.child(u"media"_s);
    qsizetype place = 0;
    for (const qsizetype one : itemsOf(m_text, memberOf(m_text, segment, u"media"))) {
        readStreams(one, what, media.child(place));
        ++place;
    }
}

void TimelineReader::readStreams(qsizetype media, const QString &segment, const json::Pointer &pointer)
{
    const std::optional<Tone> tone = toneOfLabel(textOf(m_text, memberOf(m_text, media, u"label")));
    const json::Pointer streams = pointer.child(u"streams"_s);
    qsizetype place = 0;
    for (const qsizetype stream : itemsOf(m_text, memberOf(m_text, media, u"streams"))) {
        readStream(stream, tone.value_or(toneOfStream(m_text, stream)), segment, streams.child(place));
        ++place;
    }
}

void TimelineReader::readStream(qsizetype stream, Tone tone, const QString &segment, const json::Pointer &pointer)
{
    const ReadSpan span = spanOf(m_text, stream);
    const std::optional<Direction> direction = directionOf(m_text, stream);
    const QString way = !direction                ? tr("stream")
        : *direction == Direction::CallerToCallee ? tr("caller to callee")
                                                  : tr("callee to caller");
    TimelineRow row{u"%1, %2, %3"_s.arg(segment, toneText(tone), way), {}, {}, {}, {}, pointer};
    if (!direction)
        row.remark = tr("not drawn: streamDirection is neither callerToCallee nor calleeToCaller");
    const qsizetype number = addRow(std::move(row), span, {});
    if (!direction || !span.isKnown() || number < 0)
        return;
    m_placing.add(*direction == Direction::CallerToCallee ? TimelinePlacing::CallerLane : TimelinePlacing::CalleeLane,
                  {number, 0, span.begin, span.end, tone, false});
}

/// Adds the row and returns its number; -1 when there are too many to be told.
qsizetype TimelineReader::addRow(TimelineRow row, const ReadSpan &span, const Failure &failure)
{
    if (m_timeline.rows.size() >= mostTimelineRows) {
        ++m_untold;
        return -1;
    }
    row.starts = span.starts;
    row.ends = span.ends;
    QStringList remarks;
    if (failure.isFailed)
        remarks += failure.text;
    if (!row.remark.isEmpty())
        remarks += row.remark;
    if (span.isKnown())
        row.lasts = edm::clockText(span.end - span.begin);
    else
        remarks += tr("not drawn: %1").arg(span.problem);
    row.remark = remarks.join("; "_L1);
    m_timeline.rows += row;
    return m_timeline.rows.size() - 1;
}

} // namespace

Timeline timelineOf(const json::Index &text)
{
    if (!text.isValid() || text.at(0).kind != json::Kind::Object) {
        Timeline none;
        none.absence = !text.isValid() && text.fault()
            ? tr("There is no session to draw: the text is not JSON (%1).").arg(text.fault()->reason)
            : tr("There is no session to draw: the text is not a JSON object.");
        return none;
    }
    return TimelineReader(text).read();
}

QString timelineText(const Timeline &timeline)
{
    if (timeline.lanes.isEmpty())
        return timeline.absence; // there is no session, or nobody has read one yet
    const auto countIn = [&timeline](std::initializer_list<qsizetype> lanes) {
        qsizetype count = 0;
        for (const qsizetype lane : lanes)
            count += timeline.lanes.at(lane).bars.size();
        return count;
    };
    const auto missing = std::count_if(timeline.rows.cbegin(), timeline.rows.cend(),
                                       [](const TimelineRow &row) { return !row.isPlaced; });
    QStringList parts{tr("Segments: %1").arg(countIn({TimelinePlacing::SegmentLane})),
                      tr("streams: %1").arg(countIn({TimelinePlacing::CallerLane, TimelinePlacing::CalleeLane}))};
    if (timeline.lanes.at(TimelinePlacing::SessionLane).isFailed)
        parts += timeline.lanes.at(TimelinePlacing::SessionLane).note;
    if (missing > 0)
        parts += tr("not in the picture: %1").arg(missing);
    return parts.join(", "_L1) + u'.';
}

QString toneText(Tone tone)
{
    switch (tone) {
    case Tone::Audio:
        return tr("audio");
    case Tone::Video:
        return tr("video");
    case Tone::VideoBasedScreenSharing:
        return tr("video-based screen sharing");
    case Tone::Data:
        return tr("data");
    case Tone::ScreenSharing:
        return tr("screen sharing");
    case Tone::Other:
        return tr("other modality");
    case Tone::Failure:
        return tr("failed");
    case Tone::Span:
        return tr("no modality told");
    case Tone::Ink:
    case Tone::Faint:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace present

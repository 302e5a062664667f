// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/timelinepresenter.h"

#include "present/bodypipeline.h"

namespace present {

TimelinePresenter::TimelinePresenter(QObject *parent)
    : QObject(parent)
{ }

void TimelinePresenter::take(const session::SessionDocument &document)
{
    if (document.isMade() || document.lastSize() <= BodyPipeline::smallBody) {
        take(document.index());
        return;
    }
    // What the pipeline makes of the same state stays with it; this is the price of a look at a large session.
    m_reader.start([state = document.state()] { return timelineOf(session::made(state).index); },
                   [this](const Timeline &timeline) { show(timeline); });
}

void TimelinePresenter::take(const json::Index &text)
{
    if (text.text().size() <= BodyPipeline::smallBody) {
        m_reader.drop();
        show(timelineOf(text));
        return;
    }
    m_reader.start([text] { return timelineOf(text); }, [this](const Timeline &timeline) { show(timeline); });
}

void TimelinePresenter::show(const Timeline &timeline)
{
    if (timeline == m_timeline)
        return;
    m_timeline = timeline;
    m_rows.setRows(timeline.rows);
    Q_EMIT changed();
}

} // namespace present

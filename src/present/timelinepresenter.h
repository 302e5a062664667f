// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/latest.h"
#include "present/timeline.h"
#include "present/timelinemodel.h"

#include <QObject>

namespace session {
class SessionDocument;
} // namespace session

namespace present {

/// Keeps the timeline of one session: of a document as it is composed, or of a text that came back. A large one is read
/// off the GUI thread.
class TimelinePresenter : public QObject
{
    Q_OBJECT

public:
    explicit TimelinePresenter(QObject *parent = nullptr);

    /// Takes the session of `document` as it is now.
    void take(const session::SessionDocument &document);

    /// Takes the session that is the root of `text`.
    void take(const json::Index &text);

    const Timeline &timeline() const { return m_timeline; }
    TimelineModel &rows() { return m_rows; }

Q_SIGNALS:
    /// The timeline is another.
    void changed();

private:
    void show(const Timeline &timeline);

    Timeline m_timeline;
    TimelineModel m_rows;
    Latest<Timeline> m_reader;
};

} // namespace present

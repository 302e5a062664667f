// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/latepane.h"
#include "json/index.h"
#include "json/pointer.h"

#include <memory>
#include <optional>

class QTableView;

namespace present {
class TimelinePresenter;
} // namespace present

namespace app {

class TimelineView;

/// A session along its time, the one that is composed or the one that came back: a picture, and a table that tells the
/// same and what could not be drawn. The table has the accessible name of the page, the picture that name and
/// "picture".
class TimelinePage : public LatePane
{
    Q_OBJECT

public:
    explicit TimelinePage(QWidget *parent = nullptr);
    ~TimelinePage() override;

    /// Shows what came back instead of what is composed. To be called before the controller is set.
    void showReturned() { m_isReturned = true; }

    /// The text that came back.
    void setReturned(const json::Index &text);

Q_SIGNALS:
    /// The person chose a part of the session.
    void placeChosen(const json::Pointer &pointer);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeContents() override;
    void take();
    void showTimeline();
    void choose(int row);

    std::unique_ptr<present::TimelinePresenter> m_presenter; ///< Null until first shown, as the two views.
    TimelineView *m_picture = nullptr;
    QTableView *m_table = nullptr;
    bool m_isReturned = false;
    std::optional<json::Index> m_returned;
};

} // namespace app

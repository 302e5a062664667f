// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/timeline.h"

#include <QWidget>

#include <functional>

namespace app {

/// Paints the timeline of a session in the width that there is; the same picture goes into evidence. It takes no focus:
/// the table beside it has all that is to be read and chosen.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    /// `toolTipOf` tells the row of the table in words.
    explicit TimelineView(std::function<QString(int)> toolTipOf, QWidget *parent = nullptr);

    /// Shows this timeline, whose text is the accessible description.
    void setTimeline(const present::Timeline &timeline);

    /// Frames what is drawn of a row; -1 for none.
    void setMarkedRow(int row);

    /// What is painted now.
    const report::TimelinePicture &picture() const { return m_picture; }

Q_SIGNALS:
    /// The person clicked at what is drawn of a row.
    void rowChosen(int row);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    int rowUnder(QPointF at) const;

    std::function<QString(int)> m_toolTipOf;
    present::Timeline m_timeline;
    report::TimelinePicture m_picture;
    int m_markedRow = -1;
};

} // namespace app

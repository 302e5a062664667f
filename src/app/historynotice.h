// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace present {
class HistoryKeeper;
}

namespace app {

class NoticeBar;

/// Says in a bar what is wrong with the history, with the offer to keep none where nothing could be sent, and then that
/// none is kept.
class HistoryNotice : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed; `bar` owns this.
    HistoryNotice(present::HistoryKeeper &history, NoticeBar *bar);

private:
    void showKeeping(bool isKeeping);

    present::HistoryKeeper &m_history;
    NoticeBar *m_bar;
};

} // namespace app

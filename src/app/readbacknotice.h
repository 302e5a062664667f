// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace present {
class ReadBack;
}

namespace app {

class NoticeBar;

/// Says in a bar what is being read back and how long it is waited for, with the offer to stop. Put away, the bar stays
/// so until the next time.
class ReadBackNotice : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed; `bar` owns this.
    ReadBackNotice(present::ReadBack &readBack, NoticeBar *bar);

private:
    void show();

    present::ReadBack &m_readBack;
    NoticeBar *m_bar;
    bool m_wasUnderWay = false;
};

} // namespace app

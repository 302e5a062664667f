// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace present {
class Recovery;
}

namespace app {

class NoticeBar;

/// Says in a bar what a crash has left, with the offer to restore or to discard it. Put away, it is offered again at
/// the next start.
class RecoveryNotice : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed; `bar` owns this.
    RecoveryNotice(present::Recovery &recovery, NoticeBar *bar);

private:
    void show();
    void restore();
    void discard();

    present::Recovery &m_recovery;
    NoticeBar *m_bar;
};

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recoverynotice.h"

#include "app/noticebar.h"
#include "present/recovery.h"

namespace app {

RecoveryNotice::RecoveryNotice(present::Recovery &recovery, NoticeBar *bar)
    : QObject(bar)
    , m_recovery(recovery)
    , m_bar(bar)
{
    bar->setPane(tr("Recovery"));
    connect(bar, &NoticeBar::actionRequested, this, &RecoveryNotice::restore);
    connect(bar, &NoticeBar::otherRequested, this, &RecoveryNotice::discard);
    connect(&recovery, &present::Recovery::found, this, &RecoveryNotice::show);
}

void RecoveryNotice::show()
{
    m_bar->showNotice(m_recovery.summary(), tr("Restore"), tr("Discard"));
}

void RecoveryNotice::restore()
{
    m_bar->hide();
    m_recovery.restore();
}

void RecoveryNotice::discard()
{
    m_bar->hide();
    m_recovery.discard();
}

} // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readbacknotice.h"

#include "app/noticebar.h"
#include "present/readback.h"

#include <utility>

namespace app {

ReadBackNotice::ReadBackNotice(present::ReadBack &readBack, NoticeBar *bar)
    : QObject(bar)
    , m_readBack(readBack)
    , m_bar(bar)
{
    bar->setPane(tr("Read back"));
    connect(bar, &NoticeBar::actionRequested, &readBack, &present::ReadBack::stop);
    connect(&readBack, &present::ReadBack::progressChanged, this, &ReadBackNotice::show);
}

void ReadBackNotice::show()
{
    const bool isUnderWay = m_readBack.isUnderWay();
    const bool isPutAway = std::exchange(m_wasUnderWay, isUnderWay) && m_bar->isHidden();
    if (!isUnderWay)
        m_bar->hide();
    else if (!isPutAway)
        m_bar->showNotice(m_readBack.progress(), tr("Stop"));
}

} // namespace app

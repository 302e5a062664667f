// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/historynotice.h"

#include "app/noticebar.h"
#include "present/historykeeper.h"

namespace app {

using present::HistoryKeeper;

HistoryNotice::HistoryNotice(HistoryKeeper &history, NoticeBar *bar)
    : QObject(bar)
    , m_history(history)
    , m_bar(bar)
{
    bar->setPane(tr("History"));
    connect(&history, &HistoryKeeper::told, bar, [bar](const QString &sentence) { bar->showNotice(sentence, {}); });
    connect(&history, &HistoryKeeper::failed, bar,
            [bar](const QString &sentence) { bar->showNotice(sentence, tr("Keep No History")); });
    connect(&history, &HistoryKeeper::keepingChanged, this, &HistoryNotice::showKeeping);
    connect(bar, &NoticeBar::actionRequested, &history, [&history] { history.setKeeping(!history.isKeeping()); });
}

void HistoryNotice::showKeeping(bool isKeeping)
{
    if (isKeeping) {
        m_bar->hide();
        m_history.open(); // what is wrong with it is said now, not at the next submit
    } else {
        m_bar->showNotice(tr("No history is kept: what is sent from now on cannot be looked up later."),
                          tr("Keep History"));
    }
}

} // namespace app

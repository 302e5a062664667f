// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/disknotice.h"

#include "app/noticebar.h"
#include "present/documentfile.h"

namespace app {

DiskNotice::DiskNotice(present::DocumentFile &file, NoticeBar *bar)
    : QObject(bar)
    , m_file(file)
    , m_bar(bar)
{
    bar->setPane(tr("Disk"));
    connect(bar, &NoticeBar::actionRequested, &file, &present::DocumentFile::loadAgain);
    connect(bar, &NoticeBar::otherRequested, bar, &QWidget::hide);
    connect(&file, &present::DocumentFile::diskStateChanged, this, &DiskNotice::show);
    show();
}

void DiskNotice::show()
{
    switch (m_file.diskState()) {
    case present::DiskWatch::State::Same:
        m_bar->hide();
        break;
    case present::DiskWatch::State::Changed:
        m_bar->showNotice(
            tr("Another program has changed %1 on the disk. Save asks before it writes over that.").arg(m_file.name()),
            tr("Load Again"), tr("Keep Mine"));
        break;
    case present::DiskWatch::State::Gone:
        m_bar->showNotice(tr("%1 is not on the disk any more: it was deleted, moved or renamed. Save writes it anew.")
                              .arg(m_file.name()),
                          {});
        break;
    }
}

} // namespace app

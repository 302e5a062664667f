// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filenotice.h"

#include "app/noticebar.h"
#include "present/documentfile.h"

namespace app {

FileNotice::FileNotice(present::DocumentFile &file, NoticeBar *bar)
    : QObject(bar)
    , m_file(file)
    , m_bar(bar)
{
    bar->setPane(tr("File"));
    connect(bar, &NoticeBar::actionRequested, &file, &present::DocumentFile::openOurs);
    connect(bar, &NoticeBar::otherRequested, &file, &present::DocumentFile::openTheirs);
    connect(&file, &present::DocumentFile::nameChanged, this, &FileNotice::show);
    show();
}

void FileNotice::show()
{
    const QString notice = m_file.opened().notice;
    if (notice == m_shown)
        return;
    m_shown = notice;
    if (notice.isEmpty())
        return m_bar->hide();
    QString ours;
    QString theirs;
    if (const std::optional<session::MergeConflict> &conflict = m_file.opened().conflict) {
        ours = conflict->oursName.isEmpty() ? tr("Open the First") : tr("Open %1").arg(conflict->oursName);
        theirs = conflict->theirsName.isEmpty() ? tr("Open the Second") : tr("Open %1").arg(conflict->theirsName);
    }
    m_bar->showNotice(notice, ours, theirs);
}

} // namespace app

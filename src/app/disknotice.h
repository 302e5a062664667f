// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace present {
class DocumentFile;
}

namespace app {

class NoticeBar;

/// Says in a bar that somebody else changed the file of a document or took it away, with the offer to load it again.
class DiskNotice : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed; `bar` owns this.
    DiskNotice(present::DocumentFile &file, NoticeBar *bar);

private:
    void show();

    present::DocumentFile &m_file;
    NoticeBar *m_bar;
};

} // namespace app

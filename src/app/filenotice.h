// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace present {
class DocumentFile;
}

namespace app {

class NoticeBar;

/// Says in a bar what there is to know about the file of a document: that it is of a newer format, cannot be read as a
/// template, or was left in conflict by git, with the offer to take one of the two versions.
class FileNotice : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed; `bar` owns this.
    FileNotice(present::DocumentFile &file, NoticeBar *bar);

private:
    void show();

    present::DocumentFile &m_file;
    NoticeBar *m_bar;
    QString m_shown; ///< What was said last: put away, it does not come back by a rename.
};

} // namespace app

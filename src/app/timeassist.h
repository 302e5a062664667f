// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/timefield.h"

#include <QObject>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace app {

/// What helps to write a time into a line: Up, Down, Page Up and Page Down step the unit under the cursor, a quiet
/// label tells UTC and local time, and a menu has what takes more than a key: by its button, by Alt+Down, and in the
/// context menu.
class TimeAssist : public QObject
{
    Q_OBJECT

public:
    /// `name` is the accessible name of the line. Owned by `line`, as the widgets below are until they are placed.
    TimeAssist(present::TimeField field, QLineEdit *line, const QString &name);

    /// The button of the menu, to be placed beside the line.
    QToolButton *button() const { return m_button; }

    /// The instant in UTC and local time, to be placed below the line.
    QLabel *beside() const { return m_beside; }

    /// Shows what stands in the document now.
    void refresh();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool stepBy(int key);
    void openMenu();
    void openContextMenu(QPoint position);
    void fillMenu(QMenu *menu);
    void fillOffsets(QMenu *menu, edm::OffsetChange change);
    void askForEnd();
    void askForOffset(edm::OffsetChange change);
    void openCalendar();
    void tell(const core::Status &status);

    present::TimeField m_field;
    QLineEdit *m_line;
    QString m_name;
    QToolButton *m_button;
    QLabel *m_beside;
};

} // namespace app

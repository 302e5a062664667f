// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boundwidget.h"

class QComboBox;

namespace app {

class FieldEditor;
class TimeAssist;

/// One line of a form: the editor, the state, and below them the sentence of a finding.
class FieldRow : public BoundWidget
{
    Q_OBJECT

public:
    /// Takes `editor` into itself.
    FieldRow(present::Field field, QWidget *editor, const QString &name, QWidget *parent);

    void refresh() override;
    QWidget *focusTarget() const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// The focus left the editor: typing that belongs together has ended.
    void left();

protected:
    void placeSentence(QWidget *sentence, Line line) override;

private:
    void addTimeAssist(const QString &name);
    void nameBox(QComboBox *box, const QString &name);
    void write(const QString &text);

    FieldEditor *m_editor;
    TimeAssist *m_timeAssist = nullptr; ///< Null for other fields.
    bool m_isWriting = false;
    bool m_isPending = false; ///< The editor holds text that the document could not take.
};

} // namespace app

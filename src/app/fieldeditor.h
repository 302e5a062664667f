// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/field.h"

#include <QObject>
#include <QWidget>

namespace app {

/// Speaks to one kind of editor widget on behalf of a FieldRow: a line, a box, or a line with boxes.
class FieldEditor : public QObject
{
    Q_OBJECT

public:
    /// Whether showing a value may replace the text in the editor; not while it is being typed.
    enum class Text { Replace, Keep };

    /// The editor for `widget`, a QLineEdit, QComboBox or MembersEdit from a form. Owned by `widget`.
    static FieldEditor *make(QWidget *widget, const present::Field &field);

    /// Shows `facts` without that being an edit.
    virtual void show(const present::FieldFacts &facts, Text text) = 0;

    /// What has the focus while one types.
    virtual QWidget *focusWidget() const = 0;

    /// Gives the editor the fixed font, for what is on the wire letter by letter.
    virtual void setFixedFont(const QFont &font) = 0;

Q_SIGNALS:
    /// The text was changed, by a person or by assistive technology.
    void edited(const QString &text);
    void memberToggled(const QString &member, bool isIn);

protected:
    using QObject::QObject;
};

} // namespace app

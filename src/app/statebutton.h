// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/field.h"

#include <QToolButton>

namespace app {

/// The state of a field as a sign, and the menu that changes it. Outside the Tab order: Ctrl+Space in the field or the
/// accessible action opens the menu.
class StateButton : public QToolButton
{
    Q_OBJECT

public:
    /// `fieldName` is the accessible name of the field; the button's is `FIELD state`.
    explicit StateButton(const QString &fieldName, QWidget *parent = nullptr);

    void setState(session::FieldState state);

    /// What the menu offers as the fix of the field's finding; empty for none.
    void offerFix(const QString &sentence);

    /// Opens the menu below the button.
    void openMenu();

    QSize sizeHint() const override;

Q_SIGNALS:
    /// One of the first four states was chosen.
    void stateChosen(session::FieldState state);

    /// `other JSON…` was chosen.
    void otherJsonRequested();

    /// The fix was chosen.
    void fixRequested();

private:
    session::FieldState m_state = session::FieldState::NotSent;
    QString m_fix;
};

} // namespace app
